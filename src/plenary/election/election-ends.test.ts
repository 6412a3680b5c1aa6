import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, sql, write } from "#database";
import { decides, installation, opensElection, opensRound, seenElection, stand } from "../../../test/plenary-election.ts";
import { type ArrangedMeeting, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { type World, asOwner, openWorld } from "../../../test/world.ts";
import { urnKey } from "../vote/receipt.ts";
import type { Election } from "./election.ts";
import { verifyLots } from "./lots.ts";
import { drawElectionLots, openLots, sayWord } from "./round.store.ts";
import { outcomeOfRound } from "./round.ts";

let world: World;
let year = 2030;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const standing = ["BLZ", "CRI", "SLV", "GTM", "MEX", "NIC"];

/** One election with these ballots in each round, a number for each delegation; from the last one on the choices repeat. */
async function held(candidates: number, rounds: readonly (readonly number[])[]): Promise<{ meeting: ArrangedMeeting; election: Election; outcomes: string[] }> {
  year += 2;
  const meeting = await arrangeMeeting(world, { year });
  await opensElection(world, meeting, { termFrom: `${year + 1}-01-01`, termUntil: `${year + 1}-12-31` });
  await stand(world, meeting, standing.slice(0, candidates));
  const outcomes: string[] = [];
  for (let round = 0; round < 4; round += 1) {
    const { vote, word } = await opensRound(world, meeting);
    if (word !== "opened") throw new Error(word);
    const ballots = rounds[Math.min(round, rounds.length - 1)] ?? [];
    for (const [place, country] of meeting.countries.entries()) await castsPlace(meeting, vote, country, ballots[place] ?? 0);
    outcomes.push(await decides(world, meeting, vote));
    if (outcomes.at(-1) !== "second-round") break;
  }
  return { meeting, election: await seenElection(world, meeting.secretariat, meeting.id), outcomes };
}

/** Casts for the option at a place among those that the paper offers, counted round. */
async function castsPlace(meeting: ArrangedMeeting, vote: string, country: string, place: number): Promise<void> {
  await write(world.database, meeting.titular(country), async (tx) => {
    const options = await tx.selectFrom("plenary.vote_option").select("option").where("vote", "=", vote).orderBy("option").execute();
    const option = options[place % options.length]?.option ?? 1;
    const receipt = `${country}0-${String(year)}-0000-${String(place).padStart(4, "0")}`;
    const { rows } = await sql<{ word: string }>`select plenary.cast_ballot(${vote}::uuid, ${option}::smallint, ${receipt}, ${urnKey(installation, vote)}) as word`.execute(tx);
    if (rows[0]?.word !== "cast") throw new Error(`${country} did not vote: ${rows[0]?.word}`);
  });
}

test("any election of two to six candidates ends with a winner by votes or by lots, or with nobody; counts agree, and nothing is typed", async () => {
  const ends = new Set<string>();
  const ballots = fc.array(fc.nat(6), { minLength: 9, maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 6 }), fc.array(ballots, { minLength: 1, maxLength: 3 }), async (candidates, rounds) => {
      const { meeting, election, outcomes } = await held(candidates, rounds);
      const last = outcomes.at(-1) ?? "";
      ends.add(last);
      expect(["elected", "tie-lots", "none"]).toContain(last);
      expect(outcomes.length).toBeLessThanOrEqual(2);
      await countsAgree(election);
      for (const [place, { result, stage, candidates: running }] of election.rounds.entries()) {
        if (!result) throw new Error("a round without result");
        // The rule in words, asked again about the kept figures, says the same.
        const again = outcomeOfRound(election.rule, stage, result.ballots, { members: result.members, present: result.present, quorumHeld: true });
        expect([again.needed, again.basis]).toEqual([result.needed, result.basis]);
        expect(result.ballots.candidates.map(({ country }) => country).sort()).toEqual(running);
        const next = election.rounds[place + 1];
        expect(next?.candidates ?? []).toEqual(result.outcome === "second-round" ? [...result.through].sort() : []);
      }
      // The first alone has most votes when it is elected; without a winner candidacies are open again, or lots are drawn.
      const [first, second] = election.rounds.at(-1)?.result?.ballots.candidates ?? [];
      expect(election.winner).toBe(last === "elected" ? first?.country : undefined);
      expect(last !== "elected" || (first?.votes ?? 0) > (second?.votes ?? 0)).toBe(true);
      expect(election.state).toBe({ elected: "decided", none: "candidacies", "tie-lots": "lots" }[last]);
      if (last === "tie-lots") await drawsAndVerifies(meeting, election);
    }),
    {
      numRuns: 10,
      // A tie that lots decide, silence, and a first round that elects are always among them.
      examples: [
        [2, [[0, 0, 0, 0, 1, 1, 1, 1, 2]]],
        [3, [[3, 3, 3, 3, 3, 3, 3, 3, 3]]],
        [4, [[0, 0, 0, 0, 0, 1, 2, 3, 4]]],
        [3, [[0, 0, 0, 1, 1, 1, 2, 2, 2], [0, 0, 0, 1, 1, 1, 2, 2, 2]]],
      ],
    },
  );
  expect(ends).toEqual(new Set(["elected", "tie-lots", "none"]));
}, 120_000);

async function countsAgree({ rounds }: Election): Promise<void> {
  const votes = rounds.map(({ vote }) => vote);
  const counts = await asOwner(world.ownerUrl, async (client) => {
    const { rows } = await client.query<{ vote: string; kind: string; ballots: number; figures: unknown; marks: number; kept: number }>(
      `select c.vote, c.kind, c.ballots, c.figures, (select count(*)::int from plenary.mark k where k.vote = c.vote) as marks,
        (select count(*)::int from plenary.ballot b where b.vote = c.vote) as kept from plenary.count c where c.vote = any ($1) order by c.vote, c.kind`,
      [votes],
    );
    return rows;
  });
  expect(counts).toHaveLength(votes.length * 2);
  for (const vote of votes) {
    const [count, recount] = counts.filter((each) => each.vote === vote);
    expect(recount?.figures).toEqual(count?.figures);
    expect([count?.ballots, recount?.ballots, count?.kept]).toEqual([count?.marks, count?.marks, count?.marks]);
  }
}

async function drawsAndVerifies(meeting: ArrangedMeeting, election: Election): Promise<void> {
  const vote = election.rounds.at(-1)?.vote ?? "";
  const lead = meeting.secretariat;
  await write(world.database, lead, (tx) => openLots(tx, lead, election, vote, installation));
  for (const country of ["CRI", "PAN", "DOM"]) await write(world.database, meeting.titular(country), (tx) => sayWord(tx, meeting.titular(country), election, vote, `palabra de ${country}`));
  await write(world.database, lead, (tx) => drawElectionLots(tx, lead, election, vote, installation));
  const { lots, winner, decidedBy } = await seenElection(world, lead, meeting.id);
  if (!lots?.drawn) throw new Error("no lots were drawn");
  expect(verifyLots({ ...lots.drawn, candidates: lots.candidates, commitment: lots.commitment })).toBe("verified");
  expect([winner, decidedBy]).toEqual([lots.drawn.winner, "lots"]);
  expect(election.rounds.at(-1)?.result?.tied).toContain(winner);
  expect(await read(world.database, lead, (tx) => tx.selectFrom("plenary.lots_witness").select("country").where("vote", "=", vote).execute())).toHaveLength(3);
}
