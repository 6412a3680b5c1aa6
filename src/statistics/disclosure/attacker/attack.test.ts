import fc from "fast-check";
import { expect, test } from "vitest";
import { cell, cube, tiny } from "../examples/tiny.ts";
import type { PublicView } from "../problem.ts";
import { publicView } from "../view.ts";
import { attack, attackAsInsider, provableBounds } from "./index.ts";

/** Every table of whole counts, `most` persons in all, that agrees with the public view, by trying all of them: the attacker's own judge. */
function allTables(view: PublicView, most: number): Map<string, readonly [number, number]> {
  const position = new Map(view.cells.map(({ id }, i) => [id, i]));
  const totals = new Set(view.sums.map(({ total }) => total));
  const free = view.cells.map((_, i) => i).filter((i) => !totals.has(view.cells[i]!.id));
  const counts = view.cells.map(() => 0);
  const ends = view.cells.map(() => [Infinity, -Infinity] as [number, number]);
  const totalOf = (id: string): number => {
    const sum = view.sums.find((each) => each.total === id);
    return sum ? sum.parts.map(totalOf).reduce((a, b) => a + b, 0) : counts[position.get(id)!]!;
  };
  const fits = (): boolean => {
    view.cells.forEach(({ id }, i) => totals.has(id) && (counts[i] = totalOf(id)));
    return (
      view.cells.every(({ lo, hi }, i) => counts[i]! >= lo && counts[i]! <= hi) &&
      view.sums.every((s) => counts[position.get(s.total)!] === s.parts.reduce((t, p) => t + counts[position.get(p)!]!, 0)) &&
      view.bounds.every((b) => counts[position.get(b.part)!]! <= counts[position.get(b.whole)!]!)
    );
  };
  const visit = (depth: number, left: number): void => {
    const i = free[depth];
    if (i === undefined) {
      if (fits()) counts.forEach((count, c) => (ends[c] = [Math.min(ends[c]![0], count), Math.max(ends[c]![1], count)]));
      return;
    }
    const { lo, hi } = view.cells[i]!;
    for (let count = lo; count <= Math.min(hi, left); count++) {
      counts[i] = count;
      visit(depth + 1, left - count);
    }
  };
  visit(0, most);
  return new Map(view.cells.map(({ id }, i) => [id, ends[i]!]));
}

/** Small cubes with a printed grand total, so that the number of tables is finite, and any other cells hidden. */
const smallViews = fc
  .record({
    sizes: fc.constantFrom([2, 2], [2, 3], [2, 2, 2]),
    counts: fc.array(fc.constantFrom(0, 1, 1, 2), { minLength: 5, maxLength: 5 }),
    fates: fc.array(fc.nat(99), { minLength: 27, maxLength: 27 }),
  })
  .map(({ sizes, counts, fates }) => {
    const problem = cube(sizes, (codes) => counts[codes.reduce((n, code) => n * 3 + code, 0) % counts.length]!);
    const hidden = problem.cells.filter(({ id }, i) => /\d/.test(id) && fates[i]! < 55).map(({ id }) => [id, "primary"] as const);
    return { view: { ...publicView(problem, { hidden: new Map(hidden) }), k: 3 }, total: problem.cells.find(({ id }) => !/\d/.test(id))!.lo };
  });

test("proof by enumeration: on small cubes the attacker's bounds are those of all tables there are", async () => {
  await fc.assert(
    fc.asyncProperty(smallViews, async ({ view, total }) => {
      const judged = allTables(view, total);
      const found = await provableBounds(view);
      for (const [id, [lo, hi]] of judged) expect([id, found!.get(id)]).toEqual([id, { lo, hi }]);
    }),
    { numRuns: 40, seed: 20260105 },
  );
});

test("proof by enumeration: the attacker reports exactly the hidden cells that all tables together give away", async () => {
  await fc.assert(
    fc.asyncProperty(smallViews, async ({ view, total }) => {
      const judged = allTables(view, total);
      const given = view.cells.filter(({ id, hidden }) => {
        const [lo, hi] = judged.get(id)!;
        return hidden && (lo === hi || hi < view.k || (lo < view.k && hi - lo < view.k - 1));
      });
      const findings = await attack(view, { wholeNumberSample: 1000 });
      expect(findings.map(({ cell: id }) => id)).toEqual(given.map(({ id }) => id).sort());
    }),
    { numRuns: 40, seed: 20260106 },
  );
});

const hide = (...ids: string[]) => ({ hidden: new Map(ids.map((id) => [id, "primary" as const])) });

test("a lone hidden cell is read by one subtraction", async () => {
  const problem = tiny([cell("T", 40), cell("A", 2), cell("B", 38)], ["T = A + B"]);
  expect(await attack(publicView(problem, hide("A")))).toEqual([{ kind: "exact", cell: "A", lo: 2, hi: 2 }]);
});

test("hidden cells whose rest is small are known to be small", async () => {
  const problem = tiny([cell("T", 40), cell("A", 2), cell("B", 1), cell("C", 37)], ["T = A + B + C"]);
  expect((await attack(publicView(problem, hide("A", "B")))).map(({ kind }) => kind)).toEqual(["below", "below"]);
});

test("an unprinted number between printed ones is derived", async () => {
  const problem = tiny([cell("T", 40), cell("A", 38), cell("B", 2, { role: "latent" })], ["T = A + B"]);
  expect(await attack(publicView(problem, hide()))).toEqual([{ kind: "derived", cell: "B", lo: 2, hi: 2 }]);
});

test("a number that the source gave as '<5' is a breach only when it is narrowed", async () => {
  const problem = tiny([cell("T", 40), cell("A", 28), cell("B", [0, 4]), cell("C", 10)], ["T = A + B + C"]);
  expect(await attack(publicView(problem, hide("A", "B", "C")))).toEqual([]);
  expect((await attack(publicView(problem, hide("B")))).map(({ kind }) => kind)).toEqual(["exact"]);
});

test("public numbers that contradict each other stop the release", async () => {
  const problem = tiny([cell("T", 41), cell("A", 20), cell("B", 20)], ["T = A + B"]);
  expect((await attack(publicView(problem, hide()))).map(({ kind }) => kind)).toEqual(["inconsistent"]);
});

test("a person alone in her cell subtracts herself and reads the other one", async () => {
  const problem = tiny(
    [cell("T", 30), cell("A", 1), cell("B", 4), cell("C", 25), cell("D", 5), cell("E", 4), cell("F", 1)],
    ["T = A + B + C", "D = E + F"],
  );
  const truth = new Map(problem.cells.map(({ id, lo }) => [id, lo]));
  const findings = await attackAsInsider(publicView(problem, hide("A", "B", "E", "F")), truth);
  expect(findings.map(({ kind, cell: id }) => `${kind} ${id}`)).toEqual(["singleton B", "singleton E"]);
});

test("what a person knows of herself through totals of 1 is no breach", async () => {
  const problem = tiny([cell("S", 1), cell("A", 1), cell("B", 0), cell("T", 30), cell("U", 29)], ["S = A + B", "T = S + U"]);
  const truth = new Map(problem.cells.map(({ id, lo }) => [id, lo]));
  expect(await attackAsInsider(publicView(problem, hide("S", "A", "B", "U")), truth)).toEqual([]);
});
