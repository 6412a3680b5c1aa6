/** Why a figure is not there. Zero is not among them: zero is a count. */
export type Absence = "not-collected" | "not-available" | "not-applicable";

/**
 * What a country states for one cell: a count, a count that the country's own source keeps below a ceiling
 * ('<5' is 0 to 4), or the reason why there is none. A cell that was left blank has no figure at all.
 */
export type Value =
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "suppressed"; readonly below: number }
  | { readonly kind: "absent"; readonly absence: Absence };

/**
 * One cell of a country's matrix.
 *
 * `cell` is the cell's address inside the country and year: table id, colon, one code for each dimension of the table
 * in the table's order, joined by full stops, `_T` for a total and `_U` for 'unknown': `victims:F.MINOR`, `forms:SEX._T`.
 */
export interface Figure {
  readonly cell: string;
  readonly value: Value;
  readonly note?: string;
}

/** The code that stands for the sum over all parts of a dimension (SDMX manner). */
export const TOTAL = "_T";
/** The code for persons whose attribute is not known or was not stated. */
export const UNKNOWN = "_U";

/** Writes the address of a cell. */
export function cellAddress(table: string, codes: readonly string[]): string {
  return `${table}:${codes.join(".")}`;
}

/** Reads an address back into its table and codes. */
export function parseCell(cell: string): { table: string; codes: string[] } {
  const [table = "", codes = ""] = cell.split(":");
  return { table, codes: codes.split(".") };
}
