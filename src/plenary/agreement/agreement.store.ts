import type { Text } from "#basics";
import type { Reading } from "#database";
import { localTime } from "../meeting/zone.ts";
import type { Agreement, AgreementState, Offspring, OffspringKind, Progress, Responsible } from "./agreement.ts";
import { directory } from "./directory.store.ts";
import { responsibleText } from "./directory.ts";
import type { ConvenedMeeting } from "./due.ts";
import { dueOfRow } from "./due-row.ts";
import { dueWords } from "./due-words.ts";

/** Which agreements are meant; what is left out narrows nothing. */
export interface AgreementFilter {
  readonly meeting?: string;
  readonly number?: string;
}

/**
 * Agreements in the order of their numbers, each with who has a part in it; policies of `plenary.agreement` decide which: the
 * public gets the public ones, members and observers all.
 */
export async function agreements(tx: Reading, { meeting, number }: AgreementFilter = {}): Promise<Agreement[]> {
  let asked = tx.selectFrom("plenary.agreement").selectAll().orderBy("year").orderBy("ordinal");
  if (meeting !== undefined) asked = asked.where("meeting", "=", meeting);
  if (number !== undefined) asked = asked.where("number", "=", number);
  const rows = await asked.execute();
  if (rows.length === 0) return [];
  const parts = await tx
    .selectFrom("plenary.agreement_responsible")
    .select(["agreement", "kind", "country", "committee", "organisation", "role"])
    .where("agreement", "in", rows.map(({ id }) => id))
    .orderBy("role")
    .orderBy("kind")
    .orderBy("country")
    .orderBy("id")
    .execute();
  const byAgreement = Map.groupBy(parts, (each) => each.agreement);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    year: row.year,
    ordinal: row.ordinal,
    meeting: row.meeting,
    item: row.item,
    motion: row.motion,
    mark: row.mark,
    title: { es: row.title_es, en: row.title_en },
    text: { es: row.text_es, en: row.text_en },
    due: dueOfRow(row),
    dueSaid: row.due_words,
    isPublic: row.is_public,
    state: row.state as AgreementState, // the table's check holds the states
    fulfilledOn: row.fulfilled_on,
    closingNote: row.closing_note,
    isRecord: row.is_record,
    enteredAt: row.entered_at,
    responsible: (byAgreement.get(row.id) ?? []).map(({ agreement: _, ...each }) => each as Responsible), // the table's checks hold kind and role
  }));
}

/** One agreement by its number; undefined when there is none that the actor may see. */
export async function agreementOf(tx: Reading, number: string): Promise<Agreement | undefined> {
  return (await agreements(tx, { number }))[0];
}

/** An agreement as an act or a list prints it. */
export interface AgreementLine extends Agreement {
  readonly responsibleText: Text;
  readonly dueText: Text;
}

/** The agreements of one meeting in their order, with who answers and until when in words: for its tab and its act. */
export async function agreementsOfMeeting(tx: Reading, meeting: string): Promise<AgreementLine[]> {
  const found = await agreements(tx, { meeting });
  if (found.length === 0) return [];
  const register = await directory(tx);
  return found.map((each) => ({
    ...each,
    responsibleText: responsibleText(each.responsible, register),
    dueText: { es: dueWords(each.due, "es"), en: dueWords(each.due, "en") },
  }));
}

/** The meetings by which due dates in words become days: convened, in session or closed, on the day of their own zone. */
export async function convenedMeetings(tx: Reading): Promise<ConvenedMeeting[]> {
  const rows = await tx
    .selectFrom("plenary.meeting")
    .select(["ordinal", "year", "starts_at", "time_zone"])
    .where("state", "in", ["convened", "open", "closed"])
    .where("starts_at", "is not", null)
    .execute();
  return rows.flatMap(({ ordinal, year, starts_at, time_zone }) =>
    starts_at === null ? [] : [{ ordinal, year, startsOn: localTime(starts_at, time_zone).slice(0, 10) }],
  );
}

/** The day of a meeting in its own zone; undefined where it is not known. */
export async function dayOfMeeting(tx: Reading, meeting: string): Promise<string | undefined> {
  const row = await tx.selectFrom("plenary.meeting").select(["starts_at", "time_zone"]).where("id", "=", meeting).executeTakeFirst();
  return row?.starts_at ? localTime(row.starts_at, row.time_zone).slice(0, 10) : undefined;
}

/**
 * What was reported on an agreement, the newest first. Policies: the leaders read all, a country its own and what was accepted,
 * observers what was accepted.
 */
export async function progressOf(tx: Reading, agreement: string): Promise<Progress[]> {
  const rows = await tx
    .selectFrom("plenary.agreement_progress")
    .select([
      "id", "kind", "text", "evidence_url as evidenceUrl", "evidence_document as evidenceDocument", "at", "account", "name", "country", "office",
      "answer", "answer_note as answerNote", "answered_at as answeredAt",
    ])
    .where("agreement", "=", agreement)
    .orderBy("at", "desc")
    .execute();
  return rows as Progress[]; // the table's checks hold kind and answer
}

/** What an agreement gave rise to, in the order of entry. */
export async function offspringOf(tx: Reading, agreement: string): Promise<Offspring[]> {
  const rows = await tx
    .selectFrom("plenary.agreement_offspring")
    .select(["id", "kind", "title_es", "title_en", "committee", "document", "url"])
    .where("agreement", "=", agreement)
    .orderBy("entered_at")
    .orderBy("id")
    .execute();
  return rows.map(({ title_es, title_en, kind, ...row }) => ({
    ...row,
    kind: kind as OffspringKind, // the table's check holds the kinds
    title: { es: title_es, en: title_en },
  }));
}

/** One act upon an agreement, as the history of its meeting tells it. */
export interface AgreementEvent {
  readonly at: Date;
  readonly author: string;
  readonly sentence: Text;
}

/** The acts upon an agreement in their order, from the history of its meeting. Leaders and states read it; observers have no grant. */
export async function eventsOf(tx: Reading, agreement: Pick<Agreement, "meeting" | "number">): Promise<AgreementEvent[]> {
  const rows = await tx
    .selectFrom("plenary.event")
    .select(["at", "author", "detail", "kind"])
    .where("meeting", "=", agreement.meeting)
    .where("kind", "like", "agreement.%")
    .orderBy("id")
    .execute();
  return rows.flatMap(({ at, author, detail, kind }) => {
    const { agreement: number, sentence } = detail as { agreement?: string; sentence?: Text }; // as `tell` wrote it
    return number === agreement.number ? [{ at, author, sentence: sentence ?? { es: kind, en: kind } }] : [];
  });
}

