import type { PublicView } from "./problem.ts";

/** One cell of a revised release that would tell, beside the earlier version, what neither tells alone. */
export interface RevisionProblem {
  /** 'difference': the two versions differ by 1 to k - 1 persons. 'revealed': printed now, though hidden before. */
  readonly kind: "difference" | "revealed";
  readonly cell: string;
  readonly before: { readonly lo: number; readonly hi: number };
  readonly after: { readonly lo: number; readonly hi: number };
}

/**
 * Compares two versions of one year. The public keeps the old one, so every change is itself a published count: it must be
 * 0, or of k persons and more. What was hidden stays hidden, or the old version could be solved with the new number.
 * Cells that only one version has are no change. An empty list lets the revision pass on to the attacker.
 */
export function revisionProblems(previous: PublicView, next: PublicView, k: number): RevisionProblem[] {
  const earlier = new Map(previous.cells.map((cell) => [cell.id, cell]));
  return next.cells.flatMap((cell): RevisionProblem[] => {
    const before = earlier.get(cell.id);
    if (!before || cell.hidden) return [];
    const found = { cell: cell.id, before: ends(before), after: ends(cell) };
    if (before.hidden) return [{ kind: "revealed", ...found }];
    const sameWidth = before.hi - before.lo === cell.hi - cell.lo;
    const change = Math.abs(cell.lo - before.lo);
    return sameWidth && change >= 1 && change < k ? [{ kind: "difference", ...found }] : [];
  });
}

const ends = ({ lo, hi }: { lo: number; hi: number }) => ({ lo, hi });
