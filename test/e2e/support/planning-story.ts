import { randomUUID } from "node:crypto";
import { addDays, dayOf } from "#basics";
import { closeConsensus, openConsensus } from "../../../src/plenary/vote/consensus.store.ts";
import { proposeMotion } from "../../../src/plenary/vote/motion.store.ts";
import { closeMeeting } from "../../plenary-act.ts";
import { arrangeMeeting } from "../../plenary-meeting.ts";
import { act } from "../../plenary-vote.ts";
import { type ArrangedNode, arrangePlan, arrangeReport, planKey } from "../../planning-plan.ts";
import type { Platform } from "./platform.ts";

/** The plan of the story: over since three days, so that everything of it has ended whenever the story is told. */
export interface StoryPlan {
  readonly id: string;
  /** Key of the activity that Guatemala owes a report on. */
  readonly owed: string;
  readonly from: string;
  readonly until: string;
}

/**
 * Arranges a plan of two axes, 60 and 40. What Honduras and the secretariat did was accepted: 45 of the plan without Guatemala,
 * whose activity weighs 15 of it (60 × 25 %) and ended ten days ago without a report.
 */
export async function arrangeStoryPlan({ world }: Platform, now: Date): Promise<StoryPlan> {
  const today = dayOf(now);
  const [from, until] = [addDays(today, -300), addDays(today, -3)];
  const over: readonly [string, string] = [addDays(today, -200), addDays(today, -150)];
  const nodes: readonly ArrangedNode[] = [
    { name: "axis 1", kind: "axis", code: "1", weight: "60" },
    { name: "objective 1.1", under: "axis 1", kind: "operational-objective", code: "1.1", weight: "100" },
    { name: "of Guatemala", under: "objective 1.1", kind: "activity", code: "1.1.1", weight: "25", days: [addDays(today, -20), addDays(today, -10)], responsible: ["GTM"] },
    { name: "of Honduras", under: "objective 1.1", kind: "activity", code: "1.1.2", weight: "75", days: over, responsible: ["HND"] },
    { name: "axis 2", kind: "axis", code: "2", weight: "40" },
    { name: "objective 2.1", under: "axis 2", kind: "operational-objective", code: "2.1", weight: "100" },
    { name: "of the secretariat", under: "objective 2.1", kind: "activity", code: "2.1.1", weight: "100", days: over, responsible: ["secretariat"] },
  ];
  const id = "plan-operativo-del-relato";
  await arrangePlan(world, id, Number(until.slice(0, 4)), nodes, { days: [from, until] });
  await arrangeReport(world, id, { name: "of Honduras", value: 100, until: over[1], country: "HND", state: "done" });
  await arrangeReport(world, id, { name: "of the secretariat", value: 0, until: over[1], state: "given-up", whyNot: "No hubo fondos." });
  return { id, owed: planKey(id, "of Guatemala"), from, until };
}

/** Holds a meeting of nine delegations that adopts a motion on the accountability report by consensus; gives the meeting's id. */
export async function holdApprovingMeeting({ world }: Platform, title: string): Promise<string> {
  const meeting = await arrangeMeeting(world);
  const [motion, consensus] = [randomUUID(), randomUUID()];
  const { secretariat, id } = meeting;
  await act(world, secretariat, (tx, actor) =>
    proposeMotion(tx, actor, { id: motion, meeting: id, item: meeting.items.motion, purpose: "substance", title: { es: title, en: "Accountability report" }, text: { es: "Se aprueba el informe.", en: "The report is approved." } }),
  );
  await act(world, secretariat, (tx, actor) => openConsensus(tx, actor, { id: consensus, motion }));
  const outcome = await act(world, secretariat, (tx, actor) => closeConsensus(tx, actor, consensus));
  if (outcome !== "adopted") throw new Error(`The motion was ${outcome}`);
  await closeMeeting(world, meeting);
  return id;
}
