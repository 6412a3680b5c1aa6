import type { Actor, Text } from "#basics";
import { type Database, type Reading, type Writing, sql, write } from "#database";
import { type OfficialDocument, unprintableCharacters } from "#documents";
import { enqueue } from "#jobs";
import { adoptedMotions, canonicalJson, contentDigest, recordMeetings, revived } from "#plenary";
import { type Accountability, type AccountabilityDraft, type AccountabilityKind, type AccountabilityRefusal, type AccountabilityState, mayKeepReports } from "./accountability.ts";
import { type Finding, reportFindings } from "./checklist.ts";
import { type Approval, accountabilityDocument } from "./document.ts";
import type { AccountabilityFacts } from "./facts.ts";
import { factsOf } from "./facts.store.ts";
import { type PartText, textsOf } from "./text.store.ts";

const columns = [
  "id", "kind", "number", "title_es", "title_en", "from_day", "until_day", "plans", "state", "approved_in", "motion", "approved_on", "digest", "document",
] as const;

type Row = {
  id: string; kind: string; number: string; title_es: string; title_en: string; from_day: string; until_day: string; plans: string[]; state: string;
  approved_in: string | null; motion: string | null; approved_on: string | null; digest: string | null; document: string | null;
};

function asReport(row: Row): Accountability {
  return {
    id: row.id,
    kind: row.kind as AccountabilityKind, // the table's checks hold kinds and states
    number: row.number,
    title: { es: row.title_es, en: row.title_en },
    from: row.from_day,
    until: row.until_day,
    plans: row.plans,
    state: row.state as AccountabilityState, // likewise
    approvedIn: row.approved_in,
    motion: row.motion,
    approvedOn: row.approved_on,
    digest: row.digest,
    document: row.document,
  };
}

/** The accountability reports, the newest period first; drafts are for the leaders (policy `readers`). */
export async function reports(tx: Reading): Promise<Accountability[]> {
  const rows = await tx.selectFrom("planning.accountability").select(columns).orderBy("until_day", "desc").orderBy("number").execute();
  return rows.map(asReport);
}

/** One report by its number; undefined where the reader sees none. */
export async function reportOf(tx: Reading, number: string): Promise<Accountability | undefined> {
  const row = await tx.selectFrom("planning.accountability").select(columns).where("number", "=", number).executeTakeFirst();
  return row && asReport(row);
}

/** One report by its id. */
export async function reportById(tx: Reading, id: string): Promise<Accountability | undefined> {
  const row = await tx.selectFrom("planning.accountability").select(columns).where("id", "=", id).executeTakeFirst();
  return row && asReport(row);
}

/** Begins a report from a draft that `draftProblems` found good; the same form sent twice begins one. Policy `leaders_keep`. */
export async function beginReport(tx: Writing, actor: Actor, draft: AccountabilityDraft): Promise<AccountabilityRefusal | undefined> {
  if (!mayKeepReports(actor)) return "not-yours";
  if (await reportById(tx, draft.id)) return undefined;
  const made = await tx
    .insertInto("planning.accountability")
    .values({
      id: draft.id, kind: draft.kind, number: draft.number, title_es: draft.titleEs.trim(), title_en: draft.titleEn.trim(),
      from_day: draft.from, until_day: draft.until, plans: [...new Set(draft.plans)], begun_by: actor.account,
    })
    .onConflict((known) => known.column("number").doNothing())
    .returning("id")
    .executeTakeFirst();
  return made ? undefined : "number-taken";
}

/** A report as it stands: what it computes, what was written, and what would be printed. */
export interface ReportNow {
  readonly facts: AccountabilityFacts;
  readonly texts: readonly PartText[];
  readonly documents: Readonly<Record<"es" | "en", OfficialDocument>>;
}

/** Reads a report that is not approved yet, whole. `today` is an ISO day. */
export async function reportNow(tx: Reading, report: Accountability, today: string, approval?: Approval): Promise<ReportNow> {
  const [facts, texts] = [await factsOf(tx, report, today), await textsOf(tx, report.id)];
  const documents = { es: accountabilityDocument(report, facts, texts, "es", approval), en: accountabilityDocument(report, facts, texts, "en", approval) };
  return { facts, texts, documents };
}

/** What stands against approving it. */
export function findingsOf({ facts, texts, documents }: ReportNow): Finding[] {
  const unprintable = [...new Set([...unprintableCharacters(documents.es), ...unprintableCharacters(documents.en)])];
  return reportFindings(facts, texts, unprintable);
}

/** The digest of what is before the reader: over both languages as they would be printed. */
export function digestOf({ documents }: Pick<ReportNow, "documents">): string {
  return contentDigest({ es: canonicalJson(documents.es), en: canonicalJson(documents.en) });
}

/** A decision that can approve a report: an adopted motion, or a meeting of the record, which has none here. */
export interface Decision {
  /** 'motion:<id>' or 'meeting:<id>'. */
  readonly value: string;
  readonly meeting: string;
  readonly motion: { readonly id: string; readonly number: number; readonly title: Text } | null;
  readonly on: string;
}

