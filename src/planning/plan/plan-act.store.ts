import type { Actor, Text } from "#basics";
import { type Writing, sql } from "#database";
import { planOf, responsibleOf, treeOf, versionsOf } from "./node.store.ts";
import { nodeRow, responsibleRow } from "./node-row.ts";
import type { PlanKind } from "./plan.ts";
import { readiness } from "./readiness.ts";
import type { PlanRefusal } from "./refusal.ts";

/** Whether an office keeps plans. The policies of the tables decide the same. */
export function keepsPlans(actor: Actor): actor is Extract<Actor, { kind: "member" }> {
  return actor.kind === "member" && (actor.office === "secretariat" || actor.office === "presidency");
}

/** A plan as it is begun. Days are ISO, both of them in the plan. */
export interface PlanDraft {
  readonly kind: PlanKind;
  readonly title: Text;
  readonly from: string;
  readonly until: string;
  readonly parent: string | null;
}

/** What stands in a plan's address: its kind and its years. */
function planId({ kind, from, until }: Pick<PlanDraft, "kind" | "from" | "until">): string {
  const [first, last] = [from.slice(0, 4), until.slice(0, 4)];
  const names = { strategic: "plan-estrategico", operational: "plan-operativo", communication: "estrategia-de-comunicacion" } as const;
  return `${names[kind]}-${first}${last === first ? "" : `-${last}`}`;
}

/**
 * Begins a plan with an empty draft: an operational plan under the strategic one, within its years. A plan of which every draft was
 * discarded begins again under its next number, if it is for the same days and under the same plan. Gives its id and the draft's number.
 */
export async function createPlan(tx: Writing, actor: Actor, draft: PlanDraft): Promise<{ readonly id: string; readonly version: number } | PlanRefusal> {
  if (!keepsPlans(actor)) return "not-yours";
  if (draft.until <= draft.from) return "period-backwards";
  if (draft.kind === "operational" && draft.parent === null) return "parent-needed";
  if (draft.parent !== null) {
    const parent = await planOf(tx, draft.parent);
    if (parent?.kind !== "strategic") return "parent-needed";
    if (draft.from < parent.from || draft.until > parent.until) return "outside-parent";
  }
  const id = planId(draft);
  const begun = await tx
    .insertInto("planning.plan")
    .values({ id, kind: draft.kind, title_es: draft.title.es, title_en: draft.title.en, from_day: draft.from, until_day: draft.until, parent: draft.parent, entered_by: actor.account })
    .onConflict((same) => same.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!begun) {
    const known = await planOf(tx, id);
    const isAbandoned = known?.version === null && known.draft === null && known.kind === draft.kind;
    if (!isAbandoned || known.from !== draft.from || known.until !== draft.until || known.parent !== draft.parent) return "plan-exists";
    await tx.updateTable("planning.plan").set({ title_es: draft.title.es, title_en: draft.title.en }).where("id", "=", id).execute();
  }
  const version = await nextVersion(tx, id);
  return (await insertDraft(tx, id, version)) ? { id, version } : "plan-exists";
}

