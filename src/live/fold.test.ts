import fc from "fast-check";
import { expect, test } from "vitest";
import { type Fold, type FoldStep, done, due, told, untold } from "./fold.ts";

/** What happens over time: changes told at some moments, and how long each computing takes and whether it fails. */
interface Course {
  readonly tolds: readonly number[];
  readonly computings: readonly { readonly lasts: number; readonly fails: boolean }[];
}

const interval = 100;
const pause = 500;

/** Plays a course against the rule, with a clock that the test moves. */
function play({ tolds, computings }: Course) {
  const waits = [...tolds].sort((a, b) => a - b).map((at) => ({ at, what: "told" as const }));
  const events: { at: number; what: "told" | "due" | "done"; fails?: boolean }[] = waits;
  const begun: number[] = [];
  const ended: { began: number; at: number; fails: boolean }[] = [];
  let fold: Fold = untold;
  let under = 0;
  let most = 0;
  const follow = (now: number, step: FoldStep) => {
    fold = step.fold;
    if (step.act === "begin") {
      const { lasts, fails } = computings[begun.length % computings.length] ?? { lasts: 0, fails: false };
      // The last ones succeed, so that every course comes to rest.
      events.push({ at: now + lasts, what: "done", fails: fails && begun.length < 30 });
      begun.push(now);
      under += 1;
      most = Math.max(most, under);
    } else if (step.act) events.push({ at: now + step.act.wait, what: "due" });
  };
  for (;;) {
    events.sort((a, b) => a.at - b.at);
    const next = events.shift();
    if (!next) return { begun, ended, most, fold };
    if (next.what === "told") follow(next.at, told(fold, next.at, interval));
    else if (next.what === "due") follow(next.at, due(fold, next.at));
    else {
      under -= 1;
      ended.push({ began: begun.at(-1) ?? 0, at: next.at, fails: next.fails ?? false });
      follow(next.at, done(fold, next.at, interval, next.fails ? pause : undefined));
    }
  }
}

const course = fc.record({
  tolds: fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 60 }),
  computings: fc.array(fc.record({ lasts: fc.integer({ min: 0, max: 400 }), fails: fc.boolean() }), { minLength: 1, maxLength: 8 }),
});

test("whatever comes when: one computing at a time, never sooner than the interval, and every change is in the last good one", () => {
  fc.assert(
    fc.property(course, (each) => {
      const { begun, ended, most, fold } = play(each);
      expect(most).toBe(1);
      const gaps = begun.slice(1).map((at, i) => at - (begun[i] ?? 0));
      expect(gaps.filter((gap) => gap < interval)).toEqual([]);
      expect(fold.phase).toBe("rest");
      const lastTold = Math.max(...each.tolds);
      expect(ended.some(({ began, fails }) => !fails && began >= lastTold)).toBe(true);
      expect(ended.at(-1)?.fails).toBe(false);
    }),
  );
});

test("a change told at rest is computed at once when the interval has passed", () => {
  expect(told(untold, 7, interval)).toEqual({ fold: { phase: "computing", isTold: false, began: 7 }, act: "begin" });
  expect(told({ phase: "rest", isTold: false, began: 7 }, 47, interval).act).toEqual({ wait: 60 });
});

test("many changes while one is computed lead to exactly one more", () => {
  expect(play({ tolds: [0, 10, 20, 30, 40, 149], computings: [{ lasts: 150, fails: false }] }).begun).toEqual([0, 150]);
  expect(play({ tolds: [0, 10, 20], computings: [{ lasts: 5, fails: false }] }).begun).toEqual([0, 100]);
});

test("without failures, a change waits no longer than the interval and the computing under way", () => {
  fc.assert(
    fc.property(course, ({ tolds, computings }) => {
      const calm = { tolds, computings: computings.map(({ lasts }) => ({ lasts, fails: false })) };
      const { begun } = play(calm);
      for (const at of tolds) expect(begun.some((began) => began >= at && began <= at + Math.max(interval, 400))).toBe(true);
      expect(begun.length).toBeLessThanOrEqual(tolds.length);
    }),
  );
});

test("a failure is tried again after its pause, even if nothing changes", () => {
  const failsOnce = [{ lasts: 10, fails: true }, { lasts: 10, fails: false }];
  expect(play({ tolds: [0], computings: failsOnce }).begun).toEqual([0, 510]);
});
