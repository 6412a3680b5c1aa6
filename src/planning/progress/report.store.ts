import type { Actor, Office } from "#basics";
import { widen } from "#archive";
import type { Reading, Writing } from "#database";
import { planOf, responsibleOf, treeOf } from "../plan/node.store.ts";
import type { Plan, PlanNode, PlanResponsible } from "../plan/plan.ts";
import { answersFor } from "./answering.ts";
import { committeeCountries } from "./register.store.ts";
import type { ProgressRefusal } from "./refusal.ts";
import { type FigureKind, type Report, type ReportDraft, type ReportState, draftProblems, figureOf, leads } from "./report.ts";

/** A place of the version in force, with its plan and who answers for it. */
export interface Place {
  readonly plan: Plan;
  readonly node: PlanNode;
  /** From the top to the node's parent. */
  readonly above: readonly PlanNode[];
  readonly responsible: readonly PlanResponsible[];
}

/** A node of the version in force by its plan and key; undefined when the reader knows of none. */
export async function placeOf(tx: Reading, planId: string, key: string): Promise<Place | undefined> {
  const plan = await planOf(tx, planId);
  if (!plan || plan.version === null) return undefined;
  const tree = await treeOf(tx, planId, plan.version);
  const byKey = new Map(tree.map((node) => [node.key, node]));
  const node = byKey.get(key);
  if (!node) return undefined;
  const above: PlanNode[] = [];
  for (let up = byKey.get(node.parent ?? ""); up; up = byKey.get(up.parent ?? "")) above.unshift(up);
  return { plan, node, above, responsible: (await responsibleOf(tx, planId, plan.version)).get(key) ?? [] };
}

/** What a node's figure is when somebody reports on it, or the word for why nobody does. */
export function figureKindOf(node: PlanNode): FigureKind | Extract<ProgressRefusal, "not-reportable" | "measured-is-not-typed" | "counted-from-countries"> {
  if (node.kind === "activity") return "progress";
  if (node.indicator === null) return "not-reportable";
  if (node.indicator.measure !== null) return "measured-is-not-typed";
  return node.indicator.figure === "countries" ? "counted-from-countries" : node.indicator.figure;
}

/** Whether the actor may report on a node as things stand; else the word why not. */
export async function mayReport(tx: Reading, actor: Actor, { node, responsible }: Place): Promise<ProgressRefusal | undefined> {
  const kind = figureKindOf(node);
  if (kind === "not-reportable" || kind === "measured-is-not-typed" || kind === "counted-from-countries") return kind;
  if (actor.kind !== "member" || ["observer", "communicator", "administrator"].includes(actor.office)) return "not-yours";
  return answersFor(actor, responsible, await committeeCountries(tx)) ? undefined : "not-answering";
}

/** What became of a report that was sent: kept, refused with a word, or problems by field. */
export type Submitted = { readonly refusal: ProgressRefusal } | { readonly problems: Record<string, string[]> } | { readonly kept: string };

/**
 * Keeps a report on a node of the version in force. `today` is an ISO day. The same form sent twice keeps one. A report that was
 * returned is answered by a new one: the old one stays as it is. Policies `states_report` and `leaders_report`.
 */
export async function submitReport(tx: Writing, actor: Actor, planId: string, key: string, draft: ReportDraft, today: string): Promise<Submitted> {
  const place = await placeOf(tx, planId, key);
  if (!place) return { refusal: "unknown-node" };
  const refusal = await mayReport(tx, actor, place);
  if (refusal) return { refusal };
  const kind = figureKindOf(place.node) as FigureKind; // mayReport has sent the words away
  const problems = draftProblems(draft, kind, place.plan, today);
  if (Object.keys(problems).length > 0) return { problems };
  if (actor.kind !== "member") return { refusal: "not-yours" };
  const figure = figureOf(draft.figure) ?? null;
  await tx
    .insertInto("planning.report")
    .values({
      id: draft.id,
      plan: planId,
      version: place.node.version,
      key,
      country: leads(actor) ? null : (actor.country ?? null),
      office: actor.office,
      from_day: draft.from,
      until_day: draft.until,
      progress: kind === "progress" ? figure : null,
      figure: kind === "progress" ? null : figure,
      state_of: kind === "progress" ? (draft.stateOf ?? null) : null,
      narrative: draft.narrative.trim(),
      why_not: draft.whyNot.trim(),
      evidence_url: draft.evidenceUrl ?? null,
      evidence_document: draft.evidenceDocument ?? null,
      account: actor.account,
      name: actor.name,
    })
    .onConflict((already) => already.doNothing())
    .execute();
  return { kept: draft.id };
}

