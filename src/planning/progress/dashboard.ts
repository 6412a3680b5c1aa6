import { addDays } from "#basics";
import type { PlanNode } from "../plan/plan.ts";
import { type Decimal, compare, decimal, fourDecimals, minus, share } from "../plan/decimal.ts";
import type { NodeProgress } from "../plan/roll-up.ts";
import { lastDayOf } from "../plan/schedule.ts";
import { endedPeriods } from "./owed.ts";

/** How many days ahead the dashboard looks for what falls due. */
const aheadDays = 30;

/** An activity as the dashboard weighs it. Figures are percent as decimal text with four decimals. */
export interface DashboardLine {
  readonly node: PlanNode;
  /** The node at the top of its branch: the axis. */
  readonly axis: PlanNode;
  readonly progress: NodeProgress;
  /** Its share of the whole plan: the weights from the top down to it, multiplied. */
  readonly weight: string;
  /** What its lag costs the plan, in points of the plan: weight × lag / 100. */
  readonly cost: string;
  /** The last day of its schedule. */
  readonly ends: string | undefined;
  /** The end of the newest period on which it was to be reported; undefined while none is over. */
  readonly periodEnded: string | undefined;
}

/** Every activity of one version with its weight in the whole plan, what costs the plan most first. `nodes` as `treeOf` gives them. */
export function dashboardLines(nodes: readonly PlanNode[], progress: ReadonlyMap<string, NodeProgress>, today: string): DashboardLine[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const lines = nodes.flatMap((node): (DashboardLine & { readonly exact: Decimal })[] => {
    const found = progress.get(node.key);
    if (node.kind !== "activity" || !found) return [];
    let weight = decimal("100");
    let axis = node;
    for (let each: PlanNode | undefined = node; each; each = byKey.get(each.parent ?? "")) {
      weight = share(weight, decimal(each.weight ?? "0"));
      axis = each;
    }
    const exact = share(minus(decimal(found.due), decimal(found.done)), weight);
    return [
      { node, axis, progress: found, weight: fourDecimals(weight), cost: fourDecimals(exact), exact, ends: lastDayOf(node), periodEnded: endedPeriods(node, today).at(-1)?.until },
    ];
  });
  return lines.toSorted((a, b) => compare(b.exact, a.exact)).map(({ exact: _, ...line }) => line);
}

/** Those that are late: behind by the rule of the lights, or without a report past the end of their period. */
export function lateLines(lines: readonly DashboardLine[]): DashboardLine[] {
  return lines.filter(({ progress }) => progress.light === "amber" || progress.light === "red");
}

/** Those whose schedule ends within the next days and that are not done, the nearest first. `today` counts. */
export function dueLines(lines: readonly DashboardLine[], today: string, days = aheadDays): DashboardLine[] {
  const last = addDays(today, days);
  return lines
    .filter(({ ends, progress }) => ends !== undefined && ends >= today && ends <= last && compare(decimal(progress.done), decimal("100")) < 0)
    .toSorted((a, b) => (a.ends ?? "").localeCompare(b.ends ?? ""));
}
