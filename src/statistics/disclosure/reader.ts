import type { Highs } from "highs";
import { relationRows } from "./consistency.ts";
import { LinearProgram, type Row } from "./linear-program.ts";
import type { Network } from "./network.ts";
import { isPrintable } from "./primary.ts";

/** How far a table imagined by the reader may lie from the truth, in multiples of k: far enough for every demand. */
const reach = 40;

/**
 * All tables that a reader can imagine under a pattern of hidden cells, as a linear program over the cells that are open to
 * him. `hide` and `print` change the pattern; `best` gives the table that is furthest in a direction.
 */
export class Reader {
  readonly #highs: Highs;
  readonly #network: Network;
  readonly #truth: Float64Array;
  readonly #hidden: Uint8Array;
  /** The program and the cells that are its columns; built again when a cell opens that was not among them. */
  #program: { readonly lp: LinearProgram; readonly cells: readonly number[]; readonly column: Int32Array } | undefined;
  #solves = 0;

  constructor(highs: Highs, network: Network, truth: Float64Array, isHidden: (cell: number) => boolean) {
    this.#highs = highs;
    this.#network = network;
    this.#truth = truth;
    this.#hidden = Uint8Array.from(truth, (_, i) => (isHidden(i) ? 1 : 0));
  }

  get solves(): number {
    return this.#solves;
  }

  #limits(i: number): readonly [number, number] {
    const { lo, hi, knownLo, knownHi } = this.#network.cells[i]!;
    if (!this.#hidden[i] && isPrintable(this.#network, i)) return [Math.max(lo, knownLo), Math.min(hi, knownHi)];
    return [Math.max(knownLo, 0), Math.min(knownHi, this.#truth[i]! + reach * this.#network.k)];
  }

  #build() {
    const limits = this.#network.cells.map((_, i) => this.#limits(i));
    const cells = [...limits.keys()].filter((i) => limits[i]![0] < limits[i]![1]);
    const column = new Int32Array(limits.length).fill(-1);
    cells.forEach((i, c) => (column[i] = c));
    const rows = relationRows(this.#network).flatMap((row): Row[] => {
      const open = [...row.columns.keys()].filter((c) => column[row.columns[c]!]! >= 0);
      if (!open.length) return [];
      const fixed = row.columns.reduce((sum, i, c) => sum + (column[i]! < 0 ? row.coefficients[c]! * this.#truth[i]! : 0), 0);
      const columns = open.map((c) => column[row.columns[c]!]!);
      return [{ low: row.low - fixed, high: row.high - fixed, columns, coefficients: open.map((c) => row.coefficients[c]!) }];
    });
    const low = Float64Array.from(cells, (i) => limits[i]![0]);
    const high = Float64Array.from(cells, (i) => limits[i]![1]);
    const lp = new LinearProgram(this.#highs, { low, high, cost: new Float64Array(cells.length) }, rows, "primal");
    this.#program = { lp, cells, column };
    return this.#program;
  }

  hide(i: number): void {
    this.#hidden[i] = 1;
    const column = this.#program?.column[i] ?? -1;
    if (column < 0) this.dispose();
    else this.#program?.lp.limit(column, ...this.#limits(i));
  }

  print(i: number): void {
    this.#hidden[i] = 0;
    const column = this.#program?.column[i] ?? -1;
    if (column >= 0) this.#program?.lp.limit(column, ...this.#limits(i));
  }

  /** The imaginable table with the largest Σ weight × cell. The truth is one of them, so there always is one. */
  best(weights: Iterable<readonly [number, number]>): Float64Array {
    const { lp, cells, column } = this.#program ?? this.#build();
    const costs = new Float64Array(cells.length);
    for (const [i, weight] of weights) if (column[i]! >= 0) costs[column[i]!] = -weight;
    this.#solves++;
    if (!cells.length) return this.#truth;
    lp.priceAll(costs);
    const found = lp.solve();
    if (!found) throw new Error("The truth itself is not among the tables that the reader can imagine");
    const table = this.#truth.slice();
    cells.forEach((i, c) => (table[i] = found.x[c]!));
    return table;
  }

  dispose(): void {
    this.#program?.lp.dispose();
    this.#program = undefined;
  }
}
