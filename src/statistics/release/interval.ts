/** What is known of a count of persons: equal bounds for an exact one, `hi` Infinity where nothing limits it. */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
}

/** Nothing is known of the count. */
export const anything: Interval = { lo: 0, hi: Infinity };

/** The sum of counts that are known to their bounds. */
export function sumOf(parts: readonly Interval[]): Interval {
  return { lo: parts.reduce((sum, part) => sum + part.lo, 0), hi: parts.reduce((sum, part) => sum + part.hi, 0) };
}

/** Whether the count is known exactly. */
export function isExact(interval: Interval): boolean {
  return interval.lo === interval.hi;
}

/** total = sum of the parts, by their keys. */
export interface Relation {
  readonly total: string;
  readonly parts: readonly string[];
}

/** The figures of a country contradict each other; validation should have stopped them. */
export class ContradictoryFigures extends Error {
  override name = "ContradictoryFigures";
  constructor(readonly cell: string) {
    super(`The figures contradict each other at ${cell}`);
  }
}

/**
 * Narrows every bound as far as the sums allow, until nothing moves: what a country left blank but its own totals tell is then
 * known. Throws `ContradictoryFigures` where no count fits.
 */
export function propagate(known: Map<string, Interval>, relations: readonly Relation[]): void {
  const get = (key: string) => known.get(key) ?? anything;
  for (let moved = true; moved; ) {
    moved = false;
    const narrow = (key: string, lo: number, hi: number) => {
      const was = get(key);
      const next = { lo: Math.max(was.lo, lo), hi: Math.min(was.hi, hi) };
      if (next.lo > next.hi) throw new ContradictoryFigures(key);
      if (next.lo === was.lo && next.hi === was.hi) return;
      known.set(key, next);
      moved = true;
    };
    for (const { total, parts } of relations) {
      const sum = sumOf(parts.map(get));
      narrow(total, sum.lo, sum.hi);
      for (const part of parts) {
        const own = get(part);
        const whole = get(total);
        const restLo = sum.lo - own.lo;
        const restHi = parts.reduce((rest, each) => (each === part ? rest : rest + get(each).hi), 0);
        narrow(part, whole.lo - restHi, whole.hi - restLo);
      }
    }
  }
}
