import fc from "fast-check";
import loadHighs from "highs";
import type { Highs } from "highs";
import { describe, expect, test } from "vitest";
import { inventedYear } from "./examples/region-year.ts";
import { randomReleases } from "./examples/random-release.ts";
import { cell, tiny } from "./examples/tiny.ts";
import { attack, attackAsInsider, audit, priorView, protect, publicView } from "./index.ts";
import type { PublicView } from "./problem.ts";

/**
 * A reader who only has the public view and a textbook solver: for each cell the smallest and the largest count over all
 * tables that agree with what is public. Written here, in another notation, so that it shares nothing with the platform.
 */
function readerBounds(highs: Highs, view: PublicView, wanted: readonly string[]): Map<string, readonly [number, number]> {
  const name = new Map(view.cells.map((cell, i) => [cell.id, `x${i}`]));
  const rows = [
    ...view.sums.map((sum) => `${sum.parts.map((part) => name.get(part)).join(" + ")} - ${name.get(sum.total)} = 0`),
    ...view.bounds.map((bound) => `${name.get(bound.part)} - ${name.get(bound.whole)} <= 0`),
  ];
  const limits = view.cells.map((cell) => `${cell.lo} <= ${name.get(cell.id)} <= ${Math.min(cell.hi, 10_000)}`);
  const ask = (sense: string, id: string): number => {
    const solved = highs.solve(`${sense}\n ${name.get(id)}\nSubject To\n ${rows.join("\n ")}\nBounds\n ${limits.join("\n ")}\nEnd`, {
      output_flag: false,
    });
    if (solved.Status !== "Optimal") throw new Error(`${sense} ${id}: ${solved.Status}`);
    return solved.ObjectiveValue;
  };
  return new Map(wanted.map((id) => [id, [Math.ceil(ask("Minimize", id) - 1e-6), Math.floor(ask("Maximize", id) + 1e-6)] as const]));
}

/** A stress run may take its time on a machine that others share. */
const patience = 240_000;

test("the reader of these tests does read a lone hidden count, so his silence means something", async () => {
  const problem = tiny([cell("T", 40), cell("A", 2), cell("B", 38)], ["T = A + B"]);
  const view = publicView(problem, { hidden: new Map([["A", "primary"]]) });
  expect(readerBounds(await loadHighs(), view, ["A"])).toEqual(new Map([["A", [2, 2]]]));
});

describe("on random linked tables", { timeout: patience }, () => {
  test("the platform's own attacker and every insider find nothing", async () => {
    await fc.assert(
      fc.asyncProperty(randomReleases(), async ({ problem, truth }) => {
        const protection = await protect(problem);
        const view = publicView(problem, protection);
        const prior = priorView(problem);
        const exact = new Map(problem.cells.filter((cell) => cell.lo === cell.hi).map((cell) => [cell.id, truth.get(cell.id)!]));
        expect(protection.unprotectable).toEqual([]);
        expect(await attack(view, { prior, wholeNumberSample: 200 })).toEqual([]);
        expect(await attackAsInsider(view, exact, { prior })).toEqual([]);
      }),
      { numRuns: Number(process.env.RUNS ?? 40), seed: Number(process.env.SEED ?? 20260101) },
    );
  });

  test("a reader with linear bounds recovers nothing hidden beyond what was public before", async () => {
    const highs = await loadHighs();
    await fc.assert(
      fc.asyncProperty(randomReleases(), async ({ problem }) => {
        const { hidden } = await protect(problem);
        const view = publicView(problem, { hidden });
        const ids = [...hidden.keys()];
        const now = readerBounds(highs, view, ids);
        const before = readerBounds(highs, priorView(problem), ids);
        for (const id of ids) {
          const [lo, hi] = now.get(id)!;
          const [oldLo, oldHi] = before.get(id)!;
          const kept = lo <= oldLo && hi >= oldHi;
          const inDoubt = hi > lo && hi >= problem.k && (hi - lo >= problem.k - 1 || lo >= problem.k);
          expect(kept || inDoubt, `${id} is proved to lie in ${lo} to ${hi}`).toBe(true);
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 12), seed: Number(process.env.SEED ?? 20260102) },
    );
  });

  test("every number printed is true, and no small count is printed", async () => {
    await fc.assert(
      fc.asyncProperty(randomReleases(), async ({ problem, truth }) => {
        const view = publicView(problem, await protect(problem));
        const role = new Map(problem.cells.map((cell) => [cell.id, cell.role]));
        const untrue = view.cells.filter(({ id, lo, hi }) => truth.get(id)! < lo || truth.get(id)! > hi);
        const small = view.cells.filter(({ id, lo, hi }) => role.get(id) === "candidate" && lo === hi && lo >= 1 && lo < problem.k);
        expect([untrue, small]).toEqual([[], []]);
      }),
      { numRuns: 40, seed: 20260103 },
    );
  });
});

describe("a whole year of countries and the region", { timeout: patience }, () => {
  test.each([
    { seed: 1, sizes: { BLZ: 14, GTM: 320, HND: 95 } },
    { seed: 3, suppressedShare: 0.5, coarse: true },
  ])("is protected jointly, keeps every headline of k and more, and resists both attackers: %o", async (given) => {
    const problem = inventedYear(given);
    const protection = await protect(problem);
    expect(await audit(problem, protection)).toEqual([]);
    expect(protection.hidden.keys().filter((id) => id.endsWith("victims:_T._T")).toArray()).toEqual([]);
  });
});
