import { type Absence, type Figure, TOTAL, UNKNOWN, cellAddress, parseCell } from "../figure.ts";
import type { Methodology, TablePlan } from "../methodology/methodology.ts";
import { cellsOf, dimensionOf } from "../methodology/plan.ts";
import { ContradictoryFigures, type Interval, type Relation, anything, propagate } from "./interval.ts";

/** part ≤ whole, by cell addresses. */
export interface Limit {
  readonly part: string;
  readonly whole: string;
}

/** A country's year as numbers and the relations between them: the form that protection and the region's sums work on. */
export interface CountryMatrix {
  /** Every cell that takes part, with what is known of it. */
  readonly known: ReadonlyMap<string, Interval>;
  /** Cells whose own source printed only an interval. */
  readonly atSource: ReadonlyMap<string, Interval>;
  /** Cells that the country states not to have, with its reason. */
  readonly absences: ReadonlyMap<string, Absence>;
  /** Tables in which the country stated at least one count. */
  readonly reported: ReadonlySet<string>;
  readonly sums: readonly Relation[];
  readonly limits: readonly Limit[];
}

/**
 * Stands for the codes of an axis of which a country states nothing, where it does state how many are unknown: whatever is
 * left of the total is among them. Part of the sums, never printed.
 */
export const UNSTATED = "_X";

/** The cell of the headline: all identified victims of the country and year. */
export const headline = cellAddress("victims", [TOTAL, TOTAL]);

/**
 * Lays a country's figures out for protection.
 *
 * A code for which the country states nothing at all in a table (sex 'other', a whole axis) takes no part in it; persons whom
 * the country does not break down are then in `_U`, because every total is the sum of its parts. Where blanks follow from the
 * country's own totals they are filled in by that arithmetic, never by a guess, and never with a zero.
 */
export function countryMatrix(methodology: Methodology, figures: readonly Figure[]): CountryMatrix {
  const known = new Map<string, Interval>();
  const atSource = new Map<string, Interval>();
  const absences = new Map<string, Absence>();
  const reported = new Set<string>();
  for (const { cell, value } of figures) {
    if (value.kind === "absent") absences.set(cell, value.absence);
    else {
      const interval = value.kind === "count" ? { lo: value.count, hi: value.count } : { lo: 0, hi: value.below - 1 };
      known.set(cell, interval);
      if (value.kind === "suppressed") atSource.set(cell, interval);
      reported.add(parseCell(cell).table);
    }
  }
  const sums: Relation[] = [];
  const limits: Limit[] = [];
  const hasHeadline = known.has(headline);
  for (const table of methodology.tables) {
    const needsHeadline = table.counts === "persons" || table.counts === "mentions";
    if (needsHeadline ? !hasHeadline || (table.counts === "mentions" && !reported.has(table.id)) : !reported.has(table.id)) continue;
    const stated = statedCodes(methodology, table, known);
    const cells = cellsOf(methodology, table).filter(({ codes }) => codes.every((code, axis) => stated[axis]?.has(code)));
    for (const { cell } of cells) if (!known.has(cell)) known.set(cell, anything);
    const given = new Set(figures.filter((figure) => figure.value.kind !== "absent").map((figure) => figure.cell));
    const sumsHere = additions(methodology, table, cells, stated, given);
    for (const part of sumsHere.flatMap((each) => each.parts)) if (!known.has(part)) known.set(part, anything);
    sums.push(...sumsHere);
    if (hasHeadline) connect(methodology, table, cells, known, sums, limits);
  }
  for (const cell of known.keys()) {
    // Without a headline nothing says what the parts of a table add up to: they stand for nothing that can be printed.
    const table = methodology.tables.find((each) => each.id === parseCell(cell).table);
    if (!hasHeadline && (table?.counts === "persons" || table?.counts === "mentions")) known.delete(cell);
  }
  propagate(known, sums);
  for (const { part, whole } of limits) {
    const [of, at] = [known.get(part), known.get(whole)];
    if (!of || !at || of.hi <= at.hi) continue;
    if (of.lo > at.hi) throw new ContradictoryFigures(part);
    known.set(part, { lo: of.lo, hi: at.hi });
  }
  propagate(known, sums);
  return { known, atSource, absences, reported, sums, limits };
}

