import { type Decimal, decimal, plus, share, zero } from "../plan/decimal.ts";
import type { PlanNode } from "../plan/plan.ts";

/** How much of one who answers was done. */
export interface WeightedResult {
  readonly activities: number;
  /** Activities with an accepted report. */
  readonly reported: number;
  /** Percent with four decimals: what was done of what its activities weigh; null where they weigh nothing. */
  readonly done: string | null;
}

/** What an activity counts in a weighted result. */
export interface Weighed {
  /** Percent of its plan, exact. */
  readonly weight: Decimal;
  /** Percent done, decimal text; undefined without a report, which counts 0. */
  readonly progress: string | undefined;
}

/** What each activity weighs in its whole plan, in percent: the product of the weights from the top down to it. */
export function planWeights(nodes: readonly PlanNode[]): Map<string, Decimal> {
  const found = new Map<string, Decimal>();
  // Parents come before their children.
  for (const { key, parent, weight } of nodes) {
    const above = parent === null ? decimal("100") : (found.get(parent) ?? zero);
    found.set(key, weight === null ? zero : share(above, decimal(weight)));
  }
  return found;
}

/** The weighted result of activities: the sum of weight × progress over the sum of weights, rounded once to four decimals. */
export function weightedResult(activities: readonly Weighed[]): WeightedResult {
  let [whole, done] = [zero, zero];
  for (const { weight, progress } of activities) {
    whole = plus(whole, weight);
    done = plus(done, share(weight, decimal(progress ?? "0")));
  }
  return { activities: activities.length, reported: activities.filter(({ progress }) => progress !== undefined).length, done: whole.units === 0n ? null : percent(done, whole) };
}

/** `part` of `whole` in percent with four decimals, halves away from zero; `whole` is above zero and neither is below. */
function percent(part: Decimal, whole: Decimal): string {
  const scale = Math.max(part.scale, whole.scale);
  const [upper, lower] = [part.units * 10n ** BigInt(scale - part.scale) * 1_000_000n, whole.units * 10n ** BigInt(scale - whole.scale)];
  const units = (upper * 2n + lower) / (lower * 2n);
  return `${units / 10_000n}.${String(units % 10_000n).padStart(4, "0")}`;
}

/** The plain mean of percents with four decimals: plans count alike. Null for none. */
export function meanOf(percents: readonly string[]): string | null {
  if (percents.length === 0) return null;
  const sum = percents.reduce((all, each) => plus(all, decimal(each)), zero);
  return percent(sum, { units: BigInt(percents.length) * 100n, scale: 0 });
}
