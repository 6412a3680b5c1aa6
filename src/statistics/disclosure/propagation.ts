import type { Network } from "./network.ts";

/** Lower and upper limit of every cell of a network, narrowed in place by `propagate`. */
export interface Limits {
  readonly lo: Float64Array;
  readonly hi: Float64Array;
}

/** For each cell the relations it stands in: sums first, then bounds, counted on. */
export function incidenceOf(network: Network): readonly (readonly number[])[] {
  const incidence: number[][] = network.cells.map(() => []);
  network.sums.forEach((sum, r) => [sum.total, ...sum.parts].forEach((i) => incidence[i]!.push(r)));
  network.bounds.forEach((bound, r) => [bound.part, bound.whole].forEach((i) => incidence[i]!.push(network.sums.length + r)));
  return incidence;
}

/**
 * Narrows the limits by every relation until nothing changes any more. Returns the number of a relation that cannot hold,
 * or undefined. `start` names the cells that changed; without it every relation is read.
 */
export function propagate(
  network: Network,
  incidence: readonly (readonly number[])[],
  limits: Limits,
  start?: readonly number[],
): number | undefined {
  const { lo, hi } = limits;
  const count = network.sums.length + network.bounds.length;
  const queue: number[] = start ? [...new Set(start.flatMap((i) => incidence[i]!))] : Array.from({ length: count }, (_, r) => r);
  const waiting = new Uint8Array(count);
  for (const r of queue) waiting[r] = 1;
  // Sums over unbounded cells could creep upwards for ever; counts of persons cannot, so the steps are limited.
  let steps = 200 * count + 1000;
  let conflict = false;

  const narrow = (i: number, low: number, high: number): void => {
    const before = [lo[i]!, hi[i]!];
    if (low > lo[i]!) lo[i] = low;
    if (high < hi[i]!) hi[i] = high;
    if (lo[i]! > hi[i]!) conflict = true;
    if (lo[i] === before[0] && hi[i] === before[1]) return;
    for (const r of incidence[i]!) {
      if (waiting[r]) continue;
      waiting[r] = 1;
      queue.push(r);
    }
  };

  for (let head = 0; head < queue.length && steps > 0; head++, steps--) {
    const r = queue[head]!;
    waiting[r] = 0;
    const sum = network.sums[r];
    if (sum) {
      let low = 0;
      let high = 0;
      let open = 0;
      for (const p of sum.parts) {
        low += lo[p]!;
        if (hi[p] === Infinity) open++;
        else high += hi[p]!;
      }
      narrow(sum.total, low, open ? Infinity : high);
      for (const p of sum.parts) {
        const othersOpen = open - (hi[p] === Infinity ? 1 : 0);
        const othersHigh = high - (hi[p] === Infinity ? 0 : hi[p]!);
        const othersLow = low - lo[p]!;
        narrow(p, othersOpen ? -Infinity : lo[sum.total]! - othersHigh, hi[sum.total]! - othersLow);
        low = othersLow + lo[p]!;
        high = othersHigh + (hi[p] === Infinity ? 0 : hi[p]!);
        open = othersOpen + (hi[p] === Infinity ? 1 : 0);
      }
    } else {
      const bound = network.bounds[r - network.sums.length]!;
      narrow(bound.part, -Infinity, hi[bound.whole]!);
      narrow(bound.whole, lo[bound.part]!, Infinity);
    }
    if (conflict) return r;
  }
  return undefined;
}
