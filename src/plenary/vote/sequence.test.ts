import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, sql } from "#database";
import { arrangeMeeting, type ArrangedMeeting, invented, nine, type Person } from "../../../test/plenary-meeting.ts";
import { aMotion, act, cast, keyOf, paperFor, seen } from "../../../test/plenary-vote.ts";
import { type World, openWorld } from "../../../test/world.ts";
import { type Capacity, type PresenceEvent, mayVote, presenceAt } from "../attendance/presence.ts";
import { quorumAt, quorumHeldThroughout, startingQuorumRule } from "../attendance/quorum.ts";
import { ballotsOf } from "./ballot.store.ts";
import { countVote, recountVote } from "./count.store.ts";
import { outcomeOf } from "./majority.ts";
import { voteOf } from "./vote.store.ts";
import { closeVote, openVote, settleVote } from "./vote-act.store.ts";

let world: World;
let ordinal = 0;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

type Step =
  | { readonly kind: "cast"; readonly seat: number; readonly capacity: Capacity; readonly option: number; readonly isAgain: boolean }
  | { readonly kind: "arrive" | "leave"; readonly seat: number; readonly capacity: Capacity }
  | { readonly kind: "two-devices"; readonly seat: number; readonly option: number }
  | { readonly kind: "stranger"; readonly who: number }
  | { readonly kind: "close" | "count" | "recount" | "wrong-key" };

const capacity = fc.constantFrom<Capacity>("titular", "titular", "alternate");
const seatNumber = fc.nat(11);
const option = fc.integer({ min: 1, max: 3 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 14, arbitrary: fc.record({ kind: fc.constant("cast" as const), seat: seatNumber, capacity, option, isAgain: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom("arrive" as const, "leave" as const), seat: seatNumber, capacity }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("two-devices" as const), seat: seatNumber, option }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("stranger" as const), who: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("close" as const, "count" as const, "recount" as const, "wrong-key" as const) }) },
);

/** The room as the test itself knows it, told by the pure rules. */
async function eventsOf(meeting: ArrangedMeeting): Promise<PresenceEvent[]> {
  const rows = await seen<Omit<PresenceEvent, "person"> & { person: string }>(
    world,
    `select p.id, a.country, a.account as person, a.capacity, p.kind, p.at from plenary.presence p join plenary.accreditation a on a.id = p.accreditation
     where p.meeting = $1 and p.annulled_at is null order by p.at`,
    [meeting.id],
  );
  return rows;
}

/** The answer to a step is one of these words. */
function among(word: string, allowed: readonly string[]): void {
  assert(allowed.includes(word), `"${word}" instead of ${allowed.join(" or ")}`);
}

