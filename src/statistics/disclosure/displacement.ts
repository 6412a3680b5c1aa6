import type { Highs } from "highs";
import { LinearProgram, type Row } from "./linear-program.ts";
import type { Network } from "./network.ts";
import { isPrintable } from "./primary.ts";

/** A table that differs from the truth, and what it costs to hide the cells in which it does. */
export interface Displaced {
  readonly table: Float64Array;
  readonly cost: number;
  /** Printed cells that must be hidden so that the reader can imagine this table. */
  readonly support: readonly number[];
}

const reach = 40;

/** What it costs to hide a cell: its weight, and more the more persons it counts. */
export function hidingCost(network: Network, truth: Float64Array, i: number): number {
  return network.cells[i]!.weight * (1 + Math.log2(1 + truth[i]!));
}

/**
 * The cheapest way to move one cell away from the truth: minimise Σ cost × |displacement| over all tables that fulfil the
 * relations, hidden cells moving freely. Three columns a cell: up, down, and, for a printed interval, free within it.
 */
export class Displacement {
  readonly #network: Network;
  readonly #truth: Float64Array;
  readonly #program: LinearProgram;
  readonly #up: Float64Array;
  readonly #down: Float64Array;
  readonly #freeLow: Float64Array;
  readonly #freeHigh: Float64Array;
  readonly #printed: Uint8Array;

  constructor(highs: Highs, network: Network, truth: Float64Array, isHidden: (cell: number) => boolean) {
    const n = truth.length;
    this.#network = network;
    this.#truth = truth;
    this.#printed = Uint8Array.from(truth, (_, i) => (!isHidden(i) && isPrintable(network, i) ? 1 : 0));
    const low = new Float64Array(3 * n);
    const high = new Float64Array(3 * n);
    const cost = new Float64Array(3 * n);
    network.cells.forEach((cell, i) => {
      const a = truth[i]!;
      const fixed = cell.role === "public";
      if (cell.lo < cell.hi && isPrintable(network, i) && !isHidden(i)) {
        low[2 * n + i] = Math.max(cell.lo, cell.knownLo) - a;
        high[2 * n + i] = Math.min(cell.hi, cell.knownHi) - a;
      }
      high[i] = fixed ? 0 : Math.max(0, Math.min(cell.knownHi - a, reach * network.k) - high[2 * n + i]!);
      high[n + i] = fixed ? 0 : Math.max(0, a - Math.max(cell.knownLo, 0) + low[2 * n + i]!);
      cost[i] = cost[n + i] = this.#printed[i] ? hidingCost(network, truth, i) / (network.k - 1) : 0;
    });
    this.#up = high.slice(0, n);
    this.#down = high.slice(n, 2 * n);
    this.#freeLow = low.slice(2 * n);
    this.#freeHigh = high.slice(2 * n);
    this.#program = new LinearProgram(highs, { low, high, cost }, displacementRows(network, truth), "dual");
  }

  get solves(): number {
    return this.#program.solves;
  }

  /** Hidden cells move at no cost. */
  hide(i: number): void {
    this.#set(i, 0);
  }

  /** A cell that is printed again costs what it cost before. */
  print(i: number): void {
    this.#set(i, 1);
  }

  #set(i: number, printed: 0 | 1): void {
    this.#printed[i] = printed;
    const cost = printed ? hidingCost(this.#network, this.#truth, i) / (this.#network.k - 1) : 0;
    this.#program.price(i, cost);
    this.#program.price(this.#truth.length + i, cost);
  }

  /**
   * The cheapest table in which cell `i` is at least (`up`) or at most (`down`) `goal`, with `frozen` at the truth;
   * undefined when hiding everything that may be hidden is not enough.
   */
  move(i: number, direction: "up" | "down", goal: number, frozen?: number): Displaced | undefined {
    const n = this.#truth.length;
    const up = direction === "up";
    const amount = up ? goal - this.#truth[i]! : this.#truth[i]! - goal;
    if (amount <= 0) return { table: this.#truth, cost: 0, support: [] };
    const [mover, rester] = up ? [i, n + i] : [n + i, i];
    const [room, counter] = up ? [this.#up, this.#down] : [this.#down, this.#up];
    const free = up ? this.#freeHigh[i]! : -this.#freeLow[i]!;
    const least = Math.max(0, amount - free);
    if (least > room[i]! + 1e-9) return undefined;
    this.#program.limit(mover, least, room[i]!);
    this.#program.limit(rester, 0, 0);
    const freed = Math.min(amount, free);
    this.#program.limit(2 * n + i, up ? freed : -free, up ? free : -freed);
    if (frozen !== undefined) this.#freeze(frozen, true);
    const found = this.#program.solve();
    this.#program.limit(mover, 0, room[i]!);
    this.#program.limit(rester, 0, counter[i]!);
    this.#program.limit(2 * n + i, this.#freeLow[i]!, this.#freeHigh[i]!);
    if (frozen !== undefined) this.#freeze(frozen, false);
    if (!found) return undefined;
    const outside = (c: number): number => found.x[c]! - found.x[n + c]!;
    return {
      table: this.#truth.map((a, c) => a + outside(c) + found.x[2 * n + c]!),
      cost: found.objective,
      support: [...this.#printed.keys()].filter((c) => this.#printed[c] && Math.abs(outside(c)) > 1e-7),
    };
  }

  #freeze(i: number, frozen: boolean): void {
    const n = this.#truth.length;
    this.#program.limit(i, 0, frozen ? 0 : this.#up[i]!);
    this.#program.limit(n + i, 0, frozen ? 0 : this.#down[i]!);
  }

  dispose(): void {
    this.#program.dispose();
  }
}

function displacementRows(network: Network, truth: Float64Array): Row[] {
  const n = truth.length;
  const threefold = (cells: readonly number[]): number[] => cells.flatMap((i) => [i, n + i, 2 * n + i]);
  const signs = (list: readonly number[]): number[] => list.flatMap((sign) => [sign, -sign, sign]);
  return [
    ...network.sums.map(({ total, parts }) => ({
      low: 0,
      high: 0,
      columns: threefold([total, ...parts]),
      coefficients: signs([1, ...parts.map(() => -1)]),
    })),
    ...network.bounds.map(({ part, whole }) => ({
      low: -Infinity,
      high: truth[whole]! - truth[part]!,
      columns: threefold([part, whole]),
      coefficients: signs([1, -1]),
    })),
  ];
}
