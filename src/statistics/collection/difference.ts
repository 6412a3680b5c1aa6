import type { Figure, Value } from "../figure.ts";

/** One cell that is not as it was: added, changed or removed, with what stood there and what stands there. */
export interface Difference {
  readonly cell: string;
  readonly kind: "added" | "changed" | "removed";
  readonly old?: Value;
  readonly new?: Value;
}

/** Whether two statements of a cell say the same. */
export function sameValue(a: Value, b: Value): boolean {
  if (a.kind === "count") return b.kind === "count" && a.count === b.count;
  if (a.kind === "suppressed") return b.kind === "suppressed" && a.below === b.below;
  return b.kind === "absent" && a.absence === b.absence;
}

/** What changed from one matrix to another, in the order of the later one, removed cells last. Notes are not compared. */
export function differences(before: readonly Figure[], after: readonly Figure[]): Difference[] {
  const old = new Map(before.map((figure) => [figure.cell, figure.value]));
  const kept = new Set(after.map((figure) => figure.cell));
  const changed = after.flatMap((figure): Difference[] => {
    const was = old.get(figure.cell);
    if (!was) return [{ cell: figure.cell, kind: "added", new: figure.value }];
    return sameValue(was, figure.value) ? [] : [{ cell: figure.cell, kind: "changed", old: was, new: figure.value }];
  });
  const removed = before.filter((figure) => !kept.has(figure.cell));
  return [...changed, ...removed.map((figure): Difference => ({ cell: figure.cell, kind: "removed", old: figure.value }))];
}
