/** A cell that is neither plain text nor a plain number. `text` is what it shows. */
export interface OddCell {
  readonly odd: "formula" | "error" | "date";
  readonly text: string;
  /** The number under a date, in days as the spreadsheet counts them. */
  readonly serial?: number;
}

/** What a cell of a sheet holds; undefined when it is blank. */
export type Cell = string | number | OddCell | undefined;

/** One row; `number` counts from 1 as the spreadsheet shows it, cells from column A. */
export interface Row {
  readonly number: number;
  readonly cells: readonly Cell[];
  /** Set when a quotation mark of a CSV row is never closed; its cells are as they stand. */
  readonly broken?: true;
}

/** The cell as trimmed text; a formula or an error gives its shown text, which must not be trusted. */
export function textOf(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "string") return cell.trim();
  return typeof cell === "number" ? String(cell) : cell.text;
}

/** True when the cell is blank or holds spaces only. */
export function isBlank(cell: Cell): boolean {
  return cell === undefined || (typeof cell === "string" && cell.trim() === "");
}
