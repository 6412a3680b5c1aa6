import { TOTAL } from "../figure.ts";
import type { Methodology, TablePlan } from "../methodology/methodology.ts";
import type { Interval } from "./interval.ts";
import { isExact } from "./interval.ts";
import type { AreaDesign } from "./release-data.ts";

/**
 * How much of a country's year is printed. It depends on the headline alone, which is public, so the choice itself tells
 * nothing. Below `fullFrom` crossed tables would be mostly hidden and below `marginsFrom` even one-way tables: fewer, truer
 * figures are printed instead, and several years are pooled.
 */
export function designOf(methodology: Methodology, headline: Interval | undefined): AreaDesign {
  if (!headline) return "none";
  if (!isExact(headline)) return "total";
  if (headline.lo >= methodology.fullFrom) return "full";
  return headline.lo >= methodology.marginsFrom ? "margins" : "total";
}

/**
 * Whether a design prints a cell. Codes follow the table's dimensions. One-way tables and the totals of crossed ones are
 * margins; the second table of forms repeats the margins of the first, so a country of few cases prints the first only.
 */
export function prints(methodology: Methodology, design: AreaDesign, table: TablePlan, codes: readonly string[]): boolean {
  if (design === "none") return false;
  if (table.counts === "statuses" || design === "full") return true;
  if (design === "total") return table.id === "victims" && codes.every((code) => code === TOTAL);
  if (table.counts === "mentions") return table === methodology.tables.find((each) => each.counts === "mentions") && codes[1] === TOTAL;
  return codes.filter((code) => code !== TOTAL).length <= 1;
}

/** First and last year of the window in which a year is pooled. Windows do not overlap, so that none can be subtracted from another. */
export function windowOf(methodology: Methodology, year: number): readonly [number, number] {
  const { poolOrigin, poolYears } = methodology;
  const first = poolOrigin + Math.floor((year - poolOrigin) / poolYears) * poolYears;
  return [first, first + poolYears - 1];
}