/** For each axis the codes that take part: those with any count stated, the total, and `_U` on axes whose parts add up. */
function statedCodes(methodology: Methodology, table: TablePlan, known: ReadonlyMap<string, Interval>): Set<string>[] {
  return table.dimensions.map((id, axis) => {
    const stated = new Set<string>();
    for (const { cell, codes } of cellsOf(methodology, table)) if (known.has(cell)) stated.add(codes[axis] ?? "");
    const dimension = dimensionOf(methodology, id);
    if (dimension.additive) {
      stated.add(TOTAL);
      if (dimension.codes.includes(UNKNOWN)) stated.add(UNKNOWN);
    }
    return stated;
  });
}

/** Every total of the table as the sum of its parts, along each axis whose parts add up. */
function additions(
  methodology: Methodology,
  table: TablePlan,
  cells: readonly { cell: string; codes: string[] }[],
  stated: readonly Set<string>[],
  given: ReadonlySet<string>,
): Relation[] {
  return table.dimensions.flatMap((id, axis) => {
    const dimension = dimensionOf(methodology, id);
    if (!dimension.additive) return [];
    const codes = dimension.codes.filter((code) => stated[axis]?.has(code));
    return cells
      .filter((each) => each.codes[axis] === TOTAL)
      .map((total) => {
        const at = (code: string) => cellAddress(table.id, total.codes.with(axis, code));
        const isOpen = codes.length < dimension.codes.length && given.has(at(UNKNOWN));
        return { total: total.cell, parts: [...codes, ...(isOpen ? [UNSTATED] : [])].map(at) };
      });
  });
}

/** Ties a table to the others: persons add up to the headline, mentions stay below it, statuses and forms agree. */
function connect(
  methodology: Methodology,
  table: TablePlan,
  cells: readonly { cell: string; codes: string[] }[],
  known: ReadonlyMap<string, Interval>,
  sums: Relation[],
  limits: Limit[],
): void {
  const has = (cell: string) => cells.some((each) => each.cell === cell);
  if (table.counts === "persons" && table.id !== "victims") {
    sums.push({ total: cellAddress(table.id, table.dimensions.map(() => TOTAL)), parts: [headline] });
  }
  if (table.counts === "statuses") {
    const [identified, accredited] = [cellAddress(table.id, ["IDENTIFIED"]), cellAddress(table.id, ["ACCREDITED"])];
    if (has(identified)) sums.push({ total: identified, parts: [headline] });
    if (has(accredited)) limits.push({ part: accredited, whole: headline });
  }
  if (table.counts !== "mentions") return;
  const [, axis] = table.dimensions;
  if (axis !== "SEX" && axis !== "AGE") throw new Error(`A table of mentions is crossed by sex or age, and ${table.id} is not`);
  const wholeOf = (code: string) => cellAddress("victims", axis === "AGE" ? [TOTAL, code] : [code, TOTAL]);
  for (const { cell, codes } of cells) {
    const part = codes[1] ?? "";
    // The persons whose sex or age is unknown to one table may be known to the other: no limit holds between those two.
    if (part !== UNKNOWN && known.has(wholeOf(part))) limits.push({ part: cell, whole: wholeOf(part) });
  }
  const first = methodology.tables.find((each) => each.counts === "mentions");
  if (first && first.id !== table.id) {
    for (const { cell, codes } of cells) {
      const same = cellAddress(first.id, codes);
      if (codes[1] === TOTAL && known.has(same)) sums.push({ total: cell, parts: [same] });
    }
  }
}
