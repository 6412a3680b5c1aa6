import { TOTAL, cellAddress } from "../../figure.ts";
import type { DimensionId, TablePlan } from "../../methodology/methodology.ts";
import { cellsOf, dimensionOf, printedCodes } from "../../methodology/plan.ts";
import { trafficking1 } from "../../methodology/trafficking-1.ts";
import type { Bound, Cell, Problem, Sum } from "../problem.ts";

/** Invented sizes, as skewed as real ones: two large countries, some middling, some with a handful of persons. */
const inventedSizes: Readonly<Record<string, number>> = {
  BLZ: 14, CRI: 48, DOM: 160, GTM: 320, HND: 95, MEX: 640, NIC: 26, PAN: 38, SLV: 70,
};

interface Person {
  readonly SEX: string;
  readonly AGE: string;
  readonly MAIN_FORM: string;
  readonly FORM: ReadonlySet<string>;
  readonly ORIGIN: string;
  readonly SCOPE: string;
  readonly SERVICE: ReadonlySet<string>;
  readonly VICTIM_STATUS: string;
}

export interface InventedYear {
  readonly seed: number;
  /** Persons by country; the invented sizes of the nine when absent. */
  readonly sizes?: Readonly<Record<string, number>>;
  /** Share of counts below k that the country's source gives as '<5'. */
  readonly suppressedShare?: number;
  /** Print small countries by the methodology's design rule: margins only, or the headline only. */
  readonly coarse?: boolean;
}

