import type { Reading } from "#database";
import { sql } from "#database";
import type { CountedStep } from "../indicator/step.ts";
import type { ActivityReport, FigureKind, NodeKind, Plan, PlanKind, PlanNode, PlanResponsible, PlanVersion, ResponsibleKind, VersionState } from "./plan.ts";

/** The plans that the reader may know of, the newest period first; a draft's number only for who may read drafts. */
export async function plansOf(tx: Reading): Promise<Plan[]> {
  const rows = await tx.selectFrom("planning.plan").selectAll().orderBy("until_day", "desc").orderBy("from_day", "desc").orderBy("id").execute();
  const versions = Map.groupBy(await tx.selectFrom("planning.version").select(["plan", "version", "state"]).execute(), ({ plan }) => plan);
  return rows.map((row) => {
    const ofPlan = versions.get(row.id) ?? [];
    return {
      id: row.id,
      kind: row.kind as PlanKind, // the table's check holds the kinds
      title: { es: row.title_es, en: row.title_en },
      from: row.from_day,
      until: row.until_day,
      parent: row.parent,
      isRecord: row.is_record,
      source: row.source_es === null || row.source_en === null ? null : { es: row.source_es, en: row.source_en },
      version: ofPlan.find(({ state }) => state === "approved")?.version ?? null,
      draft: ofPlan.find(({ state }) => state === "draft")?.version ?? null,
    };
  });
}

/** One plan; undefined when there is none that the reader may know of. */
export async function planOf(tx: Reading, id: string): Promise<Plan | undefined> {
  return (await plansOf(tx)).find((plan) => plan.id === id);
}

/** The versions of a plan, the newest first. */
export async function versionsOf(tx: Reading, plan: string): Promise<PlanVersion[]> {
  const rows = await tx.selectFrom("planning.version").selectAll().where("plan", "=", plan).orderBy("version", "desc").execute();
  return rows.map((row) => ({
    plan: row.plan,
    version: row.version,
    state: row.state as VersionState, // the table's check holds the states
    reason: { es: row.reason_es, en: row.reason_en },
    decidedIn: row.decided_in,
    motion: row.motion,
    decidedOn: row.decided_on,
    approvedAt: row.approved_at,
    discarded: row.discarded_at === null ? null : { reason: row.discard_reason, at: row.discarded_at },
  }));
}

/**
 * The nodes of one version, each parent before its children and siblings in their order. Without a version: the one in force;
 * where none is yet, the draft for who may read it. Empty when there is nothing to see.
 */
export async function treeOf(tx: Reading, plan: string, version?: number): Promise<PlanNode[]> {
  const known = await planOf(tx, plan);
  const wanted = version ?? known?.version ?? known?.draft;
  if (!known || wanted === undefined || wanted === null) return [];
  const rows = await tx
    .selectFrom("planning.node")
    .selectAll()
    // The driver reads numerics as numbers; a weight stays exact.
    .select(sql<string | null>`trim_scale(weight)::text`.as("weight_text"))
    .where("plan", "=", plan)
    .where("version", "=", wanted)
    .orderBy("position")
    .orderBy("code")
    .orderBy("key")
    .execute();
  const nodes = rows.map((row): PlanNode => ({
    plan: row.plan,
    version: row.version,
    key: row.key,
    parent: row.parent,
    kind: row.kind as NodeKind, // the table's check holds the kinds
    code: row.code,
    position: row.position,
    title: { es: row.title_es, en: row.title_en },
    detail: { es: row.detail_es, en: row.detail_en },
    sourcePage: row.source_page,
    weight: row.weight_text,
    target: { es: row.target_es, en: row.target_en },
    verification: { es: row.verification_es, en: row.verification_en },
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    months: row.months,
    planFrom: known.from,
    planUntil: known.until,
    indicator:
      row.figure === null
        ? null
        : {
            unit: { es: row.unit_es, en: row.unit_en },
            figure: row.figure as FigureKind, // the table's check holds the kinds
            countedStep: row.counted_step as CountedStep | null, // the table's check holds the steps
            direction: row.direction as "up" | "down" | null, // likewise
            baseline: row.baseline,
            baselineOn: row.baseline_on,
            targetFigure: row.target,
            targetOn: row.target_on,
            measure: row.measure,
            bridge: row.bridge_factor === null ? null : { factor: row.bridge_factor, note: { es: row.bridge_note_es, en: row.bridge_note_en } },
          },
    goals: row.goals,
  }));
  return inTreeOrder(nodes);
}

function inTreeOrder(nodes: readonly PlanNode[]): PlanNode[] {
  const children = Map.groupBy(nodes, ({ parent }) => parent);
  const ordered: PlanNode[] = [];
  const visit = (parent: string | null) => {
    for (const node of children.get(parent) ?? []) {
      ordered.push(node);
      visit(node.key);
    }
  };
  visit(null);
  return ordered;
}

/** Who answers for what in one version, by the node's key: who answers before who supports. */
export async function responsibleOf(tx: Reading, plan: string, version: number): Promise<Map<string, PlanResponsible[]>> {
  const rows = await tx
    .selectFrom("planning.responsible")
    .select(["id", "key", "kind", "country", "committee", "organisation", "role"])
    .where("plan", "=", plan)
    .where("version", "=", version)
    .orderBy("role")
    .orderBy("kind")
    .orderBy("country")
    .orderBy("id")
    .execute();
  const each = rows.map((row) => ({ ...row, kind: row.kind as ResponsibleKind, role: row.role as PlanResponsible["role"] })); // the table's checks hold both
  return Map.groupBy(each, ({ key }) => key);
}

/** The newest accepted report on each activity of a plan, by its key, through all versions: what `rollUp` counts. */
export async function acceptedOf(tx: Reading, plan: string): Promise<Map<string, ActivityReport>> {
  const rows = await tx
    .selectFrom("planning.report")
    .distinctOn("key")
    .select(["key", "until_day", sql<string>`trim_scale(progress)::text`.as("progress")])
    .where("plan", "=", plan)
    .where("answer", "=", "accepted")
    .where("progress", "is not", null)
    .orderBy("key")
    .orderBy("until_day", "desc")
    .orderBy("submitted_at", "desc")
    .execute();
  return new Map(rows.map(({ key, until_day, progress }) => [key, { progress, until: until_day }]));
}
