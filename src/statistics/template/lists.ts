import type { CellValue, WriteSheet } from "hucre";
import type { Language } from "#basics";
import type { Methodology } from "../methodology/methodology.ts";
import { cellsOf, labelOf } from "../methodology/plan.ts";
import { hiddenSheets, marks } from "./layout.ts";

/** Every cell of every table in words: '2 · Mujer · 0 a 17 años (…)', for the drop-down of the notes. Unique by its number. */
export function cellLabels(methodology: Methodology, language: Language): Map<string, string> {
  const labels = new Map<string, string>();
  for (const [i, table] of methodology.tables.entries())
    for (const { cell, codes } of cellsOf(methodology, table)) {
      const words = codes.map((code, d) => labelOf(methodology, table.dimensions[d]!, code)[language]); // one code for each dimension
      labels.set(cell, [`${i + 1} ${table.title[language]}`, ...words].join(" · "));
    }
  return labels;
}

/** One column of the hidden sheet of lists. */
export interface ListColumn {
  readonly id: string;
  readonly labels: readonly string[];
  readonly codes: readonly string[];
}

/** The hidden sheet that feeds the drop-downs: for each list a column of labels and one of codes. */
export function listsSheet(columns: readonly ListColumn[]): WriteSheet {
  const height = Math.max(0, ...columns.map((column) => column.labels.length));
  const header: CellValue[] = columns.flatMap((column) => [column.id, marks.lists]);
  const body = Array.from({ length: height }, (_, row) => columns.flatMap((column): CellValue[] => [column.labels[row] ?? null, column.codes[row] ?? null]));
  return { name: hiddenSheets.lists, rows: [header, ...body], hidden: true, protection: { sheet: true } };
}
