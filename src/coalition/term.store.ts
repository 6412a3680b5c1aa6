import { addDays, isDay } from "#basics";
import { randomUUID } from "node:crypto";
import type { Reading, Writing } from "#database";
import { membersOn } from "./member.store.ts";
import {
  type Term,
  type TermDraft,
  type TermOffice,
  type TermRefusal,
  lastDayOfTerm,
  runsOn,
  termDraftProblem,
} from "./term.ts";

const columns = [
  "id",
  "office",
  "country",
  "body",
  "from",
  "until",
  "end_unknown",
  "precision",
  "elected_at",
  "source_es",
  "source_en",
] as const;

/** All terms of all offices, the newest first. Anyone may read them. */
export async function terms(tx: Reading): Promise<Term[]> {
  const rows = await tx.selectFrom("coalition.term").select(columns).orderBy("from", "desc").orderBy("office").execute();
  return rows.map(termOf);
}

/** Who holds an office on a day (ISO); nothing where no term is known, which does not mean that nobody held it. */
export async function termOn(tx: Reading, office: TermOffice, day: string): Promise<Term | undefined> {
  const rows = await tx
    .selectFrom("coalition.term")
    .select(columns)
    .where("office", "=", office)
    .where("from", "<=", day)
    .execute();
  return rows.map(termOf).find((term) => runsOn(term, day));
}

/**
 * Enters a term, in the transaction of the act that gave it: an election, or the secretariat's own entry. Policy `organs_enter`
 * lets the acting secretariat or presidency do it.
 *
 * A term of the office that still runs without a last day ends the day before. A term with a last day gives no way: the
 * answer is 'overlaps', and it has to be ended first.
 */
export async function openTerm(
  tx: Writing,
  draft: TermDraft,
): Promise<{ readonly id: string } | { readonly refusal: TermRefusal }> {
  const problem = termDraftProblem(draft);
  if (problem) return { refusal: problem };
  const { office, country, body, from, electedAt, source } = draft;
  if (country !== undefined && !(await membersOn(tx, from)).some(({ code }) => code === country))
    return { refusal: "not-a-member" };
  const until = draft.until ?? lastDayOfTerm(office, from);
  const running = (await terms(tx)).filter((term) => term.office === office && !term.isEndUnknown);
  const overlapping = running.filter((term) => term.from <= until && (term.until === undefined || term.until >= from));
  if (overlapping.some((term) => term.until !== undefined || term.from >= from)) return { refusal: "overlaps" };
  for (const { id } of overlapping)
    await tx
      .updateTable("coalition.term")
      .set({ until: addDays(from, -1) })
      .where("id", "=", id)
      .execute();
  const id = randomUUID();
  // Two entries at the same moment: the exclusion constraint lets one in, and the other hears that they overlap.
  const kept = await tx
    .insertInto("coalition.term")
    .values({
      id,
      office,
      country: country ?? null,
      body: body ?? null,
      from,
      until,
      elected_at: electedAt ?? null,
      source_es: source.es,
      source_en: source.en,
    })
    .onConflict((already) => already.doNothing())
    .returning("id")
    .executeTakeFirst();
  return kept ?? { refusal: "overlaps" };
}

/** Ends a term before its time; `until` is its last day. Policy `organs_end`. */
export async function endTerm(tx: Writing, id: string, until: string): Promise<TermRefusal | undefined> {
  if (!isDay(until)) return "not-a-day";
  const term = (await terms(tx)).find((each) => each.id === id);
  if (!term) return "unknown-term";
  if (term.isEndUnknown || (term.until !== undefined && term.until <= until)) return "already-ended";
  if (until < term.from) return "ends-before-it-begins";
  await tx.updateTable("coalition.term").set({ until }).where("id", "=", id).execute();
  return undefined;
}

function termOf(row: {
  id: string;
  office: string;
  country: string | null;
  body: string | null;
  from: string;
  until: string | null;
  end_unknown: boolean;
  precision: string;
  elected_at: string | null;
  source_es: string;
  source_en: string;
}): Term {
  return {
    id: row.id,
    office: row.office as TermOffice, // the check constraint of the table holds the offices
    ...(row.country === null ? {} : { country: row.country }),
    ...(row.body === null ? {} : { body: row.body }),
    from: row.from,
    ...(row.until === null ? {} : { until: row.until }),
    isEndUnknown: row.end_unknown,
    precision: row.precision === "year" ? "year" : "day",
    ...(row.elected_at === null ? {} : { electedAt: row.elected_at }),
    source: { es: row.source_es, en: row.source_en },
  };
}
