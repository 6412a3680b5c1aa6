import type { DataValidation, WriteSheet } from "hucre";
import { columnLetter } from "../intake/problem.ts";
import { type RecordColumnId, type VictimRecord, recordColumns } from "../intake/record.ts";
import { hiddenSheets, marks } from "./layout.ts";
import type { ListColumn } from "./lists.ts";
import { Cells, look, printed, protection, tabs } from "./look.ts";
import { neutralText } from "./neutral.ts";
import type { TemplateRequest } from "./write.ts";

export const recordsTop = { title: 1, lead: 2, header: 4, codes: 5, body: 6 } as const;
const room = 1000;

const widths: Readonly<Record<RecordColumnId, number>> = {
  case_code: 18, identified_on: 16, victim_status: 30, sex: 14, age_group: 26, age: 11, forms: 38, main_form: 32, citizenship: 24, scope: 28, services: 40,
};

/** The lists of the record sheet's drop-downs, in the language of the template. */
export function recordLists({ methodology, language, country }: TemplateRequest): ListColumn[] {
  return recordColumns.flatMap((column) => {
    const list = methodology.codeLists.find((each) => each.id === column.list);
    if (!list) return [];
    // The country itself first: most persons are its own.
    const codes = list.id === "origin" ? list.codes.toSorted((a, b) => Number(b.code === country.code) - Number(a.code === country.code)) : list.codes;
    return [{ id: column.id, labels: codes.map((each) => each.label[language]), codes: codes.map((each) => each.code) }];
  });
}

function serial(isoDay: string): number {
  return Date.parse(`${isoDay}T00:00:00Z`) / 86_400_000 + 25_569;
}

function written(record: VictimRecord, id: RecordColumnId): string | number | null {
  switch (id) {
    case "case_code": return neutralText(record.caseCode);
    case "identified_on": return serial(record.identifiedOn);
    case "victim_status": return record.status;
    case "sex": return record.sex;
    case "age_group": return record.ageGroup;
    case "age": return record.age ?? null;
    case "forms": return record.forms.join("; ");
    case "main_form": return record.mainForm;
    case "citizenship": return record.citizenship;
    case "scope": return record.scope;
    case "services": return record.services.join("; ");
  }
}

function rules(request: TemplateRequest, lists: readonly ListColumn[], firstListColumn: number, lastRow: number): DataValidation[] {
  const { year, language } = request;
  return recordColumns.flatMap((column, i): DataValidation[] => {
    const letter = columnLetter(i);
    const range = `${letter}${recordsTop.body + 1}:${letter}${lastRow}`;
    const title = column.title[language];
    if (column.id === "identified_on")
      return [{ type: "date", operator: "between", range, formula1: String(serial(`${year}-01-01`)), formula2: String(serial(`${year}-12-31`)), allowBlank: true, showErrorMessage: true, errorTitle: title,
        errorMessage: { es: `Escriba una fecha de ${year}: dd/mm/aaaa.`, en: `Write a date in ${year}: dd/mm/yyyy.` }[language] }];
    if (column.id === "age")
      return [{ type: "whole", operator: "between", range, formula1: "0", formula2: "120", allowBlank: true, showErrorMessage: true, errorTitle: title,
        errorMessage: { es: "Años cumplidos, de 0 a 120.", en: "Completed years, 0 to 120." }[language] }];
    const at = lists.findIndex((list) => list.id === column.id);
    const list = lists[at];
    if (!list) return [];
    const listLetter = columnLetter(firstListColumn + at * 2);
    // Several answers, countries beyond the list and codes are welcome too, so the list advises and does not forbid.
    const help = column.several ? { es: "Si hay varios, sepárelos con punto y coma (;).", en: "If there are several, separate them with a semicolon (;)." } : undefined;
    return [{ type: "list", range, formula1: `${hiddenSheets.lists}!$${listLetter}$2:$${listLetter}$${list.labels.length + 1}`, allowBlank: true, showErrorMessage: false,
      ...(help ? { showInputMessage: true, inputTitle: title, inputMessage: help[language] } : {}) }];
  });
}

/** The sheet of records: one row for each person, drop-downs from the hidden lists, codes of the columns in a hidden row. */
export function recordsSheet(request: TemplateRequest, lists: readonly ListColumn[], firstListColumn: number): WriteSheet {
  const { language, year, country, records = [] } = request;
  const cells = new Cells();
  cells.put(0, 0, marks.records, look.code);
  cells.put(recordsTop.title, 0, { es: "Registros sin identidad", en: "Records without identity" }[language], look.title);
  cells.put(recordsTop.lead, 0, {
    es: `${country.name.es} · ${year} · una fila por persona; nunca nombres, documentos, teléfonos, direcciones ni fechas de nacimiento`,
    en: `${country.name.en} · ${year} · one row for each person; never names, documents, telephones, addresses or dates of birth`,
  }[language], look.lead);
  const labels = new Map(lists.map((list) => [list.id, new Map(list.codes.map((code, i) => [code, list.labels[i] ?? code]))]));
  const rows = Math.max(room, records.length + 100);
  for (const [i, column] of recordColumns.entries()) {
    cells.put(recordsTop.header, i, column.title[language], look.header);
    cells.put(recordsTop.codes, i, column.id, look.code);
    const style = column.id === "identified_on" ? look.day : column.id === "age" ? look.input : look.plain;
    for (let r = 0; r < rows; r++) {
      const record = records[r];
      const value = record ? written(record, column.id) : null;
      const label = typeof value === "string" && !column.several ? (labels.get(column.id)?.get(value) ?? value) : value;
      cells.put(recordsTop.body + r, i, label, style);
    }
  }
  return {
    name: { es: "Registros", en: "Records" }[language],
    cells: cells.map,
    columns: recordColumns.map((column) => ({ width: widths[column.id] })),
    rowDefs: new Map([[0, { hidden: true }], [recordsTop.codes, { hidden: true }], [recordsTop.title, { height: 28 }], [recordsTop.header, { height: 34 }]]),
    dataValidations: rules(request, lists, firstListColumn, recordsTop.body + rows),
    freezePane: { rows: recordsTop.body, columns: 1 },
    view: { showGridLines: false, tabColor: tabs.fill },
    protection,
    ...printed("landscape"),
  };
}
