import type { PlanNode, PlanResponsible } from "./plan.ts";

/** What of a node can change between two versions. */
export type Aspect = "title" | "detail" | "place" | "weight" | "target" | "verification" | "schedule" | "indicator" | "goals" | "responsible";

/** One thing that changed, as keys into what was before and after; the page says it in words. */
export interface NodeChange {
  readonly key: string;
  readonly kind: "added" | "removed" | "changed";
  readonly before: PlanNode | undefined;
  readonly after: PlanNode | undefined;
  /** Empty for what was added or removed. */
  readonly aspects: readonly Aspect[];
}

/** A version with who answers in it. */
export interface Versioned {
  readonly nodes: readonly PlanNode[];
  readonly responsible: ReadonlyMap<string, readonly PlanResponsible[]>;
}

/**
 * What changed from one version of a plan to the next, in the order of the newer tree, what was removed last. A node is the same
 * by its key, whatever else changed. Order among siblings alone is no change.
 */
export function difference(before: Versioned, after: Versioned): NodeChange[] {
  const old = new Map(before.nodes.map((node) => [node.key, node]));
  const now = new Set(after.nodes.map(({ key }) => key));
  return [
    ...after.nodes.flatMap((node): NodeChange[] => {
      const was = old.get(node.key);
      if (!was) return [{ key: node.key, kind: "added", before: undefined, after: node, aspects: [] }];
      const aspects = aspectsOf(was, node);
      if (parties(before, node.key) !== parties(after, node.key)) aspects.push("responsible");
      return aspects.length === 0 ? [] : [{ key: node.key, kind: "changed", before: was, after: node, aspects }];
    }),
    ...before.nodes
      .filter(({ key }) => !now.has(key))
      .map((node): NodeChange => ({ key: node.key, kind: "removed", before: node, after: undefined, aspects: [] })),
  ];
}

const seen = {
  title: ({ title, code }: PlanNode) => [title.es, title.en, code],
  detail: ({ detail, sourcePage }: PlanNode) => [detail.es, detail.en, sourcePage],
  place: ({ parent }: PlanNode) => parent,
  weight: ({ weight }: PlanNode) => (weight === null ? null : Number(weight)),
  target: ({ target }: PlanNode) => [target.es, target.en],
  verification: ({ verification }: PlanNode) => [verification.es, verification.en],
  schedule: ({ startsOn, endsOn, months }: PlanNode) => [startsOn, endsOn, [...months].toSorted((one, other) => one - other)],
  indicator: ({ indicator }: PlanNode) => indicator,
  goals: ({ goals }: PlanNode) => [...goals].toSorted((one, other) => one - other),
} as const satisfies Partial<Record<Aspect, (node: PlanNode) => unknown>>;

function aspectsOf(before: PlanNode, after: PlanNode): Aspect[] {
  return (Object.keys(seen) as (keyof typeof seen)[]) // its own keys
    .filter((aspect) => JSON.stringify(seen[aspect](before)) !== JSON.stringify(seen[aspect](after)));
}

function parties({ responsible }: Versioned, key: string): string {
  return (responsible.get(key) ?? [])
    .map(({ kind, country, committee, organisation, role }) => JSON.stringify([kind, country, committee, organisation, role]))
    .toSorted()
    .join();
}
