import fc from "fast-check";
import { expect, test } from "vitest";
import { type ElectionRule, outcomeOfRound, startingElectionRule } from "./round.ts";

const room = { members: 9, present: 9, quorumHeld: true };
const ballotsOf = (votes: Readonly<Record<string, number>>, abstention = 0, against = 0) => ({
  candidates: Object.entries(votes).map(([country, each]) => ({ country, votes: each })),
  abstention,
  against,
});
const first = (votes: Readonly<Record<string, number>>, abstention = 0, against = 0) =>
  outcomeOfRound(startingElectionRule, 1, ballotsOf(votes, abstention, against), room);

test("a candidate with more than half of the members is elected in the first round", () => {
  expect(first({ CRI: 5, PAN: 3, DOM: 1 })).toEqual({ outcome: "elected", country: "CRI", votes: 5, needed: 5, basis: 9 });
});

test("without that majority the two with most votes go on", () => {
  expect(first({ DOM: 2, CRI: 4, PAN: 3 })).toMatchObject({
    outcome: "next-round",
    round: 2,
    candidates: ["CRI", "PAN"],
    because: "top-two",
  });
});

test("all who tie for the second place go on, and all who tie for the first and no others", () => {
  expect(first({ CRI: 4, PAN: 2, DOM: 2, BLZ: 1 })).toMatchObject({
    candidates: ["CRI", "DOM", "PAN"],
    because: "tied-second",
  });
  expect(first({ CRI: 3, PAN: 3, DOM: 3, BLZ: 0 })).toMatchObject({ candidates: ["CRI", "DOM", "PAN"], because: "tied-first" });
  expect(first({ CRI: 4, PAN: 4, DOM: 1 })).toMatchObject({ candidates: ["CRI", "PAN"], because: "top-two" });
});

test("in the second round most votes suffice, and a tie goes to lots or to one more vote, as the rule says", () => {
  const second = (rule: ElectionRule, round: number, votes: Readonly<Record<string, number>>) =>
    outcomeOfRound(rule, round, ballotsOf(votes, 1), room);
  const oneMore: ElectionRule = { ...startingElectionRule, tie: "second-vote" };
  expect(second(startingElectionRule, 2, { CRI: 3, PAN: 2 })).toMatchObject({ outcome: "elected", country: "CRI", needed: 3 });
  expect(second(startingElectionRule, 2, { PAN: 4, CRI: 4 })).toMatchObject({ outcome: "lots", candidates: ["CRI", "PAN"] });
  expect(second(oneMore, 2, { PAN: 4, CRI: 4 })).toMatchObject({ outcome: "next-round", round: 3, candidates: ["CRI", "PAN"] });
  expect(second(oneMore, 3, { PAN: 4, CRI: 4 })).toMatchObject({ outcome: "lots" });
});

test("a lone candidate needs the majority in favour too", () => {
  expect(first({ CRI: 5 }, 0, 4)).toMatchObject({ outcome: "elected", country: "CRI" });
  expect(first({ CRI: 4 }, 5, 0)).toMatchObject({
    outcome: "not-elected",
    because: "lone-candidate-lacks-majority",
    needed: 5,
  });
  expect(outcomeOfRound(startingElectionRule, 2, ballotsOf({ CRI: 4 }, 5), room).outcome).toBe("not-elected");
  const simple: ElectionRule = {
    ...startingElectionRule,
    firstRound: { kind: "simple", basis: "cast", abstentions: "out-of-basis", notVoting: "out-of-basis" },
  };
  expect(outcomeOfRound(simple, 1, ballotsOf({ CRI: 4 }, 1, 4), room).outcome).toBe("not-elected");
  expect(outcomeOfRound(simple, 1, ballotsOf({ CRI: 4 }, 2, 3), room).outcome).toBe("elected");
});

test("without quorum nothing is decided, and over silence no lots are drawn", () => {
  expect(outcomeOfRound(startingElectionRule, 1, ballotsOf({ CRI: 9, PAN: 0 }), { ...room, quorumHeld: false }).outcome).toBe(
    "no-quorum",
  );
  expect(outcomeOfRound(startingElectionRule, 2, ballotsOf({ CRI: 0, PAN: 0 }, 9), room)).toMatchObject({
    outcome: "not-elected",
    because: "nothing-cast",
  });
});

test("impossible rounds are a fault", () => {
  expect(() => first({ CRI: 9, PAN: 1 })).toThrow(RangeError);
  expect(() => first({})).toThrow(RangeError);
  expect(() => first({ CRI: 4, PAN: 3 }, 0, 1)).toThrow(RangeError);
  expect(() => outcomeOfRound(startingElectionRule, 0, ballotsOf({ CRI: 4 }), room)).toThrow(RangeError);
});

test("any election ends: nobody with fewer votes is elected or goes on before another, and order does not matter", () => {
  const votes = fc.dictionary(fc.constantFrom("BLZ", "CRI", "DOM", "GTM", "PAN"), fc.nat(3), {
    minKeys: 1,
    noNullPrototype: true,
  });
  fc.assert(
    fc.property(
      votes,
      fc.nat(2),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom<ElectionRule["tie"]>("lots", "second-vote"),
      (each, abstention, round, tie) => {
        const ballots = ballotsOf(each, abstention);
        const facts = { members: 20, present: 17, quorumHeld: true };
        const outcome = outcomeOfRound({ ...startingElectionRule, tie }, round, ballots, facts);
        expect(
          outcomeOfRound(
            { ...startingElectionRule, tie },
            round,
            { ...ballots, candidates: ballots.candidates.toReversed() },
            facts,
          ),
        ).toEqual(outcome);
        const chosen =
          outcome.outcome === "elected"
            ? [outcome.country]
            : outcome.outcome === "next-round" || outcome.outcome === "lots"
              ? outcome.candidates
              : [];
        const least = Math.min(...chosen.map((country) => each[country] ?? 0));
        const passedOver = ballots.candidates
          .filter(({ country }) => !chosen.includes(country))
          .map(({ votes: count }) => count);
        expect(passedOver.every((count) => count < least)).toBe(true); // with nobody chosen, least is infinite
        const goesOn = outcome.outcome === "next-round";
        expect(!goesOn || (round < 3 && outcome.round === round + 1 && chosen.length >= 2)).toBe(true);
        expect(outcome.outcome !== "elected" || outcome.votes >= outcome.needed).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
});
