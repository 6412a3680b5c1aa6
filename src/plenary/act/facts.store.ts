import { type Text, countryName } from "#basics";
import { termOn } from "#coalition";
import { type Reading, sql } from "#database";
import { agreementsOfMeeting } from "../agreement/agreement.store.ts";
import { attendeesOf } from "../attendance/attendance.store.ts";
import { dayIn, meetingQuorum } from "../attendance/quorum.store.ts";
import { agendaOf, meetingOf } from "../meeting/meeting.store.ts";
import type { ActFacts } from "./facts.ts";
import { motionFacts } from "./facts-decision.store.ts";
import { electionFacts } from "./facts-election.store.ts";

/** Names of the member states by their codes, as the register writes them; a code not in it stands by its usual name. */
export async function memberNames(tx: Reading): Promise<(code: string) => Text> {
  const rows = await tx.selectFrom("coalition.member").select(["country", "name_es as es", "name_en as en"]).execute();
  const known = new Map(rows.map(({ country, es, en }) => [country, { es, en }]));
  return (code) => known.get(code) ?? countryName(code);
}

/**
 * Reads all that the act of a meeting is computed from; undefined where the actor sees no such meeting. Whoever may read the
 * circulated act gets the same facts as those who lead, except the notes, for which only those ask. `now` ends the timeline of a
 * session that still runs.
 */
export async function factsOf(tx: Reading, id: string, now: Date, { withNotes = false } = {}): Promise<ActFacts | undefined> {
  const meeting = await meetingOf(tx, id);
  if (!meeting) return undefined;
  const name = await memberNames(tx);
  const seats = (await tx.selectFrom("plenary.seat").select("country").where("meeting", "=", id).execute()).map(({ country }) => country);
  const attendees = await attendeesOf(tx, id);
  const day = meeting.startsAt === null ? null : dayIn(meeting.startsAt, meeting.timeZone);
  const holder = async (office: "presidency" | "secretariat"): Promise<Text | null> => {
    const term = day === null ? undefined : await termOn(tx, office, day);
    if (term?.country !== undefined) return name(term.country);
    return term?.body === undefined ? null : { es: term.body, en: term.body };
  };
  const quorum = await meetingQuorum(tx, meeting, seats, attendees, now);
  const agenda = await agendaOf(tx, id);
  return {
    meeting,
    seats: seats.map((country) => ({ country, name: name(country) })).sort((one, other) => one.name.es.localeCompare(other.name.es, "es")),
    presidency: await holder("presidency"),
    secretariat: await holder("secretariat"),
    attendees,
    modes: await modesOf(tx, id),
    convocation: await convocationOf(tx, id, meeting.convenedAt),
    quorum: quorum ?? null,
    suspensions: (
      await tx.selectFrom("plenary.suspension").select(["from_at as from", "until_at as until", "reason"]).where("meeting", "=", id).orderBy("from_at").execute()
    ),
    agenda,
    notes: withNotes ? await notesOf(tx, agenda.map((item) => item.id)) : new Map(),
    speakers: await speakersOf(tx, id, name),
    reports: await reportsOf(tx, id, name),
    representations: await representationsOf(tx, id, name),
    motions: await motionFacts(tx, id, name),
    elections: await electionFacts(tx, id, name),
    agreements: await agreementsOfMeeting(tx, id),
    approvedActs: await approvedActs(tx, id),
  };
}

async function modesOf(tx: Reading, meeting: string): Promise<ActFacts["modes"]> {
  const rows = await tx.selectFrom("plenary.confirmation").select(["country", "mode"]).where("meeting", "=", meeting).execute();
  return new Map(rows.flatMap(({ country, mode }) => (mode === "in-person" || mode === "virtual" ? [[country, mode] as const] : [])));
}

/** The proof of the convocation in figures. A delegation sees its own notices alone, so a function of the owner counts them. */
async function convocationOf(tx: Reading, meeting: string, convenedAt: Date | null): Promise<ActFacts["convocation"]> {
  if (convenedAt === null) return null;
  const { rows } = await sql<{ notices: number; acknowledged: number }>`select notices, acknowledged from plenary.convocation_figures(${meeting})`.execute(tx);
  return { convenedAt, notices: rows[0]?.notices ?? 0, acknowledged: rows[0]?.acknowledged ?? 0 };
}

/** The newest notes of each item; only those who lead may ask. */
async function notesOf(tx: Reading, items: readonly string[]): Promise<ActFacts["notes"]> {
  if (items.length === 0) return new Map();
  const rows = await tx
    .selectFrom("plenary.item_note")
    .select(["item", "body"])
    .distinctOn("item")
    .where("item", "in", items)
    .orderBy("item")
    .orderBy("version", "desc")
    .execute();
  return new Map(rows.map(({ item, body }) => [item, body]));
}

async function speakersOf(tx: Reading, meeting: string, name: (code: string) => Text): Promise<ActFacts["speakers"]> {
  const rows = await tx
    .selectFrom("plenary.speech as s")
    .innerJoin("plenary.accreditation as a", "a.id", "s.accreditation")
    .select(["s.item", "a.country", "a.organisation"])
    .where("s.meeting", "=", meeting)
    .where("s.begun_at", "is not", null)
    .orderBy("s.begun_at")
    .execute();
  const spoken = new Map<string, Map<string, Text>>();
  for (const { item, country, organisation } of rows) {
    if (item === null) continue;
    const of = country === null ? { es: organisation ?? "", en: organisation ?? "" } : name(country);
    const known = spoken.get(item) ?? new Map<string, Text>();
    if (!known.has(of.es)) known.set(of.es, of);
    spoken.set(item, known);
  }
  return new Map([...spoken].map(([item, each]) => [item, [...each.values()]]));
}

async function reportsOf(tx: Reading, meeting: string, name: (code: string) => Text): Promise<ActFacts["reports"]> {
  const rows = await tx.selectFrom("plenary.country_report").select(["country", "body", "presented_at as presentedAt"]).where("meeting", "=", meeting).execute();
  return rows
    .map(({ country, ...row }) => ({ name: name(country), ...row }))
    .sort((one, other) => one.name.es.localeCompare(other.name.es, "es"));
}

async function representationsOf(tx: Reading, meeting: string, name: (code: string) => Text): Promise<ActFacts["representations"]> {
  const rows = await tx
    .selectFrom("plenary.representation")
    .select(["event", "place", "from_day as from", "until_day as until", "delegated_to", "report"])
    .where("reported_in", "=", meeting)
    .orderBy("from_day")
    .orderBy("entered_at")
    .execute();
  return rows.map(({ delegated_to, ...row }) => ({ ...row, delegatedTo: delegated_to === null ? null : name(delegated_to) }));
}

async function approvedActs(tx: Reading, meeting: string): Promise<ActFacts["approvedActs"]> {
  return tx
    .selectFrom("plenary.act as a")
    .leftJoin("plenary.motion as o", "o.id", "a.approved_motion")
    .select(["a.meeting", "o.number as motion"])
    .where("a.approved_in", "=", meeting)
    .orderBy("a.approved_at")
    .execute();
}
