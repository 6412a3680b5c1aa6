import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sql, write } from "#database";
import { casts, holdsRound, installation, opensElection, opensRound, seenElection, stand } from "../../../test/plenary-election.ts";
import { type ArrangedMeeting, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { type World, asOwner, openWorld } from "../../../test/world.ts";
import { historyOf } from "../history/event.store.ts";
import { urnKey } from "../vote/receipt.ts";
import { answerCandidacy, proposeCandidacy } from "./candidacy.store.ts";
import { proclaim } from "./election-act.store.ts";
import { openRound, settleRound } from "./round.store.ts";
import { waiting } from "./waiting.ts";

let world: World;
let meeting: ArrangedMeeting;
beforeAll(async () => {
  world = await openWorld();
  meeting = await arrangeMeeting(world, { year: 2024 });
  await opensElection(world, meeting);
});
afterAll(() => world.close());

const word = (call: ReturnType<typeof sql<{ word: string }>>, actor = meeting.secretariat) => write(world.database, actor, async (tx) => (await call.execute(tx)).rows[0]?.word);
const settle = (vote: string, actor = meeting.secretariat) => write(world.database, actor, (tx) => settleRound(tx, actor, meeting.id, vote));
const told = async (kind: string) => (await write(world.database, meeting.secretariat, (tx) => historyOf(tx, meeting.id))).filter((line) => line.kind === kind).length;

test("a state that was proposed finds it on its desk until it answers", async () => {
  const panama = meeting.alternate("PAN");
  const election = await seenElection(world, meeting.secretariat, meeting.id);
  await write(world.database, meeting.titular("MEX"), (tx) => proposeCandidacy(tx, meeting.titular("MEX"), election, "PAN"));
  expect(await waiting(world.database, panama)).toMatchObject([{ href: `/workspace/meetings/${meeting.id}/election` }]);
  expect(await waiting(world.database, meeting.titular("CRI"))).toEqual([]);
  await write(world.database, panama, (tx) => answerCandidacy(tx, panama, election, { accepts: true, statement: "" }));
  expect(await waiting(world.database, panama)).toEqual([]);
});

test("of two rounds opened at the same moment one opens; the same form twice opens one and tells it once", async () => {
  await stand(world, meeting, ["MEX"]);
  const election = await seenElection(world, meeting.secretariat, meeting.id);
  const vote = randomUUID();
  const open = (id: string, actor = meeting.secretariat) => write(world.database, actor, (tx) => openRound(tx, actor, election, id, installation));
  const words = await Promise.all([open(vote), open(vote), open(randomUUID(), meeting.presidency)]);
  expect(words.filter((each) => each === "opened").length).toBeLessThanOrEqual(2);
  expect((await seenElection(world, meeting.secretariat, meeting.id)).rounds).toHaveLength(1);
  expect(await told("election.round-opened")).toBe(1);
});

test("a round gives its result after close, count, recount by another person and, where they differ, reconciliation", async () => {
  const vote = (await seenElection(world, meeting.secretariat, meeting.id)).rounds[0]?.vote ?? "";
  for (const country of meeting.countries) await casts(world, meeting, vote, country, "PAN");
  expect(await settle(vote, meeting.titular("CRI"))).toBe("not-yours");
  expect(await settle(randomUUID())).toBe("unknown-vote");
  expect(await settle(vote)).toBe("vote-open");
  await word(sql`select plenary.close_vote(${vote}::uuid, ${urnKey(installation, vote)}) as word`);
  expect(await settle(vote)).toBe("not-counted-yet");
  expect((await opensRound(world, meeting)).word).toBe("not-settled-yet");
  await word(sql`select plenary.count_vote(${vote}::uuid) as word`);
  expect(await settle(vote)).toBe("not-recounted-yet");
  const wrong = JSON.stringify({ 1: 1, 2: 8, 3: 0 });
  expect(await word(sql`select plenary.record_recount(${vote}::uuid, 9::smallint, ${wrong}::jsonb, '[]'::jsonb) as word`)).toBe("same-person");
  expect(await word(sql`select plenary.record_recount(${vote}::uuid, 9::smallint, ${wrong}::jsonb, '[]'::jsonb) as word`, meeting.secondSecretary)).toBe("different");
  expect(await settle(vote)).toBe("not-reconciled-yet");
  await word(sql`select plenary.reconcile(${vote}::uuid, 'Se leyó mal una papeleta.') as word`);
  // Both leaders at once: the result comes once, from the kept ballots.
  const words = await Promise.all([settle(vote), settle(vote, meeting.presidency)]);
  expect(words.toSorted()).toEqual(["already-settled", "elected"]);
  expect(await told("election.round-settled")).toBe(1);
});

test("of two proclamations at the same moment one is made, and one term is entered", async () => {
  const election = await seenElection(world, meeting.secretariat, meeting.id);
  const act = (actor = meeting.secretariat) => write(world.database, actor, (tx) => proclaim(tx, actor, election));
  expect((await waiting(world.database, meeting.presidency)).length).toBe(1);
  expect((await Promise.all([act(), act(meeting.presidency)])).toSorted()).toEqual(["already-proclaimed", "proclaimed"]);
  expect(await told("election.proclaimed")).toBe(1);
});

test("under a rule of roll call and one more vote after a tie, a third round is held among those tied, and lots come only after it", async () => {
  await asOwner(world.ownerUrl, (client) =>
    client.query(`insert into plenary.election_rule (id, kind, basis, method, tie, rest_terms, source_es, source_en, in_force_from)
      values ('by-roll-call', 'two-thirds', 'members', 'roll-call', 'second-vote', 0, 'Acuerdo', 'Agreement', '2020-01-01')`),
  );
  const other = await arrangeMeeting(world, { year: 2040 });
  await opensElection(world, other, { termFrom: "2041-01-01", termUntil: "2041-12-31" });
  await stand(world, other, ["BLZ", "CRI", "SLV"]);
  // 4, 4 and 1: nobody has 6 of 9; then 4 to 4 twice.
  const choices = (third: string) => Object.fromEntries(other.countries.map((country, place) => [country, place < 4 ? "BLZ" : place < 8 ? "CRI" : third]));
  expect((await holdsRound(world, other, choices("SLV"))).outcome).toBe("second-round");
  expect((await holdsRound(world, other, choices("abstention"))).outcome).toBe("second-round");
  expect((await holdsRound(world, other, choices("abstention"))).outcome).toBe("tie-lots");
  const { rounds, state } = await seenElection(world, other.secretariat, other.id);
  expect(rounds.map(({ stage, candidates, title }) => [stage, candidates.length, title.es])).toEqual([
    [1, 3, "Elección de la Presidencia, primera vuelta"],
    [2, 2, "Elección de la Presidencia, segunda vuelta"],
    [3, 2, "Elección de la Presidencia, tercera vuelta"],
  ]);
  expect([rounds[0]?.result?.needed, state]).toEqual([6, "lots"]);
});
