import type { Text } from "#basics";
import type { Figure, Value } from "../figure.ts";
import { readCount, writeCount } from "../intake/count.ts";
import { wordingOf } from "../intake/problem-wording.ts";
import { cellsOf, tableOf } from "../methodology/plan.ts";
import type { Methodology } from "../methodology/methodology.ts";

/** What a person typed into a cell: a value, nothing, or what is wrong with it and how to mend it. */
export type Entry =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "blank" }
  | { readonly kind: "problem"; readonly problem: Text; readonly mend: Text };

/** Reads a cell of the web form as the workbooks are read: '12', '1 025', '<5', 'ND', 'NC', 'NA', or blank for 'not filled in yet'. */
export function parseEntry(text: string): Entry {
  const read = readCount(text);
  if (read.kind === "blank") return { kind: "blank" };
  if (read.kind === "value") return { kind: "value", value: read.value };
  const { message, mend } = wordingOf(read.code, { value: text.trim().slice(0, 40), name: "" });
  return { kind: "problem", problem: message, mend };
}

/** Writes a value so that `parseEntry` gives it back; blank when there is none. */
export function writeEntry(value: Value | undefined): string {
  return value === undefined ? "" : String(writeCount(value));
}

/** One cell of the form that cannot be read. */
export interface EntryProblem {
  readonly cell: string;
  readonly problem: Text;
  readonly mend: Text;
}

const noteWithoutFigure = {
  problem: { es: "La nota necesita una cifra, o ND, NC o NA.", en: "The note needs a figure, or ND, NC or NA." },
  mend: { es: "Escriba la cifra o el motivo de su ausencia en la celda.", en: "Write the figure, or the reason why there is none, into the cell." },
} as const satisfies Omit<EntryProblem, "cell">;
const noteTooLong = {
  problem: { es: "La nota es demasiado larga.", en: "The note is too long." },
  mend: { es: "Escriba hasta 2000 letras.", en: "Write up to 2000 letters." },
} as const satisfies Omit<EntryProblem, "cell">;

/**
 * Reads one table of the web form. `fields` holds what was typed, by cell address; addresses outside of the table are left
 * out, so that a forged form cannot reach another table. `cells` are all cells of the table, for `saveTable`.
 */
export function readEntries(
  methodology: Methodology,
  table: string,
  fields: ReadonlyMap<string, { readonly text: string; readonly note?: string }>,
): { cells: string[]; figures: Figure[]; problems: EntryProblem[] } {
  const cells = cellsOf(methodology, tableOf(methodology, table)).map((each) => each.cell);
  const figures: Figure[] = [];
  const problems: EntryProblem[] = [];
  for (const cell of cells) {
    const field = fields.get(cell);
    if (!field) continue;
    const entry = parseEntry(field.text);
    const note = field.note?.trim() ?? "";
    if (entry.kind === "problem") problems.push({ cell, problem: entry.problem, mend: entry.mend });
    else if (note.length > 2000) problems.push({ cell, ...noteTooLong });
    else if (entry.kind === "value") figures.push({ cell, value: entry.value, ...(note ? { note } : {}) });
    else if (note) problems.push({ cell, ...noteWithoutFigure });
  }
  return { cells, figures, problems };
}
