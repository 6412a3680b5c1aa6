import type { Language } from "#basics";
import { valueWords } from "#charts";
import { type Methodology, type TablePlan } from "../methodology/methodology.ts";
import { cellsOf, labelOf } from "../methodology/plan.ts";
import { cellAddress } from "../figure.ts";
import type { Published, ReleaseData, ReleasedCell } from "./release-data.ts";

/** One line of an open-data table, as every format writes it. */
export interface Observation {
  readonly area: string;
  /** '2021', or '2020/P3Y' for three pooled years (ISO 8601 duration, as SDMX writes time ranges). */
  readonly period: string;
  readonly codes: readonly string[];
  readonly published: Published;
  /** SDMX CL_OBS_STATUS: A normal, E a range that bounds the true count, Q suppressed, L data not collected, O not available, M not applicable. */
  readonly status: "A" | "E" | "Q" | "L" | "O" | "M";
  /** SDMX CL_CONF_STATUS: F free; C for every hidden cell, because a code of its own for the reason would tell too much. */
  readonly confidentiality: "F" | "C";
  readonly lower: number | undefined;
  readonly upper: number | undefined;
}

/** The lines of one table, in the order of areas and of print. */
export function observationsOf(release: ReleaseData, table: TablePlan): Observation[] {
  return release.cells.filter((cell) => cell.table === table.id).map((cell) => observation(release.year, cell));
}

function observation(year: number, cell: ReleasedCell): Observation {
  const { published } = cell;
  const base = { area: cell.area, codes: cell.codes, published, period: cell.years ? `${cell.years[0]}/P${cell.years[1] - cell.years[0] + 1}Y` : String(year) };
  switch (published.kind) {
    case "observed":
      return { ...base, status: "A", confidentiality: "F", lower: undefined, upper: undefined };
    case "range":
      return { ...base, status: "E", confidentiality: "F", lower: published.lo, upper: published.hi };
    case "protected":
    case "source":
      return { ...base, status: "Q", confidentiality: "C", lower: undefined, upper: undefined };
    case "absent":
      return { ...base, status: absenceStatus[published.absence], confidentiality: "F", lower: undefined, upper: undefined };
  }
}

const absenceStatus = { "not-collected": "L", "not-available": "O", "not-applicable": "M" } as const;

/** Tables of the plan for which the release has at least one line. */
export function filledTables(release: ReleaseData, methodology: Methodology): TablePlan[] {
  const filled = new Set(release.cells.map((cell) => cell.table));
  return methodology.tables.filter((table) => filled.has(table.id));
}

/** A count as a person reads it in a spreadsheet: the number, or the same words as in every chart for why there is none. */
export function plainValue(published: Published, language: Language): string | number {
  return published.kind === "observed" ? published.count : valueWords(published, language, "comma");
}

/** The label of each code of a cell, in the order of the table's dimensions. */
export function labelsOf(methodology: Methodology, table: TablePlan, codes: readonly string[], language: Language): string[] {
  return table.dimensions.map((id, axis) => labelOf(methodology, id, codes[axis] ?? "")[language]);
}

/** All codes combinations of a table that any area prints, in the order of the plan. */
export function printedRows(release: ReleaseData, methodology: Methodology, table: TablePlan): readonly string[][] {
  const present = new Set(release.cells.filter((cell) => cell.table === table.id && !cell.years).map((cell) => cellAddress(cell.table, cell.codes)));
  return cellsOf(methodology, table).filter(({ cell }) => present.has(cell)).map(({ codes }) => codes);
}
