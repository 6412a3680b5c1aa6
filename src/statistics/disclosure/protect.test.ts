import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomReleases } from "./examples/random-release.ts";
import { cell, cube, tiny } from "./examples/tiny.ts";
import { attack, groupPairs, groupRisks, InconsistentFigures, priorView, protect, publicView, withGroupMarks } from "./index.ts";
import type { Problem } from "./problem.ts";

async function breaches(problem: Problem): Promise<string[]> {
  const view = publicView(problem, await protect(problem));
  const findings = await attack(view, { prior: priorView(problem), groups: groupPairs(problem) });
  return findings.map(({ kind, cell: id }) => `${kind} ${id}`);
}

describe("what is hidden", () => {
  test("a count of 1 to k - 1 never stands alone: a partner is hidden with it, and the total stays", async () => {
    const problem = tiny([cell("T", 40, { weight: 100 }), cell("A", 2), cell("B", 8), cell("C", 30)], ["T = A + B + C"]);
    const { hidden } = await protect(problem);
    expect(Object.fromEntries(hidden)).toEqual({ A: "primary", B: "complementary" });
  });

  test("nothing is hidden where nothing is small", async () => {
    const { hidden, solves } = await protect(tiny([cell("T", 14), cell("A", 14), cell("B", 0)], ["T = A + B"]));
    expect([hidden.size, solves]).toEqual([0, 0]);
  });

  test("a zero may be hidden as a partner, so that two small counts do not give each other away", async () => {
    const problem = tiny([cell("T", 6, { weight: 100 }), cell("A", 2), cell("B", 4), cell("C", 0)], ["T = A + B + C"]);
    const { hidden } = await protect(problem);
    expect(hidden.has("T")).toBe(false);
    expect(await breaches(problem)).toEqual([]);
  });

  test("a headline of k or more survives although all its parts are small", async () => {
    const problem = tiny([cell("T", 7, { weight: 1000 }), cell("A", 4), cell("B", 3)], ["T = A + B"]);
    const { hidden } = await protect(problem);
    expect([...hidden.keys()]).toEqual(["A", "B"]);
    expect(await breaches(problem)).toEqual([]);
  });

  test("9 = 8 + '<5' does not turn the source's '<5' into a 1", async () => {
    const problem = tiny([cell("T", 9, { weight: 100 }), cell("A", 8), cell("B", [0, 4])], ["T = A + B"]);
    const { hidden, unavoidable } = await protect(problem);
    expect(Object.fromEntries(hidden)).toEqual({ A: "complementary", B: "source" });
    expect(unavoidable).toEqual([]);
    expect(await breaches(problem)).toEqual([]);
  });

  test("what others have printed already cannot be mended, and is listed instead of hiding everything in vain", async () => {
    const printed = { role: "public" as const };
    const problem = tiny([cell("T", 9, printed), cell("A", 8, printed), cell("B", [0, 4])], ["T = A + B"]);
    const { hidden, unavoidable, unprotectable } = await protect(problem);
    expect([[...hidden.keys()], unavoidable, unprotectable]).toEqual([["B"], ["B"], []]);
    expect(await breaches(problem)).toEqual([]);
  });

  test("what an earlier release printed is not hidden, and what it hid stays hidden", async () => {
    const problem = tiny(
      [cell("T", 40, { role: "public" }), cell("A", 2), cell("B", 18), cell("C", 20, { role: "withheld" })],
      ["T = A + B + C"],
    );
    const { hidden } = await protect(problem);
    expect(hidden.get("T")).toBeUndefined();
    expect(hidden.get("C")).toBe("earlier");
    expect(await breaches(problem)).toEqual([]);
  });

  test("a region that sums a country's '<5' is printed as an interval, and the interval gives nothing away", async () => {
    const problem = tiny(
      [cell("R", [20, 24], { knownLo: 0, knownHi: Infinity }), cell("GTM", 12), cell("HND", 8), cell("BLZ", [0, 4])],
      ["R = GTM + HND + BLZ"],
    );
    const protection = await protect(problem);
    expect([...protection.hidden]).toEqual([["BLZ", "source"]]);
    expect(publicView(problem, protection).cells[0]).toEqual({ id: "R", lo: 20, hi: 24, hidden: false });
    expect(await breaches(problem)).toEqual([]);
  });

  test("a small number that is never printed cannot be derived either", async () => {
    const problem = tiny([cell("T", 40), cell("A", 37), cell("B", 3, { role: "latent" })], ["T = A + B"]);
    const { hidden } = await protect(problem);
    expect(hidden.size).toBe(1);
    expect(hidden.has("B")).toBe(false);
    expect(await breaches(problem)).toEqual([]);
  });

  test("a number that nobody collected takes part in the sums and is not printed", async () => {
    const open = { knownLo: 0, knownHi: Infinity };
    const problem = tiny([cell("T", 40), cell("A", 2), cell("B", 8), cell("C", [0, Infinity], open)], ["T = A + B + C"]);
    expect([...(await protect(problem)).hidden.keys()]).toEqual(["A"]);
    expect(await breaches(problem)).toEqual([]);
  });
});

