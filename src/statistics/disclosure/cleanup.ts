import { askAlone, askJointly } from "./complementary.ts";
import { hidingCost } from "./displacement.ts";
import { improved, type Pattern, type Witness } from "./pattern.ts";

/**
 * Prints again what was hidden for nothing: the sequential programs hide for one cell after the other and do not see that
 * a later choice made an earlier one idle. Dearest first; a cell stays printed if every cell that it protected finds
 * another proof. `budget` bounds the questions by their number, not by a clock, so that the result is always the same.
 */
export function cleanUp(pattern: Pattern, lost: ReadonlySet<number>, budget: number): void {
  const relations = new Map<number, number[][]>();
  for (const { total, parts } of pattern.network.sums) {
    for (const i of [total, ...parts]) relations.set(i, [...(relations.get(i) ?? []), [total, ...parts]]);
  }
  const secondaries = [...pattern.hidden].filter(([, reason]) => reason === "complementary").map(([i]) => i);
  const cost = (i: number): number => hidingCost(pattern.network, pattern.truth, i);
  secondaries.sort((a, b) => cost(b) - cost(a) || a - b);
  const end = pattern.reader.solves + budget;
  const brittle = new Map<number, number>();
  for (const c of secondaries) {
    if (pattern.reader.solves > end) return;
    if (!isTheOnlyPartner(pattern, c, relations.get(c) ?? [])) tryPrinting(pattern, c, lost, brittle);
  }
}

/** True when a cell that must stay hidden would be left alone in an equation: then there is no need to ask the solver. */
function isTheOnlyPartner(pattern: Pattern, c: number, relations: readonly (readonly number[])[]): boolean {
  const moves = (i: number): boolean => {
    const cell = pattern.network.cells[i]!;
    return pattern.hidden.has(i) || cell.role === "latent" || cell.lo !== cell.hi;
  };
  return relations.some((members) => {
    const others = members.filter((i) => i !== c && moves(i));
    const only = others.length === 1 ? others[0]! : undefined;
    return only !== undefined && pattern.watched.has(only) && pattern.hidden.get(only) !== "complementary";
  });
}

function tryPrinting(pattern: Pattern, c: number, lost: ReadonlySet<number>, brittle: Map<number, number>): void {
  const { truth } = pattern;
  const stays = (witness: Witness): boolean => Math.abs(witness[c]! - truth[c]!) < 1e-6;
  const before = pattern.proofs.slice();
  const reason = pattern.hidden.get(c)!;
  const demand = pattern.watched.get(c)!;
  pattern.hidden.delete(c);
  pattern.watched.delete(c);
  pattern.reader.print(c);
  pattern.proofs[c] = { high: truth, low: truth };
  for (const i of pattern.watched.keys()) {
    const { high, low } = pattern.proofs[i]!;
    if (stays(high) && stays(low)) continue;
    // Proofs of other cells may serve this one too, once its own needs the cell that is to be printed.
    pattern.proofs[i] = { high: stays(high) ? high : truth, low: stays(low) ? low : truth };
  }
  const orphans = pattern.unsafe().filter((i) => !lost.has(i));
  const kept = new Set([...pattern.watched.keys()].flatMap((i) => [pattern.proofs[i]!.high, pattern.proofs[i]!.low]));
  for (const i of orphans) for (const w of kept) pattern.proofs[i] = improved(pattern.proofs[i]!, w, i);
  orphans.sort((a, b) => (brittle.get(b) ?? 0) - (brittle.get(a) ?? 0) || a - b);
  const first = orphans.find((i) => !pattern.isSafe(i));
  const fails = (i: number): boolean => {
    if (askAlone(pattern, i)) return false;
    brittle.set(i, (brittle.get(i) ?? 0) + 1);
    return true;
  };
  const failed = first !== undefined && (fails(first) || askJointly(pattern, orphans, 3).some(fails));
  if (!failed) {
    pattern.displacement.print(c);
    return;
  }
  pattern.hidden.set(c, reason);
  pattern.watched.set(c, demand);
  pattern.reader.hide(c);
  before.forEach((proof, i) => (pattern.proofs[i] = proof));
}
