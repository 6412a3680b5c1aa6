import type { Cell, CellValue, Sheet } from "hucre";
import { readXlsx } from "hucre/xlsx";
import { isDay } from "#basics";
import { planningMatrixWords } from "#words";
import { figureOf } from "../progress/report.ts";
import { plainText } from "./neutral.ts";
import { type ColumnId, type Entry, type EntryColumn, type Stamp, blankEntry, columns, entryColumns } from "./sheet.ts";
import type { SheetProblem, SheetProblemKind, SheetRefusal } from "./sheet-problem.ts";
import { type Base, hiddenSheets, readStamp } from "./sheet-stamp.ts";
import { mark } from "./sheet-write.ts";

/** A row as it came back. */
export interface ReadRow {
  readonly key: string;
  /** Row of the sheet, from 1, and the letters of the columns there. */
  readonly row: number;
  readonly entry: Entry;
}

/** A file as it came back: what its cells say, what they said when it was made, and what cannot be read. */
export interface ReadFile {
  readonly stamp: Stamp;
  readonly sheet: string;
  readonly letters: Readonly<Partial<Record<ColumnId, string>>>;
  readonly bases: ReadonlyMap<string, Base>;
  readonly rows: readonly ReadRow[];
  readonly problems: readonly SheetProblem[];
}

