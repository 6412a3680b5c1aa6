import { widen } from "#archive";
import type { Actor } from "#basics";
import type { Reading, Writing } from "#database";
import { placeOf } from "../progress/report.store.ts";
import { leads, reportsForCountry } from "../progress/report.ts";
import type { PlanNode } from "../plan/plan.ts";
import type { IndicatorRefusal } from "./refusal.ts";
import { type CountedStep, type CountryStep, type Step, type StepDraft, standingOn, stepProblems } from "./step.ts";

/** The steps that countries entered on an indicator, the newest first; policies decide which the reader sees. */
export async function stepsOf(tx: Reading, key: string): Promise<CountryStep[]> {
  const rows = await tx.selectFrom("planning.country_step").selectAll().where("key", "=", key).orderBy("on_day", "desc").orderBy("entered_at", "desc").execute();
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    country: row.country,
    step: row.step as Step, // the table's check holds the steps
    on: row.on_day,
    note: row.note,
    evidenceUrl: row.evidence_url,
    evidenceDocument: row.evidence_document,
    account: row.account,
    name: row.name,
    at: row.entered_at,
    answer: row.answer as CountryStep["answer"], // likewise
    answerNote: row.answer_note,
  }));
}

/** The step from which on a country counts, by this version of the plan; 'approved' where it says nothing. */
export function countedStepOf({ indicator }: PlanNode): CountedStep {
  return indicator?.countedStep ?? "approved";
}

/** Whether an indicator is counted by country. */
export function isOfCountries({ indicator }: PlanNode): boolean {
  return indicator !== null && indicator.figure === "countries" && indicator.measure === null;
}

/** What became of a step. */
export type StepEntered = { readonly refusal: IndicatorRefusal } | { readonly problems: Record<string, string[]> } | { readonly kept: string };

/** Enters the step of the acting country; it waits for the leaders' answer. `today` is an ISO day. Policy `states_step`. */
export async function enterStep(tx: Writing, actor: Actor, plan: string, key: string, draft: StepDraft, today: string): Promise<StepEntered> {
  const place = await placeOf(tx, plan, key);
  if (!place) return { refusal: "unknown-node" };
  if (!isOfCountries(place.node)) return { refusal: "not-of-countries" };
  if (!reportsForCountry(actor)) return { refusal: "not-yours" };
  const own = (await stepsOf(tx, key)).filter(({ country }) => country === actor.country);
  if (own.some(({ id }) => id === draft.id)) return { kept: draft.id };
  if (own.some(({ answer }) => answer === null)) return { refusal: "step-waiting" };
  const problems = stepProblems(draft, standingOn(own, today).get(actor.country)?.step ?? "none", today);
  if (Object.keys(problems).length > 0) return { problems };
  await tx
    .insertInto("planning.country_step")
    .values({
      id: draft.id,
      key,
      country: actor.country,
      step: draft.step,
      on_day: draft.on,
      note: draft.note.trim(),
      evidence_url: draft.evidenceUrl ?? null,
      evidence_document: draft.evidenceDocument ?? null,
      account: actor.account,
      name: actor.name,
    })
    .onConflict((already) => already.doNothing())
    .execute();
  return { kept: draft.id };
}

/** Accepts a country's step, which then counts, or returns it with the reason. Policy `leaders_answer`. */
export async function answerStep(
  tx: Writing,
  actor: Actor,
  id: string,
  { answer, note }: { readonly answer: "accepted" | "returned"; readonly note: string },
): Promise<IndicatorRefusal | undefined> {
  if (actor.kind !== "member" || !leads(actor)) return "not-yours";
  const found = await tx.selectFrom("planning.country_step").select(["account", "answer", "evidence_document"]).where("id", "=", id).executeTakeFirst();
  if (!found) return "unknown-step";
  if (found.answer !== null) return "already-answered";
  if (found.account === actor.account) return "own-step";
  if (answer === "returned" && note.trim() === "") return "reason-needed";
  const done = await tx
    .updateTable("planning.country_step")
    .set({ answer, answer_note: note.trim(), answered_at: new Date(), answered_by: actor.account })
    .where("id", "=", id)
    .where("answer", "is", null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return "already-answered";
  // Evidence follows its step to the members; only the secretariat may show a document to more readers.
  if (answer === "accepted" && found.evidence_document !== null && actor.office === "secretariat") await widen(tx, found.evidence_document, "members");
  return undefined;
}

/** A step that waits for its answer. */
export interface WaitingStep {
  readonly id: string;
  readonly key: string;
  readonly country: string;
  readonly account: string;
  readonly name: string;
  readonly at: Date;
}

/** The steps that wait, the oldest first: the leaders see all, a country its own. */
export async function stepsWaiting(tx: Reading): Promise<WaitingStep[]> {
  return tx.selectFrom("planning.country_step").select(["id", "key", "country", "account", "name", "entered_at as at"]).where("answer", "is", null).orderBy("entered_at").execute();
}
