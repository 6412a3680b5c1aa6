import fc from "fast-check";
import { expect, test } from "vitest";
import { agreementNumber, compareAgreements, readAgreementNumber } from "./number.ts";

test("an agreement is quoted by its year and its place in it", () => {
  expect(agreementNumber(2024, 7)).toBe("ACUERDO-CORETT-2024-07");
  expect(agreementNumber(2024, 112)).toBe("ACUERDO-CORETT-2024-112");
  expect(readAgreementNumber("ACUERDO-CORETT-2024-07")).toEqual({ year: 2024, ordinal: 7 });
});

test("every number is read back, and only in its own form", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2011, max: 2999 }), fc.integer({ min: 1, max: 9999 }), (year, ordinal) => {
      expect(readAgreementNumber(agreementNumber(year, ordinal))).toEqual({ year, ordinal });
    }),
  );
  for (const text of [
    "ACUERDO-CORETT-2024-7",
    "ACUERDO-CORETT-2024-007",
    "ACUERDO-CORETT-2024-00",
    "acuerdo-corett-2024-07",
    "ACUERDO-CORETT-2010-07",
  ])
    expect(readAgreementNumber(text), text).toBeUndefined();
  expect(() => agreementNumber(2024, 0)).toThrow(RangeError);
});

test("agreements are sorted as they were taken", () => {
  const sorted = [
    { year: 2024, ordinal: 100 },
    { year: 2024, ordinal: 7 },
    { year: 2023, ordinal: 9 },
  ].sort(compareAgreements);
  expect(sorted.map(({ ordinal }) => ordinal)).toEqual([9, 7, 100]);
});