/** Accepts a report, which the other members then see, or returns it with the reason; never one's own. Policy `leaders_answer`. */
export async function answerReport(
  tx: Writing,
  actor: Actor,
  report: string,
  { answer, note }: { readonly answer: "accepted" | "returned"; readonly note: string },
): Promise<ProgressRefusal | undefined> {
  if (actor.kind !== "member" || !leads(actor)) return "not-yours";
  const found = await tx.selectFrom("planning.report").select(["account", "answer", "evidence_document"]).where("id", "=", report).executeTakeFirst();
  if (!found) return "unknown-report";
  if (found.answer !== null) return "already-answered";
  if (found.account === actor.account) return "own-report";
  if (answer === "returned" && note.trim() === "") return "reason-needed";
  const done = await tx
    .updateTable("planning.report")
    .set({ answer, answer_note: note.trim(), answered_by: actor.account, answered_by_name: actor.name })
    .where("id", "=", report)
    .where("answer", "is", null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return "already-answered";
  // Evidence follows its report to the members; only the secretariat may show a document to more readers.
  if (answer === "accepted" && found.evidence_document !== null && actor.office === "secretariat") await widen(tx, found.evidence_document, "members");
  return undefined;
}

/** The reports on one node through all versions, the newest period first; policies decide which the reader sees. */
export async function reportsOf(tx: Reading, key: string): Promise<Report[]> {
  const rows = (await rowsOf(tx, { key })).map(asReport);
  return rows.toSorted((a, b) => b.until.localeCompare(a.until) || b.at.getTime() - a.at.getTime());
}

/** The reports of one plan, or of all, the newest sent first; policies decide which the reader sees. */
export async function reportsOfPlan(tx: Reading, plan?: string): Promise<Report[]> {
  return (await rowsOf(tx, plan === undefined ? {} : { plan })).map(asReport);
}

/** The reports that wait for an answer, the oldest first: the leaders see all, a country its own. */
export async function reportsWaiting(tx: Reading): Promise<Report[]> {
  return (await rowsOf(tx, { isWaiting: true })).map(asReport).toReversed();
}

/** The reports that a country sent, whatever became of them, the newest first; `most` of them. */
export async function reportsFrom(tx: Reading, country: string, most = 200): Promise<Report[]> {
  return (await rowsOf(tx, { country, most })).map(asReport);
}

/** The reports of the organs that an account sent, the newest first. */
export async function reportsBy(tx: Reading, account: string, most = 200): Promise<Report[]> {
  return (await rowsOf(tx, { account, most })).map(asReport);
}

interface Wanted {
  readonly key?: string;
  readonly plan?: string;
  readonly country?: string;
  readonly account?: string;
  readonly isWaiting?: true;
  readonly most?: number;
}

function rowsOf(tx: Reading, { key, plan, country, account, isWaiting, most }: Wanted) {
  let asked = tx.selectFrom("planning.report").selectAll().orderBy("submitted_at", "desc").orderBy("id");
  if (key !== undefined) asked = asked.where("key", "=", key);
  if (plan !== undefined) asked = asked.where("plan", "=", plan);
  if (country !== undefined) asked = asked.where("country", "=", country);
  if (account !== undefined) asked = asked.where("account", "=", account).where("country", "is", null);
  if (isWaiting) asked = asked.where("answer", "is", null);
  if (most !== undefined) asked = asked.limit(most);
  return asked.execute();
}

type ReportRow = Awaited<ReturnType<typeof rowsOf>>[number];

function asReport(row: ReportRow): Report {
  return {
    id: row.id,
    plan: row.plan,
    version: row.version,
    key: row.key,
    country: row.country,
    office: row.office as Office, // the policies let no other word in
    from: row.from_day,
    until: row.until_day,
    progress: row.progress,
    figure: row.figure,
    stateOf: row.state_of as ReportState | null, // the table's check holds the states
    narrative: row.narrative,
    whyNot: row.why_not,
    evidenceUrl: row.evidence_url,
    evidenceDocument: row.evidence_document,
    account: row.account,
    name: row.name,
    at: row.submitted_at,
    answer: row.answer as Report["answer"], // likewise
    answerNote: row.answer_note,
    answeredAt: row.answered_at,
    answeredByName: row.answered_by_name,
  };
}
