import fc from "fast-check";
import { expect, test } from "vitest";
import type { Value } from "../figure.ts";
import { trafficking1 } from "../methodology/trafficking-1.ts";
import { figure } from "../validation/example-figures.ts";
import { differences } from "./difference.ts";
import { parseEntry, readEntries, writeEntry } from "./entry.ts";
import { asFigure, asRow } from "./figure-row.ts";

const value: fc.Arbitrary<Value> = fc.oneof(
  fc.record({ kind: fc.constant("count" as const), count: fc.integer({ min: 0, max: 9_999_999 }) }),
  fc.record({ kind: fc.constant("suppressed" as const), below: fc.integer({ min: 2, max: 100 }) }),
  fc.record({ kind: fc.constant("absent" as const), absence: fc.constantFrom("not-collected" as const, "not-available" as const, "not-applicable" as const) }),
);

test("zero, missing, not applicable and suppressed are four different things, and each comes back as it was written", () => {
  fc.assert(
    fc.property(value, (each) => {
      expect(parseEntry(writeEntry(each))).toEqual({ kind: "value", value: each });
    }),
  );
  expect(parseEntry("  ")).toEqual({ kind: "blank" });
  expect(writeEntry(undefined)).toBe("");
});
test("each also comes back from the database's row", () => {
  fc.assert(
    fc.property(value, (each) => {
      expect(asFigure(asRow({ cell: "a:B", value: each }))).toEqual({ cell: "a:B", value: each });
    }),
  );
});
test("what cannot be read is told with the mend, in both languages", () => {
  expect(parseEntry("doce")).toMatchObject({ kind: "problem", problem: { es: expect.stringContaining("doce"), en: expect.stringContaining("doce") } });
  expect(parseEntry("-3").kind).toBe("problem");
  expect(parseEntry("2,5").kind).toBe("problem");
  expect(parseEntry("1 025")).toEqual({ kind: "value", value: { kind: "count", count: 1025 } });
});
test("a form is read table by table; addresses of other tables are left out, and a note needs a figure", () => {
  const fields = new Map([
    ["scope:INTERNAL", { text: "12", note: " preliminar " }],
    ["scope:CROSS", { text: "ND" }],
    ["scope:BOTH", { text: "", note: "sin dato" }],
    ["victims:_T._T", { text: "99" }],
  ]);
  const read = readEntries(trafficking1, "scope", fields);
  expect(read.figures).toEqual([{ ...figure("scope:INTERNAL", 12), note: "preliminar" }, figure("scope:CROSS", "ND")]);
  expect(read.problems.map((each) => each.cell)).toEqual(["scope:BOTH"]);
  expect(read.cells).toEqual(["scope:INTERNAL", "scope:CROSS", "scope:BOTH", "scope:_U", "scope:_T"]);
});
test("differences: applied to the old matrix they give the new one", () => {
  const matrix = fc.uniqueArray(fc.record({ cell: fc.constantFrom("a:A", "a:B", "a:C", "a:D", "a:E"), value }), { selector: (each) => each.cell });
  fc.assert(
    fc.property(matrix, matrix, (before, after) => {
      const cells = new Map<string, Value>(before.map((each) => [each.cell, each.value]));
      for (const each of differences(before, after)) {
        if (each.new) cells.set(each.cell, each.new);
        else cells.delete(each.cell);
      }
      expect(cells).toEqual(new Map(after.map((each) => [each.cell, each.value])));
      expect(differences(after, after)).toEqual([]);
    }),
  );
});
