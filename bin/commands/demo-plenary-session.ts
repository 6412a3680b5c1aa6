import { addDays, dayOf } from "#basics";
import { approveAgenda } from "../../src/plenary/meeting/agenda.store.ts";
import { countryReportsOf, handInReport, presentReport } from "../../src/plenary/session/country-report.store.ts";
import { openSuspension } from "../../src/plenary/session/item.store.ts";
import { enterRepresentation, hearRepresentation, reportRepresentation, representationOf } from "../../src/plenary/session/representation.store.ts";
import { closeSession, resume, suspend, verifyQuorum } from "../../src/plenary/session/session.store.ts";
import { askFloor, endFloor, giveFloor } from "../../src/plenary/session/speech.store.ts";
import { enterAgreements } from "./demo-plenary-agreement.ts";
import { meeting2024, motions, reports, reservation, sessionNotes } from "./demo-plenary-content.ts";
import { byConsensus, byVote, proposes } from "./demo-plenary-decide.ts";
import { holdElection } from "./demo-plenary-election.ts";
import { atItem, credentialsOf, meetingNow, moves, notes, prepareMeeting } from "./demo-plenary-meeting.ts";
import { type Stage, type State, demoId, does, presidency, secretariat, sees, states, titular } from "./demo-plenary-people.ts";

/** Holds meeting V-2024 from its convocation to its closing, with its agreements; goes on where it was broken off. */
export async function holdMeeting2024(stage: Stage): Promise<string> {
  const id = await prepareMeeting(stage, meeting2024);
  if ((await meetingNow(stage, id))?.state === "open") {
    await opening(stage, id);
    await reporting(stage, id);
    await deciding(stage, id);
    const election = await point(stage, id, "election");
    await holdElection(stage, id, election);
    await point(stage, id, "closing");
    await enterAgreements(stage, id, addDays(dayOf(stage.now), 20));
    await does(stage, presidency, (tx, actor) => closeSession(tx, actor, id, false));
  }
  await enterAgreements(stage, id, addDays(dayOf(stage.now), 20));
  return id;
}

/** Begins a point and writes its notes. */
async function point(stage: Stage, meeting: string, kind: keyof typeof sessionNotes): Promise<string> {
  const item = await atItem(stage, meeting, kind);
  const text = sessionNotes[kind];
  if (text) await notes(stage, meeting, item, text.es);
  return item;
}

/** Arrivals, quorum, the Dominican delegation that comes late, and the agenda. */
async function opening(stage: Stage, meeting: string): Promise<void> {
  for (const country of states) if (country !== "DOM") await moves(stage, meeting, `${country} titular`, "arrival", 1, titular(country));
  for (const who of ["GTM alternate", "CRI alternate", "HND adviser", "observer"]) await moves(stage, meeting, who, "arrival");
  await point(stage, meeting, "opening");
  await does(stage, presidency, (tx, actor) => verifyQuorum(tx, actor, meeting));
  const item = await atItem(stage, meeting, "agenda");
  await moves(stage, meeting, "DOM titular", "arrival");
  const motion = await proposes(stage, meeting, item, motions.agenda);
  await byConsensus(stage, meeting, motion, [["BLZ", "agreement", ""], ["DOM", "agreement", ""]]);
  await does(stage, secretariat, (tx, actor) => approveAgenda(tx, actor, meeting, motion), ["agenda-approved"]);
  await point(stage, meeting, "previous-act");
}

