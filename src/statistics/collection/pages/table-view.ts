import { type Language, formatCount } from "#basics";
import { submissionWords } from "#words";
import { type Figure, TOTAL, type Value, cellAddress } from "../../figure.ts";
import { dimensionOf, labelOf, printedCodes } from "../../methodology/plan.ts";
import type { Methodology, TablePlan } from "../../methodology/methodology.ts";
import { writeEntry } from "../entry.ts";

/** One cell as pages show it. */
export interface CellView {
  readonly cell: string;
  /** For reading: '1 025', '<5'; for what is not there the words: 'no disponible', 'sin completar'. */
  readonly text: string;
  /** As it is typed: '1025', '<5', 'ND', ''. */
  readonly entry: string;
  readonly kind: Value["kind"] | "unset";
  readonly note?: string;
  /** The figure of the year before; absent when there was none. */
  readonly before?: string;
  readonly remarks: number;
}

export interface RowView {
  readonly code: string;
  readonly label: string;
  readonly isTotal: boolean;
  readonly cells: readonly CellView[];
}

/** Rows for which the country says one same thing instead of a figure, told in a sentence below the table. */
export interface FoldedRows {
  readonly text: string;
  readonly labels: readonly string[];
}

/** One table in the language of the page: all that is needed to read it or to fill it in. */
export interface TableView {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly counts: TablePlan["counts"];
  readonly rowHead: string;
  readonly columns: readonly { readonly code: string; readonly label: string }[];
  readonly rows: readonly RowView[];
  readonly filled: number;
  readonly all: number;
  readonly earlierYear?: number;
}

/** What a table is drawn from. */
export interface TableSource {
  readonly methodology: Methodology;
  readonly country: string;
  readonly language: Language;
  readonly figures: readonly Figure[];
  readonly earlier?: { readonly year: number; readonly figures: readonly Figure[] } | undefined;
  /** Cells that remarks speak of, once for each remark. */
  readonly remarked?: readonly string[];
}

/** A value in words for reading. Nothing stated is said as such: it is neither zero nor missing. */
export function valueText(value: Value | undefined, language: Language, country: string): string {
  const words = submissionWords[language].figures;
  if (value === undefined) return words.unset;
  if (value.kind === "count") return formatCount(value.count, language, country);
  return value.kind === "suppressed" ? `<${value.below}` : words.absent[value.absence];
}

/** Builds one table of a submission for a page. */
export function tableView(source: TableSource, table: TablePlan): TableView {
  const { methodology, language, earlier } = source;
  const [first, second] = table.dimensions;
  if (first === undefined) throw new Error(`Table ${table.id} has no dimension`);
  const now = new Map(source.figures.map((figure) => [figure.cell, figure]));
  const before = new Map(earlier?.figures.map((figure) => [figure.cell, figure.value]));
  const columns = second
    ? printedCodes(methodology, table, second).map((code) => ({ code, label: labelOf(methodology, second, code)[language] }))
    : [{ code: "", label: submissionWords[language].enter.value }];

  const cellView = (cell: string): CellView => {
    const figure = now.get(cell);
    const earlierValue = before.get(cell);
    return {
      cell,
      text: valueText(figure?.value, language, source.country),
      entry: writeEntry(figure?.value),
      kind: figure?.value.kind ?? "unset",
      ...(figure?.note ? { note: figure.note } : {}),
      ...(earlierValue && earlierValue.kind !== "absent" ? { before: valueText(earlierValue, language, source.country) } : {}),
      remarks: source.remarked?.filter((each) => each === cell).length ?? 0,
    };
  };
  const rows = printedCodes(methodology, table, first).map((code) => ({
    code,
    label: labelOf(methodology, first, code)[language],
    isTotal: code === TOTAL,
    cells: columns.map((column) => cellView(cellAddress(table.id, second ? [code, column.code] : [code]))),
  }));
  const cells = rows.flatMap((row) => row.cells);
  return {
    id: table.id,
    title: table.title[language],
    unit: table.unit[language],
    counts: table.counts,
    rowHead: dimensionOf(methodology, first).title[language],
    columns,
    rows,
    filled: cells.filter((cell) => cell.kind !== "unset").length,
    all: cells.length,
    ...(earlier && cells.some((cell) => cell.before !== undefined) ? { earlierYear: earlier.year } : {}),
  };
}

/** Fewer rows than this stay in the table: a sentence would not make it shorter. */
const worthFolding = 3;

/**
 * Takes the rows out of a table in which every cell gives the same reason for having no figure, unless somebody wrote about
 * them or the year before had a figure. Thirteen lines of 'not available' hide the two that say something.
 */
export function foldRows(table: TableView): { readonly rows: readonly RowView[]; readonly folded: readonly FoldedRows[] } {
  const reasonOf = ({ cells: [first, ...others] }: RowView): string | undefined => {
    const all = first === undefined ? [] : [first, ...others];
    const isPlain = all.every(
      (cell) => cell.kind !== "count" && cell.kind !== "suppressed" && !cell.note && !cell.before && cell.remarks === 0,
    );
    return isPlain && others.every((cell) => cell.text === first?.text) ? first?.text : undefined;
  };
  const groups = Map.groupBy(table.rows, reasonOf);
  const folded = [...groups].flatMap(([text, rows]) =>
    text !== undefined && rows.length >= worthFolding ? [{ text, labels: rows.map((row) => row.label) }] : [],
  );
  const gone = new Set(folded.map((each) => each.text));
  return { rows: table.rows.filter((row) => !gone.has(reasonOf(row) ?? "")), folded };
}
