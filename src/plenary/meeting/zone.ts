import type { Language, Text } from "#basics";
import { formatDate } from "#basics";

/** The zone of each member state's seat of government, and the city by which its hour is called. */
const seats: Readonly<Record<string, { readonly zone: string; readonly city: Text }>> = {
  BLZ: { zone: "America/Belize", city: { es: "Belmopán", en: "Belmopan" } },
  CRI: { zone: "America/Costa_Rica", city: { es: "San José", en: "San José" } },
  SLV: { zone: "America/El_Salvador", city: { es: "San Salvador", en: "San Salvador" } },
  GTM: { zone: "America/Guatemala", city: { es: "Ciudad de Guatemala", en: "Guatemala City" } },
  HND: { zone: "America/Tegucigalpa", city: { es: "Tegucigalpa", en: "Tegucigalpa" } },
  MEX: { zone: "America/Mexico_City", city: { es: "Ciudad de México", en: "Mexico City" } },
  NIC: { zone: "America/Managua", city: { es: "Managua", en: "Managua" } },
  PAN: { zone: "America/Panama", city: { es: "Ciudad de Panamá", en: "Panama City" } },
  DOM: { zone: "America/Santo_Domingo", city: { es: "Santo Domingo", en: "Santo Domingo" } },
};

/** The zone that a form offers first to a state, by its ISO 3166-1 alpha-3 code; Guatemala's for a state not known here. */
export function zoneOf(country: string): string {
  return (Object.hasOwn(seats, country) ? seats[country]?.zone : undefined) ?? "America/Guatemala";
}

let offered: readonly string[] | undefined;

/** All zones that a form offers, by their IANA names in alphabetical order. */
export function zones(): readonly string[] {
  offered ??= [
    ...new Set([...Intl.supportedValuesOf("timeZone"), ...Object.values(seats).map(({ zone }) => zone), "UTC"]),
  ].sort();
  return offered;
}

/** Tells whether a word from a form is one of {@link zones}. */
export function isZone(word: string): boolean {
  return zones().includes(word);
}

/** The city by which the hour of a zone is called: 'Ciudad de Panamá'; elsewhere the end of its IANA name, 'New York'. */
export function cityOf(zone: string): Text {
  const seat = Object.values(seats).find((each) => each.zone === zone);
  if (seat !== undefined) return seat.city;
  const name = zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
  return { es: name, en: name };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Year, month, day, hour, minute and second on the clocks of a zone, as if they were UTC, in milliseconds. */
function wallClock(instant: number, zone: string): number {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      calendar: "gregory",
      numberingSystem: "latn",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formatters.set(zone, formatter);
  }
  const parts = new Map(formatter.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
}

/** Date and time on the clocks of a zone, as an input of type `datetime-local` takes it: '2024-03-10T09:00'. */
export function localTime(instant: Date, zone: string): string {
  return new Date(wallClock(instant.getTime(), zone)).toISOString().slice(0, 16);
}

/** A local time as an instant; `repeated` says that clocks were set back and showed it twice: this is the first time. */
export interface ZonedInstant {
  readonly at: Date;
  readonly repeated: boolean;
}

const hours = 3_600_000;

/**
 * The instant at which the clocks of a zone show a date and time, as `datetime-local` gives it ('2024-03-10T09:00').
 *
 * A time that clocks skip when they are set forward is refused, since no one could come at it; one that they show twice
 * takes the first and says so.
 */
export function instantAt(local: string, zone: string): ZonedInstant | "not-a-time" | "unknown-zone" | "skipped-time" {
  if (!isZone(zone)) return "unknown-zone";
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(local)) return "not-a-time";
  const shown = Date.parse(`${local}Z`);
  // Date.parse turns 30 February into 1 March and takes 24:00
  if (Number.isNaN(shown) || !new Date(shown).toISOString().startsWith(local)) return "not-a-time";
  const offsets = [-24, -12, 0, 12, 24].map((distance) => {
    const near = shown + distance * hours;
    return wallClock(near, zone) - near;
  });
  const fitting = [...new Set(offsets)]
    .map((offset) => shown - offset)
    .filter((instant) => wallClock(instant, zone) === shown)
    .sort((a, b) => a - b);
  const [first] = fitting;
  return first === undefined ? "skipped-time" : { at: new Date(first), repeated: fitting.length > 1 };
}

function clock(instant: Date, zone: string): string {
  return localTime(instant, zone).slice(11);
}

/**
 * The hour of a meeting for a reader elsewhere: '09:00 en Ciudad de Guatemala · 10:00 en su hora (Ciudad de Panamá)'.
 *
 * Where both clocks show the same, only the first half; where the reader's shows another day, that day too. Hours to 24.
 */
export function hourFor(instant: Date, meetingZone: string, readerZone: string, language: Language): string {
  const [there, here] = [localTime(instant, meetingZone), localTime(instant, readerZone)];
  const place = cityOf(meetingZone)[language];
  const first = `${clock(instant, meetingZone)} ${language === "es" ? "en" : "in"} ${place}`;
  if (there === here) return first;
  const [from, to] = [there.slice(0, 10), here.slice(0, 10)];
  const spanishDay = from === to ? "" : ` del ${formatDate(to, "es")}`;
  const englishDay = from === to ? "" : ` on ${formatDate(to, "en")}`;
  const city = cityOf(readerZone)[language];
  const second =
    language === "es"
      ? `${clock(instant, readerZone)}${spanishDay} en su hora (${city})`
      : `${clock(instant, readerZone)}${englishDay} your time (${city})`;
  return `${first} · ${second}`;
}
