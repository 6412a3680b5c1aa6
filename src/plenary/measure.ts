import { type Text, countryName, formatDate } from "#basics";
import type { Reading } from "#database";
import { localTime } from "./meeting/zone.ts";
import { agreements, convenedMeetings } from "./agreement/agreement.store.ts";
import { dueDate } from "./agreement/due.ts";

/** ISO days, both of them in the period. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

/** One thing that a figure counts, with the page where it stands below the language: '/workspace/agreements/…'. */
export interface MeasureRecord {
  readonly label: Text;
  readonly href: string;
  /** Null where a source of the record does not tell the day. */
  readonly day: string | null;
  /** How much of the figure it makes. */
  readonly value: number;
}

/** A figure with what stands behind it; the values of the records add up to it. */
export interface Measured {
  readonly value: number;
  /** What the value is to be seen against; absent where it is not known for the whole period. */
  readonly denominator?: number;
  readonly records: readonly MeasureRecord[];
}

/**
 * A figure that the plenary publishes for planning. It is counted anew at each reading, from what the reader may see; it never
 * writes.
 */
export interface Measure {
  readonly id: "plenary.agreements-fulfilled" | "plenary.member-participation" | "plenary.meetings-held";
  readonly title: Text;
  readonly unit: Text;
  /** The rule in words. */
  readonly definition: Text;
  readonly read: (tx: Reading, period: Period) => Promise<Measured>;
}

const contains = ({ from, until }: Period, day: string) => from <= day && day <= until;
const containsYear = (period: Period, year: number) => contains(period, `${year}-01-01`) && contains(period, `${year}-12-31`);
/** A day that no source tells counts in a period that holds its whole year. */
const counts = (period: Period, day: string | null, year: number) => (day === null ? containsYear(period, year) : contains(period, day));

/** Who took part in the ordinary and extraordinary meetings of a period, by the rules of the measure of participation. */
export interface Participation {
  readonly meetings: readonly { readonly id: string; readonly day: string | null }[];
  /** Country codes with the meetings in which they took part. */
  readonly took: ReadonlyMap<string, readonly string[]>;
}

/** The meetings held in a period and the member states that took part in each. */
export async function participationIn(tx: Reading, period: Period): Promise<Participation> {
  const held = await heldIn(tx, period);
  if (held.length === 0) return { meetings: [], took: new Map() };
  const rows = await tx
    .selectFrom("plenary.participation")
    .select(["meeting", "country"])
    .where("meeting", "in", held.map(({ id }) => id))
    .where("country", "is not", null)
    .orderBy("meeting")
    .execute();
  const took = new Map<string, string[]>();
  for (const { meeting, country } of rows) if (country !== null) took.set(country, [...(took.get(country) ?? []), meeting]);
  return { meetings: held.map(({ id, day }) => ({ id, day })), took };
}

interface HeldMeeting {
  readonly id: string;
  readonly year: number;
  readonly kind: string;
  readonly day: string | null;
}

/** The meetings that were held in a period, as they were held. */
async function heldIn(tx: Reading, period: Period): Promise<HeldMeeting[]> {
  const rows = await tx
    .selectFrom("plenary.meeting")
    .select(["id", "year", "kind", "starts_at", "time_zone"])
    .where("state", "=", "closed")
    .orderBy("year")
    .orderBy("ordinal")
    .execute();
  return rows
    .map(({ starts_at, time_zone, ...row }) => ({ ...row, day: starts_at === null ? null : localTime(starts_at, time_zone).slice(0, 10) }))
    .filter(({ day, year }) => counts(period, day, year));
}

const meetingHref = (meeting: string) => `/workspace/meetings/${meeting}`;

async function agreementsFulfilled(tx: Reading, period: Period): Promise<Measured> {
  const all = await agreements(tx);
  const meetings = await convenedMeetings(tx);
  const fulfilled = all.filter((each) => each.state === "fulfilled" && counts(period, each.fulfilledOn, each.year));
  const due = all.filter((each) => {
    if (each.state === "withdrawn") return false;
    // Seen from the end of the period: a plenary of a past year that never came left the end of that year.
    const day = dueDate(each.due, meetings, period.until);
    return typeof day !== "string" && contains(period, day.date);
  });
  const expected = new Set([...fulfilled, ...due].map(({ id }) => id));
  return {
    value: fulfilled.length,
    denominator: expected.size,
    records: fulfilled.map(({ number, title, fulfilledOn }) => ({
      label: { es: `${number}: ${title.es}`, en: `${number}: ${title.en}` },
      href: `/workspace/agreements/${number}`,
      day: fulfilledOn,
      value: 1,
    })),
  };
}

