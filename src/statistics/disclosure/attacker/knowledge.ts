import type { PublicView } from "../problem.ts";

/** low ≤ Σ sign × cell ≤ high. */
export interface Relation {
  readonly cells: readonly number[];
  readonly signs: readonly number[];
  readonly low: number;
  readonly high: number;
}

/** A pair whose total must not be known to share the part, all or all but one. */
export interface Pair {
  readonly total: string;
  readonly part: string;
}

/** All that the attacker starts from: public numbers as intervals, and relations among them. Nothing else exists for him. */
export interface Knowledge {
  readonly k: number;
  readonly ids: readonly string[];
  readonly hidden: readonly boolean[];
  readonly lo: Float64Array;
  readonly hi: Float64Array;
  /** What was provable by subtraction before the release; without a prior view the public intervals themselves. */
  readonly before: { readonly lo: Float64Array; readonly hi: Float64Array };
  readonly relations: readonly Relation[];
  /** Positions from here on are the rests (total − part) of the pairs. */
  readonly firstRest: number;
  /** For each cell the relations that it stands in. */
  readonly touching: readonly (readonly number[])[];
}

/** Reads the public view; a count of persons is never negative and always whole. */
export function knowledgeOf(view: PublicView, pairs: readonly Pair[] = []): Knowledge {
  const position = new Map(view.cells.map((cell, i) => [cell.id, i]));
  const at = (id: string): number => {
    const i = position.get(id);
    if (i === undefined) throw new Error(`The public view has a relation over ${id}, but no such cell`);
    return i;
  };
  const firstRest = view.cells.length;
  const equal = (plus: readonly number[], minus: number): Relation => ({
    cells: [...plus, minus],
    signs: [...plus.map(() => 1), -1],
    low: 0,
    high: 0,
  });
  const relations = [
    ...view.sums.map((sum) => equal(sum.parts.map(at), at(sum.total))),
    ...view.bounds.map(({ part, whole }) => ({ cells: [at(part), at(whole)], signs: [1, -1], low: -Infinity, high: 0 })),
    ...pairs.map(({ total, part }, p) => equal([at(part), firstRest + p], at(total))),
  ];
  const size = firstRest + pairs.length;
  const touching: number[][] = Array.from({ length: size }, () => []);
  relations.forEach((relation, r) => relation.cells.forEach((i) => touching[i]!.push(r)));
  const ends = (end: "lo" | "hi"): Float64Array =>
    Float64Array.from({ length: size }, (_, i) => {
      const cell = view.cells[i];
      if (end === "lo") return Math.max(0, Math.ceil(cell?.lo ?? 0));
      return Math.floor(cell?.hi ?? Infinity);
    });
  const [lo, hi] = [ends("lo"), ends("hi")];
  return {
    k: view.k,
    ids: [...view.cells.map((cell) => cell.id), ...pairs.map(({ part }) => part)],
    hidden: [...view.cells.map((cell) => cell.hidden), ...pairs.map(() => true)],
    lo,
    hi,
    before: { lo: lo.slice(), hi: hi.slice() },
    relations,
    firstRest,
    touching,
  };
}
