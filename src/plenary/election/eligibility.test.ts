import fc from "fast-check";
import { expect, test } from "vitest";
import { type ElectionGround, eligibility, startingRotationRule } from "./eligibility.ts";

const members = ["BLZ", "CRI", "SLV", "GTM", "HND", "MEX", "NIC", "PAN", "DOM"];
const ground: ElectionGround = {
  states: members.map((code) => ({ code, kind: "member", isSeated: true })),
  terms: [
    { country: "HND", from: "2024-01-01" },
    { country: "GTM", from: "2023-01-01" },
    { country: "SLV", from: "2022-01-01" },
  ],
  declined: [],
  termFrom: "2025-01-01",
};
const barred = (restTerms: number, change: Partial<ElectionGround> = {}) =>
  eligibility({ ...startingRotationRule, restTerms }, { ...ground, ...change })
    .filter(({ eligible }) => !eligible)
    .map(({ code, reasons }) => `${code} ${reasons.map(({ kind }) => kind).join(" ")}`);

test("the outgoing presidency rests, and with a longer rest those before it too", () => {
  expect(barred(1)).toEqual(["HND rests"]);
  expect(barred(2)).toEqual(["GTM rests", "HND rests"]);
  expect(barred(0)).toEqual([]);
  expect(eligibility(startingRotationRule, ground).find(({ code }) => code === "HND")?.reasons).toEqual([
    { kind: "rests", term: { country: "HND", from: "2024-01-01" } },
  ]);
});

test("observers, states without a seat, states that will have left and those that declined cannot stand, each for its reason", () => {
  const states: ElectionGround["states"] = [
    { code: "USA", kind: "observer", isSeated: false },
    { code: "COL", kind: "member", isSeated: false },
    { code: "ECU", kind: "member", isSeated: true, left: "2025-01-02" },
    { code: "PAN", kind: "member", isSeated: true, left: "2025-01-01" },
    { code: "HND", kind: "member", isSeated: true },
  ];
  expect(barred(1, { states, declined: ["HND"] })).toEqual([
    "USA observer",
    "COL not-seated",
    "PAN left",
    "HND rests declined",
  ]);
});

test("a term that begins with or after the one voted on is not a last term", () => {
  expect(barred(1, { terms: [...ground.terms, { country: "DOM", from: "2025-01-01" }] })).toEqual(["HND rests"]);
});

test("never more states rest than terms are looked at, and the order of the history does not matter", () => {
  const history = fc.uniqueArray(
    fc.record({ country: fc.constantFrom(...members), year: fc.integer({ min: 2011, max: 2024 }) }),
    { selector: ({ year }) => year },
  );
  fc.assert(
    fc.property(history, fc.nat(4), (years, rest) => {
      const terms = years.map(({ country, year }) => ({ country, from: `${year}-01-01` }));
      expect(barred(rest, { terms: terms.toReversed() })).toEqual(barred(rest, { terms }));
      expect(barred(rest, { terms }).length).toBe(
        new Set(
          years
            .toSorted((a, b) => b.year - a.year)
            .slice(0, rest)
            .map(({ country }) => country),
        ).size,
      );
    }),
  );
});
