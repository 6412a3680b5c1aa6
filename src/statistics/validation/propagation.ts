import type { Interval } from "./matrix.ts";
import type { Relation } from "./relation.ts";

/** What all relations together leave possible for each cell, and where they leave nothing. */
export interface Feasibility {
  readonly bounds: ReadonlyMap<string, Interval>;
  /** Stated cells that cannot all be true, when some cannot: the shortest chain that was met first. */
  readonly contradiction?: readonly string[];
}

interface Bound {
  lo: number;
  hi: number;
  /** Stated cells that the bound was derived from. */
  loFrom: ReadonlySet<string>;
  hiFrom: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();

/**
 * Narrows the interval of every cell by every relation until nothing changes: parts bound their total, the total bounds its
 * parts. Each bound remembers the stated cells it rests on, so that a contradiction across several tables can be told as
 * the few figures that cannot all be true, not as 'something is wrong'.
 *
 * Interval propagation, as in constraint solving over linear sums (Davis 1987, 'Constraint propagation with interval
 * labels'). It is sound: what it refuses is impossible. It does not find every contradiction of a full linear program;
 * the release, which must be sure, solves that.
 */
export function propagate(stated: ReadonlyMap<string, Interval>, relations: readonly Relation[]): Feasibility {
  const bounds = new Map<string, Bound>();
  const touching = new Map<string, Relation[]>();
  for (const relation of relations)
    for (const cell of cellsOfRelation(relation)) touching.set(cell, [...(touching.get(cell) ?? []), relation]);
  const at = (cell: string): Bound => {
    const known = bounds.get(cell);
    if (known) return known;
    const { lo, hi } = stated.get(cell) ?? { lo: 0, hi: Infinity };
    const own = new Set([cell]);
    const fresh = { lo, hi, loFrom: lo > 0 ? own : nothing, hiFrom: hi < Infinity ? own : nothing };
    bounds.set(cell, fresh);
    return fresh;
  };

  const queue = new Set(relations);
  let contradiction: string[] | undefined;
  const narrow: Narrow = (cell, side, value, from) => {
    const bound = at(cell);
    if (side === "lo" ? value <= bound.lo : value >= bound.hi) return;
    const sources = new Set(from().flatMap((each) => [...each]));
    if (side === "lo") Object.assign(bound, { lo: value, loFrom: sources });
    else Object.assign(bound, { hi: value, hiFrom: sources });
    if (bound.lo > bound.hi) contradiction ??= [...new Set([...bound.loFrom, ...bound.hiFrom])];
    for (const relation of touching.get(cell) ?? []) queue.add(relation);
  };

  // Whole numbers between fixed ends can only narrow so often; the cap guards against a chain that creeps by ones.
  let steps = 20_000;
  for (const relation of queue) {
    queue.delete(relation);
    apply(relation, at, narrow);
    if (contradiction || --steps === 0) break;
  }
  return {
    bounds: new Map([...bounds].map(([cell, { lo, hi }]) => [cell, { lo, hi }])),
    ...(contradiction ? { contradiction } : {}),
  };
}

/** The cells that a relation ties together. */
export function cellsOfRelation(relation: Relation): string[] {
  switch (relation.kind) {
    case "sum":
      return [relation.total, ...relation.parts];
    case "at-most":
      return [relation.small, relation.large];
    case "equal":
      return [relation.a, relation.b];
  }
}

/** Takes a bound that a relation gives; the cells it rests on are asked for only when it narrows. */
type Narrow = (cell: string, side: "lo" | "hi", value: number, from: () => readonly ReadonlySet<string>[]) => void;

function apply(relation: Relation, at: (cell: string) => Bound, narrow: Narrow): void {
  if (relation.kind !== "sum") {
    const [small, large] = relation.kind === "at-most" ? [relation.small, relation.large] : [relation.a, relation.b];
    narrow(small, "hi", at(large).hi, () => [at(large).hiFrom]);
    narrow(large, "lo", at(small).lo, () => [at(small).loFrom]);
    if (relation.kind === "equal") {
      narrow(large, "hi", at(small).hi, () => [at(small).hiFrom]);
      narrow(small, "lo", at(large).lo, () => [at(large).loFrom]);
    }
    return;
  }
  const total = at(relation.total);
  const parts = relation.parts.map((cell) => ({ cell, bound: at(cell) }));
  const others = (part: string) => parts.filter(({ cell }) => cell !== part);
  const lo = parts.reduce((sum, { bound }) => sum + bound.lo, 0);
  const open = parts.filter(({ bound }) => bound.hi === Infinity).length;
  const hi = parts.reduce((sum, { bound }) => sum + (bound.hi === Infinity ? 0 : bound.hi), 0);
  narrow(relation.total, "lo", lo, () => parts.map(({ bound }) => bound.loFrom));
  if (open === 0) narrow(relation.total, "hi", hi, () => parts.map(({ bound }) => bound.hiFrom));
  // The sums stand for the bounds before this round; a bound that narrows meanwhile brings the relation back into the queue.
  for (const { cell, bound } of parts) {
    const before = { ...bound };
    narrow(cell, "hi", total.hi - (lo - before.lo), () => [total.hiFrom, ...others(cell).map((each) => each.bound.loFrom)]);
    const openElsewhere = open - (before.hi === Infinity ? 1 : 0);
    if (openElsewhere > 0) continue;
    const othersHi = hi - (before.hi === Infinity ? 0 : before.hi);
    narrow(cell, "lo", total.lo - othersHi, () => [total.loFrom, ...others(cell).map((each) => each.bound.hiFrom)]);
  }
}
