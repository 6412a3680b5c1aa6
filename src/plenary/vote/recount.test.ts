import fc from "fast-check";
import { expect, test } from "vitest";
import { type Roll, reconcile, recount } from "./recount.ts";
import { type Ballot, count, tallyOf, voteOptions } from "./tally.ts";

const members = ["BLZ", "CRI", "SLV", "GTM", "HND", "MEX", "NIC", "PAN", "DOM"];
const rollOf = (ballots: readonly Ballot[], kind: Roll["kind"] = "roll-call"): Roll => ({
  kind,
  marks: ballots.map(({ key }) => key),
  entitled: members,
});
const anyBallots = fc.uniqueArray(fc.record({ key: fc.constantFrom(...members), option: fc.constantFrom(...voteOptions) }), {
  selector: ({ key }) => key,
});

test("count and recount of sound ballots are equal and find no fault", () => {
  fc.assert(
    fc.property(anyBallots, (ballots) => {
      const [first, second] = [count(ballots, voteOptions), recount(ballots, voteOptions, rollOf(ballots))];
      expect(second.faults).toEqual([]);
      expect(reconcile(first, second)).toEqual({ equal: true });
      const { inFavour, against, abstention } = tallyOf(first);
      expect(inFavour + against + abstention).toBe(ballots.length);
    }),
  );
});

test("the order of the ballots changes neither path", () => {
  fc.assert(
    fc.property(anyBallots, (ballots) => {
      expect(count(ballots.toReversed(), voteOptions)).toEqual(count(ballots, voteOptions));
      expect(recount(ballots.toReversed(), voteOptions, rollOf(ballots))).toEqual(
        recount(ballots, voteOptions, rollOf(ballots)),
      );
    }),
  );
});

test("a ballot more, fewer or altered between the two is told by option", () => {
  fc.assert(
    fc.property(
      anyBallots.filter((ballots) => ballots.length > 0),
      fc.constantFrom("lose", "add", "alter"),
      (ballots, harm) => {
        const [first, ...others] = ballots;
        if (first === undefined) return;
        const other = first.option === "against" ? "in-favour" : "against";
        const harmed = {
          lose: others,
          add: [...ballots, { key: "ZZZ", option: other }],
          alter: [{ ...first, option: other }, ...others],
        }[harm];
        const result = reconcile(count(ballots, voteOptions), recount(harmed, voteOptions, rollOf(ballots)));
        expect(result.equal).toBe(false);
      },
    ),
  );
  const ballots = [
    { key: "HND", option: "in-favour" },
    { key: "PAN", option: "against" },
  ];
  expect(reconcile(count(ballots, voteOptions), recount(ballots.slice(1), voteOptions, rollOf(ballots)))).toEqual({
    equal: false,
    differences: [{ option: "in-favour", count: 1, recount: 0 }],
    ballots: { count: 2, recount: 1 },
  });
});

test("the recount names duplicates, unknown options, and ballots and marks that do not match", () => {
  const ballots = [
    { key: "HND", option: "in-favour" },
    { key: "HND", option: "in-favour" },
    { key: "PAN", option: "perhaps" },
  ];
  const {
    faults,
    ballots: total,
    byOption,
  } = recount(ballots, voteOptions, { kind: "roll-call", marks: ["HND", "CRI", "CRI", "USA"], entitled: members });
  expect(faults).toEqual([
    { kind: "duplicate-ballot", key: "HND", times: 2 },
    { kind: "unknown-option", key: "PAN", option: "perhaps" },
    { kind: "duplicate-mark", country: "CRI", times: 2 },
    { kind: "mark-without-ballot", country: "CRI" },
    { kind: "mark-not-entitled", country: "USA" },
    { kind: "mark-without-ballot", country: "USA" },
    { kind: "ballot-without-mark", key: "PAN" },
    { kind: "ballots-and-marks-differ", ballots: 3, marks: 4 },
  ]);
  expect([total, byOption["in-favour"]]).toEqual([3, 2]);
  expect(count(ballots, voteOptions)).toEqual({ byOption: { "in-favour": 2, against: 0, abstention: 0 }, ballots: 3 });
});

test("a secret vote is held against the number of marks alone", () => {
  const ballots = [
    { key: "K7QF-2M9X-04TD-W8HB", option: "HND" },
    { key: "0000-0000-0000-0001", option: "PAN" },
  ];
  const roll = { kind: "secret", marks: ["CRI", "GTM"], entitled: members } as const;
  expect(recount(ballots, ["HND", "PAN", "abstention"], roll)).toEqual({
    byOption: { HND: 1, PAN: 1, abstention: 0 },
    ballots: 2,
    faults: [],
  });
  expect(recount(ballots.slice(1), ["HND", "PAN"], roll).faults).toEqual([
    { kind: "ballots-and-marks-differ", ballots: 1, marks: 2 },
  ]);
});

test("a ballot more than there are marks is named, and so is one with an unknown option that only one path saw", () => {
  const ballots = [
    { key: "0000-0000-0000-0001", option: "in-favour" },
    { key: "0000-0000-0000-0002", option: "perhaps" },
  ];
  const roll = { kind: "secret", marks: ["CRI"], entitled: members } as const;
  expect(recount(ballots, voteOptions, roll).faults).toContainEqual({ kind: "ballots-and-marks-differ", ballots: 2, marks: 1 });
  expect(reconcile(count(ballots, voteOptions), recount(ballots.slice(0, 1), voteOptions, roll))).toEqual({
    equal: false,
    differences: [],
    ballots: { count: 2, recount: 1 },
  });
});

test("options named like the inner words of the language are counted as any other", () => {
  const options = ["__proto__", "constructor"];
  const ballots = [
    { key: "HND", option: "__proto__" },
    { key: "PAN", option: "toString" },
  ];
  expect(Object.entries(count(ballots, options).byOption)).toEqual([
    ["__proto__", 1],
    ["constructor", 0],
  ]);
  expect(reconcile(count(ballots, options), recount(ballots, options, rollOf(ballots)))).toEqual({ equal: true });
});