/** The number that the next draft of a plan bears: one more than any before it, discarded ones too. */
async function nextVersion(tx: Writing, plan: string): Promise<number> {
  const row = await tx.selectFrom("planning.version").select((each) => each.fn.max<number | null>("version").as("last")).where("plan", "=", plan).executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/** Enters a draft; false where somebody else began one in the same moment. */
async function insertDraft(tx: Writing, plan: string, version: number, reason: Text = { es: "", en: "" }): Promise<boolean> {
  const made = await tx
    .insertInto("planning.version")
    .values({ plan, version, reason_es: reason.es, reason_en: reason.en })
    .onConflict((same) => same.doNothing())
    .returning("version")
    .executeTakeFirst();
  return made !== undefined;
}

/** Changes the title of a plan that is still a draft or in force: names may be corrected, what was decided may not. */
export async function retitlePlan(tx: Writing, actor: Actor, plan: string, title: Text): Promise<PlanRefusal | undefined> {
  if (!keepsPlans(actor)) return "not-yours";
  if (!(await draftOf(tx, plan))) return "no-draft";
  await tx.updateTable("planning.plan").set({ title_es: title.es, title_en: title.en }).where("id", "=", plan).execute();
  return undefined;
}

/** The number of a plan's draft, held so that one act at a time changes it; undefined where there is none. */
export async function draftOf(tx: Writing, plan: string): Promise<number | undefined> {
  const row = await tx.selectFrom("planning.version").select("version").where("plan", "=", plan).where("state", "=", "draft").forUpdate().executeTakeFirst();
  return row?.version;
}

/**
 * Begins a revision: the version in force, copied whole with its keys into a new draft, and why. Where none is in force because the
 * drafts were discarded, the newest of these is taken up again. Gives the new number.
 */
export async function beginRevision(tx: Writing, actor: Actor, plan: string, reason: Text): Promise<{ readonly version: number } | PlanRefusal> {
  if (!keepsPlans(actor)) return "not-yours";
  const known = await planOf(tx, plan);
  if (!known) return "unknown-plan";
  if (known.draft !== null) return "has-draft";
  if (reason.es === "" || reason.en === "") return "reason-needed";
  const base = known.version ?? (await versionsOf(tx, plan))[0]?.version;
  if (base === undefined) return "unknown-plan";
  const version = await nextVersion(tx, plan);
  if (!(await insertDraft(tx, plan, version, reason))) return "has-draft";
  const nodes = await treeOf(tx, plan, base);
  if (nodes.length > 0) await tx.insertInto("planning.node").values(nodes.map((node) => ({ ...nodeRow(node), version }))).execute();
  const responsible = [...(await responsibleOf(tx, plan, base)).values()].flat();
  if (responsible.length > 0) await tx.insertInto("planning.responsible").values(responsible.map((each) => responsibleRow(plan, version, each))).execute();
  return { version };
}

/**
 * Discards the draft of a plan, with the reason: it stays on record under its number, which is not given again, and can neither change
 * nor come into force. `version` is the draft that the secretariat had before it. Trigger `planning.check_version` holds the office.
 */
export async function discardDraft(tx: Writing, actor: Actor, plan: string, version: number, reason: string): Promise<PlanRefusal | undefined> {
  if (actor.kind !== "member" || actor.office !== "secretariat") return "secretariat-discards";
  if ((await draftOf(tx, plan)) !== version) return "no-draft";
  if (reason.trim() === "") return "discard-reason-needed";
  await tx.updateTable("planning.version").set({ state: "discarded", discard_reason: reason.trim() }).where("plan", "=", plan).where("version", "=", version).execute();
  return undefined;
}

/** By what a draft is approved. */
export interface PlanDecision {
  readonly meeting: string;
  /** An adopted motion of that meeting; null for a meeting of record, which the platform did not hold. */
  readonly motion: string | null;
}

/**
 * Puts the draft in force by a decision of the plenary: an adopted motion of a meeting held here, or a meeting of record. The
 * version before it is superseded; its reports stay with it.
 */
export async function approvePlan(tx: Writing, actor: Actor, plan: string, decision: PlanDecision): Promise<PlanRefusal | undefined> {
  if (!keepsPlans(actor)) return "not-yours";
  const version = await draftOf(tx, plan);
  if (version === undefined) return "no-draft";
  const { blocking } = readiness(await treeOf(tx, plan, version), await responsibleOf(tx, plan, version));
  if (blocking) return blocking;
  const meeting = await tx
    .selectFrom("plenary.meeting")
    .select(["is_record", sql<string | null>`(starts_at at time zone time_zone)::date`.as("day")])
    .where("id", "=", decision.meeting)
    .where("state", "in", ["open", "closed"])
    .executeTakeFirst();
  if (!meeting) return "unknown-meeting";
  if (decision.motion === null && !meeting.is_record) return "motion-needed";
  if (decision.motion !== null) {
    const motion = await tx
      .selectFrom("plenary.motion")
      .select("id")
      .where("id", "=", decision.motion)
      .where("meeting", "=", decision.meeting)
      .where("state", "=", "adopted")
      .executeTakeFirst();
    if (!motion) return "motion-not-adopted";
  }
  await tx.updateTable("planning.version").set({ state: "superseded" }).where("plan", "=", plan).where("state", "=", "approved").execute();
  await tx
    .updateTable("planning.version")
    .set({ state: "approved", decided_in: decision.meeting, motion: decision.motion, decided_on: meeting.day, approved_by: actor.account })
    .where("plan", "=", plan)
    .where("version", "=", version)
    .execute();
  return undefined;
}
