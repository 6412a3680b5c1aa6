import fc from "fast-check";
import type { Bound, Cell, Problem, Sum } from "../problem.ts";

/** A release in miniature, drawn from invented persons: every number in it counts them, so all relations hold. */
export interface RandomRelease {
  readonly problem: Problem;
  /** The true count of every cell, also of those that the coalition knows as an interval only. */
  readonly truth: ReadonlyMap<string, number>;
}

type Person = readonly [area: number, a: number, b: number, c: number, mention: number];

/** Which dimensions each table crosses; a margin that two tables have in common is one cell, and links them. */
const tablePlans: readonly (readonly (readonly number[])[])[] = [[[0, 1]], [[0, 1], [1, 2]], [[0, 1], [0, 2], [1, 2]], [[0, 1, 2]], [[0, 1, 2]]];

interface Draw {
  readonly people: readonly Person[];
  readonly areas: number;
  readonly plan: number;
  readonly sizes: readonly number[];
  readonly mentions: boolean;
  readonly region: boolean;
  /** One number a cell, used up in order: decides source suppression, earlier release, unprinted cells. */
  readonly fate: readonly number[];
  readonly suppressedAtSource: number;
  readonly earlier: number;
  readonly unprinted: number;
}

const draw: fc.Arbitrary<Draw> = fc.record({
  people: fc.array(fc.tuple(fc.nat(2), fc.nat(5), fc.nat(5), fc.nat(5), fc.nat(7)), { minLength: 1, maxLength: 90 }),
  areas: fc.integer({ min: 1, max: 3 }),
  plan: fc.nat(tablePlans.length - 1),
  sizes: fc.tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 })),
  mentions: fc.boolean(),
  region: fc.boolean(),
  fate: fc.array(fc.nat(99), { minLength: 40, maxLength: 40 }),
  suppressedAtSource: fc.constantFrom(0, 0, 30, 60),
  earlier: fc.constantFrom(0, 0, 50),
  unprinted: fc.constantFrom(0, 0, 40),
});

/** Random releases: two and three dimensions, linked tables, countries and region, bounds, '<5', earlier releases. */
export function randomReleases(k = 5): fc.Arbitrary<RandomRelease> {
  return draw.map((given) => release(given, k));
}

function* combinations(sizes: readonly number[]): Generator<readonly number[]> {
  const [size, ...rest] = sizes;
  if (size === undefined) return yield [];
  for (let code = -1; code < size; code++) for (const tail of combinations(rest)) yield [code, ...tail];
}

function release(given: Draw, k: number): RandomRelease {
  const { areas, sizes, fate } = given;
  // Squaring makes the first codes frequent and the last ones rare, as in real tables.
  const code = (raw: number, size: number): number => Math.floor((raw / 6) ** 2 * size);
  const people = given.people.map(([area, a, b, c, mention]) => ({
    area: area % areas,
    codes: [code(a, sizes[0]!), code(b, sizes[1]!), code(c, sizes[2]!)],
    mention,
  }));
  const name = (area: number | "R", codes: readonly number[]): string => `${area}/${codes.map((each) => (each < 0 ? "T" : each)).join(".")}`;
  const truth = new Map<string, number>();
  const sums = new Map<string, Sum>();
  const bounds: Bound[] = [];
  const local = new Set<string>();
  for (const table of tablePlans[given.plan]!) {
    for (const partial of combinations(table.map((d) => sizes[d]!))) {
      const codes = [-1, -1, -1];
      table.forEach((d, t) => (codes[d] = partial[t]!));
      for (let area = 0; area < areas; area++) {
        const id = name(area, codes);
        local.add(id);
        truth.set(id, people.filter((p) => p.area === area && codes.every((each, d) => each < 0 || each === p.codes[d])).length);
      }
      for (const area of [...Array.from({ length: areas }, (_, i) => i), "R" as const]) {
        if (area === "R" && !given.region) continue;
        table.forEach((d) => {
          if (codes[d] !== -1) return;
          const parts = Array.from({ length: sizes[d]! }, (_, part) => name(area, codes.with(d, part)));
          sums.set([name(area, codes), ...parts].join(), { total: name(area, codes), parts });
        });
      }
    }
  }
  if (given.mentions) {
    for (let area = 0; area < areas; area++) {
      for (const bit of [0, 1]) {
        const id = `${area}/mention${bit}`;
        local.add(id);
        truth.set(id, people.filter((p) => p.area === area && p.mention & (1 << bit)).length);
        bounds.push({ part: id, whole: name(area, [-1, -1, -1]) });
      }
    }
  }
  const regional = new Map<string, string[]>();
  if (given.region) for (const id of local) regional.set(`R${id.slice(1)}`, [...(regional.get(`R${id.slice(1)}`) ?? []), id]);
  for (const [total, parts] of regional) {
    truth.set(total, parts.reduce((sum, part) => sum + truth.get(part)!, 0));
    sums.set([total, ...parts].join(), { total, parts });
    if (total.includes("mention")) bounds.push({ part: total, whole: "R/T.T.T" });
  }
  const cells = new Map<string, Cell>();
  [...local].sort().forEach((id, i) => cells.set(id, localCell(id, truth.get(id)!, fate[i % fate.length]!, given, k)));
  for (const [id, parts] of regional) {
    const lo = parts.reduce((sum, part) => sum + cells.get(part)!.lo, 0);
    const hi = parts.reduce((sum, part) => sum + cells.get(part)!.hi, 0);
    cells.set(id, { id, lo, hi, knownLo: 0, knownHi: Infinity, role: "candidate", weight: id.endsWith("T.T.T") ? 300 : 2 });
  }
  return { problem: { k, cells: [...cells.values()], sums: [...sums.values()], bounds }, truth };
}

function localCell(id: string, count: number, fate: number, given: Draw, k: number): Cell {
  const isTotal = id.endsWith("T.T.T");
  const plain = { id, lo: count, hi: count, knownLo: 0, knownHi: Infinity, weight: isTotal ? 100 : 1 };
  if (isTotal && count >= k && fate < given.earlier) return { ...plain, role: "public" };
  if (!isTotal && fate > 96 && given.earlier) return { ...plain, role: "withheld" };
  if (!isTotal && count < k && fate < given.suppressedAtSource) {
    return { ...plain, lo: 0, hi: k - 1, knownHi: k - 1, role: "candidate" };
  }
  return { ...plain, role: !id.includes("T") && fate < given.unprinted ? "latent" : "candidate" };
}
