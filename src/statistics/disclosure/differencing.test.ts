import { expect, test } from "vitest";
import { revisionProblems } from "./differencing.ts";
import { cell, tiny } from "./examples/tiny.ts";
import { publicView } from "./view.ts";

const version = (counts: Record<string, number>, ...hidden: string[]) =>
  publicView(tiny(Object.entries(counts).map(([id, count]) => cell(id, count)), []), {
    hidden: new Map(hidden.map((id) => [id, "primary" as const])),
  });

test("a number that grew by two tells of two late cases", () => {
  expect(revisionProblems(version({ A: 40 }), version({ A: 42 }), 5)).toEqual([
    { kind: "difference", cell: "A", before: { lo: 40, hi: 40 }, after: { lo: 42, hi: 42 } },
  ]);
});

test("no change and a change of k or more are allowed", () => {
  expect(revisionProblems(version({ A: 40, B: 20 }), version({ A: 40, B: 25 }), 5)).toEqual([]);
});

test("what was hidden stays hidden", () => {
  const found = revisionProblems(version({ A: 3, B: 20 }, "A", "B"), version({ A: 8, B: 20 }, "B"), 5);
  expect(found.map(({ kind, cell: id }) => [kind, id])).toEqual([["revealed", "A"]]);
});
