import type { NodeKind, PlanNode } from "./plan.ts";

/** What may stand under what; `top` is the plan itself. Indicators hang on what they measure and carry nothing. */
export const childKinds: Readonly<Record<NodeKind | "top", readonly NodeKind[]>> = {
  top: ["axis", "objective", "operational-objective", "section", "tactic", "activity"],
  axis: ["objective", "operational-objective", "result", "activity", "indicator"],
  objective: ["result", "operational-objective", "activity", "indicator"],
  result: ["operational-objective", "activity", "indicator"],
  "operational-objective": ["result", "activity", "indicator"],
  section: ["section", "tactic", "result", "activity", "indicator"],
  tactic: ["result", "activity", "indicator"],
  activity: ["indicator"],
  indicator: [],
};

/** Whether a part of that kind may stand under that parent; null is the top of the plan. */
export function belongsUnder(kind: NodeKind, parent: Pick<PlanNode, "kind"> | null): boolean {
  return childKinds[parent?.kind ?? "top"].includes(kind);
}

/** The keys of a node and of all below it. */
export function withDescendants(nodes: readonly Pick<PlanNode, "key" | "parent">[], key: string): Set<string> {
  const children = Map.groupBy(nodes, ({ parent }) => parent);
  const found = new Set<string>();
  const visit = (each: string) => {
    if (found.has(each)) return;
    found.add(each);
    for (const child of children.get(each) ?? []) visit(child.key);
  };
  visit(key);
  return found;
}

/** Gives, for a key, the nodes above it, the topmost first, without itself. Reads the tree once for many questions. */
export function ancestorsIn<N extends Pick<PlanNode, "key" | "parent">>(nodes: readonly N[]): (key: string) => N[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  return (key) => {
    const found: N[] = [];
    for (let each = byKey.get(key); each?.parent; ) {
      each = byKey.get(each.parent);
      if (each) found.unshift(each);
    }
    return found;
  };
}

/** The siblings under a parent that can weigh: all but indicators. */
export function weighable<N extends Pick<PlanNode, "kind" | "parent">>(nodes: readonly N[], parent: string | null): N[] {
  return nodes.filter((node) => node.parent === parent && node.kind !== "indicator");
}
