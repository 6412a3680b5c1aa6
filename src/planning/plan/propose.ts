import { compare, decimal } from "./decimal.ts";
import type { ActivityReport, PlanNode } from "./plan.ts";
import { ancestorsIn } from "./tree.ts";
import { equalShares, weightSum } from "./weight.ts";

/**
 * The activities below 100 percent (or without report) and all that they stand under, in the order of the tree. Siblings that
 * weighed share 100 equally among those that stay, unless their weights still add up. Indicators are left to the new plan.
 */
export function leftUndone(nodes: readonly PlanNode[], reported: ReadonlyMap<string, ActivityReport>): PlanNode[] {
  const isOpen = ({ kind, key }: PlanNode) => kind === "activity" && compare(decimal(reported.get(key)?.progress ?? "0"), decimal("100")) < 0;
  const above = ancestorsIn(nodes);
  const kept = new Set(nodes.filter(isOpen).flatMap(({ key }) => [key, ...above(key).map((node) => node.key)]));
  const staying = nodes.filter(({ key }) => kept.has(key));
  const weights = new Map<string, string>();
  for (const parent of new Set(staying.map((node) => node.parent))) {
    const siblings = staying.filter((node) => node.parent === parent);
    if (weightSum(siblings.map(({ weight }) => weight))?.isWhole) continue;
    const weighing = siblings.filter(({ weight }) => Number(weight) > 0);
    const sharing = weighing.length > 0 ? weighing : siblings;
    for (const [place, weight] of equalShares(sharing.length).entries()) weights.set(sharing[place]?.key ?? "", weight);
  }
  return staying.map((node) => ({ ...node, weight: weights.get(node.key) ?? node.weight }));
}
