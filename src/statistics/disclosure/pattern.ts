import type { Highs } from "highs";
import { Displacement } from "./displacement.ts";
import type { Network } from "./network.ts";
import type { Prior } from "./prior.ts";
import { demandOf, type Demand, type Start } from "./primary.ts";
import type { Reason } from "./problem.ts";
import { Reader } from "./reader.ts";

/** A table that the reader can imagine under the present pattern: proof of doubt for every cell it moves. */
export type Witness = Float64Array;

/** The two witnesses that carry a cell: the one where it is largest and the one where it is smallest. */
interface Proof {
  readonly high: Witness;
  readonly low: Witness;
}

/** A number to be reached so that a cell is in doubt, in one of two directions. */
export interface Goal {
  readonly direction: "up" | "down";
  readonly value: number;
}

const slack = 1e-6;

/** Counts are whole: a witness where a cell is 4.5 proves that it may be 4, no more. */
const whole = { up: (x: number) => Math.floor(x + slack), down: (x: number) => Math.ceil(x - slack) };

/**
 * The present decision for one component: what is hidden, what must stay in doubt, and the proofs found so far.
 *
 * Hiding more never takes a proof away, since the reader can imagine all the tables that he could imagine before.
 */
export class Pattern {
  readonly hidden: Map<number, Reason>;
  readonly watched: Map<number, Demand>;
  readonly reader: Reader;
  readonly displacement: Displacement;
  readonly proofs: Proof[];

  constructor(
    highs: Highs,
    readonly network: Network,
    readonly truth: Float64Array,
    readonly prior: Prior,
    start: Start,
  ) {
    this.hidden = new Map(start.hidden);
    this.watched = new Map(start.watched);
    const isHidden = (i: number): boolean => this.hidden.has(i);
    this.reader = new Reader(highs, network, truth, isHidden);
    this.displacement = new Displacement(highs, network, truth, isHidden);
    this.proofs = network.cells.map(() => ({ high: truth, low: truth }));
  }

  get solves(): number {
    return this.reader.solves + this.displacement.solves + this.prior.solves;
  }

  /** Hides a cell and puts it under watch: what is hidden must not be read, whatever it was hidden for. */
  hide(i: number, reason: Reason): void {
    if (this.hidden.has(i)) return;
    this.hidden.set(i, reason);
    this.reader.hide(i);
    this.displacement.hide(i);
    if (!this.watched.has(i)) this.watched.set(i, demandOf(this.network.k, this.prior.limits, i));
  }

  /** Takes a witness as proof for every watched cell that it moves further than what was known. */
  learn(witness: Witness): void {
    for (const i of this.watched.keys()) this.proofs[i] = improved(this.proofs[i]!, witness, i);
  }

  highest(i: number): number {
    return whole.up(this.proofs[i]!.high[i]!);
  }

  lowest(i: number): number {
    return whole.down(this.proofs[i]!.low[i]!);
  }

  /**
   * What is still to be reached for a watched cell: nothing, or ways of which one is enough; each way is a list of goals.
   *
   * A small count must be able to reach k and to take k values. Raising it by k - 1 gives both; where that would break a
   * total that is worth more, reaching k and going down to 1 gives both as well.
   */
  ways(i: number): readonly (readonly Goal[])[] {
    const { k } = this.network;
    const [high, low, truth] = [this.highest(i), this.lowest(i), this.truth[i]!];
    const demand = this.watched.get(i);
    if (demand === "full") {
      const [bottom, top] = this.prior.range(this.truth, i);
      const goals: Goal[] = [];
      if (high < top) goals.push({ direction: "up", value: top });
      if (low > bottom) goals.push({ direction: "down", value: bottom });
      return goals.length ? [goals] : [];
    }
    if (demand === "group") return high >= k - 1 ? [] : [[{ direction: "up", value: k - 1 }]];
    // From 2k - 2 on a single step is enough: should the reader know no more than that, he knows that it is not small.
    const width = truth >= 2 * k - 2 ? 1 : k - 1;
    if (high >= k && high - low >= width) return [];
    const raise: Goal[] = [{ direction: "up", value: Math.max(k, low + width) }];
    const both: Goal[] = high < k ? [{ direction: "up", value: k }] : [];
    const bottom = Math.max(high, k) - width;
    if (low > bottom) both.push({ direction: "down", value: bottom });
    return bottom >= 0 ? [raise, both] : [raise];
  }

  /**
   * Ways for a cell that what is public already holds between two walls: partly up, partly down, as far as they let it.
   */
  waysBetweenWalls(i: number): readonly (readonly Goal[])[] {
    const { k } = this.network;
    const [bottom, top] = this.prior.range(this.truth, i);
    if (this.watched.get(i) !== "small" || top < k || top - bottom < k - 1) return [];
    const way = (high: number): Goal[] => [
      { direction: "up", value: high },
      { direction: "down", value: high - (k - 1) },
    ];
    const fromAbove = Math.min(top, Math.max(k, this.truth[i]! + k - 1));
    const fromBelow = Math.max(k, Math.max(bottom, this.truth[i]! - (k - 1)) + k - 1);
    return [way(fromAbove), way(fromBelow)];
  }

  /** Asks for no more than what was left before this release; false when that would already have been enough. */
  settleForPrior(i: number): boolean {
    const [lo, hi] = this.prior.range(this.truth, i);
    const { k } = this.network;
    if (this.watched.get(i) !== "small" || (hi >= k && hi - lo >= k - 1)) return false;
    this.watched.set(i, "full");
    return true;
  }

  isSafe(i: number): boolean {
    return this.ways(i).length === 0;
  }

  unsafe(): number[] {
    return [...this.watched.keys()].filter((i) => !this.isSafe(i));
  }

  dispose(): void {
    this.reader.dispose();
    this.displacement.dispose();
  }
}

/** The better of what was known about a cell and a new witness. */
export function improved(proof: Proof, witness: Witness, i: number): Proof {
  const high = whole.up(witness[i]!) > whole.up(proof.high[i]!) ? witness : proof.high;
  const low = whole.down(witness[i]!) < whole.down(proof.low[i]!) ? witness : proof.low;
  return high === proof.high && low === proof.low ? proof : { high, low };
}
