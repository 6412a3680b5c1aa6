/**
 * How progress adds up. Everything is exact decimal arithmetic; only what is handed out is rounded, to four decimals.
 *
 * 1. The progress of an activity is the percent of its newest accepted report, held between 0 and 100. Without one it is 0 and
 *    counted as missing.
 * 2. The progress of anything else is the sum over its children that weigh: weight × progress / 100. Indicators measure and
 *    never enter. Where nothing weighs it is 0, and its light stays grey.
 * 3. What is due of an activity is the share of its scheduled months (or of its days, where it names no months) that is over
 *    today; without a schedule nothing is due. What is due of anything else adds up by the same weights.
 * 4. The light compares both: see `lightOf`.
 */
import { type Decimal, compare, decimal, fourDecimals, minus, plus, share, zero } from "./decimal.ts";
import { type Light, type LightReason, type LightRule, lightOf } from "./light.ts";
import type { ActivityReport, PlanNode } from "./plan.ts";
import { dueOf, isOver } from "./schedule.ts";

/** The key under which `rollUp` gives the plan as a whole. */
export const wholePlan = "";

/** What a child gives to its parent: `done` and `due` are its weight's share of its own. Decimal text with four decimals. */
export interface Contribution {
  readonly key: string;
  readonly weight: string;
  readonly done: string;
  readonly due: string;
}

/** How far a node is. Figures are percent as decimal text with four decimals. */
export interface NodeProgress {
  readonly key: string;
  readonly done: string;
  /** What should be done by today. */
  readonly due: string;
  /** Due less done: below zero when it is ahead. */
  readonly lag: string;
  readonly light: Light;
  readonly because: LightReason;
  /** Activities without an accepted report, itself among them. */
  readonly missing: number;
  /** Activities, itself among them. */
  readonly activities: number;
  /** What its children give, in their order; empty for an activity. Adds up to `done` and `due` before rounding. */
  readonly parts: readonly Contribution[];
}

interface Sum {
  readonly done: Decimal;
  readonly due: Decimal;
  readonly missing: number;
  readonly missingPastEnd: number;
  readonly activities: number;
  readonly isScheduled: boolean;
  readonly weighs: boolean;
  readonly parts: readonly Contribution[];
}

/**
 * The progress of every node of one version but its indicators, and of the plan under `wholePlan`, by the rules above.
 * `reported` is what was accepted, by key; `today` an ISO day. A node whose parent is not among `nodes` counts nowhere.
 */
export function rollUp(
  nodes: readonly PlanNode[],
  reported: ReadonlyMap<string, ActivityReport>,
  today: string,
  rule: LightRule,
): Map<string, NodeProgress> {
  const children = Map.groupBy(
    nodes.filter(({ kind }) => kind !== "indicator"),
    ({ parent }) => parent,
  );
  const found = new Map<string, NodeProgress>();

  const sumOf = (parent: string | null): Sum => {
    let sum: Sum = { done: zero, due: zero, missing: 0, missingPastEnd: 0, activities: 0, isScheduled: false, weighs: false, parts: [] };
    const parts: Contribution[] = [];
    for (const child of children.get(parent) ?? []) {
      const own = child.kind === "activity" ? ofActivity(child, reported.get(child.key), today) : sumOf(child.key);
      keep(child.key, own);
      const weight = child.weight === null ? zero : decimal(child.weight);
      const [done, due] = [share(own.done, weight), share(own.due, weight)];
      if (child.weight !== null) parts.push({ key: child.key, weight: child.weight, done: fourDecimals(done), due: fourDecimals(due) });
      const weighs = compare(weight, zero) > 0 && own.weighs;
      sum = {
        done: plus(sum.done, done),
        due: plus(sum.due, due),
        missing: sum.missing + own.missing,
        missingPastEnd: sum.missingPastEnd + own.missingPastEnd,
        activities: sum.activities + own.activities,
        isScheduled: sum.isScheduled || (weighs && own.isScheduled),
        weighs: sum.weighs || weighs,
        parts,
      };
    }
    return sum;
  };

  const keep = (key: string, sum: Sum) => {
    const { done, due, missing, activities, parts } = sum;
    const lag = fourDecimals(minus(due, done));
    found.set(key, { key, done: fourDecimals(done), due: fourDecimals(due), lag, ...lightOf(sum, rule), missing, activities, parts });
  };

  keep(wholePlan, sumOf(null));
  return found;
}

function ofActivity(node: PlanNode, report: ActivityReport | undefined, today: string): Sum {
  const due = dueOf(node, today);
  const isMissing = report === undefined;
  return {
    done: report ? heldBetween(decimal(report.progress)) : zero,
    due: due ?? zero,
    missing: isMissing ? 1 : 0,
    missingPastEnd: isMissing && isOver(node, today) ? 1 : 0,
    activities: 1,
    isScheduled: due !== undefined,
    weighs: true,
    parts: [],
  };
}

function heldBetween(value: Decimal): Decimal {
  const hundred = decimal("100");
  return compare(value, zero) < 0 ? zero : compare(value, hundred) > 0 ? hundred : value;
}