async function play(method: "roll-call" | "secret", size: number, steps: readonly Step[]): Promise<void> {
  const countries = [...nine, ...invented(3)].slice(0, size);
  const meeting = await arrangeMeeting(world, { year: 2040, ordinal: (ordinal += 1), countries });
  const [vote, motion] = [randomUUID(), await aMotion(world, meeting)];
  const key = method === "secret" ? keyOf(vote) : undefined;
  expect(await act(world, meeting.secretariat, (tx, actor) => openVote(tx, actor, { id: vote, motion, method, rule: "absolute-of-present", withRecount: true, key }))).toBe("opened");
  const [started] = await seen<{ opened_at: Date; vote_opened_at: Date }>(world, "select m.opened_at, v.opened_at as vote_opened_at from plenary.meeting m join plenary.vote v on v.meeting = m.id where v.id = $1", [vote]);
  const opened = started?.opened_at ?? new Date(0);

  const given = new Map<string, { person: Person; option: number; slip: string }>();
  let state: "open" | "closed" = "open";
  let counted = false;
  const room = async () => {
    const [events, now] = [await eventsOf(meeting), new Date(Date.now() + 1)];
    const session = { opened, until: now, suspensions: [] };
    return { presence: presenceAt(events, now), quorum: quorumAt(events, countries, startingQuorumRule, session, now) };
  };
  const checkQuorum = async () => {
    const { rows } = await read(world.database, meeting.secretariat, (tx) => sql<{ holds: boolean }>`select plenary.quorum_holds(${meeting.id}) as holds`.execute(tx));
    expect(rows[0]?.holds).toBe((await room()).quorum.holds);
  };

  for (const step of steps) {
    const country = "seat" in step ? (countries[step.seat % size] ?? "") : "";
    if (step.kind === "arrive" || step.kind === "leave") {
      among(await meeting[step.kind](country, step.capacity), ["recorded", "already-in", "already-out"]);
      await checkQuorum();
    } else if (step.kind === "cast") {
      const person = meeting[step.capacity](country);
      const { presence, quorum } = await room();
      const before = given.get(country);
      const slip = step.isAgain && before ? before.slip : paperFor(vote, country).slip;
      const { word } = await cast(world, person, vote, step.option, slip);
      const isSame = before !== undefined && before.person.account === person.account && before.option === step.option && (method === "roll-call" || before.slip === slip);
      if (before !== undefined) among(word, [isSame ? "kept" : "already-cast"]);
      else if (state === "open" && quorum.holds && mayVote(presence, country, person.account).may) {
        among(word, ["cast"]);
        given.set(country, { person, option: step.option, slip });
      } else among(word, ["vote-not-open", "no-quorum", "not-present", "titular-present"]);
    } else if (step.kind === "two-devices") {
      const person = meeting.titular(country);
      const slips = [paperFor(vote, country).slip, paperFor(vote, country).slip];
      const words = (await Promise.all(slips.map((slip) => cast(world, person, vote, step.option, slip)))).map(({ word }) => word);
      const first = words.indexOf("cast");
      assert(words.filter((word) => word === "cast").length <= 1, "two devices, two ballots");
      if (first >= 0) {
        assert(!given.has(country), `${country} voted twice`);
        given.set(country, { person, option: step.option, slip: slips[first] ?? "" });
      }
    } else if (step.kind === "stranger") {
      const who = [meeting.observer, meeting.focalPoint("BLZ"), meeting.secretariat, { ...meeting.titular("BLZ"), country: "HND" }][step.who] ?? meeting.observer;
      const { word } = await cast(world, who, vote, 1, paperFor(vote, who.country ?? "").slip);
      among(word, ["not-a-delegate", "vote-not-open", "already-cast"]);
    } else if (step.kind === "wrong-key") {
      if (method === "secret") among(await act(world, meeting.secretariat, (tx, actor) => closeVote(tx, actor, { id: vote, key: keyOf("x") })), ["wrong-key", "already-closed"]);
    } else if (step.kind === "close") {
      among(await act(world, meeting.presidency, (tx, actor) => closeVote(tx, actor, { id: vote, key })), [state === "open" ? "closed" : "already-closed"]);
      state = "closed";
    } else if (step.kind === "count") {
      const word = await act(world, meeting.secretariat, (tx, actor) => countVote(tx, actor, vote));
      among(word, [state === "open" ? "vote-open" : counted ? "already-counted" : "counted"]);
      counted ||= word === "counted";
    } else {
      const word = await act(world, meeting.secondSecretary, (tx, actor) => recountVote(tx, actor, vote));
      among(word, state === "open" ? ["vote-open"] : counted ? ["equal", "already-recounted"] : ["not-counted-yet"]);
    }
  }

  await act(world, meeting.presidency, (tx, actor) => closeVote(tx, actor, { id: vote, key }));
  await act(world, meeting.secretariat, (tx, actor) => countVote(tx, actor, vote));
  expect(["equal", "already-recounted"]).toContain(await act(world, meeting.secondSecretary, (tx, actor) => recountVote(tx, actor, vote)));
  const settled = await act(world, meeting.secretariat, (tx, actor) => settleVote(tx, actor, vote));

  const [found, ballots] = await read(world.database, meeting.secretariat, async (tx) => [await voteOf(tx, vote), await ballotsOf(tx, vote)] as const);
  const tally = [1, 2, 3].map((each) => [...given.values()].filter((ballot) => ballot.option === each).length);
  const figures = Object.fromEntries(tally.map((count, place) => [String(place + 1), count]));
  expect(found?.counts.map((each) => [each.figures, each.ballots, each.faults])).toEqual([[figures, given.size, []], [figures, given.size, []]]);
  expect(found?.marks.map(({ country }) => country)).toEqual([...given.keys()].sort());
  expect(ballots).toHaveLength(given.size);
  const wanted = [...given].map(([country, { option: chosen, slip }]) => `${method === "roll-call" ? country : slip.slice(0, 19)} ${chosen}`);
  expect(new Set(ballots.map((ballot) => `${ballot.country ?? ballot.receipt} ${ballot.option}`))).toEqual(new Set(wanted));

  const events = await eventsOf(meeting);
  const closed = found?.closedAt ?? new Date(0);
  const held = quorumHeldThroughout(events, countries, startingQuorumRule, { opened, until: new Date(closed.getTime() + 1), suspensions: [] }, { opened: started?.vote_opened_at ?? opened, closed });
  expect(found?.quorumHeld).toBe(held);
  const [inFavour = 0, against = 0, abstention = 0] = tally;
  const rule = found?.rule;
  if (rule === undefined) throw new Error("no rule");
  expect(settled).toBe(outcomeOf(rule, { inFavour, against, abstention }, { members: size, present: found?.present ?? 0, quorumHeld: held }).outcome);
}

test(
  "whatever is cast, sent again, cast twice, closed, counted and recounted: count = recount = ballots = marks, and quorum is never wrong",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom<"roll-call" | "secret">("roll-call", "secret"), fc.integer({ min: 1, max: 12 }), fc.array(anyStep, { minLength: 15, maxLength: 40 }), play),
      { numRuns: 12, endOnFailure: true },
    );
  },
  240_000,
);
