import { type Text, isLanguage, isDay } from "#basics";
import type { Reading, Writing } from "#database";
import {
  type MemberDraft,
  type MemberRecord,
  type MemberRefusal,
  type MemberState,
  isMemberOn,
  memberDraftProblem,
} from "./member.ts";

const columns = [
  "country",
  "name_es",
  "name_en",
  "mechanism_es",
  "mechanism_en",
  "mechanism_language",
  "basis_es",
  "basis_en",
  "lead_es",
  "lead_en",
  "institutions",
  "institutions_year",
  "institutions_source_es",
  "institutions_source_en",
  "source_es",
  "source_en",
  "joined_on",
  "joined_year",
  "left_on",
  "left_year",
] as const;

/** The members of today in the order of the Spanish alphabet; a fictional country of exercises is not among them. */
export async function currentMembers(tx: Reading): Promise<MemberState[]> {
  const rows = await tx
    .selectFrom("coalition.member")
    .select(columns)
    .where("fictional", "=", false)
    .where("left_year", "is", null)
    .execute();
  return rows.map(stateOf).toSorted(byName);
}

/**
 * The members entitled on a day (ISO), in the order of the Spanish alphabet: those that had joined and not left. Quorum and
 * votes count these; the fictional country of exercises never.
 */
export async function membersOn(tx: Reading, day: string): Promise<MemberState[]> {
  const rows = await tx.selectFrom("coalition.member").select(columns).where("fictional", "=", false).execute();
  return rows
    .filter((row) =>
      isMemberOn({ joinedOn: row.joined_on, joinedYear: row.joined_year, leftOn: row.left_on, leftYear: row.left_year }, day),
    )
    .map(stateOf)
    .toSorted(byName);
}

/** Every member of today and before with all that is known of it, in the order of the Spanish alphabet. */
export async function memberRecords(tx: Reading): Promise<MemberRecord[]> {
  const rows = await tx.selectFrom("coalition.member").select(columns).where("fictional", "=", false).execute();
  return rows.map(recordOf).toSorted(byName);
}

/** One member with all that is known of it; a fictional country has no record. */
export async function memberRecord(tx: Reading, code: string): Promise<MemberRecord | undefined> {
  const row = await tx
    .selectFrom("coalition.member")
    .select(columns)
    .where("fictional", "=", false)
    .where("country", "=", code)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Enters a state that joined. From then on quorum, votes and screens count it. Policy `secretariat_keeps`. */
export async function addMember(tx: Writing, draft: MemberDraft, today: string): Promise<MemberRefusal | undefined> {
  const problem = memberDraftProblem(draft, today);
  if (problem) return problem;
  const kept = await tx
    .insertInto("coalition.member")
    .values({
      country: draft.code,
      name_es: draft.name.es,
      name_en: draft.name.en,
      mechanism_es: draft.mechanism.es,
      mechanism_en: draft.mechanism.en,
      mechanism_language: draft.mechanismLanguage,
      basis_es: draft.basis?.es ?? null,
      basis_en: draft.basis?.en ?? null,
      lead_es: draft.lead?.es ?? null,
      lead_en: draft.lead?.en ?? null,
      joined_on: draft.joinedOn,
      joined_year: Number(draft.joinedOn.slice(0, 4)),
      source_es: draft.source.es,
      source_en: draft.source.en,
    })
    .onConflict((already) => already.doNothing())
    .returning("country")
    .executeTakeFirst();
  return kept ? undefined : "already-member";
}

/** Ends a membership: `leftOn` is the first day without it. The state, its terms and figures stay in the record. */
export async function endMembership(
  tx: Writing,
  code: string,
  leftOn: string,
  today: string,
): Promise<MemberRefusal | undefined> {
  if (!isDay(leftOn)) return "not-a-day";
  if (leftOn > today) return "day-in-future";
  const member = await memberRecord(tx, code);
  if (!member) return "unknown-member";
  if (member.leftYear !== undefined) return "already-left";
  if (member.joinedOn !== undefined && leftOn <= member.joinedOn) return "before-joining";
  await tx
    .updateTable("coalition.member")
    .set({ left_on: leftOn, left_year: Number(leftOn.slice(0, 4)) })
    .where("country", "=", code)
    .where("left_year", "is", null)
    .execute();
  return undefined;
}

interface Row {
  country: string;
  name_es: string;
  name_en: string;
  mechanism_es: string;
  mechanism_en: string;
  mechanism_language: string;
  basis_es: string | null;
  basis_en: string | null;
  lead_es: string | null;
  lead_en: string | null;
  institutions: number | null;
  institutions_year: number | null;
  institutions_source_es: string | null;
  institutions_source_en: string | null;
  source_es: string | null;
  source_en: string | null;
  joined_on: string | null;
  joined_year: number | null;
  left_on: string | null;
  left_year: number | null;
}

function stateOf(row: Row): MemberState {
  return {
    code: row.country,
    name: { es: row.name_es, en: row.name_en },
    mechanism: { es: row.mechanism_es, en: row.mechanism_en },
    mechanismLanguage: isLanguage(row.mechanism_language) ? row.mechanism_language : "es",
    ...(row.basis_es && row.basis_en ? { basis: { es: row.basis_es, en: row.basis_en } } : {}),
  };
}

function recordOf(row: Row): MemberRecord {
  const counted: Text = { es: row.institutions_source_es ?? "", en: row.institutions_source_en ?? "" }; // the table holds them together
  return {
    ...stateOf(row),
    ...(row.lead_es && row.lead_en ? { lead: { es: row.lead_es, en: row.lead_en } } : {}),
    ...(row.institutions === null
      ? {}
      : {
          institutions: {
            count: row.institutions,
            source: counted,
            ...(row.institutions_year === null ? {} : { year: row.institutions_year }),
          },
        }),
    ...(row.joined_on === null ? {} : { joinedOn: row.joined_on }),
    ...(row.joined_year === null ? {} : { joinedYear: row.joined_year }),
    ...(row.left_on === null ? {} : { leftOn: row.left_on }),
    ...(row.left_year === null ? {} : { leftYear: row.left_year }),
    ...(row.source_es && row.source_en ? { source: { es: row.source_es, en: row.source_en } } : {}),
  };
}

function byName(one: MemberState, other: MemberState): number {
  return one.name.es.localeCompare(other.name.es, "es");
}
