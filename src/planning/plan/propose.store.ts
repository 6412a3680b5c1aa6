import { randomUUID } from "node:crypto";
import { type Actor, addMonths } from "#basics";
import type { Writing } from "#database";
import { nodeRow, responsibleRow } from "./node-row.ts";
import { acceptedOf, planOf, responsibleOf, treeOf } from "./node.store.ts";
import { createPlan, keepsPlans } from "./plan-act.store.ts";
import { leftUndone } from "./propose.ts";
import type { PlanRefusal } from "./refusal.ts";

/**
 * Proposes the operational plan of the next year from what was left undone: a new plan whose draft holds the activities below
 * 100 percent with what they stand under. Its parts are new, because progress belongs to a year; each activity is traced to
 * the one that it continues. Weights among siblings are shared out equally anew. Gives the id of the plan.
 */
export async function proposeNextPlan(tx: Writing, actor: Actor, plan: string): Promise<{ readonly id: string } | PlanRefusal> {
  if (!keepsPlans(actor)) return "not-yours";
  const old = await planOf(tx, plan);
  if (!old) return "unknown-plan";
  if (old.kind !== "operational" || old.version === null) return "not-operational";
  const undone = leftUndone(await treeOf(tx, plan, old.version), await acceptedOf(tx, plan));
  if (undone.length === 0) return "all-done";
  const year = Number(old.until.slice(0, 4)) + 1;
  const next = await createPlan(tx, actor, {
    kind: "operational",
    title: { es: `Plan Operativo ${year}`, en: `Operational Plan ${year}` },
    from: addMonths(old.from, 12),
    until: addMonths(old.until, 12),
    parent: old.parent,
  });
  if (typeof next === "string") return next;
  const keys = new Map(undone.map(({ key }) => [key, randomUUID()]));
  const keyOf = (key: string) => keys.get(key) ?? key;
  await tx
    .insertInto("planning.node")
    .values(
      undone.map((node) =>
        nodeRow({
          ...node,
          plan: next.id,
          version: next.version,
          key: keyOf(node.key),
          parent: node.parent === null ? null : keyOf(node.parent),
          sourcePage: "",
          startsOn: node.startsOn === null ? null : addMonths(node.startsOn, 12),
          endsOn: node.endsOn === null ? null : addMonths(node.endsOn, 12),
        }),
      ),
    )
    .execute();
  const responsible = [...(await responsibleOf(tx, plan, old.version)).values()].flat().filter(({ key }) => keys.has(key));
  if (responsible.length > 0) {
    await tx.insertInto("planning.responsible").values(responsible.map((each) => responsibleRow(next.id, next.version, { ...each, key: keyOf(each.key) }))).execute();
  }
  const activities = undone.filter(({ kind }) => kind === "activity");
  await tx
    .insertInto("planning.trace")
    .values(activities.map(({ key }) => ({ id: randomUUID(), key: keyOf(key), kind: "activity", target_key: key, label: old.title.es, entered_by: actor.account })))
    .execute();
  return next;
}
