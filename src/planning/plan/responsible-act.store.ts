import { randomUUID } from "node:crypto";
import type { Actor } from "#basics";
import type { Writing } from "#database";
import { directory } from "./directory.store.ts";
import { knows } from "./directory.ts";
import { treeOf } from "./node.store.ts";
import { draftOf, keepsPlans } from "./plan-act.store.ts";
import type { PlanResponsible } from "./plan.ts";
import type { PlanRefusal } from "./refusal.ts";

/** Names one who answers for a part of the draft, or supports who answers. */
export async function addPlanResponsible(
  tx: Writing,
  actor: Actor,
  plan: string,
  key: string,
  party: Omit<PlanResponsible, "id" | "key">,
): Promise<PlanRefusal | undefined> {
  if (!keepsPlans(actor)) return "not-yours";
  const version = await draftOf(tx, plan);
  if (version === undefined) return "no-draft";
  if (!(await treeOf(tx, plan, version)).some((node) => node.key === key)) return "unknown-node";
  if (!knows(await directory(tx), party)) return "unknown-responsible";
  const { kind, country, committee, organisation, role } = party;
  const added = await tx
    .insertInto("planning.responsible")
    .values({ id: randomUUID(), plan, version, key, kind, country, committee, organisation, role })
    .onConflict((same) => same.columns(["plan", "version", "key", "kind", "country", "committee", "organisation"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return added ? undefined : "already-responsible";
}

/** Takes one who answers off a part of the draft. */
export async function removePlanResponsible(tx: Writing, actor: Actor, plan: string, id: string): Promise<PlanRefusal | undefined> {
  if (!keepsPlans(actor)) return "not-yours";
  const version = await draftOf(tx, plan);
  if (version === undefined) return "no-draft";
  await tx.deleteFrom("planning.responsible").where("id", "=", id).where("plan", "=", plan).where("version", "=", version).execute();
  return undefined;
}
