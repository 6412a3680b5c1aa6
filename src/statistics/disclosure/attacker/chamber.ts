import loadHighs from "highs";
import type { Highs, Model } from "highs";
import type { Knowledge } from "./knowledge.ts";
import type { Proved } from "./subtraction.ts";

let engine: Promise<Highs> | undefined;

/** The attacker's own copy of the solver, loaded once. */
export function startEngine(): Promise<Highs> {
  engine ??= loadHighs();
  return engine;
}

/** constant + Σ coefficient × leaf. */
interface Expression {
  readonly constant: number;
  readonly leaves: ReadonlyMap<number, number>;
}

/** Groups of undecided cells that no undecided relation joins to each other. */
export function chambersOf(knowledge: Knowledge, proved: Proved): number[][] {
  const undecided = (i: number): boolean => proved.lo[i]! < proved.hi[i]!;
  const seen = new Uint8Array(knowledge.lo.length);
  const chambers: number[][] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] || !undecided(start)) continue;
    const chamber = [start];
    seen[start] = 1;
    for (let head = 0; head < chamber.length; head++) {
      for (const r of knowledge.touching[chamber[head]!]!) {
        for (const j of knowledge.relations[r]!.cells) {
          if (seen[j] || !undecided(j)) continue;
          seen[j] = 1;
          chamber.push(j);
        }
      }
    }
    chambers.push(chamber);
  }
  return chambers;
}

/**
 * One chamber as a program over its leaves: every total is written out as the sum of its innermost parts, so only those
 * are columns, and each total becomes a row with its interval. (Protection keeps every total as a column of its own.)
 */
export class Chamber {
  readonly #highs: Highs;
  readonly #knowledge: Knowledge;
  readonly #proved: Proved;
  readonly #expressions = new Map<number, Expression>();
  readonly #leaves: number[] = [];
  readonly #column = new Map<number, number>();
  readonly #model: Model;
  readonly #wholeNumbers: boolean;
  solves = 0;

  constructor(highs: Highs, knowledge: Knowledge, proved: Proved, readonly cells: readonly number[], wholeNumbers = false) {
    this.#highs = highs;
    this.#knowledge = knowledge;
    this.#proved = proved;
    this.#wholeNumbers = wholeNumbers;
    const relations = [...new Set(cells.flatMap((i) => knowledge.touching[i]!))];
    const definitions = this.#define(relations);
    for (const i of cells) this.#expressionOf(i, definitions);
    for (const i of cells) if (!definitions.has(i)) this.#column.set(i, this.#leaves.push(i) - 1);
    this.#model = this.#build(relations, definitions);
  }

  /** Which relation writes out which total, without going in circles. */
  #define(relations: readonly number[]): Map<number, number> {
    const definitions = new Map<number, number>();
    const leadsTo = (from: number, goal: number, seen: Set<number>): boolean => {
      if (from === goal) return true;
      const r = definitions.get(from);
      if (r === undefined || seen.has(from)) return false;
      seen.add(from);
      return this.#knowledge.relations[r]!.cells.some((j) => j !== from && leadsTo(j, goal, seen));
    };
    for (const r of relations) {
      const { cells, signs, low, high } = this.#knowledge.relations[r]!;
      const total = cells[signs.lastIndexOf(-1)]!;
      if (low !== 0 || high !== 0 || this.#isDecided(total) || definitions.has(total)) continue;
      const circular = cells.some((j, c) => signs[c]! > 0 && leadsTo(j, total, new Set()));
      if (!circular) definitions.set(total, r);
    }
    return definitions;
  }