async function memberParticipation(tx: Reading, period: Period): Promise<Measured> {
  const held = await heldIn(tx, period);
  if (held.length === 0) return { value: 0, denominator: 0, records: [] };
  const ids = held.map(({ id }) => id);
  const took = await tx
    .selectFrom("plenary.participation")
    .select(["meeting", "country"])
    .where("meeting", "in", ids)
    .where("country", "is not", null)
    .orderBy("country")
    .execute();
  const seats = await tx
    .selectFrom("plenary.seat")
    .select((each) => ["meeting", each.fn.countAll<number>().as("seats")])
    .where("meeting", "in", ids)
    .groupBy("meeting")
    .execute();
  const records = held.flatMap(({ id, day }) =>
    took.flatMap(({ meeting, country }): MeasureRecord[] => {
      if (meeting !== id || country === null) return [];
      const name = countryName(country);
      return [{ label: { es: `${id}: ${name.es}`, en: `${id}: ${name.en}` }, href: meetingHref(id), day, value: 1 }];
    }),
  );
  return {
    value: records.length,
    ...(seats.length === held.length ? { denominator: seats.reduce((sum, each) => sum + each.seats, 0) } : {}),
    records,
  };
}

async function meetingsHeld(tx: Reading, period: Period): Promise<Measured> {
  const held = await heldIn(tx, period);
  const kinds = { ordinary: { es: "ordinaria", en: "ordinary" }, extraordinary: { es: "extraordinaria", en: "extraordinary" } };
  const said = (kind: string) => (kind === "extraordinary" ? kinds.extraordinary : kinds.ordinary);
  return {
    value: held.length,
    records: held.map(({ id, kind, day }) => ({
      label: {
        es: `${id}, ${said(kind).es}${day === null ? "" : `, ${formatDate(day, "es")}`}`,
        en: `${id}, ${said(kind).en}${day === null ? "" : `, ${formatDate(day, "en")}`}`,
      },
      href: meetingHref(id),
      day,
      value: 1,
    })),
  };
}

const unknownDay = {
  es: "Lo que una fuente cuenta sin decir el día se cuenta en un período que abarque su año entero.",
  en: "What a source tells without the day counts in a period that holds its whole year.",
};

/** The figures of the plenary for the plan: indicators of result 4.3 of the Strategic Plan 2018-2027, and the meetings behind them. */
export const measures: readonly Measure[] = [
  {
    id: "plenary.agreements-fulfilled",
    title: { es: "Acuerdos cumplidos", en: "Agreements fulfilled" },
    unit: { es: "acuerdos", en: "agreements" },
    definition: {
      es: `Acuerdos de la Plenaria cuyo día de cumplimiento cae en el período, frente a ellos y a los que vencían en él, sin los retirados. ${unknownDay.es}`,
      en: `Agreements of the plenary whose day of fulfilment lies in the period, against these and those that were due in it, without the withdrawn. ${unknownDay.en}`,
    },
    read: agreementsFulfilled,
  },
  {
    id: "plenary.member-participation",
    title: { es: "Participación de los Estados miembros en las reuniones", en: "Participation of member states in meetings" },
    unit: { es: "participaciones", en: "participations" },
    definition: {
      es: `Cada Estado miembro cuenta una vez por cada reunión ordinaria o extraordinaria del período en que participó, frente a los Estados miembros con derecho a participar. La comparación se omite si de alguna reunión no consta cuántos eran. ${unknownDay.es}`,
      en: `Each member state counts once for each ordinary or extraordinary meeting of the period in which it took part, against the member states entitled to take part. The comparison is left out where the number of members is not on record for a meeting. ${unknownDay.en}`,
    },
    read: memberParticipation,
  },
  {
    id: "plenary.meetings-held",
    title: { es: "Reuniones celebradas", en: "Meetings held" },
    unit: { es: "reuniones", en: "meetings" },
    definition: {
      es: `Reuniones ordinarias y extraordinarias de la Plenaria que se cerraron y comenzaron en el período. ${unknownDay.es}`,
      en: `Ordinary and extraordinary meetings of the plenary that were closed and began in the period. ${unknownDay.en}`,
    },
    read: meetingsHeld,
  },
];
