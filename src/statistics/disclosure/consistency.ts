import type { Highs } from "highs";
import { LinearProgram, type Row } from "./linear-program.ts";
import type { Network } from "./network.ts";
import { incidenceOf, propagate, type Limits } from "./propagation.ts";

/** The figures contradict one another, so no protection of them would mean anything. `relations` names where, in ids. */
export class InconsistentFigures extends Error {
  override readonly name = "InconsistentFigures";
  constructor(readonly relations: readonly string[]) {
    super(`The figures contradict one another: ${relations.slice(0, 5).join("; ")}`);
  }
}

function relationName(network: Network, relation: number): string {
  const show = (i: number): string => {
    const { id, lo, hi } = network.cells[i]!;
    return `${id} (${lo === hi ? lo : `${lo} to ${hi}`})`;
  };
  const sum = network.sums[relation];
  if (sum) return `${show(sum.total)} = ${sum.parts.map(show).join(" + ") || "0"}`;
  const bound = network.bounds[relation - network.sums.length]!;
  return `${show(bound.part)} ≤ ${show(bound.whole)}`;
}

/** Rows of a program whose columns are the cells themselves: total − Σ parts = 0 and part − whole ≤ 0. */
export function relationRows(network: Network): Row[] {
  return [
    ...network.sums.map(({ total, parts }) => ({
      low: 0,
      high: 0,
      columns: [total, ...parts],
      coefficients: [1, ...parts.map(() => -1)],
    })),
    ...network.bounds.map(({ part, whole }) => ({ low: -Infinity, high: 0, columns: [part, whole], coefficients: [1, -1] })),
  ];
}

/** Sums of exact counts that do not add up, and bounds of exact counts that are passed. */
function plainContradictions(network: Network): number[] {
  const { cells } = network;
  const exact = (i: number): boolean => cells[i]!.lo === cells[i]!.hi;
  const sums = network.sums.flatMap(({ total, parts }, r) =>
    [total, ...parts].every(exact) && parts.reduce((rest, p) => rest - cells[p]!.lo, cells[total]!.lo) !== 0 ? [r] : [],
  );
  const bounds = network.bounds.flatMap(({ part, whole }, r) =>
    cells[part]!.lo > cells[whole]!.hi ? [network.sums.length + r] : [],
  );
  return [...sums, ...bounds];
}

/**
 * What the coalition's figures imply for every cell, by propagation over all relations. Throws `InconsistentFigures` with
 * the relations that cannot hold, also when a count lies outside the interval that the public already holds.
 */
export function tightened(network: Network): Limits {
  const broken = plainContradictions(network);
  if (broken.length) throw new InconsistentFigures(broken.map((r) => relationName(network, r)));
  const limits = {
    lo: Float64Array.from(network.cells, (cell) => Math.max(cell.lo, cell.knownLo, 0)),
    hi: Float64Array.from(network.cells, (cell) => Math.min(cell.hi, cell.knownHi)),
  };
  const outside = network.cells.filter((_, i) => limits.lo[i]! > limits.hi[i]!);
  if (outside.length) {
    throw new InconsistentFigures(
      outside.map((c) => `${c.id} (${c.lo} to ${c.hi}) against what is public (${c.knownLo} to ${c.knownHi})`),
    );
  }
  const conflict = propagate(network, incidenceOf(network), limits);
  if (conflict !== undefined) throw new InconsistentFigures([relationName(network, conflict)]);
  return limits;
}

const isWhole = (x: number): boolean => Math.abs(x - Math.round(x)) < 1e-6;

/**
 * One table of whole counts that agrees with all figures: where a figure is exact it is that figure. It is the point from
 * which displacements are measured; nothing that the reader may know depends on which one is chosen.
 */
export function completion(highs: Highs, network: Network, limits: Limits): Float64Array {
  const { lo, hi } = limits;
  if (lo.every((low, i) => low === hi[i])) return lo.slice();
  const rows = relationRows(network);
  const columns = { low: lo, high: hi, cost: new Float64Array(lo.length).fill(1) };
  for (const whole of [false, true]) {
    const program = new LinearProgram(highs, columns, rows, "dual", whole);
    try {
      const found = program.solve();
      if (!found) throw new InconsistentFigures(contradictions(highs, network, limits, rows));
      if (whole || found.x.every(isWhole)) return found.x.map(Math.round);
    } finally {
      program.dispose();
    }
  }
  throw new InconsistentFigures(["no table of whole counts agrees with all figures"]);
}

/** Names the relations that give way first when each may be bent at a price. */
function contradictions(highs: Highs, network: Network, limits: Limits, rows: readonly Row[]): string[] {
  const n = network.cells.length;
  const extra = rows.length * 2;
  const join = (head: Float64Array, fill: number): Float64Array => {
    const all = new Float64Array(n + extra).fill(fill);
    all.set(head);
    return all;
  };
  const bent = rows.map((row, r) => ({
    ...row,
    columns: [...row.columns, n + 2 * r, n + 2 * r + 1],
    coefficients: [...row.coefficients, 1, -1],
  }));
  const columns = { low: join(limits.lo, 0), high: join(limits.hi, Infinity), cost: join(new Float64Array(n), 1) };
  const program = new LinearProgram(highs, columns, bent, "dual");
  try {
    const x = program.solve()?.x;
    const named = rows.flatMap((_, r) => (x && x[n + 2 * r]! + x[n + 2 * r + 1]! > 1e-6 ? [relationName(network, r)] : []));
    return named.length ? named : ["the relations taken together have no solution"];
  } finally {
    program.dispose();
  }
}