  #isDecided(i: number): boolean {
    return this.#proved.lo[i] === this.#proved.hi[i];
  }

  #expressionOf(i: number, definitions: ReadonlyMap<number, number>): Expression {
    const known = this.#expressions.get(i);
    if (known) return known;
    const r = definitions.get(i);
    let made: Expression;
    if (this.#isDecided(i)) made = { constant: this.#proved.lo[i]!, leaves: new Map() };
    else if (r === undefined) made = { constant: 0, leaves: new Map([[i, 1]]) };
    else {
      const parts = this.#knowledge.relations[r]!.cells.filter((j) => j !== i);
      made = combined(parts.map((j) => [1, this.#expressionOf(j, definitions)]));
    }
    this.#expressions.set(i, made);
    return made;
  }

  #build(relations: readonly number[], definitions: ReadonlyMap<number, number>): Model {
    const { lo, hi } = this.#proved;
    const finite = [...lo, ...hi].filter((x) => Number.isFinite(x));
    const far = 2 * Math.max(0, ...finite) + 100 * this.#knowledge.k;
    const used = new Set(definitions.values());
    const rows: { low: number; high: number; expression: Expression }[] = [...definitions.keys()].map((i) => ({
      low: lo[i]!,
      high: hi[i]!,
      expression: this.#expressionOf(i, definitions),
    }));
    for (const r of relations) {
      if (used.has(r)) continue;
      const { cells, signs, low, high } = this.#knowledge.relations[r]!;
      rows.push({ low, high, expression: combined(cells.map((i, c) => [signs[c]!, this.#expressionOf(i, definitions)])) });
    }
    const filled = rows.filter((row) => row.expression.leaves.size);
    // Column by column, since that is how the engine keeps it.
    const columns: { rows: number[]; values: number[] }[] = this.#leaves.map(() => ({ rows: [], values: [] }));
    filled.forEach((row, r) => {
      for (const [leaf, coefficient] of row.expression.leaves) {
        const column = columns[this.#column.get(leaf)!]!;
        column.rows.push(r);
        column.values.push(coefficient);
      }
    });
    const starts = [0];
    for (const column of columns) starts.push(starts.at(-1)! + column.rows.length);
    const model = this.#highs.createModel({
      numCols: columns.length,
      numRows: filled.length,
      colCost: new Float64Array(columns.length),
      colLower: this.#leaves.map((i) => lo[i]!),
      colUpper: this.#leaves.map((i) => Math.min(hi[i]!, Math.max(far, lo[i]! + far))),
      rowLower: filled.map((row) => row.low - row.expression.constant),
      rowUpper: filled.map((row) => row.high - row.expression.constant),
      matrix: {
        format: "csc",
        numRows: filled.length,
        numCols: columns.length,
        starts,
        indices: columns.flatMap((column) => column.rows),
        values: columns.flatMap((column) => column.values),
      },
      ...(this.#wholeNumbers ? { integrality: new Int32Array(columns.length).fill(1) } : {}),
    });
    model.options.set({ output_flag: false, random_seed: 0 });
    model.options.set(this.#wholeNumbers ? { mip_max_nodes: 20_000 } : { presolve: "off", simplex_strategy: 4 });
    return model;
  }

  /**
   * The table that is furthest in the direction Σ weight × cell: 'contradiction' when no table agrees with what is public,
   * 'unresolved' when the engine gives no proof.
   */
  furthest(weights: ReadonlyMap<number, number>): Table | "contradiction" | "unresolved" {
    const { modelStatus } = this.#highs.constants;
    const costs = new Float64Array(this.#leaves.length);
    for (const [i, weight] of weights) {
      for (const [leaf, coefficient] of this.#expressions.get(i)!.leaves) costs[this.#column.get(leaf)!]! -= weight * coefficient;
    }
    this.#model.changeColsCost({ kind: "range", from: 0, to: costs.length - 1 }, costs);
    for (const cold of [false, true]) {
      if (cold) this.#model.clearSolver();
      this.solves++;
      this.#model.run();
      const status = this.#model.getModelStatus();
      if (status === modelStatus.optimal) return this.#table(this.#model.getSolution().colValue);
      if (cold && status === modelStatus.infeasible) return "contradiction";
    }
    return "unresolved";
  }

  #table(leaves: Float64Array): Table {
    const whole = leaves.every((x) => Math.abs(x - Math.round(x)) < 1e-6);
    const count = (i: number): number => {
      const { constant, leaves: terms } = this.#expressions.get(i)!;
      let sum = constant;
      for (const [leaf, coefficient] of terms) sum += coefficient * leaves[this.#column.get(leaf)!]!;
      return sum;
    };
    return { whole, count };
  }

  dispose(): void {
    this.#model.dispose();
  }
}

/** A table that agrees with everything public; `whole` when all its counts are whole numbers, as real tables are. */
export interface Table {
  readonly whole: boolean;
  readonly count: (cell: number) => number;
}

function combined(terms: readonly (readonly [number, Expression])[]): Expression {
  const leaves = new Map<number, number>();
  let constant = 0;
  for (const [factor, expression] of terms) {
    constant += factor * expression.constant;
    for (const [leaf, coefficient] of expression.leaves) {
      const sum = (leaves.get(leaf) ?? 0) + factor * coefficient;
      if (sum === 0) leaves.delete(leaf);
      else leaves.set(leaf, sum);
    }
  }
  return { constant, leaves };
}
