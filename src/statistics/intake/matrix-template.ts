import { type Figure, type Value, cellAddress } from "../figure.ts";
import type { DimensionId } from "../methodology/methodology.ts";
import { cellsOf, labelOf } from "../methodology/plan.ts";
import { type SourceField, type SourceStatement, marks, sheetName, sourceFields, valueColumn } from "../template/layout.ts";
import { cellLabels } from "../template/lists.ts";
import { plainText } from "../template/neutral.ts";
import { type Row, isBlank, textOf } from "./cell.ts";
import type { IntakeContext } from "./context.ts";
import { readCount } from "./count.ts";
import { readDate } from "./date.ts";
import { fold } from "./fold.ts";
import type { ProblemLog } from "./problem.ts";

/** A sheet of the template with all its rows; templates are small. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** Figures in the order of the plan's cells. */
export function inPlanOrder(values: ReadonlyMap<string, Value>, notes: ReadonlyMap<string, string>, context: IntakeContext): Figure[] {
  return context.methodology.tables.flatMap((table) =>
    cellsOf(context.methodology, table).flatMap(({ cell }) => {
      const value = values.get(cell);
      const note = notes.get(cell);
      return value ? [note === undefined ? { cell, value } : { cell, value, note }] : [];
    }),
  );
}

/** Reads the sheets of a matrix template by their codes, wherever rows, columns and sheets have been moved. */
export class MatrixReader {
  readonly #context: IntakeContext;
  readonly #log: ProblemLog;
  readonly #from1904: boolean;
  readonly #cells: ReadonlySet<string>;
  readonly #values = new Map<string, Value>();
  readonly #notes = new Map<string, string>();
  readonly #notePlaces: { cell: string; sheet: string; row: number }[] = [];
  readonly #tables = new Set<string>();
  source: SourceStatement = {};

  constructor(context: IntakeContext, log: ProblemLog, from1904: boolean) {
    this.#context = context;
    this.#log = log;
    this.#from1904 = from1904;
    this.#cells = new Set(context.methodology.tables.flatMap((table) => cellsOf(context.methodology, table).map(({ cell }) => cell)));
  }

  /** Takes one sheet; false when it is none of the template's. */
  take(sheet: ReadSheet): boolean {
    const mark = textOf(sheet.rows[0]?.cells[0]);
    if (mark === marks.table) this.#table(sheet);
    else if (mark === marks.source) this.#sourceOf(sheet);
    else if (mark === marks.notes) this.#notesOf(sheet);
    else return mark === marks.guide || textOf(sheet.rows[0]?.cells[1]) === marks.lists;
    return true;
  }

