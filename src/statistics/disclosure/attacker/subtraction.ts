import type { Knowledge } from "./knowledge.ts";

/** What is proved about every cell so far. */
export interface Proved {
  readonly lo: Float64Array;
  readonly hi: Float64Array;
}

/** Least and most of Σ sign × cell; an open end is counted, not added, so that it can be left out for one cell. */
function activity(relation: Knowledge["relations"][number], { lo, hi }: Proved) {
  let [least, most, openLeast, openMost] = [0, 0, 0, 0];
  relation.cells.forEach((i, c) => {
    const sign = relation.signs[c]!;
    const [small, large] = sign > 0 ? [lo[i]!, hi[i]!] : [-hi[i]!, -lo[i]!];
    if (small === -Infinity) openLeast++;
    else least += small;
    if (large === Infinity) openMost++;
    else most += large;
  });
  return { least, most, openLeast, openMost };
}

/**
 * Subtracts until nothing more follows: every relation bounds each of its cells by the others, rounded to whole persons.
 * Narrows `proved` in place. False when the public numbers contradict each other. `changed` limits the start to what is new.
 */
export function subtract(knowledge: Knowledge, proved: Proved, changed?: Iterable<number>): boolean {
  const { relations, touching } = knowledge;
  const { lo, hi } = proved;
  let wave = new Set<number>(changed ? [...changed].flatMap((i) => touching[i]!) : relations.keys());
  for (let round = 0; wave.size && round < 500; round++) {
    const moved = new Set<number>();
    for (const r of wave) {
      const relation = relations[r]!;
      const { least, most, openLeast, openMost } = activity(relation, proved);
      if (openLeast === 0 && least > relation.high) return false;
      if (openMost === 0 && most < relation.low) return false;
      relation.cells.forEach((i, c) => {
        const sign = relation.signs[c]!;
        const [small, large] = sign > 0 ? [lo[i]!, hi[i]!] : [-hi[i]!, -lo[i]!];
        const othersLeast = openLeast - (small === -Infinity ? 1 : 0) > 0 ? -Infinity : least - (small === -Infinity ? 0 : small);
        const othersMost = openMost - (large === Infinity ? 1 : 0) > 0 ? Infinity : most - (large === Infinity ? 0 : large);
        const [from, to] = [relation.low - othersMost, relation.high - othersLeast];
        const [newLo, newHi] = sign > 0 ? [Math.ceil(from), Math.floor(to)] : [Math.ceil(-to), Math.floor(-from)];
        if (newLo > lo[i]!) {
          lo[i] = newLo + 0; // never −0
          moved.add(i);
        }
        if (newHi < hi[i]!) {
          hi[i] = newHi + 0;
          moved.add(i);
        }
      });
    }
    for (const i of moved) if (lo[i]! > hi[i]!) return false;
    wave = new Set([...moved].flatMap((i) => touching[i]!));
  }
  return true;
}

/** A copy of the public intervals to work on. */
export function publicIntervals(knowledge: Knowledge): Proved {
  return { lo: knowledge.lo.slice(), hi: knowledge.hi.slice() };
}
