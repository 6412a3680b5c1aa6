import type { WriteSheet } from "hucre";
import type { Figure } from "../figure.ts";
import { type SourceStatement, hiddenSheets, marks, sourceFields, sourceWords } from "./layout.ts";
import { Cells, look, printed, protection, tabs } from "./look.ts";
import { neutralText } from "./neutral.ts";
import type { TemplateRequest } from "./write.ts";

function serial(isoDay: string): number {
  return Date.parse(`${isoDay}T00:00:00Z`) / 86_400_000 + 25_569;
}

/** The sheet that says who stands behind the figures, as of when, and from which source. */
export function sourceSheet({ language }: TemplateRequest, statement: SourceStatement): WriteSheet {
  const cells = new Cells();
  cells.put(0, 0, marks.source, look.code);
  cells.put(0, 1, { es: "Fuente de las cifras", en: "Source of the figures" }[language], look.title);
  cells.put(1, 1, { es: "Cada cifra que se publica dice de quién viene y de qué día es.", en: "Every published figure says whose it is and of which day." }[language], look.lead);
  const rows = new Map<number, { height: number }>([[0, { height: 28 }]]);
  for (const [i, field] of sourceFields.entries()) {
    const row = 3 + i;
    const value = statement[field];
    const isDay = field === "referenceDate" && value !== undefined && /^\d{4}-\d\d-\d\d$/.test(value);
    cells.put(row, 0, field, look.code);
    cells.put(row, 1, sourceWords[field].label[language], look.totalLabel);
    cells.put(row, 2, value === undefined ? null : isDay ? serial(value) : neutralText(value), field === "referenceDate" ? look.day : look.words);
    cells.put(row, 3, sourceWords[field].help[language], look.help);
    rows.set(row, { height: field === "comment" || field === "source" ? 62 : 30 });
  }
  return {
    name: { es: "Fuente", en: "Source" }[language],
    cells: cells.map,
    columns: [{ width: 2, hidden: true }, { width: 26 }, { width: 64 }, { width: 44 }],
    rowDefs: rows,
    view: { showGridLines: false, tabColor: tabs.source },
    protection,
    ...printed("landscape"),
  };
}

const freeNotes = 40;

/** The sheet of notes: a cell chosen from the list of all cells, and the explanation of its figure. */
export function notesSheet({ language }: TemplateRequest, figures: readonly Figure[], labels: ReadonlyMap<string, string>): WriteSheet {
  const noted = figures.filter((figure) => figure.note !== undefined && figure.note !== "");
  const cells = new Cells();
  cells.put(0, 0, marks.notes, look.code);
  cells.put(0, 1, { es: "Notas", en: "Notes" }[language], look.title);
  cells.put(1, 1, { es: "Elija la celda de la lista y escriba lo que la explica. Sin nombres de personas.", en: "Choose the cell from the list and write what explains it. No names of persons." }[language], look.lead);
  cells.put(3, 1, { es: "Celda", en: "Cell" }[language], look.corner);
  cells.put(3, 2, { es: "Nota", en: "Note" }[language], look.corner);
  const rows = noted.length + freeNotes;
  for (let i = 0; i < rows; i++) {
    const figure = noted[i];
    cells.put(4 + i, 1, figure ? (labels.get(figure.cell) ?? figure.cell) : null, look.words);
    cells.put(4 + i, 2, figure?.note === undefined ? null : neutralText(figure.note), look.words);
  }
  return {
    name: { es: "Notas", en: "Notes" }[language],
    cells: cells.map,
    columns: [{ width: 2, hidden: true }, { width: 62 }, { width: 80 }],
    rowDefs: new Map([[0, { height: 28 }]]),
    dataValidations: [
      { type: "list", range: `B5:B${4 + rows}`, formula1: `${hiddenSheets.lists}!$A$2:$A$${labels.size + 1}`, allowBlank: true, showErrorMessage: true, errorStyle: "stop",
        errorMessage: { es: "Elija una celda de la lista.", en: "Choose a cell from the list." }[language] },
    ],
    freezePane: { rows: 4 },
    view: { showGridLines: false, tabColor: tabs.source },
    protection,
    ...printed("landscape"),
  };
}