  /** Ends the file: sheets that are missing, notes without a figure; then the figures in the order of the plan. */
  end(): Figure[] {
    const { methodology, language } = this.#context;
    for (const table of methodology.tables)
      if (!this.#tables.has(table.id)) this.#log.add("missing-sheet", { sheet: sheetName(methodology, table, language) }, table.title[language]);
    for (const { cell, sheet, row } of this.#notePlaces)
      if (!this.#values.has(cell)) this.#log.add("note-without-figure", { sheet, row, column: 2, cell }, cell);
    return inPlanOrder(this.#values, this.#notes, this.#context);
  }

  #table({ name, rows }: ReadSheet): void {
    const { methodology, language } = this.#context;
    const id = textOf(rows[0]?.cells[1]);
    const table = methodology.tables.find((each) => each.id === id);
    const codesAt = rows.findIndex((row) => textOf(row.cells[0]) === marks.codes);
    const codes = rows[codesAt];
    if (!table || !codes) {
      this.#log.add("unknown-cell", { sheet: name, row: 1 }, id);
      return;
    }
    this.#tables.add(id);
    const columns = codes.cells.flatMap((cell, column) => (column > 1 && !isBlank(cell) && textOf(cell) !== "last" ? [{ column, code: textOf(cell) }] : []));
    const [, columnDimension] = table.dimensions;
    const warned = new Set<number>();
    for (const row of rows.slice(codesAt + 1)) {
      const rowCode = textOf(row.cells[0]);
      if (rowCode === marks.head) continue;
      for (const { column, code } of columns) {
        const raw = row.cells[column];
        if (isBlank(raw)) continue;
        // Beside the table anything may be written but numbers: a figure that lost its row code must not vanish unseen.
        if (rowCode === "" && readCount(raw).kind !== "value") continue;
        const address = cellAddress(id, code === valueColumn ? [rowCode] : [rowCode, code]);
        const columnName = this.#columnName(columnDimension, code);
        const place = { sheet: name, row: row.number, column, columnName };
        if (!this.#cells.has(address)) {
          this.#log.add("unknown-cell", place, rowCode === "" ? textOf(raw) : address);
          continue;
        }
        const read = readCount(raw);
        const inCell = { ...place, cell: address };
        if (read.kind === "problem") this.#log.add(read.code, inCell, textOf(raw));
        else if (read.kind === "value") {
          if (this.#values.has(address)) this.#log.add("cell-twice", inCell, address);
          else this.#values.set(address, read.value);
          if (read.thousands && !warned.has(column)) {
            warned.add(column);
            this.#log.add("read-as-thousands", inCell, textOf(raw), { count: read.value.kind === "count" ? read.value.count.toLocaleString(language) : "" });
          }
        }
      }
    }
  }

  #columnName(dimension: DimensionId | undefined, code: string): string {
    const { methodology, language } = this.#context;
    try {
      return dimension ? labelOf(methodology, dimension, code)[language] : { es: "Personas", en: "Persons" }[language];
    } catch {
      return code; // a code that the user changed is reported as an unknown cell
    }
  }

  #sourceOf({ name, rows }: ReadSheet): void {
    const statement: Partial<Record<SourceField, string>> = {};
    for (const row of rows) {
      const field = sourceFields.find((each) => each === textOf(row.cells[0]));
      const cell = row.cells[2];
      if (!field || isBlank(cell)) continue;
      const place = { sheet: name, row: row.number, column: 2 };
      if (typeof cell === "object" && cell.odd !== "date") this.#log.add(cell.odd === "formula" ? "formula" : "error-cell", place, cell.text);
      else if (field !== "referenceDate") statement[field] = plainText(typeof cell === "string" ? cell : textOf(cell)).slice(0, 2000);
      else {
        const date = readDate(cell, this.#from1904);
        if (date === undefined) this.#log.add("bad-date", place, textOf(cell), { year: String(this.#context.year + 1) });
        else statement.referenceDate = date;
      }
    }
    this.source = statement;
  }

  #notesOf({ name, rows }: ReadSheet): void {
    const byLabel = new Map<string, string>();
    for (const language of ["es", "en"] as const) for (const [cell, label] of cellLabels(this.#context.methodology, language)) byLabel.set(fold(label), cell);
    for (const row of rows.slice(1)) {
      const note = row.cells[2];
      const label = textOf(row.cells[1]);
      if (isBlank(note) || label === "") continue;
      const cell = byLabel.get(fold(label)) ?? (this.#cells.has(label) ? label : undefined);
      const isHeader = cell === undefined && (fold(label) === "celda" || fold(label) === "cell");
      const place = { sheet: name, row: row.number, column: 2 };
      if (isHeader) continue;
      if (typeof note === "object") this.#log.add(note.odd === "formula" ? "formula" : "error-cell", place, note.text);
      else if (cell === undefined) this.#log.add("unknown-cell", { ...place, column: 1 }, label);
      else if (this.#notes.has(cell)) this.#log.add("cell-twice", { ...place, cell }, cell);
      else {
        this.#notes.set(cell, plainText(typeof note === "string" ? note : textOf(note)).slice(0, 2000));
        this.#notePlaces.push({ cell, sheet: name, row: row.number });
      }
    }
  }
}