const most = 20_000;
const isKey = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Reads a workbook of `writeMatrix` back, by its marks and not by names or places. The file was found harmless before. */
export async function readMatrix(bytes: Uint8Array): Promise<ReadFile | { readonly refusal: SheetRefusal }> {
  let sheets: Sheet[];
  try {
    sheets = (await readXlsx(bytes, { readStyles: true, maxRows: most })).sheets;
  } catch {
    return { refusal: "unreadable" };
  }
  const cellsOf = (name: string) => (sheets.find((sheet) => sheet.name === name)?.rows ?? []).map((row) => row.map((value) => (value === null ? "" : String(value))));
  const read = readStamp(cellsOf(hiddenSheets.stamp), cellsOf(hiddenSheets.rows).map((row) => row.map((text) => text.replace(/^'/, ""))));
  const sheet = sheets.find(({ rows }) => rows[0]?.[0] === mark);
  if (!read || !sheet) return { refusal: "not-ours" };
  if (!read.isIntact) return { refusal: "stamp-broken" };
  const codesAt = sheet.rows.findIndex((row) => row.includes("key") && row.includes("figure"));
  const places = new Map((sheet.rows[codesAt] ?? []).flatMap((value, place) => (columns.some((id) => id === value) ? [[value as ColumnId, place] as const] : [])));
  if (codesAt < 0 || ["key", ...entryColumns].some((id) => !places.has(id as ColumnId))) return { refusal: "columns-missing" };
  return { ...rowsOf(sheet, codesAt, places, read.stamp, read.bases), stamp: read.stamp, bases: read.bases };
}

function rowsOf(sheet: Sheet, codesAt: number, places: ReadonlyMap<ColumnId, number>, stamp: Stamp, bases: ReadonlyMap<string, Base>): Omit<ReadFile, "stamp" | "bases"> {
  const letters = Object.fromEntries([...places].map(([id, place]) => [id, letterOf(place)]));
  const problems: SheetProblem[] = [];
  const rows: ReadRow[] = [];
  const seen = new Set<string>();
  const states = planningMatrixWords[stamp.language].file.states;
  const header = new Set<string>(Object.values(planningMatrixWords[stamp.language].file.columns));
  for (let at = codesAt + 1; at < sheet.rows.length; at += 1) {
    const cellAt = (id: ColumnId): Cell | undefined => sheet.cells?.get(`${at},${places.get(id) ?? -1}`);
    const valueAt = (id: ColumnId): CellValue => cellAt(id)?.value ?? sheet.rows[at]?.[places.get(id) ?? -1] ?? null;
    const say = (kind: SheetProblemKind, column: ColumnId, value: string) =>
      problems.push({ kind, sheet: sheet.name, row: at + 1, column, letter: letters[column] ?? "", value: value.slice(0, 120) });
    const key = String(valueAt("key") ?? "").trim();
    const isBlank = entryColumns.every((id) => isEmpty(valueAt(id)) && cellAt(id)?.formula === undefined);
    if (header.has(key) || (key === "" && isBlank)) continue;
    if (key === "") {
      say("no-code", "key", "");
      continue;
    }
    if (!isKey(key)) {
      say("unknown-code", "key", key);
      continue;
    }
    const own = key.toLowerCase();
    if (seen.has(own)) {
      say("code-twice", "key", key);
      continue;
    }
    seen.add(own);
    const before = bases.get(own);
    // A locked row says in its figure why it is locked; that is no figure.
    const closed = Object.values(planningMatrixWords[stamp.language].file.closed);
    const entry: { -readonly [Column in EntryColumn]: Entry[Column] } = { ...blankEntry };
    for (const id of entryColumns) {
      const cell = cellAt(id);
      if (cell?.formula !== undefined) {
        say("formula", id, `=${cell.formula}`);
        continue;
      }
      const value = valueAt(id);
      if (cell?.type === "error") {
        say("error-value", id, String(value ?? ""));
        continue;
      }
      if (isEmpty(value) || (before === undefined && closed.includes(String(value)))) continue;
      const text = readCell(id, value, cell, states);
      if (typeof text === "string") Object.assign(entry, { [id]: text });
      else say(text.problem, id, shown(value));
    }
    rows.push({ key: own, row: at + 1, entry });
  }
  return { sheet: sheet.name, letters, rows, problems };
}

const isEmpty = (value: CellValue) => value === null || (typeof value === "string" && value.trim() === "");
const shown = (value: CellValue) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value));
const letterOf = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : `${letterOf(Math.floor(column / 26) - 1)}${letterOf(column % 26)}`);

function readCell(id: EntryColumn, value: CellValue, cell: Cell | undefined, states: Readonly<Record<string, string>>): string | { readonly problem: SheetProblemKind } {
  switch (id) {
    case "figure":
      return figureText(value, cell);
    case "state": {
      const said = fold(String(value));
      const found = Object.entries(states).find(([code, label]) => fold(code) === said || fold(label) === said);
      return found?.[0] ?? { problem: "unknown-state" };
    }
    case "from":
    case "until":
      return dayText(value);
    case "narrative":
    case "whyNot":
    case "link":
      if (typeof value !== "string") return typeof value === "number" ? String(value) : { problem: "wrong-type" };
      return plainText(value.replaceAll(/\r\n?/g, "\n"));
  }
}

/** A figure as decimal text. A cell that shows per cent holds a hundredth of what its reader sees. */
function figureText(value: CellValue, cell: Cell | undefined): string | { readonly problem: SheetProblemKind } {
  if (typeof value === "number") {
    const isPercent = /%/.test(cell?.style?.numFmt ?? "");
    const number = isPercent ? Math.round(value * 1e8) / 1e6 : value;
    return String(number);
  }
  if (typeof value !== "string") return { problem: "wrong-type" };
  const found = figureOf(value);
  return found === undefined ? { problem: "wrong-type" } : String(found);
}

function dayText(value: CellValue): string | { readonly problem: SheetProblemKind } {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? { problem: "not-a-day" } : value.toISOString().slice(0, 10);
  if (typeof value === "number") {
    if (!Number.isInteger(value) || value < 1 || value > 2_958_465) return { problem: "not-a-day" };
    return new Date((value - 25_569) * 86_400_000).toISOString().slice(0, 10);
  }
  if (typeof value !== "string") return { problem: "wrong-type" };
  const text = value.trim();
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = year === "" ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(iso) ? iso : { problem: "not-a-day" };
}

function fold(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").trim().toLowerCase();
}
