import type { Finding } from "../problem.ts";
import type { Knowledge } from "./knowledge.ts";

/** What was known before is itself so narrow that it is no news: a source that prints '<5' has told 0 to 4. */
function wasNarrow(knowledge: Knowledge, i: number): boolean {
  const { k, before } = knowledge;
  return before.hi[i]! < k || before.hi[i]! - before.lo[i]! < k - 1;
}

/**
 * What it means that a cell is proved to lie from `lo` to `hi`; undefined when that is no breach.
 *
 * A hidden number must stay able to be k or more, and either take k values or be known as k or more and still be open. A
 * number that nobody printed is a breach when it is proved to lie in 1 to k - 1. A rest is a breach when it is 0 or 1 for
 * certain, since then all persons, or all but one, share an attribute.
 */
export function breach(knowledge: Knowledge, i: number, lo: number, hi: number): Finding["kind"] | undefined {
  const { k } = knowledge;
  if (i >= knowledge.firstRest) return hi <= 1 ? "group" : undefined;
  const news = lo > knowledge.before.lo[i]! || hi < knowledge.before.hi[i]!;
  const small = lo >= 1 && hi < k;
  if (!knowledge.hidden[i]) return small && knowledge.lo[i]! < knowledge.hi[i]! && news ? "derived" : undefined;
  if (wasNarrow(knowledge, i) && !news) return undefined;
  if (lo === hi) return "exact";
  if (small) return "small";
  if (hi < k) return "below";
  return hi - lo < k - 1 && lo < k ? "narrow" : undefined;
}

/**
 * True when tables in which the cell is `low` and `high` are enough to acquit it, whatever else is possible. `floor` is
 * what is proved about its lower end.
 */
export function acquitted(knowledge: Knowledge, i: number, floor: number, low: number, high: number): boolean {
  const { k } = knowledge;
  if (i >= knowledge.firstRest) return high >= 2;
  if (!knowledge.hidden[i]) return wasNarrow(knowledge, i) ? low < 1 || high >= k || atEnds(knowledge, i, low, high) : low < 1 || high >= k;
  if (wasNarrow(knowledge, i)) return atEnds(knowledge, i, low, high);
  return high >= k && (high - low >= k - 1 || (floor >= k && high > low));
}

function atEnds(knowledge: Knowledge, i: number, low: number, high: number): boolean {
  return low <= knowledge.before.lo[i]! && high >= knowledge.before.hi[i]!;
}
