import { expect, test } from "vitest";
import { readWeight, trimmed, weightSum } from "./weight.ts";

test.each([
  ["40", "40"],
  ["33,3333", "33.3333"],
  [" 12.5 ", "12.5"],
  ["100", "100"],
  ["100.0001", undefined],
  ["33.33333", undefined],
  ["-1", undefined],
  ["1e1", undefined],
  ["", undefined],
])("a weight typed as '%s' is read as %s", (typed, read) => expect(readWeight(typed)).toBe(read));

test("the sum is exact, says what is missing or too much, and counts only what weighs", () => {
  expect(weightSum(["33.3333", "33.3333", "33.3334"])).toEqual({ sum: "100", missing: "0", isWhole: true });
  expect(weightSum(["33.3333", "33.3333", "33.3333"])).toEqual({ sum: "99.9999", missing: "0.0001", isWhole: false });
  expect(weightSum(["60", "50", null])).toEqual({ sum: "110", missing: "-10", isWhole: false });
  expect(weightSum([null])).toBeNull();
});

test("zeros at the end go, others stay", () => {
  expect(["40.0000", "33.3300", "100", "0.0000"].map(trimmed)).toEqual(["40", "33.33", "100", "0"]);
});