/** Country reports with their speakers, and the report of a representation. */
async function reporting(stage: Stage, meeting: string): Promise<void> {
  await point(stage, meeting, "country-reports");
  for (const [country, body] of reports) {
    const known = (await sees(stage, secretariat, (tx) => countryReportsOf(tx, meeting))).find((each) => each.country === country);
    if (known?.presentedAt) continue;
    await does(stage, titular(country), (tx, actor) => handInReport(tx, actor, meeting, { body }));
    await speaks(stage, meeting, country, "report");
    await does(stage, presidency, (tx, actor) => presentReport(tx, actor, meeting, country));
  }
  await point(stage, meeting, "representation");
  const id = demoId(`${meeting} representation`);
  const draft = { id, event: "Foro regional sobre migración (ficticio)", place: "Ciudad de Panamá", fromDay: "2024-10-08", untilDay: "2024-10-09", delegatedTo: "SLV" };
  const report = "El Salvador representó a la Coalición y presentó su trabajo de coordinación entre Estados. Varias organizaciones pidieron conocer los Lineamientos.";
  if (!(await sees(stage, secretariat, (tx) => representationOf(tx, id)))?.reportedIn) {
    await does(stage, presidency, (tx, actor) => enterRepresentation(tx, actor, draft));
    await does(stage, titular("SLV"), (tx, actor) => reportRepresentation(tx, actor, id, report));
    await does(stage, presidency, (tx, actor) => hearRepresentation(tx, actor, id, meeting));
  }
}

/** A delegation's titular speaks on the current point. */
async function speaks(stage: Stage, meeting: string, country: State, of: string): Promise<void> {
  const id = demoId(`${meeting} speech ${of} ${country}`);
  await does(stage, titular(country), (tx, actor) => askFloor(tx, actor, meeting, { id, accreditation: credentialsOf(meeting, `${country} titular`), kind: "floor" }));
  await does(stage, presidency, (tx, actor) => giveFloor(tx, actor, meeting, id), ["over"]);
  await does(stage, presidency, (tx, actor) => endFloor(tx, actor, meeting, id));
}

/** Consensus with a reservation, a roll call, hands that were raised while Mexico's link was down, a secret vote. */
async function deciding(stage: Stage, meeting: string): Promise<void> {
  const item = await point(stage, meeting, "motion");
  for (const country of ["GTM", "PAN"] as const) await speaks(stage, meeting, country, "motion");
  const guidelines = await proposes(stage, meeting, item, motions.guidelines);
  await byConsensus(stage, meeting, guidelines, [["GTM", "agreement", ""], ["PAN", "agreement", ""], ["BLZ", "agreement", ""], ["MEX", "reservation", reservation]]);
  await byConsensus(stage, meeting, await proposes(stage, meeting, item, motions.plan), [["CRI", "agreement", ""], ["DOM", "agreement", ""]]);
  const referral = await proposes(stage, meeting, item, motions.referral);
  await byVote(stage, { motion: referral, method: "roll-call", rule: "absolute-of-members", choices: { BLZ: 1, CRI: 1, SLV: 1, GTM: 1, HND: 1, MEX: 2, NIC: 2, PAN: 1, DOM: 3 } });
  const night = demoId(`${meeting} first night`);
  if (!(await isResumed(stage, meeting, night))) {
    if (!(await sees(stage, secretariat, (tx) => openSuspension(tx, meeting)))) await does(stage, presidency, (tx, actor) => suspend(tx, actor, meeting, night, "Fin de la primera jornada"));
    await does(stage, presidency, (tx, actor) => resume(tx, actor, meeting));
  }
  await moves(stage, meeting, "MEX titular", "departure");
  const infographics = await proposes(stage, meeting, item, motions.infographics);
  const hands = "Los teléfonos quedaron sin conexión: se votó a mano alzada.";
  await byVote(stage, { motion: infographics, method: "roll-call", rule: "simple", byHands: hands, choices: { BLZ: 1, CRI: 1, SLV: 1, GTM: 1, HND: 1, NIC: 3, PAN: 1, DOM: 1 } });
  await moves(stage, meeting, "MEX titular", "arrival", 2);
  const campaign = await proposes(stage, meeting, item, motions.campaign);
  await byVote(stage, { motion: campaign, method: "secret", rule: "simple", choices: { BLZ: 1, CRI: 1, SLV: 1, GTM: 2, HND: 1, MEX: 1, NIC: 3, PAN: 1, DOM: 1 } });
  await point(stage, meeting, "information");
}

function isResumed(stage: Stage, meeting: string, suspension: string): Promise<boolean> {
  return sees(stage, secretariat, async (tx) => {
    const row = await tx.selectFrom("plenary.suspension").select("until_at").where("meeting", "=", meeting).where("id", "=", suspension).executeTakeFirst();
    return row?.until_at != null;
  });
}