describe("known traps", () => {
  const counts = [[[1, 1], [9, 8]], [[9, 12], [7, 9]]];
  const problem = cube([2, 2, 2], ([a, b, c]) => counts[a!]![b!]![c!]!);

  test("a rule that hides a partner in each row of a three-way table leaks, and joint protection does not", async () => {
    // Two in each row are hidden here: all eight inner cells. The two-way margins, all printed, pin them to a few tables.
    const inner = new Map(problem.cells.filter(({ id }) => !id.includes("T")).map(({ id }) => [id, "primary" as const]));
    expect((await attack(publicView(problem, { hidden: inner }))).length).toBeGreaterThan(0);
    expect(await breaches(problem)).toEqual([]);
  });

  test("tables that are safe alone leak together, and are therefore protected together", async () => {
    const first = tiny([cell("T", 40), cell("A", 3), cell("B", 17), cell("C", 20)], ["T = A + B + C"]);
    const second = tiny([cell("T", 40), cell("A", 3), cell("X", 16), cell("Y", 21)], ["T = A + X + Y"]);
    const both = tiny([...first.cells, ...second.cells.slice(2)], ["T = A + B + C", "T = A + X + Y"]);
    const alone = { hidden: new Map((await protect(first)).hidden) };
    expect(await attack(publicView(first, alone))).toEqual([]);
    expect((await attack(publicView(both, alone))).map(({ cell: id }) => id)).toContain("A");
    expect(await breaches(both)).toEqual([]);
  });
});

describe("group disclosure", () => {
  const problem = tiny(
    [cell("T", 8, { weight: 100 }), cell("SEX", 8), cell("LAB", 0), cell("OTHER", 0)],
    ["T = SEX + LAB + OTHER"],
  );

  test("a group of whom all share one form is reported though no count is small", () => {
    expect(groupRisks(problem)).toEqual([{ total: "T", part: "SEX", count: 8, of: 8, small: true }]);
  });

  test("where the attribute is sensitive it must stay possible that others do not share it", async () => {
    const marked = withGroupMarks(problem, () => true);
    const { hidden } = await protect(marked);
    expect(hidden.get("SEX")).toBe("group");
    expect(hidden.size).toBeGreaterThan(1);
    expect(await breaches(marked)).toEqual([]);
    expect(await attack(publicView(problem, { hidden: new Map([["SEX", "group"]]) }), { groups: [{ total: "T", part: "SEX" }] })).not.toEqual([]);
  });

  test("an answer that every victim gave is a group as well", () => {
    const mentions = tiny([cell("W", 9), cell("F", 9)], [], [{ part: "F", whole: "W" }]);
    expect(groupRisks(mentions)).toEqual([{ total: "W", part: "F", count: 9, of: 9, small: true }]);
  });
});

describe("figures that contradict one another", () => {
  test("are refused with the relation that does not hold", async () => {
    const problem = tiny([cell("T", 41), cell("A", 12), cell("B", 28)], ["T = A + B"]);
    await expect(protect(problem)).rejects.toThrow(InconsistentFigures);
    await expect(protect(problem)).rejects.toThrow("T (41) = A (12) + B (28)");
  });

  test("are refused also when only intervals contradict each other", async () => {
    const problem = tiny([cell("T", 20), cell("A", 10), cell("B", [0, 4])], ["T = A + B"]);
    await expect(protect(problem)).rejects.toThrow(InconsistentFigures);
  });

  test("are refused when it takes several relations to see it", async () => {
    // Each of x + y, y + z, x + z may be 9 alone; together they would need 4.5 persons.
    const free = { knownLo: 0, knownHi: Infinity };
    const problem = tiny(
      [cell("P", 9), cell("Q", 9), cell("R", 9), cell("x", [0, 9], free), cell("y", [0, 9], free), cell("z", [0, 9], free)],
      ["P = x + y", "Q = y + z", "R = x + z"],
    );
    await expect(protect(problem)).rejects.toThrow(InconsistentFigures);
  });
});

test("the same problem in any order gives the same decision", async () => {
  await fc.assert(
    fc.asyncProperty(
      randomReleases().chain(({ problem }) =>
        fc.record({
          problem: fc.constant(problem),
          cells: fc.shuffledSubarray([...problem.cells], { minLength: problem.cells.length }),
          sums: fc.shuffledSubarray([...problem.sums], { minLength: problem.sums.length }),
        }),
      ),
      async ({ problem, cells, sums }) => {
        const one = await protect(problem);
        const other = await protect({ ...problem, cells, sums: sums.map(({ total, parts }) => ({ total, parts: parts.toReversed() })) });
        expect([...other.hidden]).toEqual([...one.hidden]);
      },
    ),
    { numRuns: 25, seed: 20260104 },
  );
});
