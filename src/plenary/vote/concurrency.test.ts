import { afterAll, beforeAll, expect, test } from "vitest";
import { read, sql } from "#database";
import { arrangeMeeting, type ArrangedMeeting } from "../../../test/plenary-meeting.ts";
import { act, anOpenVote, cast, keyOf, paperFor, seen } from "../../../test/plenary-vote.ts";
import { type World, openWorld } from "../../../test/world.ts";
import { ballotsOf, castBallot } from "./ballot.store.ts";
import { countVote, recountVote } from "./count.store.ts";
import { voteOf } from "./vote.store.ts";
import { closeVote, settleVote, voidVote } from "./vote-act.store.ts";

let world: World;
let meeting: ArrangedMeeting;
beforeAll(async () => {
  world = await openWorld();
  meeting = await arrangeMeeting(world);
});
afterAll(() => world.close());

test.each(["roll-call", "secret"] as const)("%s: nine delegations on three devices each while the vote is closed: every ballot that was answered is there, once", async (method) => {
  for (let round = 0; round < 6; round += 1) {
    const vote = await anOpenVote(world, meeting, { method });
    const casts = meeting.countries.flatMap((country) =>
      [1, 2, 3].map(async (device) => {
        await new Promise((later) => setTimeout(later, (device * 7 + country.charCodeAt(0)) % 23));
        return { country, ...(await cast(world, meeting.titular(country), vote, device, paperFor(vote, country).slip)) };
      }),
    );
    const closing = new Promise((later) => setTimeout(later, 20 + round * 12)).then(() => act(world, meeting.presidency, (tx, actor) => closeVote(tx, actor, { id: vote, key: keyOf(vote) })));
    const [answers, closed] = [await Promise.all(casts), await closing];
    expect(closed).toBe("closed");
    const kept = answers.filter(({ word }) => word === "cast");
    for (const { word } of answers) expect(["cast", "already-cast", "vote-not-open"]).toContain(word);
    expect(new Set(kept.map(({ country }) => country)).size).toBe(kept.length);
    const ballots = await read(world.database, meeting.secretariat, (tx) => ballotsOf(tx, vote));
    expect(ballots).toHaveLength(kept.length);
    expect(new Set(ballots.map(({ receipt, country }) => receipt ?? country))).toEqual(new Set(kept.map(({ receipt, country }) => receipt ?? country)));
    await act(world, meeting.secretariat, (tx, actor) => countVote(tx, actor, vote));
    expect(await act(world, meeting.secondSecretary, (tx, actor) => recountVote(tx, actor, vote))).toBe("equal");
  }
});

test("a connection cut between the ballot and its answer: sent again, it is there once", async () => {
  for (const method of ["roll-call", "secret"] as const) {
    const vote = await anOpenVote(world, meeting, { method });
    const { slip } = paperFor(vote, "HND");
    const titular = meeting.titular("HND");
    // Cut before the commit: nothing was kept.
    const cut = act(world, titular, async (tx) => {
      await castBallot(tx, titular, { vote, option: 2, slip, key: keyOf(vote) });
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await seen(world, "select pg_terminate_backend($1)", [rows[0]?.pid]);
      await sql`select 1`.execute(tx);
    });
    await expect(cut).rejects.toThrow(/terminat|[Cc]onnection/);
    expect(await cast(world, titular, vote, 2, slip)).toMatchObject({ word: "cast" });
    // The answer was lost after the commit: the telephone sends again.
    expect(await cast(world, titular, vote, 2, slip)).toMatchObject({ word: "kept" });
    await act(world, meeting.secretariat, (tx, actor) => closeVote(tx, actor, { id: vote, key: keyOf(vote) }));
    expect((await read(world.database, meeting.secretariat, (tx) => ballotsOf(tx, vote))).map((each) => each.option)).toEqual([2]);
    expect(await seen(world, "select from plenary.mark where vote = $1", [vote])).toHaveLength(1);
  }
});

test("two leaders who close, count, settle and void at once: one of them did it, and nobody waits for ever", async () => {
  for (let round = 0; round < 5; round += 1) {
    const vote = await anOpenVote(world, meeting);
    await cast(world, meeting.titular("HND"), vote, 1);
    const leaders = [meeting.secretariat, meeting.secondSecretary, meeting.presidency];
    const words = await Promise.all(
      leaders.flatMap((leader) => [
        act(world, leader, (tx, actor) => closeVote(tx, actor, { id: vote })),
        act(world, leader, (tx, actor) => countVote(tx, actor, vote)),
        act(world, leader, (tx, actor) => settleVote(tx, actor, vote)),
        act(world, leader, (tx, actor) => voidVote(tx, actor, { id: vote, reason: "x" })),
        meeting.leave("PAN"),
        meeting.arrive("PAN"),
      ]),
    );
    expect(words.filter((word) => word === "closed")).toHaveLength(1);
    expect(words.filter((word) => word === "counted").length).toBeLessThanOrEqual(1);
    await meeting.arrive("PAN");
    await act(world, meeting.secretariat, (tx, actor) => countVote(tx, actor, vote));
    await act(world, meeting.secretariat, (tx, actor) => settleVote(tx, actor, vote));
    expect(await read(world.database, meeting.secretariat, (tx) => voteOf(tx, vote))).toMatchObject({ state: "settled", outcome: "adopted" });
  }
});
