import { type Language, type Text, formatCount } from "#basics";
import { type Figure, TOTAL, UNKNOWN, type Value, cellAddress, parseCell } from "../figure.ts";
import type { Methodology, TablePlan } from "../methodology/methodology.ts";
import { cellsOf, dimensionOf, labelOf, tableOf } from "../methodology/plan.ts";

/** Everything that the checks look at: one country's figures of one year, and what it said before. */
export interface ValidationInput {
  readonly methodology: Methodology;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly year: number;
  readonly figures: readonly Figure[];
  readonly sheet: { readonly authority: string | null; readonly referenceDate: string | null; readonly source: string | null };
  /** The same country's earlier years, the nearest first. */
  readonly earlier: readonly { readonly year: number; readonly figures: readonly Figure[] }[];
  /** ISO day on which the checks are made. */
  readonly today: string;
}

/** Whole numbers that a cell may hold; `hi` is Infinity when nothing bounds it. */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
}

export const anything: Interval = { lo: 0, hi: Infinity };

/** The cell that carries a year's headline: identified victims, all of them. */
export function headlineCell(methodology: Methodology): string {
  const plan = methodology.tables.find((table) => table.counts === "persons");
  if (!plan) throw new Error(`The methodology ${methodology.version} counts no persons`);
  return cellAddress(plan.id, plan.dimensions.map(() => TOTAL));
}

/** The figures by their cell. */
export function valuesOf(figures: readonly Figure[]): Map<string, Value> {
  return new Map(figures.map((figure) => [figure.cell, figure.value]));
}

/** Addresses of all cells of the plan, in the order of print. */
export function planCells(methodology: Methodology): string[] {
  return methodology.tables.flatMap((plan) => cellsOf(methodology, plan).map((each) => each.cell));
}

/**
 * What a stated value says about the count behind it. Blank, not available and not collected say nothing. 'Not applicable'
 * says that there can be nobody, when it stands for one part of a table; on a total it says nothing.
 */
export function intervalOf(methodology: Methodology, cell: string, value: Value | undefined): Interval {
  if (!value) return anything;
  if (value.kind === "count") return { lo: value.count, hi: value.count };
  if (value.kind === "suppressed") return { lo: 0, hi: value.below - 1 };
  if (value.absence !== "not-applicable") return anything;
  const { table, codes } = parseCell(cell);
  const plan = methodology.tables.find((each) => each.id === table);
  return plan && plan.counts !== "statuses" && !codes.includes(TOTAL) ? { lo: 0, hi: 0 } : anything;
}

/** A cell in words: 'Formas de explotación, por edad: Explotación sexual, 0 a 17 años'. */
export function cellLabel(methodology: Methodology, cell: string): Text {
  const { table, codes } = parseCell(cell);
  const plan = tableOf(methodology, table);
  return { es: inWords(methodology, plan, codes, "es"), en: inWords(methodology, plan, codes, "en") };
}

/** A cell in words, without the name of its table: 'Explotación sexual, 0 a 17 años'. */
export function codesLabel(methodology: Methodology, cell: string): Text {
  const { table, codes } = parseCell(cell);
  const plan = tableOf(methodology, table);
  return { es: codesInWords(methodology, plan, codes, "es"), en: codesInWords(methodology, plan, codes, "en") };
}

function inWords(methodology: Methodology, plan: TablePlan, codes: readonly string[], language: Language): string {
  const [open, close] = { es: "«»", en: "“”" }[language];
  return `${open}${plan.title[language]}${close}, ${codesInWords(methodology, plan, codes, language)}`;
}

function codesInWords(methodology: Methodology, plan: TablePlan, codes: readonly string[], language: Language): string {
  const parts = plan.dimensions.flatMap((id, i) => {
    const code = codes[i] ?? TOTAL;
    if (code === TOTAL) return [];
    const label = labelOf(methodology, id, code)[language];
    // 'Unknown' alone would not say what is unknown.
    return code === UNKNOWN && plan.dimensions.length > 1 ? [`${dimensionOf(methodology, id).title[language].toLowerCase()}: ${label}`] : [label];
  });
  return parts.length === 0 ? "total" : parts.join(", ");
}

/** Numbers of an interval in words: '57', 'menos de 5', 'entre 12 y 16', 'al menos 57'. */
export function intervalText({ lo, hi }: Interval, country: string): Text {
  const n = (count: number, language: Language) => formatCount(count, language, country);
  if (lo === hi) return { es: n(lo, "es"), en: n(lo, "en") };
  if (hi === Infinity) return { es: `al menos ${n(lo, "es")}`, en: `at least ${n(lo, "en")}` };
  if (lo === 0) return { es: `menos de ${n(hi + 1, "es")}`, en: `fewer than ${n(hi + 1, "en")}` };
  return { es: `entre ${n(lo, "es")} y ${n(hi, "es")}`, en: `between ${n(lo, "en")} and ${n(hi, "en")}` };
}
