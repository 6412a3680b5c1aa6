import { dayOf } from "#basics";
import type { Reading } from "#database";
import { startingLightRule } from "../light.ts";
import { acceptedOf, planOf, responsibleOf, treeOf } from "../node.store.ts";
import { rollUp, wholePlan } from "../roll-up.ts";
import type { PlanRead } from "./plan-view.ts";

/** Reads a plan in one of its versions; without one, that in force or the draft. Undefined where there is nothing to see. */
export async function readPlan(tx: Reading, id: string, wanted?: number): Promise<PlanRead | undefined> {
  const plan = await planOf(tx, id);
  const version = wanted ?? plan?.version ?? plan?.draft;
  if (!plan || version === undefined || version === null) return undefined;
  const nodes = await treeOf(tx, id, version);
  const today = dayOf(new Date());
  const progress = rollUp(nodes, await acceptedOf(tx, id), today, startingLightRule);
  const whole = progress.get(wholePlan);
  if (!whole) return undefined;
  return { plan, version, nodes, responsible: await responsibleOf(tx, id, version), progress, whole, today };
}
