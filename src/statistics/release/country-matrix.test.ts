import { expect, test } from "vitest";
import type { Figure, Value } from "../figure.ts";
import { trafficking1 as methodology } from "../methodology/trafficking-1.ts";
import { UNSTATED, countryMatrix, headline } from "./country-matrix.ts";
import { ContradictoryFigures } from "./interval.ts";

const count = (n: number): Value => ({ kind: "count", count: n });
const hidden: Value = { kind: "suppressed", below: 5 };
const figures = (cells: Record<string, Value>): Figure[] => Object.entries(cells).map(([cell, value]) => ({ cell, value }));
const matrixOf = (cells: Record<string, Value>) => countryMatrix(methodology, figures(cells));

test("persons who are not broken down are unknown, so that the total is the sum of its parts", () => {
  const { known } = matrixOf({ [headline]: count(425), "victims:_T.MINOR": count(376), "victims:_T.ADULT": count(40) });
  expect(known.get("victims:_T._U")).toEqual({ lo: 9, hi: 9 });
  expect(known.get("victims:_U._T")).toEqual({ lo: 425, hi: 425 });
});

test("'<5' is 0 to 4 and never a zero, and the country's own totals narrow it", () => {
  const { known, atSource } = matrixOf({ [headline]: count(99), "victims:F._T": count(97), "victims:M._T": hidden });
  expect(atSource.get("victims:M._T")).toEqual({ lo: 0, hi: 4 });
  expect(known.get("victims:M._T")).toEqual({ lo: 0, hi: 2 });
});

test("a zero stays a zero and a reason stays a reason", () => {
  const { known, absences } = matrixOf({ [headline]: count(10), "victims:O._T": count(0), "scope:INTERNAL": { kind: "absent", absence: "not-collected" } });
  expect(known.get("victims:O._T")).toEqual({ lo: 0, hi: 0 });
  expect(absences.get("scope:INTERNAL")).toBe("not-collected");
  expect(known.has("scope:INTERNAL")).toBe(false);
});

test("where the unknown are stated, what is left over is among the codes that were not", () => {
  const { known } = matrixOf({ [headline]: count(333), "origin:GTM": count(217), "origin:_U": count(7) });
  expect(known.get(`origin:${UNSTATED}`)).toEqual({ lo: 109, hi: 109 });
});

test("mentions do not add up to persons, and none passes the persons of its age", () => {
  const { known } = matrixOf({ [headline]: count(20), "victims:_T.MINOR": count(8), "victims:_T.ADULT": count(12), "forms:SEX._T": count(18), "forms:LAB._T": count(9), "forms:SEX.MINOR": hidden });
  expect(known.get("forms:SEX._T")).toEqual({ lo: 18, hi: 18 });
  expect(known.get("forms:LAB._T")).toEqual({ lo: 9, hi: 9 });
});

test("figures that cannot all be true are refused by name", () => {
  expect(() => matrixOf({ [headline]: count(30), "victims:F._T": count(23), "victims:M._T": count(8) })).toThrow(ContradictoryFigures);
  expect(() => matrixOf({ [headline]: count(10), "forms:SEX._T": count(11), "victims:_T.MINOR": count(10) })).toThrow(ContradictoryFigures);
});

test("without a headline nothing is said to add up", () => {
  const { known } = matrixOf({ "victims:_U._U": hidden });
  expect(known.has(headline)).toBe(false);
  expect(known.size).toBe(0);
});
