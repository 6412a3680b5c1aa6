import type { DataValidation, WriteSheet } from "hucre";
import type { Language, Text } from "#basics";
import { writeCount } from "../intake/count.ts";
import { columnLetter } from "../intake/problem.ts";
import { type Value, TOTAL, cellAddress } from "../figure.ts";
import type { DimensionId, TablePlan } from "../methodology/methodology.ts";
import { dimensionOf, labelOf } from "../methodology/plan.ts";
import { lastColumn, marks, sheetAxes, sheetName, valueColumn } from "./layout.ts";
import { Cells, look, printed, protection, tabs } from "./look.ts";
import type { TemplateRequest } from "./write.ts";

/** Rows above the body: marks and codes (hidden), title, unit, a gap, header, years. */
export const matrixTop = { codes: 1, title: 2, unit: 3, header: 5, years: 6, body: 7 } as const;

const inputHelp: Record<"title" | "message" | "refused", Text> = {
  title: { es: "Número de personas", en: "Number of persons" },
  message: {
    es: "Un número entero; 0 si no hubo ninguna. Sin dato: ND no disponible, NC no se recopila, NA no aplica. Protegido en su fuente: <5.",
    en: "A whole number; 0 if there was nobody. No figure: ND not available, NC not collected, NA not applicable. Protected at source: <5.",
  },
  refused: { es: "Escriba un número entero, ND, NC, NA o <5, o deje la celda vacía.", en: "Write a whole number, ND, NC, NA or <5, or leave the cell blank." },
};

function countRule(range: string, first: string, language: Language): DataValidation {
  const isCount = `AND(ISNUMBER(${first}),${first}>=0,${first}=INT(${first}))`;
  const isWord = `OR(UPPER(${first})="ND",UPPER(${first})="NC",UPPER(${first})="NA",LEFT(${first},1)="<")`;
  return {
    type: "custom", range, formula1: `IF(ISNUMBER(${first}),${isCount},${isWord})`, allowBlank: true,
    showInputMessage: true, inputTitle: inputHelp.title[language], inputMessage: inputHelp.message[language],
    showErrorMessage: true, errorStyle: "stop", errorTitle: inputHelp.title[language], errorMessage: inputHelp.refused[language],
  };
}

/** One table of the methodology as a sheet: a grid for two dimensions, a list for one, with last year beside each cell. */
export function matrixSheet(request: TemplateRequest, table: TablePlan, values: ReadonlyMap<string, Value>, before: ReadonlyMap<string, Value>): WriteSheet {
  const { methodology, language, year, country } = request;
  const axes = sheetAxes(methodology, table);
  const [rowDimension, columnDimension] = table.dimensions as [DimensionId, DimensionId?]; // sheetAxes refused other lengths
  const cells = new Cells();
  const step = before.size > 0 ? 2 : 1;
  const merges: NonNullable<WriteSheet["merges"]> = [];

  cells.put(0, 0, marks.table, look.code);
  cells.put(0, 1, table.id, look.code);
  cells.put(matrixTop.codes, 0, marks.codes, look.code);
  cells.put(matrixTop.title, 1, table.title[language], look.title);
  cells.put(matrixTop.unit, 1, `${country.name[language]} · ${year} · ${table.unit[language]}`, look.lead);
  cells.put(matrixTop.header, 0, marks.head, look.code);
  cells.put(matrixTop.years, 0, marks.head, look.code);
  cells.put(matrixTop.header, 1, dimensionOf(methodology, rowDimension).title[language], look.corner);
  cells.put(matrixTop.years, 1, null, look.rowLabel);

  for (const [i, code] of axes.columns.entries()) {
    const column = 2 + i * step;
    const label = columnDimension ? labelOf(methodology, columnDimension, code)[language] : { es: "Personas", en: "Persons" }[language];
    cells.put(matrixTop.codes, column, code, look.code);
    cells.put(matrixTop.header, column, label, look.header);
    cells.put(matrixTop.years, column, String(year), look.year);
    if (step === 2) {
      cells.put(matrixTop.codes, column + 1, lastColumn, look.code);
      cells.put(matrixTop.header, column + 1, null, look.header);
      cells.put(matrixTop.years, column + 1, String(year - 1), look.yearBefore);
      merges.push({ startRow: matrixTop.header, endRow: matrixTop.header, startCol: column, endCol: column + 1 });
    }
  }
  for (const [r, rowCode] of axes.rows.entries()) {
    const row = matrixTop.body + r;
    const isTotalRow = rowCode === TOTAL;
    cells.put(row, 0, rowCode, look.code);
    cells.put(row, 1, labelOf(methodology, rowDimension, rowCode)[language], isTotalRow ? look.totalLabel : look.rowLabel);
    for (const [i, columnCode] of axes.columns.entries()) {
      const address = cellAddress(table.id, columnCode === valueColumn ? [rowCode] : [rowCode, columnCode]);
      const value = values.get(address);
      const column = 2 + i * step;
      const style = isTotalRow || columnCode === TOTAL ? look.totalInput : look.input;
      cells.put(row, column, value ? writeCount(value) : null, style);
      const last = before.get(address);
      if (step === 2) cells.put(row, column + 1, last ? writeCount(last) : null, look.before);
    }
  }
  const lastRow = matrixTop.body + axes.rows.length;
  const validations = axes.columns.map((_, i) => {
    const letter = columnLetter(2 + i * step);
    return countRule(`${letter}${matrixTop.body + 1}:${letter}${lastRow}`, `${letter}${matrixTop.body + 1}`, language);
  });
  const labelWidth = Math.min(58, Math.max(30, ...axes.rows.map((code) => labelOf(methodology, rowDimension, code)[language].length + 4)));

  return {
    name: sheetName(methodology, table, language),
    cells: cells.map,
    columns: [{ width: 2, hidden: true }, { width: labelWidth }, ...axes.columns.flatMap(() => (step === 2 ? [{ width: columnDimension ? 15 : 18 }, { width: 9 }] : [{ width: 18 }]))],
    rowDefs: new Map<number, { height?: number; hidden?: boolean }>([
      [0, { hidden: true }], [matrixTop.codes, { hidden: true }], [matrixTop.title, { height: 28 }], [matrixTop.unit, { height: 18 }], [matrixTop.header, { height: 48 }],
      ...axes.rows.map((_, r): [number, { height: number }] => [matrixTop.body + r, { height: 20 }]),
    ]),
    merges: [...merges],
    dataValidations: validations,
    freezePane: { rows: matrixTop.body, columns: 2 },
    view: { showGridLines: false, showRowColHeaders: true, tabColor: tabs.fill },
    protection,
    ...printed("landscape"),
  };
}
