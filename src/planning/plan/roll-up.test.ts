import fc from "fast-check";
import { expect, test } from "vitest";
import { decimal } from "./decimal.ts";
import { startingLightRule } from "./light.ts";
import type { PlanNode } from "./plan.ts";
import { rollUp, wholePlan } from "./roll-up.ts";
import { equalShares } from "./weight.ts";

const nothing = { es: "", en: "" };
function node(key: string, over: Partial<PlanNode> = {}): PlanNode {
  return {
    plan: "p", version: 1, key, parent: null, kind: "activity", code: "", position: 1, title: nothing, detail: nothing, sourcePage: "", weight: null,
    target: nothing, verification: nothing, startsOn: null, endsOn: null, months: [], planFrom: "2026-01-01", planUntil: "2026-12-31", indicator: null, goals: [], ...over,
  };
}

/** Any weights of that many siblings, in ten-thousandths, that add up to 100 percent. */
const weights = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: count - 1, maxLength: count - 1 }).map((cuts) => {
    const ends = [0, ...cuts.toSorted((one, other) => one - other), 1_000_000];
    return ends.slice(1).map((end, place) => end - (ends[place] ?? 0));
  });
const written = (tenThousandths: number) => `${Math.floor(tenThousandths / 10_000)}.${String(tenThousandths % 10_000).padStart(4, "0")}`;

interface Branch {
  readonly weights: readonly number[];
  readonly parts: readonly (Branch | number)[];
}
/** Any tree: a leaf is its progress in ten-thousandths of a percent. */
const { branch } = fc.letrec<{ branch: Branch; part: Branch | number }>((tie) => ({
  part: fc.oneof({ depthSize: "small", withCrossShrink: true }, fc.integer({ min: 0, max: 1_000_000 }), tie("branch")),
  branch: fc.integer({ min: 1, max: 4 }).chain((count) => fc.record({ weights: weights(count), parts: fc.array(tie("part"), { minLength: count, maxLength: count }) })),
}));

/** The tree as nodes and reports. Keys are the way to them. */
function planted(top: Branch) {
  const nodes: PlanNode[] = [];
  const reported = new Map<string, { progress: string; until: string }>();
  const plant = (each: Branch, parent: string | null) => {
    for (const [place, part] of each.parts.entries()) {
      const key = `${parent ?? "k"}.${place}`;
      const weight = written(each.weights[place] ?? 0);
      if (typeof part === "number") {
        nodes.push(node(key, { parent, weight, months: [1, 2, 3] }));
        reported.set(key, { progress: written(part), until: "2026-03-31" });
      } else {
        nodes.push(node(key, { parent, weight, kind: "objective" }));
        plant(part, key);
      }
    }
  };
  plant(top, null);
  return { nodes, reported };
}

/** The score computed straight from the definition in exact rationals: numerator and denominator, never rounded. */
function direct(each: Branch): readonly [bigint, bigint] {
  return each.parts.reduce<readonly [bigint, bigint]>(
    ([numerator, denominator], part, place) => {
      const [n, d] = typeof part === "number" ? ([BigInt(part), 10_000n] as const) : direct(part);
      const [pn, pd] = [n * BigInt(each.weights[place] ?? 0), d * 1_000_000n];
      return [numerator * pd + pn * denominator, denominator * pd];
    },
    [0n, 1n],
  );
}
/** A rational in ten-thousandths, halves up. */
const rounded = ([n, d]: readonly [bigint, bigint]) => (n * 20_000n + d) / (d * 2n);
const tenThousandths = (text: string) => decimal(text).units;
const score = ({ nodes, reported }: ReturnType<typeof planted>) => rollUp(nodes, reported, "2026-06-01", startingLightRule);

test("the progress of any tree equals the direct computation in exact rationals, rounded once", () => {
  fc.assert(
    fc.property(branch, (top) => {
      expect(tenThousandths(score(planted(top)).get(wholePlan)?.done ?? "")).toBe(rounded(direct(top)));
    }),
  );
});

test("every node of any tree lies between 0 and 100", () => {
  fc.assert(
    fc.property(branch, (top) => {
      for (const { done, due } of score(planted(top)).values()) {
        expect(Number(done)).toBeGreaterThanOrEqual(0);
        expect(Number(done)).toBeLessThanOrEqual(100);
        expect(Number(due)).toBeLessThanOrEqual(100);
      }
    }),
  );
});

