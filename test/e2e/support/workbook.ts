import { openXlsx, saveXlsx } from "hucre/xlsx";
import { writeCount } from "../../../src/statistics/intake/count.ts";
import { type Figure, cellAddress } from "../../../src/statistics/figure.ts";
import { type SourceField, marks, valueColumn } from "../../../src/statistics/template/layout.ts";
import { matrixTop } from "../../../src/statistics/template/matrix-sheet.ts";

/** What a person types into a template: figures by cell of the methodology, words where no count can be read, and the source. */
export interface Filling {
  readonly figures: readonly Figure[];
  readonly words?: Readonly<Record<string, string>>;
  readonly source?: Readonly<Partial<Record<SourceField, string>>>;
}

/** Fills in a downloaded template as a spreadsheet program does: cells get values, everything else stays as it was. */
export async function fillTemplate(bytes: Uint8Array, { figures, words = {}, source = {} }: Filling): Promise<Uint8Array> {
  const book = await openXlsx(bytes);
  const typed = new Map<string, string | number>([...figures.map(({ cell, value }) => [cell, writeCount(value)] as const), ...Object.entries(words)]);
  for (const sheet of book.sheets) {
    const [mark, table] = sheet.rows[0] ?? [];
    if (mark === marks.source) {
      for (const row of sheet.rows) if (String(row[0]) in source) row[2] = source[String(row[0]) as SourceField] ?? null;
    }
    if (mark !== marks.table) continue;
    const columns = sheet.rows[matrixTop.codes] ?? [];
    for (const row of sheet.rows.slice(matrixTop.body)) {
      for (const [at, code] of columns.entries()) {
        if (at < 2 || typeof code !== "string" || row[0] == null) continue;
        const address = cellAddress(String(table), code === valueColumn ? [String(row[0])] : [String(row[0]), code]);
        const value = typed.get(address);
        if (value !== undefined) row[at] = value;
      }
    }
  }
  return saveXlsx(book);
}
