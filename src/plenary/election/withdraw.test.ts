import { afterAll, beforeAll, expect, test } from "vitest";
import { read, write } from "#database";
import { casts, holdsRound, opensElection, opensRound, seenElection, stand } from "../../../test/plenary-election.ts";
import { type ArrangedMeeting, type Person, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { type World, openWorld } from "../../../test/world.ts";
import { electionFacts } from "../act/facts-election.store.ts";
import { historyOf } from "../history/event.store.ts";
import { roomFacts } from "../session/room-facts.store.ts";
import { withdrawCandidacy } from "./candidacy.store.ts";
import { comingRound } from "./election.ts";
import { withdrawalInWords } from "./election-sentence.ts";

let world: World;
let year = 2060;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Three stand; Costa Rica and Panama go on to the second round with four votes each, Mexico has one. */
async function betweenRounds(): Promise<ArrangedMeeting> {
  year += 2;
  const meeting = await arrangeMeeting(world, { year });
  await opensElection(world, meeting, { termFrom: `${year + 1}-01-01`, termUntil: `${year + 1}-12-31` });
  await stand(world, meeting, ["CRI", "PAN", "MEX"]);
  const choices = Object.fromEntries(meeting.countries.map((country, place) => [country, place === 8 ? "MEX" : place % 2 === 0 ? "CRI" : "PAN"]));
  const { outcome } = await holdsRound(world, meeting, choices);
  if (outcome !== "second-round") throw new Error(outcome);
  return meeting;
}

const seen = (of: ArrangedMeeting) => seenElection(world, of.secretariat, of.id);
const withdraws = async (of: ArrangedMeeting, actor: Person) => {
  const election = await seen(of);
  return write(world.database, actor, (tx) => withdrawCandidacy(tx, actor, election));
};
const named = (code: string) => ({ es: code, en: code });

test("a candidate withdraws between rounds, and the one that is left needs the majority of the first round in favour", async () => {
  const of = await betweenRounds();
  expect(comingRound(await seen(of))).toEqual({ stage: 2, candidates: ["CRI", "PAN"], left: [] });
  expect(await withdraws(of, of.titular("PAN"))).toBe("withdrawn");
  expect(await withdraws(of, of.titular("PAN"))).toBe("withdrawn");
  const election = await seen(of);
  expect(comingRound(election)).toEqual({ stage: 2, candidates: ["CRI"], left: ["PAN"] });
  expect(withdrawalInWords(election, named)?.es).toMatch(/^PAN se retiró.*CRI como candidatura única: se vota a favor o en contra/);
  const told = (await read(world.database, of.secretariat, (tx) => historyOf(tx, of.id))).filter(({ kind }) => kind === "election.withdrawn");
  expect(told.map(({ sentence }) => sentence.es)).toEqual([expect.stringContaining("Panamá retiró su candidatura a la Presidencia entre dos vueltas.")]);
  // The room, the act and the next ballot paper follow.
  expect((await read(world.database, of.secretariat, (tx) => roomFacts(tx, of.id)))?.election?.candidates).toEqual(["CRI", "MEX"]);
  const [fact] = await read(world.database, of.secretariat, (tx) => electionFacts(tx, of.id, named));
  expect(fact?.candidacies.find(({ name }) => name.es === "PAN")).toMatchObject({ acceptedAt: expect.any(Date), withdrawnAt: expect.any(Date) });
  const { vote, word } = await opensRound(world, of);
  expect(word).toBe("opened");
  const options = await read(world.database, of.secretariat, (tx) => tx.selectFrom("plenary.vote_option").select(["kind", "country"]).where("vote", "=", vote).orderBy("option").execute());
  expect(options).toEqual([{ kind: "candidate", country: "CRI" }, { kind: "against", country: null }, { kind: "abstention", country: null }]);
  expect(await casts(world, of, vote, "GTM", "CRI")).toBe("cast");
});

test("nobody withdraws while a round is open, for another country, out of the running, or after the end", async () => {
  const of = await betweenRounds();
  expect(await withdraws(of, of.titular("MEX"))).toBe("not-running");
  expect(await withdraws(of, of.titular("GTM"))).toBe("not-running");
  expect(await withdraws(of, of.secretariat)).toBe("not-yours");
  expect(await withdraws(of, of.focalPoint("CRI"))).toBe("not-yours");
  const { vote } = await opensRound(world, of);
  expect(await withdraws(of, of.titular("CRI"))).toBe("round-runs");
  await write(world.database, of.secretariat, (tx) => tx.selectFrom("plenary.vote").select("id").where("id", "=", vote).execute());
  expect((await seen(of)).candidacies.find(({ country }) => country === "CRI")?.state).toBe("standing");
});

test("when the last one withdraws candidacies open again, and who withdrew may come back", async () => {
  const of = await betweenRounds();
  expect(await withdraws(of, of.titular("PAN"))).toBe("withdrawn");
  expect(await withdraws(of, of.titular("CRI"))).toBe("withdrawn");
  const election = await seen(of);
  expect(election.state).toBe("candidacies");
  expect(withdrawalInWords(election, named)?.es).toBe("Las candidaturas están abiertas de nuevo.");
  expect(await stand(world, of, ["CRI"])).toEqual(["accepted"]);
  expect((await opensRound(world, of)).word).toBe("opened");
  expect((await seen(of)).rounds.at(-1)).toMatchObject({ stage: 1, candidates: ["CRI", "MEX"] });
});

test("two who withdraw at the same moment are both taken, one after the other", async () => {
  const of = await betweenRounds();
  const election = await seen(of);
  const both = [of.titular("PAN"), of.titular("CRI")].map((actor) => write(world.database, actor, (tx) => withdrawCandidacy(tx, actor, election)));
  expect(await Promise.all(both)).toEqual(["withdrawn", "withdrawn"]);
  expect((await seen(of)).state).toBe("candidacies");
});
