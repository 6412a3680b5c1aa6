import loadHighs from "highs";
import type { Highs, Model } from "highs";

/** One row: low ≤ Σ coefficient × column ≤ high. */
export interface Row {
  readonly low: number;
  readonly high: number;
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
}

/** The solver gave neither an answer nor a proof that there is none; whoever asked must treat the cell as unsafe. */
export class SolverTrouble extends Error {
  override readonly name = "SolverTrouble";
}

let loading: Promise<Highs> | undefined;

/** Loads HiGHS (WebAssembly, one thread) once for the process. */
export function solver(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}

/**
 * A linear program that stays in the solver's memory, so that the next question starts from the last answer.
 *
 * It minimises; columns are counted from zero. The solver's memory is not collected: call `dispose`.
 */
export class LinearProgram {
  readonly #highs: Highs;
  readonly #model: Model;
  readonly #width: number;
  #solves = 0;

  constructor(
    highs: Highs,
    columns: { readonly low: Float64Array; readonly high: Float64Array; readonly cost: Float64Array },
    rows: readonly Row[],
    strategy: "primal" | "dual",
    whole = false,
  ) {
    const width = columns.low.length;
    const starts = [0];
    for (const row of rows) starts.push(starts.at(-1)! + row.columns.length);
    this.#highs = highs;
    this.#width = width;
    this.#model = highs.createModel({
      numCols: width,
      numRows: rows.length,
      colCost: columns.cost,
      colLower: columns.low,
      colUpper: columns.high,
      rowLower: rows.map((row) => row.low),
      rowUpper: rows.map((row) => row.high),
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols: width,
        starts,
        indices: rows.flatMap((row) => row.columns),
        values: rows.flatMap((row) => row.coefficients),
      },
      ...(whole ? { integrality: new Int32Array(width).fill(1) } : {}),
    });
    this.#model.options.set({ output_flag: false, random_seed: 0 });
    if (whole) this.#model.options.set({ mip_max_nodes: 2000 });
    else this.#model.options.set({ presolve: "off", simplex_strategy: strategy === "primal" ? 4 : 1 });
  }

  /** Questions asked so far. */
  get solves(): number {
    return this.#solves;
  }

  limit(column: number, low: number, high: number): void {
    this.#model.changeColBounds(column, low, high);
  }

  price(column: number, cost: number): void {
    this.#model.changeColCost(column, cost);
  }

  priceAll(costs: Float64Array): void {
    this.#model.changeColsCost({ kind: "range", from: 0, to: this.#width - 1 }, costs);
  }

  /** The best columns, or undefined when no columns fulfil the rows. */
  solve(): { readonly x: Float64Array; readonly objective: number } | undefined {
    const { modelStatus } = this.#highs.constants;
    for (const attempt of [1, 2]) {
      this.#solves++;
      this.#model.run();
      const status = this.#model.getModelStatus();
      if (status === modelStatus.optimal) {
        return { x: this.#model.getSolution().colValue, objective: this.#model.getObjectiveValue() };
      }
      if (status === modelStatus.infeasible && attempt === 2) return undefined;
      // A verdict reached from a warm start is confirmed from a cold one before anything is hidden because of it.
      this.#model.clearSolver();
    }
    throw new SolverTrouble(`The solver stopped with status ${this.#model.getModelStatus()}`);
  }

  dispose(): void {
    this.#model.dispose();
  }
}
