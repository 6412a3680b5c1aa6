import { type Cell, type CellStyle, type NamedRange, type WriteSheet, writeXlsx } from "hucre";
import { planningMatrixWords } from "#words";
import { cellText, escapedText, neutralText } from "./neutral.ts";
import { type ColumnId, type EntryColumn, type SheetFile, type SheetRow, columns, entryColumns, figureCell } from "./sheet.ts";
import { fillTab, look, printed, protection } from "./sheet-look.ts";
import { baseRows, hiddenSheets, stampRows } from "./sheet-stamp.ts";

/** Mark in the first cell, by which the reader knows the sheet whatever its name. */
export const mark = "corett:matrix";
const top = { mark: 0, title: 1, lead: 2, codes: 3, header: 4, body: 5 } as const;

const widths: Readonly<Record<ColumnId, number>> = {
  key: 10, code: 9, axis: 24, above: 30, kind: 11, title: 44, baseline: 10, target: 26, verification: 24, responsible: 24, months: 15, weight: 8,
  figure: 12, state: 15, from: 12, until: 12, narrative: 48, whyNot: 28, link: 30, due: 9, light: 14, accepted: 20,
};

const letterOf = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : `${letterOf(Math.floor(column / 26) - 1)}${letterOf(column % 26)}`);
const letterOfColumn = (id: ColumnId) => letterOf(columns.indexOf(id));
const isEntry = (id: ColumnId): id is EntryColumn => entryColumns.some((each) => each === id);

/**
 * Writes a monitoring matrix as a workbook to be filled in: one activity or indicator a row, what is printed locked, what is reported
 * open. Two hidden sheets say which plan, version, day and reader it is for and what the open cells held. Reading it back gives the
 * same, whatever was sorted, moved or renamed. Text that looks like a formula is neutralised.
 */
export async function writeMatrix(file: SheetFile): Promise<Uint8Array> {
  const { stamp, title } = file;
  const words = planningMatrixWords[stamp.language].file;
  const clean = file.rows.map(cleaned);
  const sheets = [guide(file), body(file, clean)];
  const day = new Date(`${stamp.day}T00:00:00Z`);
  // The writer leaves a sheet's name without quotation marks in the print titles of its own making.
  const repeated: NamedRange = { name: "_xlnm.Print_Titles", range: `'${words.sheet}'!$${top.header + 1}:$${top.header + 1}`, scope: words.sheet };
  const twin = baseRows(clean).map((cells) => cells.map((text) => `'${escapedText(text)}`));
  return writeXlsx({
    sheets: [
      ...sheets,
      { name: hiddenSheets.stamp, rows: stampRows(stamp, clean), veryHidden: true, protection: { sheet: true } },
      { name: hiddenSheets.rows, rows: twin, veryHidden: true, protection: { sheet: true } },
    ],
    namedRanges: [repeated],
    properties: { title: `${title} · ${words.versionOf(String(stamp.version))} · ${stamp.day}`, creator: "CORETT", created: day, modified: day },
    defaultFont: { name: "Calibri", size: 11 },
    activeSheet: 1,
  });
}

/** The row with its texts as cells can hold them. */
function cleaned(row: SheetRow): SheetRow {
  const { entry } = row;
  return { ...row, entry: { ...entry, narrative: cellText(entry.narrative), whyNot: cellText(entry.whyNot), link: cellText(entry.link) } };
}

function guide({ stamp, title }: SheetFile): WriteSheet {
  const words = planningMatrixWords[stamp.language].file;
  const lines = [title, words.about(words.versionOf(String(stamp.version)), stamp.day), ...words.guide];
  const cells = new Map<string, Partial<Cell>>(lines.map((line, row) => [`${row + (row > 1 ? 1 : 0)},0`, { value: escapedText(neutralText(line)), style: row === 0 ? look.title : look.lead }]));
  return { name: words.guideSheet, columns: [{ width: 110 }], cells, protection, view: { showGridLines: false }, ...printed };
}

function body({ stamp, title }: SheetFile, rows: readonly SheetRow[]): WriteSheet {
  const words = planningMatrixWords[stamp.language].file;
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, value: string | number | null, style: CellStyle) =>
    cells.set(`${row},${column}`, { value: typeof value === "string" ? escapedText(value) : value, style });
  put(top.mark, 0, mark, look.code);
  put(top.title, 1, neutralText(title), look.title);
  put(top.lead, 1, words.about(words.versionOf(String(stamp.version)), stamp.day), { ...look.lead, alignment: { vertical: "top" } });
  for (const [column, id] of columns.entries()) {
    put(top.header, column, words.columns[id], isEntry(id) ? look.openHeader : look.header);
    put(top.codes, column, id, look.code);
  }
  for (const [place, row] of rows.entries())
    for (const [column, id] of columns.entries()) {
      const at = top.body + place;
      if (id === "key") put(at, column, row.key, look.code);
      else if (!isEntry(id)) put(at, column, neutralText(cellText(row.said[id])), look.read);
      else if (!row.isOpen) put(at, column, id === "figure" ? words.closed[row.closed ?? "not-answering"] : null, look.closed);
      else put(at, column, entryCell(row, id, words.states), id === "figure" ? look.figure : id === "from" || id === "until" ? look.day : look.words);
    }
  const last = top.body + Math.max(1, rows.length);
  const range = (id: ColumnId) => `${letterOfColumn(id)}${top.body + 1}:${letterOfColumn(id)}${last}`;
  return {
    name: words.sheet,
    cells,
    columns: columns.map((id) => ({ width: widths[id], ...(id === "key" ? { hidden: true } : {}) })),
    rowDefs: new Map([[top.mark, { hidden: true }], [top.title, { height: 26 }], [top.header, { height: 44 }], [top.codes, { hidden: true }]]),
    dataValidations: [
      // Advice beside the cell; what is wrong is said when the file comes back, in full.
      { type: "list", range: range("state"), values: Object.values(words.states), allowBlank: true, showErrorMessage: false, showInputMessage: true, inputTitle: words.columns.state, inputMessage: words.help.state },
      { type: "decimal", operator: "greaterThanOrEqual", range: range("figure"), formula1: "0", allowBlank: true, showErrorMessage: false, showInputMessage: true, inputTitle: words.columns.figure, inputMessage: words.help.figure },
      { type: "date", operator: "greaterThan", range: `${letterOfColumn("from")}${top.body + 1}:${letterOfColumn("until")}${last}`, formula1: "36526", allowBlank: true, showErrorMessage: false, showInputMessage: true, inputTitle: words.columns.from, inputMessage: words.help.day },
    ],
    autoFilter: { range: `B${top.header + 1}:${letterOf(columns.length - 1)}${last}` },
    freezePane: { rows: top.body, columns: 2 },
    view: { showGridLines: false, tabColor: fillTab },
    protection,
    ...printed,
  };
}

function entryCell({ entry }: SheetRow, id: EntryColumn, states: Readonly<Record<string, string>>): string | number | null {
  const text = entry[id];
  if (text === "") return null;
  switch (id) {
    case "figure":
      return figureCell(text);
    case "state":
      return states[text] ?? text;
    case "from":
    case "until":
      return Date.parse(`${text}T00:00:00Z`) / 86_400_000 + 25_569;
    case "narrative":
    case "whyNot":
    case "link":
      return neutralText(text);
  }
}
