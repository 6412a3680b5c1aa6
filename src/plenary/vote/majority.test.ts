import fc from "fast-check";
import { expect, test } from "vitest";
import { type Basis, type Majority, type MajorityRule, type Tally, outcomeOf, startingMajorityRules } from "./majority.ts";

const ties: readonly MajorityRule["tie"][] = ["rejected", "presidency-decides", "second-vote", "lots"];
const places = ["in-basis", "out-of-basis"] as const;
const majorities: Majority[] = (["simple", "absolute", "two-thirds"] as const).flatMap((kind) =>
  (["members", "present", "cast"] as const).flatMap((basis) =>
    places.flatMap((abstentions) => places.map((notVoting) => ({ kind, basis, abstentions, notVoting }))),
  ),
);
const ruleOf = (majority: Majority, tie: MajorityRule["tie"] = "rejected"): MajorityRule => ({
  ...startingMajorityRules[0],
  ...majority,
  tie,
});
const decide = (majority: Partial<MajorityRule>, inFavour: number, against: number, abstention: number, present = 9) =>
  outcomeOf(
    { ...startingMajorityRules[0], ...majority },
    { inFavour, against, abstention },
    { members: 9, present, quorumHeld: true },
  );

type Conduct = "for" | "against" | "abstained" | "silent" | "absent";
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}
const isMore = (a: Fraction, b: Fraction) => a.over * b.under > b.over * a.under;
const half: Fraction = { over: 1n, under: 2n };
const twoThirds: Fraction = { over: 2n, under: 3n };

/** The room, one delegation after another. */
function roomOf({ inFavour, against, abstention }: Tally, present: number, members: number): Conduct[] {
  const say = (count: number, conduct: Conduct) => Array.from({ length: count }, () => conduct);
  const silent = present - inFavour - against - abstention;
  return [
    ...say(inFavour, "for"),
    ...say(against, "against"),
    ...say(abstention, "abstained"),
    ...say(silent, "silent"),
    ...say(members - present, "absent"),
  ];
}

function belongs(conduct: Conduct, { basis, abstentions, notVoting }: Majority): boolean {
  const reach: Record<Basis, readonly Conduct[]> = {
    members: ["for", "against", "abstained", "silent", "absent"],
    present: ["for", "against", "abstained", "silent"],
    cast: ["for", "against", "abstained"],
  };
  if (conduct === "abstained" && abstentions === "out-of-basis") return false;
  if (conduct === "silent" && notVoting === "out-of-basis") return false;
  return reach[basis].includes(conduct);
}

/** The slow definition: looks at each delegation and compares fractions, sharing nothing with the rule. */
function slowly(majority: Majority, room: readonly Conduct[]): { word: "adopted" | "rejected" | "tie"; needed: number } {
  const yes = room.filter((each) => each === "for").length;
  const no = room.filter((each) => each === "against").length;
  if (majority.kind === "simple")
    return { word: yes > no ? "adopted" : yes === no && yes > 0 ? "tie" : "rejected", needed: no + 1 };
  const basis = room.filter((each) => belongs(each, majority));
  const reaches = (votes: number) => {
    if (basis.length === 0 || votes === 0) return false;
    const share = { over: BigInt(votes), under: BigInt(basis.length) };
    return majority.kind === "absolute" ? isMore(share, half) : !isMore(twoThirds, share);
  };
  let needed = 1;
  while (!reaches(needed) && needed <= basis.length) needed += 1;
  if (basis.length === 0) needed = 1;
  if (reaches(yes)) return { word: "adopted", needed };
  const others = basis.filter((each) => each !== "for" && each !== "against").length;
  const tied = majority.kind === "absolute" && yes === no && yes > 0 && others === 0;
  return { word: tied ? "tie" : "rejected", needed };
}

test("for every rule and every possible vote of up to twelve members the outcome is that of the definition in fractions", () => {
  const wrong: unknown[] = [];
  let cases = 0;
  for (let members = 0; members <= 12; members += 1)
    for (let present = 0; present <= members; present += 1)
      for (let inFavour = 0; inFavour <= present; inFavour += 1)
        for (let against = 0; inFavour + against <= present; against += 1)
          for (let abstention = 0; inFavour + against + abstention <= present; abstention += 1) {
            const tally = { inFavour, against, abstention };
            const room = roomOf(tally, present, members);
            for (const majority of majorities) {
              cases += 1;
              const { word, needed } = slowly(majority, room);
              const got = outcomeOf(ruleOf(majority, "lots"), tally, { members, present, quorumHeld: true });
              const expected = word === "tie" ? "tie-lots" : word;
              if (got.outcome !== expected || got.needed !== needed) wrong.push({ majority, tally, present, members, got });
            }
          }
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(cases).toBeGreaterThan(200_000);
});

