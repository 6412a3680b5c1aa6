import { answerCandidacy } from "../../src/plenary/election/candidacy.store.ts";
import { openElection, proclaim } from "../../src/plenary/election/election-act.store.ts";
import type { Election } from "../../src/plenary/election/election.ts";
import { electionOf } from "../../src/plenary/election/election.store.ts";
import { openRound, settleRound } from "../../src/plenary/election/round.store.ts";
import { voteOf } from "../../src/plenary/vote/vote.store.ts";
import { cast, countsTwice } from "./demo-plenary-decide.ts";
import { type Stage, type State, demoId, does, presidency, secretariat, sees, states, titular } from "./demo-plenary-people.ts";

/** Who stands, with the words with which its delegation accepts. Honduras rests: it holds the present term. */
const candidates = [
  ["CRI", "Costa Rica ofrece dar continuidad al plan de trabajo y reunir a la Coalición cada trimestre."],
  ["PAN", "Panamá ofrece poner el acento en las rutas del Darién y en la atención a personas migrantes."],
  ["DOM", "República Dominicana ofrece acercar la Coalición a los países del Caribe."],
] as const satisfies readonly (readonly [State, string])[];

/** What each delegation writes in both rounds: nobody has the majority in the first, Costa Rica in the second. */
const rounds = [
  { BLZ: "CRI", CRI: "CRI", SLV: "CRI", GTM: "CRI", HND: "PAN", MEX: "PAN", NIC: "DOM", PAN: "PAN", DOM: "DOM" },
  { BLZ: "CRI", CRI: "CRI", SLV: "CRI", GTM: "CRI", HND: "PAN", MEX: "CRI", NIC: "PAN", PAN: "PAN", DOM: "CRI" },
] as const satisfies readonly Readonly<Record<State, State>>[];

/** Holds the election of the presidency for 2025 and proclaims it. */
export async function holdElection(stage: Stage, meeting: string, item: string): Promise<void> {
  const id = demoId(`${meeting} election`);
  const present = () => sees(stage, secretariat, (tx) => electionOf(tx, meeting));
  if (!(await present()))
    await does(stage, presidency, (tx, actor) => openElection(tx, actor, { id, meeting, item, termFrom: "2025-01-01", termUntil: "2025-12-31" }), ["opened"]);
  for (const [country, statement] of candidates) {
    const election = await known(present());
    if (election.state === "candidacies" && !election.candidacies.some((each) => each.country === country && each.state === "standing"))
      await does(stage, titular(country), (tx, actor) => answerCandidacy(tx, actor, election, { accepts: true, statement }), ["accepted"]);
  }
  for (const [place, choices] of rounds.entries()) await holdRound(stage, meeting, place, choices);
  const decided = await known(present());
  if (decided.state !== "proclaimed") await does(stage, presidency, (tx, actor) => proclaim(tx, actor, decided), ["proclaimed"]);
}

async function holdRound(stage: Stage, meeting: string, place: number, choices: Readonly<Record<State, State>>): Promise<void> {
  const vote = demoId(`${meeting} round ${place + 1}`);
  const before = await sees(stage, secretariat, (tx) => voteOf(tx, vote));
  if (before?.state === "settled") return;
  const election = await known(sees(stage, secretariat, (tx) => electionOf(tx, meeting)));
  if (!before) await does(stage, presidency, (tx, actor) => openRound(tx, actor, election, vote, stage.secret), ["opened"]);
  if (before?.state !== "closed") {
    const options = (await sees(stage, secretariat, (tx) => voteOf(tx, vote)))?.choices ?? [];
    const optionOf = (country: State) => options.find((each) => each.country === choices[country])?.option ?? 0;
    await cast(stage, vote, Object.fromEntries(states.map((country) => [country, optionOf(country)])));
  }
  await countsTwice(stage, vote);
  await does(stage, presidency, (tx, actor) => settleRound(tx, actor, meeting, vote), [place === 0 ? "second-round" : "elected"]);
}

async function known(found: Promise<Election | undefined>): Promise<Election> {
  const election = await found;
  if (!election) throw new Error("The demonstration's election is not there");
  return election;
}
