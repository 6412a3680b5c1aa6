import type { Highs } from "highs";
import { Chamber, chambersOf, type Table } from "./chamber.ts";
import type { Knowledge } from "./knowledge.ts";
import { publicIntervals, subtract, type Proved } from "./subtraction.ts";
import { acquitted, breach } from "./verdict.ts";

/** What tables have shown about one cell: how low and how high it can be, by any table and by tables of whole counts. */
interface Seen {
  low: number;
  high: number;
  wholeLow: number;
  wholeHigh: number;
}

/** The bounds proved for one cell; 'unresolved' when the engine failed on it. */
export interface Bounds {
  readonly lo: number;
  readonly hi: number;
  readonly resolved: boolean;
}

export interface SearchOptions {
  /** Seed of the joint objectives; every seed must give the same verdicts. */
  readonly seed: number;
  /** How many cells whose doubt rests on fractional tables only are settled by whole-number programs. */
  readonly wholeNumberSample: number;
}

/** Numbers from 0 to 1 from a seed (mulberry32): the same attack can be repeated by anybody. */
function randomness(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

// Adding zero makes a plain 0 of the −0 that rounding can give.
const floor = (x: number): number => Math.floor(x + 1e-6) + 0;
const ceil = (x: number): number => Math.ceil(x - 1e-6) + 0;

/**
 * Finds for every cell that is not acquitted the bounds that a reader can prove. Undefined when the public numbers
 * contradict each other.
 */
export function search(highs: Highs, knowledge: Knowledge, options: SearchOptions): Map<number, Bounds> | undefined {
  const proved = publicIntervals(knowledge);
  if (!subtract(knowledge, proved)) return undefined;
  const found = new Map<number, Bounds>();
  const { lo, hi } = proved;
  lo.forEach((low, i) => {
    if (low === hi[i] && breach(knowledge, i, low, low)) found.set(i, { lo: low, hi: low, resolved: true });
  });
  const random = randomness(options.seed);
  let sample = options.wholeNumberSample;
  for (const cells of chambersOf(knowledge, proved)) {
    const targets = cells.filter((i) => !acquitted(knowledge, i, lo[i]!, Infinity, -Infinity));
    const suspects = targets.filter((i) => knowledge.hidden[i] || isSmallPossible(knowledge, i));
    if (!suspects.length) continue;
    const bounds = searchChamber(highs, knowledge, proved, cells, suspects, random);
    if (!bounds) return undefined;
    for (const [i, each] of bounds.proved) found.set(i, each);
    const fractional = bounds.fractional.slice(0, sample);
    sample -= fractional.length;
    for (const [i, each] of wholeBounds(highs, knowledge, proved, cells, fractional)) found.set(i, each);
  }
  return found;
}

/** An unprinted number that may be 1 to k - 1. */
function isSmallPossible(knowledge: Knowledge, i: number): boolean {
  return knowledge.lo[i]! < knowledge.hi[i]!;
}

function searchChamber(
  highs: Highs,
  knowledge: Knowledge,
  proved: Proved,
  cells: readonly number[],
  suspects: readonly number[],
  random: () => number,
): { proved: Map<number, Bounds>; fractional: number[] } | undefined {
  const seen = new Map(suspects.map((i): [number, Seen] => [i, { low: Infinity, high: -Infinity, wholeLow: Infinity, wholeHigh: -Infinity }]));
  const results = new Map<number, Bounds>();
  const chamber = new Chamber(highs, knowledge, proved, cells);
  const isOpen = (i: number): boolean => {
    const { low, high } = seen.get(i)!;
    return !acquitted(knowledge, i, proved.lo[i]!, low, high);
  };
  try {
    let open = [...suspects];
    for (let idle = 0, round = 0; open.length > 1 && idle < 4 && round < 60; round++) {
      const tone = round % 3;
      const weight = (): number => (tone === 0 ? random() : tone === 1 ? -random() : random() * 2 - 1);
      const table = chamber.furthest(new Map(open.map((i) => [i, weight()])));
      if (table === "contradiction") return undefined;
      if (table === "unresolved") break;
      learn(seen, table);
      const left = open.filter(isOpen);
      idle = left.length < open.length ? 0 : idle + 1;
      open = left;
    }
    for (const i of open) {
      if (!isOpen(i)) continue;
      const bounds = provedBounds(chamber, i, seen);
      if (bounds === "contradiction") return undefined;
      if (!bounds.resolved || breach(knowledge, i, bounds.lo, bounds.hi)) results.set(i, bounds);
    }
  } finally {
    chamber.dispose();
  }
  const fractional = suspects.filter((i) => {
    const { wholeLow, wholeHigh } = seen.get(i)!;
    return !results.has(i) && !acquitted(knowledge, i, proved.lo[i]!, wholeLow, wholeHigh);
  });
  return { proved: results, fractional };
}

function learn(seen: Map<number, Seen>, table: Table): void {
  for (const [i, each] of seen) {
    const count = table.count(i);
    each.low = Math.min(each.low, ceil(count));
    each.high = Math.max(each.high, floor(count));
    if (!table.whole) continue;
    each.wholeLow = Math.min(each.wholeLow, ceil(count));
    each.wholeHigh = Math.max(each.wholeHigh, floor(count));
  }
}

function provedBounds(chamber: Chamber, i: number, seen: Map<number, Seen>): Bounds | "contradiction" {
  const ends = [-1, 1].map((direction) => {
    const table = chamber.furthest(new Map([[i, direction]]));
    if (typeof table !== "string") learn(seen, table);
    return typeof table === "string" ? table : table.count(i);
  });
  const [low, high] = ends;
  if (low === "contradiction" || high === "contradiction") return "contradiction";
  if (typeof low !== "number" || typeof high !== "number") return { lo: -Infinity, hi: Infinity, resolved: false };
  return { lo: ceil(low), hi: floor(high), resolved: true };
}

/** Whole-number programs for cells whose doubt rests on tables with fractions of persons. */
function wholeBounds(
  highs: Highs,
  knowledge: Knowledge,
  proved: Proved,
  cells: readonly number[],
  fractional: readonly number[],
): Map<number, Bounds> {
  const results = new Map<number, Bounds>();
  if (!fractional.length) return results;
  const chamber = new Chamber(highs, knowledge, proved, cells, true);
  try {
    for (const i of fractional) {
      const bounds = provedBounds(chamber, i, new Map());
      if (bounds === "contradiction") results.set(i, { lo: -Infinity, hi: Infinity, resolved: false });
      else if (!bounds.resolved || breach(knowledge, i, bounds.lo, bounds.hi)) results.set(i, bounds);
    }
  } finally {
    chamber.dispose();
  }
  return results;
}

/** The bounds of every cell, one program for each end: slow and complete; with whole numbers they are exact. */
export function everyBound(
  highs: Highs,
  knowledge: Knowledge,
  { only, wholeNumbers }: { readonly only?: ReadonlySet<number>; readonly wholeNumbers: boolean },
): Map<number, Bounds> | undefined {
  const proved = publicIntervals(knowledge);
  if (!subtract(knowledge, proved)) return undefined;
  const bounds = new Map<number, Bounds>();
  proved.lo.forEach((lo, i) => bounds.set(i, { lo, hi: proved.hi[i]!, resolved: lo === proved.hi[i] }));
  for (const cells of chambersOf(knowledge, proved)) {
    const wanted = cells.filter((i) => !only || only.has(i));
    if (!wanted.length) continue;
    const chamber = new Chamber(highs, knowledge, proved, cells, wholeNumbers);
    try {
      for (const i of wanted) {
        const each = provedBounds(chamber, i, new Map());
        if (each === "contradiction") return undefined;
        bounds.set(i, each);
      }
    } finally {
      chamber.dispose();
    }
  }
  return bounds;
}
