import { instantAt, localTime } from "../meeting/zone.ts";

/** The hour and minute of an instant on the clocks of a zone: '09:05', as `formatInstant` and the act write it. */
export function clockIn(instant: Date, zone: string): string {
  return localTime(instant, zone).slice(11, 16);
}

/**
 * An earlier time typed as hour and minute ('09:05'), meant for the day of `now` in the zone; nothing where nothing is typed.
 * A time later than now is told as it is: recording it is refused with its own words.
 */
export function earlierTime(typed: string, now: Date, zone: string): Date | "not-a-time" | undefined {
  if (typed === "") return undefined;
  const [, hour, minute] = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(typed) ?? [];
  if (hour === undefined || minute === undefined) return "not-a-time";
  const found = instantAt(`${localTime(now, zone).slice(0, 10)}T${hour.padStart(2, "0")}:${minute}`, zone);
  return typeof found === "string" ? "not-a-time" : found.at;
}
