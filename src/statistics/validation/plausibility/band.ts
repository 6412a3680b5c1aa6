import type { Interval } from "../matrix.ts";

/**
 * How surprising a count is beside an earlier one, in standard deviations of what the region's series do from year to year.
 *
 * The two counts are compared on the log scale. Its variance has three parts: the chance of each small count (1 / (count + 1),
 * as for a Poisson count with half a case added), and the wandering of the series itself, `spread` squared for each year
 * between them. So 3 → 6 is nothing, 115 → 824 is much, and both are told by one rule without a table of special cases.
 *
 * Negative when the count fell. 0 when the intervals overlap: a count that may not have changed surprises nobody.
 * Why this and not a fixed percentage: docs/decisions/plausibility-of-short-series.md.
 */
export function surprise(now: Interval, before: Interval, spread: number, years = 1): number {
  const [x, m] = nearest(now, before);
  if (x === m) return 0;
  const variance = 1 / (x + 1) + 1 / (m + 1) + spread ** 2 * Math.min(years, 3);
  return (Math.log(x + 0.5) - Math.log(m + 0.5)) / Math.sqrt(variance);
}

/** The two counts within their intervals that lie closest together; equal when the intervals touch. */
export function nearest(now: Interval, before: Interval): readonly [number, number] {
  if (now.lo > before.hi) return [now.lo, before.hi];
  if (now.hi < before.lo) return [now.hi, before.lo];
  return [now.lo, now.lo];
}

/** What the series of the region do where nothing is known of this one: sd of the log ratio of two years, see the decision. */
export const usualSpread = 0.4;
/** Weight of that knowledge, in years of own experience. */
const usualWeight = 4;
/** One leap in the past counts as at most this much variance, so that it does not excuse every leap to come. */
const leap = 1;

/**
 * The wandering of one series: the region's usual spread, drawn towards what the series itself did. `series` are exact
 * counts, the nearest year first; what chance alone explains is taken off.
 */
export function spreadOf(series: readonly { readonly year: number; readonly count: number }[]): number {
  const steps = series.slice(1).map((older, i) => {
    const newer = series[i] ?? older;
    const change = Math.log(newer.count + 0.5) - Math.log(older.count + 0.5);
    const chance = 1 / (newer.count + 1) + 1 / (older.count + 1);
    return Math.min(leap, Math.max(0, change ** 2 - chance)) / Math.max(1, newer.year - older.year);
  });
  const sum = steps.reduce((total, step) => total + step, 0);
  return Math.sqrt((usualWeight * usualSpread ** 2 + sum) / (usualWeight + steps.length));
}