test("a tie follows the rule that was set", () => {
  const outcomes = ties.map((tie) => decide({ kind: "simple", tie }, 4, 4, 1).outcome);
  expect(outcomes).toEqual(["rejected", "tie-presidency", "tie-second-vote", "tie-lots"]);
  expect(
    decide({ kind: "absolute", basis: "members", abstentions: "in-basis", notVoting: "in-basis", tie: "lots" }, 4, 4, 0),
  ).toMatchObject({ outcome: "rejected", because: "not-reached", basis: 9, needed: 5 });
  expect(decide({ kind: "absolute", basis: "cast", tie: "lots" }, 4, 4, 0)).toMatchObject({
    outcome: "tie-lots",
    basis: 8,
    needed: 5,
  });
  expect(decide({ kind: "two-thirds", basis: "cast", tie: "lots" }, 4, 4, 0).outcome).toBe("rejected");
});

test("two thirds of nine is six and not five", () => {
  const rule = { kind: "two-thirds", basis: "members", abstentions: "in-basis", notVoting: "in-basis" } as const;
  expect(decide(rule, 6, 3, 0)).toMatchObject({ outcome: "adopted", basis: 9, needed: 6 });
  expect(decide(rule, 5, 0, 0)).toMatchObject({ outcome: "rejected", basis: 9, needed: 6 });
});

test("abstentions and silence count in the basis or not, as the rule says", () => {
  const present = { kind: "absolute", basis: "present", abstentions: "in-basis", notVoting: "in-basis" } as const;
  expect(decide(present, 4, 1, 2)).toMatchObject({ outcome: "rejected", basis: 9, needed: 5, notVoting: 2 });
  expect(decide({ ...present, abstentions: "out-of-basis" }, 4, 1, 2)).toMatchObject({
    outcome: "adopted",
    basis: 7,
    needed: 4,
  });
  expect(decide({ ...present, abstentions: "out-of-basis", notVoting: "out-of-basis" }, 4, 1, 2)).toMatchObject({
    outcome: "adopted",
    basis: 5,
    needed: 3,
  });
});

test("without quorum nothing is decided, and silence adopts nothing", () => {
  const facts = { members: 9, present: 9, quorumHeld: false };
  expect(outcomeOf(startingMajorityRules[0], { inFavour: 9, against: 0, abstention: 0 }, facts).outcome).toBe("no-quorum");
  for (const majority of majorities)
    expect(decide(majority, 0, 0, 9)).toMatchObject({ outcome: "rejected", because: "nothing-cast" });
});

test("a delegation that cast a ballot and left was present at the vote", () => {
  const rule = { kind: "absolute", basis: "present", abstentions: "in-basis", notVoting: "in-basis" } as const;
  expect(decide(rule, 3, 2, 1, 4)).toEqual(decide(rule, 3, 2, 1, 6));
});

test("one more vote in favour instead of against never loses a motion", () => {
  const anyRule = fc
    .tuple(fc.constantFrom(...majorities), fc.constantFrom(...ties))
    .map(([majority, tie]) => ruleOf(majority, tie));
  fc.assert(
    fc.property(
      anyRule,
      fc.nat(20),
      fc.integer({ min: 1, max: 20 }),
      fc.nat(20),
      fc.nat(10),
      (rule, inFavour, against, abstention, silent) => {
        const present = inFavour + against + abstention + silent;
        const facts = { members: present + 3, present, quorumHeld: true };
        const before = outcomeOf(rule, { inFavour, against, abstention }, facts);
        const after = outcomeOf(rule, { inFavour: inFavour + 1, against: against - 1, abstention }, facts);
        expect([before.outcome, after.outcome]).not.toEqual(["adopted", expect.not.stringMatching(/^adopted$/)]);
      },
    ),
  );
});

test("impossible figures are a fault and no outcome", () => {
  expect(() => decide({}, 9, 1, 0)).toThrow(RangeError);
  expect(() => decide({}, -1, 1, 0)).toThrow(RangeError);
  expect(() => decide({}, 1.5, 1, 0)).toThrow(RangeError);
  expect(() => decide({}, 1, 1, 0, 10)).toThrow(RangeError);
});

test("every starting rule says that it must be confirmed", () => {
  for (const { source } of startingMajorityRules)
    expect(source.es).toBe("Regla de partida de la plataforma; confírmese con los Lineamientos de Actuación");
});
