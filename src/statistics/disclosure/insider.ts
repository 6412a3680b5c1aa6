import { cheapest } from "./complementary.ts";
import type { Network } from "./network.ts";
import type { Pattern } from "./pattern.ts";
import { isPrintable } from "./primary.ts";
import { incidenceOf, propagate, type Limits } from "./propagation.ts";

/**
 * The cells that count the same one person as cell `i`: upwards a total of 1 is that person, downwards the part of a
 * total of 1 that is 1 itself. What an insider learns about them she knew before.
 */
export function ownCells(network: Network, count: (cell: number) => number | undefined, i: number): Set<number> {
  const own = new Set([i]);
  for (let grown = true; grown; ) {
    grown = false;
    const pairs = [
      ...network.sums.flatMap(({ total, parts }) => parts.map((part) => ({ total, part }))),
      ...network.bounds.map(({ part, whole }) => ({ total: whole, part })),
    ];
    for (const { total, part } of pairs) {
      if (count(total) !== 1 || count(part) !== 1 || own.has(total) === own.has(part)) continue;
      own.add(total).add(part);
      grown = true;
    }
  }
  return own;
}

/** What the reader holds before he subtracts anything. */
function readerLimits(pattern: Pattern): Limits {
  const { network } = pattern;
  const shown = (i: number): boolean => !pattern.hidden.has(i) && isPrintable(network, i);
  return {
    lo: Float64Array.from(network.cells, (c, i) => Math.max(c.knownLo, shown(i) ? c.lo : 0)),
    hi: Float64Array.from(network.cells, (c, i) => Math.min(c.knownHi, shown(i) ? c.hi : Infinity)),
  };
}

interface Exposure {
  readonly insider: number;
  readonly exposed: number;
}

/**
 * For each person who is alone in a cell: the small counts of others that she can work out by subtraction, and could not
 * before this release. Only where the coalition knows for certain that the count is 1.
 */
function exposures(pattern: Pattern, truths: Limits): Exposure[] {
  const { network } = pattern;
  const incidence = incidenceOf(network);
  const common = readerLimits(pattern);
  propagate(network, incidence, common);
  const found: Exposure[] = [];
  const certain = (c: number): number | undefined => (truths.lo[c] === truths.hi[c] ? truths.lo[c] : undefined);
  const known = (from: Limits, i: number): Limits => {
    const copy = { lo: from.lo.slice(), hi: from.hi.slice() };
    copy.lo[i] = copy.hi[i] = 1;
    propagate(network, incidence, copy, [i]);
    return copy;
  };
  network.cells.forEach((_, i) => {
    if (certain(i) !== 1 || common.lo[i] === common.hi[i]) return;
    const limits = known(common, i);
    const own = ownCells(network, (c) => (limits.lo[c] === limits.hi[c] ? limits.lo[c] : certain(c)), i);
    const exposed = [...pattern.watched].filter(([j, demand]) => {
      if (own.has(j) || limits.lo[j] !== limits.hi[j] || common.lo[j] === common.hi[j]) return false;
      const small = limits.lo[j]! >= 1 && limits.lo[j]! < network.k;
      return small || demand === "group" || pattern.hidden.get(j) === "group";
    });
    if (!exposed.length) return;
    const before = known(pattern.prior.limits, i);
    for (const [j] of exposed) if (before.lo[j] !== before.hi[j]) found.push({ insider: i, exposed: j });
  });
  return found;
}

/**
 * A person who is alone in a cell knows that it is 1, and subtracts it. Whatever small count of others becomes exact for
 * her gets further cells hidden, found by the same linear program with her own cell kept at 1.
 *
 * Returns the cells for which nothing helps. The caller protects what was newly hidden, and asks again.
 */
export function repairForInsiders(pattern: Pattern, truths: Limits): { readonly changed: boolean; readonly helpless: Set<number> } {
  const helpless = new Set<number>();
  let changed = false;
  for (const { insider, exposed } of exposures(pattern, truths)) {
    const truth = pattern.truth[exposed]!;
    const up = [{ direction: "up", value: truth + 1 }] as const;
    const down = [{ direction: "down", value: truth - 1 }] as const;
    const moves = cheapest(pattern, exposed, truth > 0 ? [up, down] : [up], insider);
    if (!moves) helpless.add(exposed);
    for (const { table, support } of moves ?? []) {
      if (support.length) changed = true;
      for (const c of support) pattern.hide(c, "insider");
      pattern.learn(table);
    }
  }
  return { changed, helpless };
}
