import type { Network } from "./network.ts";
import type { Reason } from "./problem.ts";
import type { Limits } from "./propagation.ts";

/**
 * What a reader must be left in doubt about. 'small': the count may be k or more, and at least k values are possible.
 * 'full': every value of the interval that the source printed stays possible. 'group': the persons outside the part may
 * be k - 1 or more.
 */
export type Demand = "small" | "full" | "group";

/** Before anything is solved: which cells are hidden and why, and which cells must stay in doubt. */
export interface Start {
  readonly hidden: Map<number, Reason>;
  readonly watched: Map<number, Demand>;
}

/** True when this release prints the cell unless it is hidden: exactly, or as an interval with an upper end. */
export function isPrintable(network: Network, i: number): boolean {
  const { role, hi } = network.cells[i]!;
  return role === "public" || (role === "candidate" && hi !== Infinity);
}

/** Why a cell is hidden by rule, whatever the other cells are; undefined when it may be printed. */
function reasonOf(network: Network, limits: Limits, i: number): Reason | undefined {
  const { role, lo, hi, knownHi, sensitive } = network.cells[i]!;
  const { k } = network;
  const small = limits.lo[i]! >= 1 && limits.hi[i]! < k;
  if (role === "withheld") return small ? "primary" : "earlier";
  if (role !== "candidate") return undefined;
  if (lo < hi && lo < k && (hi < k || knownHi < k)) return "source";
  if (hi === Infinity) return undefined;
  if (small || (lo < hi && lo < k && hi - lo < k - 1)) return "primary";
  return sensitive;
}

/** What must stay in doubt about a cell once it is hidden, given what follows from everything that was public before. */
export function demandOf(k: number, prior: Limits, i: number): Demand {
  return prior.hi[i]! < k || prior.hi[i]! - prior.lo[i]! < k - 1 ? "full" : "small";
}

/**
 * Primary suppression: counts of 1 to k - 1, what the source itself keeps below k, what an earlier release withheld, and
 * groups. Numbers that are never printed are watched when they are small, because they could be derived.
 */
export function primary(network: Network, limits: Limits, prior: Limits, groupRests: ReadonlySet<number>): Start {
  const hidden = new Map<number, Reason>();
  const watched = new Map<number, Demand>();
  network.cells.forEach((cell, i) => {
    const reason = reasonOf(network, limits, i);
    if (reason) hidden.set(i, reason);
    const unprinted = cell.role !== "public" && !isPrintable(network, i);
    const small = limits.hi[i]! >= 1 && limits.hi[i]! < network.k;
    if (groupRests.has(i)) watched.set(i, "group");
    else if (reason || (unprinted && small)) watched.set(i, demandOf(network.k, prior, i));
  });
  return { hidden, watched };
}
