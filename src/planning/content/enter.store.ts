import type { Actor } from "#basics";
import { type Database, type Writing, write } from "#database";
import { communicationStrategy } from "./communication.ts";
import type { PlanEntry } from "./entry.ts";
import { insertTree } from "./tree.store.ts";
import { operationalPlan2018 } from "./operational-2018.ts";
import { strategicPlan } from "./strategic.ts";

/** The coalition's plans as they were published, the ten-year plan before those that carry it out. */
export const startingPlans: readonly PlanEntry[] = [strategicPlan, operationalPlan2018, communicationStrategy];

const platform: Actor = { kind: "system", task: "plans" };

/**
 * Enters the plans of the record, each with its version 1 in force, in the platform's own name, as it starts. A plan that is
 * there already stays as it is, with its later versions and all that was reported of it.
 */
export async function enterPlans(database: Database): Promise<void> {
  await write(database, platform, async (tx) => {
    for (const plan of startingPlans) await enterPlan(tx, plan);
  });
}

async function enterPlan(tx: Writing, plan: PlanEntry): Promise<void> {
  const entered = await tx
    .insertInto("planning.plan")
    .values({
      id: plan.id,
      kind: plan.kind,
      title_es: plan.title.es,
      title_en: plan.title.en,
      from_day: plan.from,
      until_day: plan.until,
      parent: plan.parent ?? null,
      is_record: true,
      source_es: plan.source.es,
      source_en: plan.source.en,
    })
    .onConflict((already) => already.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!entered) return;
  await tx.insertInto("planning.version").values({ plan: plan.id, version: 1, reason_es: plan.reason.es, reason_en: plan.reason.en }).execute();
  await insertTree(tx, plan.id, 1, plan.entries);
  // The moment is the database's; the words only have to be there for the row to be lawful.
  await tx.updateTable("planning.version").set({ state: "approved" }).where("plan", "=", plan.id).where("version", "=", 1).execute();
}
