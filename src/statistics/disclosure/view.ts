import type { Cell, Problem, Protection, PublicView } from "./problem.ts";

const prior = ({ knownLo, knownHi }: Cell) => ({ lo: knownLo, hi: knownHi });

/** What a printed cell adds to what was known: the count, or the interval where only an interval is known. */
const printed = ({ lo, hi, knownLo, knownHi }: Cell) => ({ lo: Math.max(lo, knownLo), hi: Math.min(hi, knownHi) });

/**
 * What the reader holds after the release: printed numbers, the intervals that were public before for hidden and unprinted
 * ones, and every relation. No truth of a hidden cell is in it, so it can be handed to anybody.
 */
export function publicView(problem: Problem, protection: Pick<Protection, "hidden">): PublicView {
  const cells = problem.cells.map((cell) => {
    const hidden = protection.hidden.has(cell.id) || cell.role === "withheld";
    const shown = cell.role === "public" || (cell.role === "candidate" && cell.hi !== Infinity && !hidden);
    return { id: cell.id, ...(shown ? printed(cell) : prior(cell)), hidden };
  });
  return { k: problem.k, cells, sums: problem.sums, bounds: problem.bounds };
}

/** What the reader held before the release: only what sources and earlier releases printed. */
export function priorView(problem: Problem): PublicView {
  const cells = problem.cells.map((cell) => ({
    id: cell.id,
    ...(cell.role === "public" ? printed(cell) : prior(cell)),
    hidden: cell.role !== "public",
  }));
  return { k: problem.k, cells, sums: problem.sums, bounds: problem.bounds };
}
