import type { Language, Text } from "#basics";
import { dimensionOf, printedCodes } from "../methodology/plan.ts";
import type { Methodology, TablePlan } from "../methodology/methodology.ts";

/** Marks in the first cell of a sheet, by which the reader knows it whatever its name or place. */
export const marks = {
  table: "corett:table",
  codes: "corett:codes",
  head: "corett:head",
  source: "corett:source",
  notes: "corett:notes",
  records: "corett:records",
  guide: "corett:guide",
  lists: "corett:lists",
} as const;

/** Names of the sheets that are not seen. */
export const hiddenSheets = { stamp: "_corett", lists: "_lists" } as const;

/** Code over a column that carries the figures of a list table, and over the columns of the year before. */
export const valueColumn = "value";
export const lastColumn = "last";

/** Row and column codes of a table's sheet: a table of one dimension is a list with a single column of figures. */
export function sheetAxes(methodology: Methodology, table: TablePlan): { rows: string[]; columns: string[] } {
  const [first, second] = table.dimensions;
  if (!first || table.dimensions.length > 2) throw new Error(`Table ${table.id} has no sheet of its own: it has ${table.dimensions.length} dimensions`);
  return { rows: printedCodes(methodology, table, first), columns: second ? printedCodes(methodology, table, second) : [valueColumn] };
}

/** Name of a table's sheet: its number and what it is by, within the 31 letters that a sheet name may have. */
export function sheetName(methodology: Methodology, table: TablePlan, language: Language): string {
  const number = methodology.tables.indexOf(table) + 1;
  const by = table.dimensions.map((id) => dimensionOf(methodology, id).title[language].replace(/^Grupo de | group$/, ""));
  const [first = "", ...others] = by;
  let name = [`${number} ${first}`, ...others.map((each) => each.toLowerCase())].join(", ");
  while (name.length > 31) name = name.slice(0, name.lastIndexOf(" "));
  return name.replace(/( de| of| por| by|,)$/, "");
}

/** The fields of the source sheet, in its order. */
export const sourceFields = ["authority", "referenceDate", "source", "contact", "comment"] as const;
export type SourceField = (typeof sourceFields)[number];

/** Who stands behind the figures of a file. An office is named, never a person. */
export type SourceStatement = Readonly<Partial<Record<SourceField, string>>>;

/** Label of a field of the source sheet, and what to write there. */
export const sourceWords: Readonly<Record<SourceField, { readonly label: Text; readonly help: Text }>> = {
  authority: {
    label: { es: "Institución responsable", en: "Responsible institution" },
    help: { es: "La institución que responde por las cifras.", en: "The institution that stands behind the figures." },
  },
  referenceDate: {
    label: { es: "Fecha de referencia", en: "Reference date" },
    help: { es: "El día en que se extrajeron las cifras (dd/mm/aaaa).", en: "The day on which the figures were drawn (dd/mm/yyyy)." },
  },
  source: {
    label: { es: "Fuente", en: "Source" },
    help: { es: "Registro, informe o publicación, con su enlace si es público.", en: "Register, report or publication, with its link if it is public." },
  },
  contact: {
    label: { es: "Oficina de contacto", en: "Contact office" },
    help: { es: "Una oficina y su correo institucional, no el nombre de una persona.", en: "An office and its institutional e-mail, not a person's name." },
  },
  comment: {
    label: { es: "Comentario", en: "Comment" },
    help: { es: "Lo que deba saber quien lea las cifras.", en: "Whatever a reader of the figures should know." },
  },
};

/** File name of a template or submission, such as `corett-trata-GTM-2021.xlsx`. */
export function templateFileName(country: string, year: number, language: Language, kind: "matrix" | "records" = "matrix"): string {
  const topic = language === "es" ? "trata" : "trafficking";
  const part = kind === "matrix" ? "" : language === "es" ? "-registros" : "-records";
  return `corett-${topic}${part}-${country}-${year}.xlsx`;
}
