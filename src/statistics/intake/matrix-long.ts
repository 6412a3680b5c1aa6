import { type Figure, type Value, TOTAL, cellAddress } from "../figure.ts";
import type { Dimension, TablePlan } from "../methodology/methodology.ts";
import { cellsOf, dimensionOf, printedCodes } from "../methodology/plan.ts";
import { neutralText, plainText } from "../template/neutral.ts";
import { type Cell, type Row, isBlank, textOf } from "./cell.ts";
import type { IntakeContext } from "./context.ts";
import { readCount, writeCount } from "./count.ts";
import { fold } from "./fold.ts";
import { LabelBook } from "./label.ts";
import { inPlanOrder } from "./matrix-template.ts";
import type { ProblemLog } from "./problem.ts";
import type { UnmappedLog } from "./unmapped.ts";

interface LongHeader {
  readonly row: number;
  readonly table: number;
  readonly value: number;
  readonly status?: number;
  readonly note?: number;
  readonly country?: number;
  readonly year?: number;
  readonly dimensions: ReadonlyMap<string, number>;
  readonly names: readonly string[];
}

const columnWords: Readonly<Record<"table" | "value" | "status" | "note" | "country" | "year", readonly string[]>> = {
  table: ["table", "tabla", "cuadro", "dataflow", "table id"],
  value: ["obs value", "value", "valor", "cifra", "count", "personas", "persons"],
  status: ["obs status"],
  note: ["note", "nota", "notas", "comment", "obs comment"],
  country: ["ref area", "country", "pais", "area"],
  year: ["time period", "year", "ano", "periodo"],
};

/** Status codes of SDMX that say why a value is missing, and that it was suppressed. */
const statusValues: Readonly<Record<string, Value>> = {
  O: { kind: "absent", absence: "not-available" },
  L: { kind: "absent", absence: "not-collected" },
  M: { kind: "absent", absence: "not-applicable" },
};

/** Finds the header of a long table: a column for the table, one for the value, one for each dimension. */
export function findLongHeader(rows: readonly Row[], context: IntakeContext): LongHeader | undefined {
  for (const row of rows.slice(0, 30)) {
    const names = row.cells.map(textOf);
    const at = (words: readonly string[]) => names.findIndex((name) => words.includes(fold(name)));
    const table = at(columnWords.table);
    const value = at(columnWords.value);
    if (table === -1 || value === -1) continue;
    const dimensions = new Map(
      context.methodology.dimensions.flatMap((dimension): [string, number][] => {
        const column = at([fold(dimension.id), fold(dimension.title.es), fold(dimension.title.en), fold(dimension.recordField ?? dimension.id)]);
        return column === -1 ? [] : [[dimension.id, column]];
      }),
    );
    const others = Object.fromEntries((["status", "note", "country", "year"] as const).map((key) => [key, at(columnWords[key])]).filter(([, column]) => column !== -1));
    return { row: row.number, table, value, dimensions, names, ...others };
  }
  return undefined;
}

/** Reads a matrix from a long table, one row for each cell: the plain one and our own export in SDMX manner. */
export class LongMatrixReader {
  readonly #values = new Map<string, Value>();
  readonly #notes = new Map<string, string>();
  readonly #labels: LabelBook;
  readonly #cells: ReadonlySet<string>;
  readonly #warned = { thousands: false };
  readonly #context: IntakeContext;
  readonly #header: LongHeader;
  readonly #log: ProblemLog;
  readonly #unmapped: UnmappedLog;
  readonly #sheet: string;

  constructor(context: IntakeContext, header: LongHeader, log: ProblemLog, unmapped: UnmappedLog, sheet: string) {
    this.#context = context;
    this.#header = header;
    this.#log = log;
    this.#unmapped = unmapped;
    this.#sheet = sheet;
    this.#labels = new LabelBook(context.methodology, context.country.code, context.mappings);
    this.#cells = new Set(context.methodology.tables.flatMap((table) => cellsOf(context.methodology, table).map(({ cell }) => cell)));
  }

