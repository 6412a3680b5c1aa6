import type { Language } from "#basics";
import { TOTAL, parseCell } from "../../figure.ts";
import { cellsOf, labelOf, tableOf } from "../../methodology/plan.ts";
import type { Methodology } from "../../methodology/methodology.ts";

/** Where a cell stands, in words: its table, and its codes joined ('Mujer, menor de edad'). */
export interface CellWords {
  readonly table: string;
  readonly tableTitle: string;
  readonly codes: string;
}

/** A cell's place in words; an address that the methodology does not know stands for itself. */
export function cellWords(methodology: Methodology, cell: string, language: Language): CellWords {
  const { table: id, codes } = parseCell(cell);
  if (!methodology.tables.some((table) => table.id === id)) return { table: id, tableTitle: cell, codes: "" };
  const table = tableOf(methodology, id);
  const labels = table.dimensions.map((dimension, place) => labelOf(methodology, dimension, codes[place] ?? "")[language]);
  return {
    table: id,
    tableTitle: table.title[language],
    codes: codes.every((code) => code === TOTAL) ? (labels[0] ?? "") : labels.join(", "),
  };
}

/** A cell's place in one line: 'Personas por situación: Identificada'. */
export function cellLine(methodology: Methodology, cell: string, language: Language): string {
  const { tableTitle, codes } = cellWords(methodology, cell, language);
  return codes === "" ? tableTitle : `${tableTitle}: ${codes}`;
}

/** All cells as the lines of a choice, in the order of print. */
export function cellOptions(methodology: Methodology, language: Language): { value: string; label: string }[] {
  return methodology.tables.flatMap((table) =>
    cellsOf(methodology, table).map(({ cell }) => ({ value: cell, label: cellLine(methodology, cell, language) })),
  );
}
