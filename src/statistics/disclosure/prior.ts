import type { Highs } from "highs";
import type { Network } from "./network.ts";
import { demandOf } from "./primary.ts";
import { incidenceOf, propagate, type Limits } from "./propagation.ts";
import { Reader } from "./reader.ts";

/** The values of one cell that were possible before this release, both ends included. */
export type Range = readonly [lo: number, hi: number];

/**
 * What readers hold before this release: sources and earlier releases have printed numbers and intervals, and no pattern
 * of hiding takes that back. It is the best that protection can leave.
 */
export class Prior {
  /** By subtraction alone: cheap, and for most cells the whole story. */
  readonly limits: Limits;
  readonly #highs: Highs;
  readonly #network: Network;
  #reader: Reader | undefined;
  readonly #ranges = new Map<number, Range>();

  constructor(highs: Highs, network: Network) {
    this.#highs = highs;
    this.#network = network;
    this.limits = {
      lo: Float64Array.from(network.cells, (c) => (c.role === "public" ? c.lo : c.knownLo)),
      hi: Float64Array.from(network.cells, (c) => (c.role === "public" ? c.hi : c.knownHi)),
    };
    propagate(network, incidenceOf(network), this.limits);
  }

  get solves(): number {
    return this.#reader?.solves ?? 0;
  }

  /** Finds the ranges of all cells that were narrow before, most of them in two questions. */
  prepare(truth: Float64Array): void {
    const narrow = [...truth.keys()].filter((i) => demandOf(this.#network.k, this.limits, i) === "full");
    const cells = narrow.filter((i) => this.#network.cells[i]!.role !== "public");
    if (!cells.length) return;
    const ends = ([1, -1] as const).map((sign) => this.#furthest(truth, cells, sign));
    for (const i of cells) this.#ranges.set(i, [Math.ceil(ends[1]!.get(i)! - 1e-6), Math.floor(ends[0]!.get(i)! + 1e-6)]);
  }

  /** The exact range of one cell. */
  range(truth: Float64Array, i: number): Range {
    const known = this.#ranges.get(i);
    if (known) return known;
    const reader = this.#open(truth);
    const ends = [-1, 1].map((sign) => reader.best([[i, sign]])[i]!);
    const range = [Math.ceil(ends[0]! - 1e-6), Math.floor(ends[1]! + 1e-6)] as const;
    this.#ranges.set(i, range);
    return range;
  }

  #open(truth: Float64Array): Reader {
    this.#reader ??= new Reader(this.#highs, this.#network, truth, (i) => this.#network.cells[i]!.role !== "public");
    return this.#reader;
  }

  /** How far each cell can move in one direction: all at once first, then one by one where that was not yet the end. */
  #furthest(truth: Float64Array, cells: readonly number[], sign: 1 | -1): Map<number, number> {
    const reader = this.#open(truth);
    const end = sign === 1 ? this.limits.hi : this.limits.lo;
    const reached = new Map(cells.map((i) => [i, truth[i]!]));
    const isOpen = (i: number): boolean => sign * (end[i]! - reached.get(i)!) > 1e-6;
    const learn = (table: Float64Array): void => {
      for (const i of cells) if (sign * (table[i]! - reached.get(i)!) > 0) reached.set(i, table[i]!);
    };
    learn(reader.best(cells.map((i) => [i, sign] as const)));
    for (const i of cells) if (isOpen(i)) learn(reader.best([[i, sign]]));
    return reached;
  }

  dispose(): void {
    this.#reader?.dispose();
  }
}