  take(row: Row): void {
    const at = (column: number | undefined): Cell => (column === undefined ? undefined : row.cells[column]);
    const place = (column: number) => ({ sheet: this.#sheet, row: row.number, column, columnName: this.#header.names[column] ?? "" });
    if (row.broken) {
      this.#log.add("open-quote", { sheet: this.#sheet, row: row.number });
      return;
    }
    const table = this.#tableNamed(textOf(at(this.#header.table)));
    if (!table) {
      this.#log.add("unknown-cell", place(this.#header.table), textOf(at(this.#header.table)));
      return;
    }
    if (!this.#isOurs(row)) return;
    const codes = table.dimensions.map((id) => this.#code(table, dimensionOf(this.#context.methodology, id), row));
    if (!codes.every((code) => code !== undefined)) return;
    const cell = cellAddress(table.id, codes);
    const inCell = { ...place(this.#header.value), cell };
    if (!this.#cells.has(cell)) {
      this.#log.add("unknown-cell", inCell, cell);
      return;
    }
    this.#figure(cell, at(this.#header.value), textOf(at(this.#header.status)), inCell);
    const note = textOf(at(this.#header.note));
    if (note !== "") this.#notes.set(cell, plainText(note).slice(0, 2000));
  }

  end(): Figure[] {
    return inPlanOrder(this.#values, this.#notes, this.#context);
  }

  #tableNamed(name: string): TablePlan | undefined {
    const word = fold(name);
    return this.#context.methodology.tables.find((each) => [each.id, each.title.es, each.title.en].some((title) => fold(title) === word));
  }

  #isOurs(row: Row): boolean {
    const { country, year } = this.#context;
    const stated = this.#header.country === undefined ? "" : textOf(row.cells[this.#header.country]);
    if (stated !== "" && stated !== country.code && this.#labels.resolve("origin", stated)?.code !== country.code) {
      this.#log.add("country-differs", { sheet: this.#sheet, row: row.number, column: this.#header.country ?? 0 }, stated, { country: country.name[this.#context.language] });
      return false;
    }
    const period = this.#header.year === undefined ? "" : textOf(row.cells[this.#header.year]);
    if (period !== "" && period !== String(year)) {
      this.#log.add("year-differs", { sheet: this.#sheet, row: row.number, column: this.#header.year ?? 0 }, period, { year: String(year) });
      return false;
    }
    return true;
  }

  #code(table: TablePlan, dimension: Dimension, row: Row): string | undefined {
    const column = this.#header.dimensions.get(dimension.id);
    const label = column === undefined ? "" : textOf(row.cells[column]);
    const printed = printedCodes(this.#context.methodology, table, dimension.id);
    if (printed.includes(label)) return label;
    const word = fold(label);
    if (printed.includes(TOTAL) && (word === "" || word === "total" || word === "ambos" || word === "todos" || word === "all")) return TOTAL;
    const found = label === "" ? undefined : this.#labels.resolve(dimension.codeList, label);
    if (found && printed.includes(found.code)) return found.code;
    const place = { sheet: this.#sheet, row: row.number, ...(column === undefined ? {} : { column }), columnName: column === undefined ? dimension.title[this.#context.language] : (this.#header.names[column] ?? "") };
    if (label === "") this.#log.add("value-missing", place);
    else {
      this.#unmapped.add(dimension.codeList, label);
      this.#log.add("unknown-label", place, label);
    }
    return undefined;
  }

  #figure(cell: string, raw: Cell, status: string, place: Parameters<ProblemLog["add"]>[1]): void {
    const stated = isBlank(raw) ? statusValues[status] : undefined;
    const read = stated ? { kind: "value" as const, value: stated } : readCount(raw);
    if (read.kind === "problem") this.#log.add(read.code, place, textOf(raw));
    if (read.kind !== "value") return;
    if (this.#values.has(cell)) {
      this.#log.add("cell-twice", place, cell);
      return;
    }
    this.#values.set(cell, read.value);
    if ("thousands" in read && read.thousands && !this.#warned.thousands) {
      this.#warned.thousands = true;
      this.#log.add("read-as-thousands", place, textOf(raw), { count: read.value.kind === "count" ? read.value.count.toLocaleString(this.#context.language) : "" });
    }
  }
}

function quoted(text: string): string {
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes a country's figures as CSV in SDMX manner, UTF-8 with mark; reading it back gives the same figures. */
export function writeMatrixCsv(figures: readonly Figure[], context: Pick<IntakeContext, "methodology" | "country" | "year">): Uint8Array {
  const { methodology, country, year } = context;
  const ids = methodology.dimensions.map((dimension) => dimension.id);
  const lines = [["DATAFLOW", "REF_AREA", "TIME_PERIOD", ...ids, "OBS_VALUE", "OBS_STATUS", "NOTE"].join(",")];
  for (const { cell, value, note } of figures) {
    const [id = "", codes = ""] = cell.split(":");
    const table = methodology.tables.find((each) => each.id === id);
    const parts = codes.split(".");
    const axes = ids.map((dimension) => parts[table?.dimensions.indexOf(dimension) ?? -1] ?? "");
    const status = value.kind === "count" ? "A" : value.kind === "suppressed" ? "Q" : { "not-available": "O", "not-collected": "L", "not-applicable": "M" }[value.absence];
    const written = value.kind === "absent" ? "" : String(writeCount(value));
    lines.push([id, country.code, String(year), ...axes, written, status, note === undefined ? "" : quoted(neutralText(note))].join(","));
  }
  return Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`, "utf8");
}