/** The decisions that can approve this report now: taken after its period ended, and not used for another. */
export async function decisionsFor(tx: Reading, report: Pick<Accountability, "until">): Promise<Decision[]> {
  const used = new Set((await reports(tx)).map(({ motion }) => motion));
  const motions = (await adoptedMotions(tx)).map(({ id, meeting, number, title, decidedAt }): Decision => ({ value: `motion:${id}`, meeting, motion: { id, number, title }, on: dayInGuatemala(decidedAt) }));
  const records = (await recordMeetings(tx)).flatMap(({ id, day }): Decision[] => (day === null ? [] : [{ value: `meeting:${id}`, meeting: id, motion: null, on: day }]));
  return [...motions, ...records].filter(({ on, motion }) => on > report.until && !used.has(motion?.id ?? ""));
}

const dayInGuatemala = (now: Date) => new Intl.DateTimeFormat("en-CA", { timeZone: "America/Guatemala" }).format(now);

/**
 * Records that the plenary approved a report: both languages are frozen as they would be printed, under one digest, and the files
 * are asked for. `expected` is the digest that the approver read: when anything changed since, nothing happens.
 */
export async function approveReport(tx: Writing, actor: Actor, id: string, wish: { readonly decision: string; readonly expected: string }, today: string): Promise<{ readonly digest: string } | { readonly refusal: AccountabilityRefusal }> {
  if (!mayKeepReports(actor)) return { refusal: "not-yours" };
  await sql`select from planning.accountability where id = ${id}::uuid for no key update`.execute(tx);
  const report = await reportById(tx, id);
  if (!report) return { refusal: "unknown-report" };
  if (report.state !== "draft") return { refusal: "approved-already" };
  const before = await reportNow(tx, report, today);
  if (digestOf(before) !== wish.expected) return { refusal: "changed" };
  if (findingsOf(before).some(({ level }) => level === "error")) return { refusal: "errors-open" };
  const decision = (await decisionsFor(tx, report)).find(({ value }) => value === wish.decision);
  if (!decision) return { refusal: (await reports(tx)).some(({ motion }) => motion !== null && wish.decision === `motion:${motion}`) ? "motion-used" : "not-decided" };
  const { documents } = await reportNow(tx, report, today, { meeting: decision.meeting, motion: decision.motion?.number ?? null, on: decision.on });
  const digest = digestOf({ documents });
  await tx
    .updateTable("planning.accountability")
    .set({
      state: "approved", approved_in: decision.meeting, motion: decision.motion?.id ?? null, approved_on: decision.on, digest,
      snapshot: JSON.stringify({ es: canonicalJson(documents.es), en: canonicalJson(documents.en) }),
    })
    .where("id", "=", id)
    .execute();
  await enqueueFiles(tx, actor, report);
  return { digest };
}

/**
 * Records an approval in a transaction of its own. Two reports that reach for one motion at the same instant are told apart by the
 * database when the second is written; that becomes the same word, and nothing of it stays.
 */
export async function recordApproval(database: Database, actor: Actor, id: string, wish: Parameters<typeof approveReport>[3], today: string): ReturnType<typeof approveReport> {
  try {
    return await write(database, actor, (tx) => approveReport(tx, actor, id, wish, today));
  } catch (fault) {
    if (typeof fault === "object" && fault !== null && "constraint" in fault && fault.constraint === "accountability_one_per_motion") return { refusal: "motion-used" };
    throw fault;
  }
}

/** Asks for the files of an approved report; asking twice makes them once. */
export async function enqueueFiles(tx: Writing, actor: Actor, { id, number }: Pick<Accountability, "id" | "number">): Promise<void> {
  await enqueue(tx, {
    kind: "accountability-files",
    title: { es: `Archivos del informe ${number}`, en: `Files of report ${number}` },
    payload: { report: id },
    ...(actor.kind === "member" ? { account: actor.account } : {}),
    page: `/workspace/accountability/${number}`,
  });
}

/** Asks again for the files of an approved report whose task failed. */
export async function retryFiles(tx: Writing, actor: Actor, id: string): Promise<AccountabilityRefusal | undefined> {
  if (!mayKeepReports(actor)) return "not-yours";
  const report = await reportById(tx, id);
  if (!report) return "unknown-report";
  if (report.state !== "approved") return "nothing-to-retry";
  await enqueueFiles(tx, actor, report);
  return undefined;
}

/** The approved documents as they were frozen; undefined before approval. Throws when they no longer match their digest. */
export async function snapshotOf(tx: Reading, { id, digest }: Pick<Accountability, "id" | "digest">): Promise<ReportNow["documents"] | undefined> {
  const row = await tx.selectFrom("planning.accountability").select("snapshot").where("id", "=", id).executeTakeFirst();
  const kept = row?.snapshot as { readonly es: string; readonly en: string } | null | undefined; // written by approveReport
  if (!kept) return undefined;
  if (contentDigest(kept) !== digest) throw new Error(`The approved report ${id} does not match its digest`);
  return { es: revived(JSON.parse(kept.es)), en: revived(JSON.parse(kept.en)) };
}
