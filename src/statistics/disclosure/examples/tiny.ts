import type { Bound, Cell, Problem, Sum } from "../problem.ts";

/** A cell of a small example: an exact count, or an interval that its source printed. */
export function cell(id: string, count: number | readonly [number, number], more: Partial<Cell> = {}): Cell {
  const [lo, hi] = typeof count === "number" ? [count, count] : count;
  const known = lo === hi ? { knownLo: 0, knownHi: Infinity } : { knownLo: lo, knownHi: hi };
  return { id, lo, hi, ...known, role: "candidate", weight: 1, ...more };
}

/** `T = A + B + C` as a relation. */
export function sum(equation: string): Sum {
  const [total = "", parts = ""] = equation.split(" = ");
  return { total, parts: parts.split(" + ") };
}

/** A small problem with k = 5. */
export function tiny(cells: readonly Cell[], sums: readonly string[], bounds: readonly Bound[] = []): Problem {
  return { k: 5, cells, sums: sums.map(sum), bounds };
}

/**
 * A full table over dimensions of the given sizes with all its margins; `count` gives the inner counts. Cells are named by
 * their codes, `T` for a total: `0.1.T`.
 */
export function cube(sizes: readonly number[], count: (codes: readonly number[]) => number, more: (id: string) => Partial<Cell> = () => ({})): Problem {
  const every = (depth: number): number[][] =>
    depth === sizes.length ? [[]] : [-1, ...Array.from({ length: sizes[depth]! }, (_, code) => code)].flatMap((code) => every(depth + 1).map((tail) => [code, ...tail]));
  const name = (codes: readonly number[]): string => codes.map((code) => (code < 0 ? "T" : code)).join(".");
  const total = (codes: readonly number[]): number => {
    const d = codes.indexOf(-1);
    if (d < 0) return count(codes);
    return Array.from({ length: sizes[d]! }, (_, part) => total(codes.with(d, part))).reduce((a, b) => a + b, 0);
  };
  const all = every(0);
  return {
    k: 5,
    cells: all.map((codes) => cell(name(codes), total(codes), { weight: 1 + 10 * codes.filter((code) => code < 0).length, ...more(name(codes)) })),
    sums: all.flatMap((codes) =>
      codes.flatMap((code, d) =>
        code < 0 ? [{ total: name(codes), parts: Array.from({ length: sizes[d]! }, (_, part) => name(codes.with(d, part))) }] : [],
      ),
    ),
    bounds: [],
  };
}
