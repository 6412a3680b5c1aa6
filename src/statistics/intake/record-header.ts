import type { Text } from "#basics";
import type { DimensionId, Methodology } from "../methodology/methodology.ts";
import { type Row, textOf } from "./cell.ts";
import { fold } from "./fold.ts";
import { namesIdentity } from "./identity-column.ts";
import { problemOf } from "./problem.ts";
import { type RecordColumn, type RecordColumnId, recordColumns } from "./record.ts";
import { IntakeRefusal } from "./refusal.ts";

/** Rows at the top of a sheet in which a header is looked for; titles and logos stand above it. */
export const headerRows = 30;

export interface RecordHeader {
  /** Row number of the header's lowest row; data begins below. */
  readonly row: number;
  readonly columns: ReadonlyMap<RecordColumnId, number>;
  readonly names: readonly string[];
  /** Columns that have a name and that we do not know. */
  readonly unknown: readonly number[];
  /** Dimensions for which the file has no column: not collected. */
  readonly missing: readonly DimensionId[];
}

const byName = new Map<string, RecordColumn>();
for (const column of recordColumns)
  for (const name of [column.id, column.title.es, column.title.en, ...column.aliases]) byName.set(fold(name), column);

/** The record column that a header cell names, accents, case and punctuation aside. */
function columnNamed(name: string): RecordColumn | undefined {
  const word = fold(name);
  return byName.get(word) ?? byName.get(word.replace(/ (?:obligatorio|requerido|required)$/, ""));
}

/** Names of the columns when row `i` is the header: a blank cell takes the name from the merged row above it. */
function namesAt(rows: readonly Row[], i: number): string[] {
  const own = rows[i]?.cells ?? [];
  const above = i > 0 && rows[i - 1]?.number === (rows[i]?.number ?? 0) - 1 ? (rows[i - 1]?.cells ?? []) : [];
  return Array.from({ length: Math.max(own.length, above.length) }, (_, column) => textOf(own[column]) || textOf(above[column]));
}

/**
 * Refuses the file when any row at its top names a column that identifies persons. A name counts as a column's when it
 * stands in a row with other names, so that a sentence in the instructions is not taken for one.
 */
export function refuseIdentity(rows: readonly Row[], sheet: string): void {
  const found = rows.slice(0, headerRows).flatMap((row) => {
    const filled = row.cells.filter((cell) => textOf(cell) !== "").length;
    const named = row.cells.flatMap((cell, column) =>
      typeof cell === "string" && cell.length <= 60 && namesIdentity(cell) ? [{ row: row.number, column, name: cell.trim() }] : [],
    );
    // A header is text and hardly ever holds digits; data has codes, dates and ages, and may hold such a word by chance.
    const digits = row.cells.filter((cell) => typeof cell !== "string" || /\d/.test(cell)).length - row.cells.filter((cell) => cell === undefined).length;
    const isHeader = filled <= 1 ? row.number <= 1 : digits < 2;
    return isHeader ? named : [];
  });
  if (found.length === 0) return;
  const names = [...new Set(found.map((each) => each.name))].join(", ");
  throw new IntakeRefusal(
    "identity-column",
    { columns: names },
    found.map((each) => problemOf("identity-column", { sheet, row: each.row, column: each.column, columnName: each.name })),
  );
}

/** How many different known columns a row of names holds. */
function known(names: readonly string[]): number {
  return new Set(names.map(columnNamed).filter(Boolean)).size;
}

/** The largest number of known record columns that any of the first rows names: how likely a sheet is the one with records. */
export function knownColumns(rows: readonly Row[]): number {
  return Math.max(0, ...rows.slice(0, headerRows).map((_, i) => known(namesAt(rows, i))));
}

/** The columns that a record file must have, in words, for a refusal. */
export function requiredColumns(): Text {
  const required = recordColumns.filter((column) => column.required ?? column.id === "age_group");
  return { es: required.map((each) => each.title.es).join(", "), en: required.map((each) => each.title.en).join(", ") };
}

/** Finds the header of a record file among the first rows; undefined when no row names at least three known columns. */
export function findRecordHeader(rows: readonly Row[], methodology: Methodology): RecordHeader | undefined {
  let best: { index: number; names: string[]; score: number } | undefined;
  for (let index = 0; index < Math.min(rows.length, headerRows); index++) {
    const names = namesAt(rows, index);
    const score = known(names);
    // Doubled headers name the columns in their last row, so a later row wins a tie; a row of data never names two columns.
    const own = known((rows[index]?.cells ?? []).map(textOf));
    if (score >= 3 && own >= 2 && score >= (best?.score ?? 0)) best = { index, names, score };
  }
  if (!best) return undefined;

  const columns = new Map<RecordColumnId, number>();
  const unknown: number[] = [];
  for (const [at, name] of best.names.entries()) {
    const column = columnNamed(name);
    if (!column) {
      if (name !== "") unknown.push(at);
      continue;
    }
    if (columns.has(column.id)) throw new IntakeRefusal("column-twice", { columns: column.title });
    columns.set(column.id, at);
  }
  const absent = recordColumns.filter((column) => !columns.has(column.id));
  const lacking = absent.filter((column) => column.required || (column.id === "age_group" && !columns.has("age")));
  if (lacking.length > 0) {
    throw new IntakeRefusal("columns-missing", {
      columns: { es: lacking.map((each) => each.title.es).join(", "), en: lacking.map((each) => each.title.en).join(", ") },
    });
  }
  const inPlan = new Set(methodology.dimensions.map((each) => each.id));
  const missing = absent.flatMap(({ id, dimension }) => (dimension && id !== "age_group" && inPlan.has(dimension) ? [dimension] : []));
  // Above the hidden codes of our template stand the words that the user sees.
  const shown = best.names.map((name, at) => (columns.has(name as RecordColumnId) ? textOf(rows[best.index - 1]?.cells[at]) || name : name));
  return { row: rows[best.index]?.number ?? 0, columns, names: shown, unknown, missing };
}