function randomness(seed: number): () => number {
  let state = (seed * 2654435761 + 1) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Earlier codes are much more frequent than later ones, as in real tables. */
function skewed(random: () => number, codes: readonly string[], steepness: number): string {
  const i = Math.floor(codes.length * random() ** steepness);
  return codes[Math.min(i, codes.length - 1)]!;
}

const codesOf = (id: DimensionId): readonly string[] => dimensionOf(trafficking1, id).codes;

function person(random: () => number, country: string): Person {
  const SEX = skewed(random, codesOf("SEX"), 3);
  const AGE = skewed(random, codesOf("AGE"), 2);
  const MAIN_FORM = skewed(random, codesOf("MAIN_FORM"), SEX === "F" ? 4 : 2);
  const home = random() < 0.7;
  const several = (id: DimensionId, share: number) => codesOf(id).filter((_, i) => random() < share / (1 + i));
  return {
    SEX,
    AGE,
    MAIN_FORM,
    FORM: new Set([MAIN_FORM, ...several("FORM", 0.3)]),
    ORIGIN: home ? country : skewed(random, codesOf("ORIGIN"), 1.5),
    SCOPE: home ? skewed(random, codesOf("SCOPE"), 4) : "CROSS",
    SERVICE: new Set(several("SERVICE", 0.9)),
    VICTIM_STATUS: skewed(random, codesOf("VICTIM_STATUS"), 2),
  };
}

function counts(people: readonly Person[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const table of trafficking1.tables) {
    for (const { cell } of cellsOf(trafficking1, table)) found.set(cell, 0);
    for (const each of people) {
      const axes = table.dimensions.map((id) => {
        const held = each[id];
        const codes = typeof held === "string" ? [held] : [...held];
        return dimensionOf(trafficking1, id).additive ? [...codes, TOTAL] : codes;
      });
      const all = axes.reduce<string[][]>((rows, axis) => rows.flatMap((row) => axis.map((code) => [...row, code])), [[]]);
      for (const codes of all) {
        const cell = cellAddress(table.id, codes);
        found.set(cell, (found.get(cell) ?? 0) + 1);
      }
    }
  }
  return found;
}

/** The sums and bounds inside one area; `name` writes the id of a cell of that area. */
function relationsOf(name: (cell: string) => string): { sums: Sum[]; bounds: Bound[] } {
  const sums: Sum[] = [];
  const bounds: Bound[] = [];
  for (const table of trafficking1.tables) {
    for (const { codes } of cellsOf(trafficking1, table)) {
      codes.forEach((code, d) => {
        if (code !== TOTAL) return;
        const parts = printedCodes(trafficking1, table, table.dimensions[d]!).filter((part) => part !== TOTAL);
        sums.push({
          total: name(cellAddress(table.id, codes)),
          parts: parts.map((part) => name(cellAddress(table.id, codes.with(d, part)))),
        });
      });
      if (table.counts !== "mentions") continue;
      const whole = table.dimensions[1] === "AGE" ? [TOTAL, codes[1]!] : [codes[1]!, TOTAL];
      bounds.push({ part: name(cellAddress(table.id, codes)), whole: name(cellAddress("victims", whole)) });
    }
  }
  const headline = name(cellAddress("victims", [TOTAL, TOTAL]));
  for (const id of ["main_form", "origin", "scope"]) sums.push({ total: headline, parts: [name(cellAddress(id, [TOTAL]))] });
  for (const form of codesOf("FORM")) {
    sums.push({ total: name(cellAddress("forms", [form, TOTAL])), parts: [name(cellAddress("forms_sex", [form, TOTAL]))] });
  }
  return { sums, bounds };
}

function weightOf(table: TablePlan, codes: readonly string[], region: boolean): number {
  const totals = codes.filter((code) => code === TOTAL).length;
  const headline = table.counts === "persons" && totals === codes.length;
  return (region ? 3 : 1) * (headline ? 1000 : 1 + 20 * totals);
}

/**
 * An invented year of nine countries and the region in all tables of the methodology: about 1,900 cells under one roof.
 * Every person is invented, and so is every number.
 */
export function inventedYear({ seed, sizes = inventedSizes, suppressedShare = 0, coarse = false }: InventedYear): Problem {
  const random = randomness(seed);
  const countries = Object.entries(sizes).map(([code, size]) => {
    const people = Array.from({ length: Math.max(1, Math.round(size * (0.8 + 0.4 * random()))) }, () => person(random, code));
    return { code, counts: counts(people), size: people.length };
  });
  const cells: Cell[] = [];
  const sums: Sum[] = [];
  const bounds: Bound[] = [];
  const { k, fullFrom, marginsFrom } = trafficking1;
  for (const table of trafficking1.tables) {
    for (const { cell, codes } of cellsOf(trafficking1, table)) {
      const parts = countries.map(({ code, counts: own, size }) => {
        const count = own.get(cell)!;
        const isTotal = codes.every((each) => each === TOTAL);
        const suppressed = count < k && !isTotal && random() < suppressedShare;
        const crossed = codes.filter((each) => each !== TOTAL).length > 1 || table.counts === "mentions";
        const kept = !coarse || size >= fullFrom || isTotal || (size >= marginsFrom && !crossed);
        const ends = suppressed ? { lo: 0, hi: k - 1, knownLo: 0, knownHi: k - 1 } : { lo: count, hi: count, knownLo: 0, knownHi: Infinity };
        return { id: `${code}/${cell}`, ...ends, role: kept ? ("candidate" as const) : ("latent" as const), weight: weightOf(table, codes, false) };
      });
      const ends = { lo: parts.reduce((sum, part) => sum + part.lo, 0), hi: parts.reduce((sum, part) => sum + part.hi, 0) };
      const region: Cell = { id: `_R/${cell}`, ...ends, knownLo: 0, knownHi: Infinity, role: "candidate", weight: weightOf(table, codes, true) };
      cells.push(...parts, region);
      sums.push({ total: region.id, parts: parts.map((part) => part.id) });
    }
  }
  for (const area of [...countries.map(({ code }) => code), "_R"]) {
    const relations = relationsOf((cell) => `${area}/${cell}`);
    sums.push(...relations.sums);
    bounds.push(...relations.bounds);
  }
  return { k, cells, sums, bounds };
}
