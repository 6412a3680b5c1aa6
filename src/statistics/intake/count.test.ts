import { describe, expect, test } from "vitest";
import { readCount, writeCount } from "./count.ts";

const count = (value: number) => ({ kind: "value", value: { kind: "count", count: value } });
const problem = (code: string) => ({ kind: "problem", code });

describe("a number of persons", () => {
  test.each([
    ["zero is a count", 0, count(0)],
    ["zero as text too", "0", count(0)],
    ["a blank cell is not filled in yet", "   ", { kind: "blank" }],
    ["ND is not available", "nd", { kind: "value", value: { kind: "absent", absence: "not-available" } }],
    ["NC is not collected", "NC", { kind: "value", value: { kind: "absent", absence: "not-collected" } }],
    ["NA does not apply", "N/A", { kind: "value", value: { kind: "absent", absence: "not-applicable" } }],
    ["words do as well as letters", "No disponible", { kind: "value", value: { kind: "absent", absence: "not-available" } }],
    ["<5 is kept as hidden at source, not as zero or five", "< 5", { kind: "value", value: { kind: "suppressed", below: 5 } }],
    ["so is 'menos de 10'", "menos de 10", { kind: "value", value: { kind: "suppressed", below: 10 } }],
    ["a point before three digits marks thousands", "1.234", { ...count(1234), thousands: true }],
    ["so does a comma", "2,015", { ...count(2015), thousands: true }],
    ["and a narrow space", "1\u202f025", { ...count(1025), thousands: true }],
    ["twice as well", "1.234.567", { ...count(1_234_567), thousands: true }],
    ["decimals that are all zero are none", "12,0", count(12)],
    ["with thousands too", "1.234,00", { ...count(1234), thousands: true }],
    ["other decimals are no persons", "1,5", problem("not-whole")],
    ["nor in a number cell", 1.5, problem("not-whole")],
    ["groups of unlike signs are no number", "1.234.00", problem("not-a-count")],
    ["nobody can be less than nobody", "-3", problem("negative")],
    ["a dash says neither zero nor missing", "—", problem("dash-for-count")],
    ["a slip of the keyboard is caught", "123456789012", problem("too-large")],
    ["letters are no number", "doce", problem("not-a-count")],
    ["below one would be a zero in disguise", "<1", problem("not-a-count")],
    ["a formula is not trusted, whatever it shows", { odd: "formula", text: "12" } as const, problem("formula")],
    ["what Excel took for a date was not a count", { odd: "date", text: "44287", serial: 44_287 } as const, problem("date-cell")],
    ["a spreadsheet error is an error", { odd: "error", text: "#REF!" } as const, problem("error-cell")],
  ])("%s", (_, cell, expected) => {
    expect(readCount(cell)).toEqual(expected);
  });

  test("is written so that it is read back the same", () => {
    for (const value of [{ kind: "count", count: 7 }, { kind: "suppressed", below: 5 }, { kind: "absent", absence: "not-collected" }] as const) {
      expect(readCount(writeCount(value))).toEqual({ kind: "value", value });
    }
  });
});
