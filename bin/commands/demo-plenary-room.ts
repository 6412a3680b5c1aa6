import { approveAgenda } from "../../src/plenary/meeting/agenda.store.ts";
import { askFloor } from "../../src/plenary/session/speech.store.ts";
import { verifyQuorum } from "../../src/plenary/session/session.store.ts";
import { voteOf } from "../../src/plenary/vote/vote.store.ts";
import { signDemoAct } from "./demo-plenary-act.ts";
import { meeting2025, motions } from "./demo-plenary-content.ts";
import { byConsensus, castsAll, proposes, voteOn } from "./demo-plenary-decide.ts";
import { atItem, credentialsOf, meetingNow, moves, prepareMeeting } from "./demo-plenary-meeting.ts";
import { type Stage, demoId, does, presidency, secretariat, sees, titular } from "./demo-plenary-people.ts";

/** In the room of I-2025: seven of nine. El Salvador is there by its alternate; Belize and Nicaragua have not come. */
const inTheRoom = ["CRI titular", "SLV alternate", "GTM titular", "HND titular", "MEX titular", "PAN titular", "DOM titular", "HND adviser", "observer"];

/**
 * Opens meeting I-2025, has it approve the act of V-2024, and leaves it in session at its motion: a roll call is open with
 * three ballots, and two delegations wait to speak. Whoever tries the demonstration goes on from there.
 */
export async function openMeeting2025(stage: Stage, previous: string): Promise<void> {
  const id = await prepareMeeting(stage, meeting2025);
  const workPlan = demoId(`${id} motion ${motions.workPlan.key}`);
  const isReady = (await sees(stage, secretariat, (tx) => voteOf(tx, voteOn(workPlan)))) !== undefined;
  const isOpen = (await meetingNow(stage, id))?.state === "open";
  if (!isOpen || isReady) return;
  for (const who of inTheRoom) await moves(stage, id, who, "arrival");
  await atItem(stage, id, "opening");
  await does(stage, presidency, (tx, actor) => verifyQuorum(tx, actor, id));
  const agenda = await proposes(stage, id, await atItem(stage, id, "agenda"), motions.agenda);
  await byConsensus(stage, id, agenda, [["GTM", "agreement", ""]]);
  await does(stage, secretariat, (tx, actor) => approveAgenda(tx, actor, id, agenda), ["agenda-approved"]);
  const act = await proposes(stage, id, await atItem(stage, id, "previous-act"), motions.previousAct);
  await byConsensus(stage, id, act, [["HND", "agreement", ""], ["GTM", "agreement", ""]]);
  await signDemoAct(stage, previous, id, act);
  const item = await atItem(stage, id, "motion");
  for (const [country, kind] of [["PAN", "floor"], ["MEX", "reply"]] as const)
    await does(stage, titular(country), (tx, actor) => askFloor(tx, actor, id, { id: demoId(`${id} waits ${country}`), accreditation: credentialsOf(id, `${country} titular`), kind }), ["already-asked"]);
  await proposes(stage, id, item, motions.workPlan);
  await castsAll(stage, { motion: workPlan, method: "roll-call", rule: "absolute-of-present", choices: { CRI: 1, GTM: 1, HND: 1 } });
}