test("more progress in one activity never lowers any node", () => {
  fc.assert(
    fc.property(branch, fc.nat(), fc.integer({ min: 0, max: 1_000_000 }), (top, pick, more) => {
      const before = planted(top);
      const keys = [...before.reported.keys()];
      const key = keys[pick % keys.length] ?? "";
      const old = Number(tenThousandths(before.reported.get(key)?.progress ?? "0"));
      const raised = new Map(before.reported).set(key, { progress: written(Math.max(old, more)), until: "2026-03-31" });
      const after = score({ ...before, reported: raised });
      for (const [each, { done }] of score(before)) expect(tenThousandths(after.get(each)?.done ?? "")).toBeGreaterThanOrEqual(tenThousandths(done));
    }),
  );
});

test("the contributions that are printed add up to what is printed above, within the rounding of each", () => {
  fc.assert(
    fc.property(branch, (top) => {
      for (const { done, parts } of score(planted(top)).values()) {
        if (parts.length === 0) continue;
        const sum = parts.reduce((all, part) => all + tenThousandths(part.done), 0n);
        const off = sum - tenThousandths(done);
        expect(off < 0n ? -off : off).toBeLessThanOrEqual(BigInt(parts.length));
      }
    }),
  );
});

const three = [
  node("axis", { kind: "axis", weight: "100" }),
  node("a", { parent: "axis", weight: "60", months: [1, 2] }),
  node("b", { parent: "axis", weight: "40", months: [3, 12] }),
  node("i", { parent: "axis", kind: "indicator", weight: "50" }),
];
const report = (progress: string) => ({ progress, until: "2026-02-28" });

test("weights, progress and months give the figures that a hand gives; the indicator does not enter", () => {
  const found = rollUp(three, new Map([["a", report("50")], ["b", report("25.5")]]), "2026-06-15", startingLightRule);
  // 60 × 50 / 100 + 40 × 25.5 / 100 = 40.2; due 60 × 100 / 100 + 40 × 50 / 100 = 80
  expect(found.get("axis")).toMatchObject({ done: "40.2000", due: "80.0000", lag: "39.8000", light: "red", because: "far-behind", missing: 0, activities: 2 });
  expect(found.get(wholePlan)?.done).toBe("40.2000");
  expect(found.has("i")).toBe(false);
});

test("a report beyond 100 counts as 100 and a missing one as 0, told apart by the count of missing ones", () => {
  const found = rollUp(three, new Map([["a", report("130")]]), "2026-01-15", startingLightRule);
  expect(found.get("a")?.done).toBe("100.0000");
  expect(found.get("b")).toMatchObject({ done: "0.0000", missing: 1 });
  expect(found.get("axis")).toMatchObject({ done: "60.0000", missing: 1 });
});

test("a missing report past the end of its period is never green", () => {
  const nodes = [node("axis", { kind: "axis", weight: "100" }), node("a", { parent: "axis", weight: "99", months: [1] }), node("b", { parent: "axis", weight: "1", months: [1] })];
  const late = rollUp(nodes, new Map([["a", report("100")]]), "2026-02-01", startingLightRule);
  expect(late.get("axis")).toMatchObject({ lag: "1.0000", light: "amber", because: "missing-report" });
  expect(late.get("b")?.light).toBe("red");
  const told = rollUp(nodes, new Map([["a", report("100")], ["b", report("0")]]), "2026-02-01", startingLightRule);
  expect(told.get("axis")).toMatchObject({ light: "green", because: "on-time" });
});

test.each([
  ["90.0001", "green"],
  ["90", "amber"],
  ["75.0001", "amber"],
  ["75", "red"],
] as const)("at %s percent done of 100 due the light is %s: limits are exact", (progress, light) => {
  expect(rollUp([node("a", { weight: "100", months: [1] })], new Map([["a", report(progress)]]), "2026-02-01", startingLightRule).get("a")?.light).toBe(light);
});

test("grey where nothing is due, scheduled or weighs; done is green even before it is due", () => {
  const at = (over: Partial<PlanNode>, progress?: string) =>
    rollUp([node("a", over)], new Map(progress === undefined ? [] : [["a", report(progress)]]), "2026-02-01", startingLightRule).get("a")?.because;
  expect(at({ months: [6] })).toBe("not-due");
  expect(at({ months: [6] }, "100")).toBe("done");
  expect(at({})).toBe("not-scheduled");
  expect(rollUp([node("r", { kind: "result", weight: "100" })], new Map(), "2026-02-01", startingLightRule).get("r")?.because).toBe("nothing-weighs");
});

test("equal shares add up to exactly 100 with four decimals, the remainder on the last", () => {
  expect(equalShares(3)).toEqual(["33.3333", "33.3333", "33.3334"]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), (count) => {
      const sum = equalShares(count).reduce((all, share) => all + Number(share.includes(".") ? decimal(share.padEnd(share.indexOf(".") + 5, "0")).units : decimal(share).units * 10_000n), 0);
      expect(sum).toBe(1_000_000);
    }),
  );
});
