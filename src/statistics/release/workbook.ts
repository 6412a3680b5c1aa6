import { type Cell, type WriteSheet, writeXlsx } from "hucre";
import type { Language } from "#basics";
import { themes } from "#brand";
import { cellAddress } from "../figure.ts";
import type { Methodology, TablePlan } from "../methodology/methodology.ts";
import { dimensionOf } from "../methodology/plan.ts";
import { filledTables, labelsOf, plainValue, printedRows } from "./observation.ts";
import type { ReleaseData } from "./release-data.ts";

const { light } = themes;
const rgb = (hex: string) => ({ rgb: hex.slice(1).toUpperCase() });
const face = { name: "Calibri", size: 11, color: rgb(light.ink) };
const header = { font: { ...face, bold: true, color: rgb("#ffffff") }, fill: { type: "pattern", pattern: "solid", fgColor: rgb(light.ink) }, alignment: { wrapText: true, vertical: "center" } } as const;
const areaHeader = { ...header, alignment: { ...header.alignment, horizontal: "right" } } as const;
const title = { font: { ...face, size: 16, bold: true } } as const;
const soft = { font: { ...face, color: rgb(light.inkSoft) }, alignment: { wrapText: true, vertical: "top" } } as const;
const number = { font: face, numFmt: "#,##0", alignment: { horizontal: "right" } } as const;
const words = { font: { ...face, italic: true, color: rgb(light.inkSoft) }, alignment: { horizontal: "right" } } as const;
const label = { font: face } as const;

/** The release as a workbook for people: a sheet for each table, areas across, categories down; hidden cells say so. */
export async function releaseWorkbook(release: ReleaseData, methodology: Methodology, language: Language): Promise<Uint8Array> {
  const tables = filledTables(release, methodology);
  const sheets = [about(release, tables, language), ...tables.map((table) => tableSheet(release, methodology, table, language))];
  const day = new Date(`${release.publishedOn}T00:00:00Z`);
  const name = language === "es" ? `CORETT: personas víctimas de trata, ${release.year}` : `CORETT: victims of trafficking in persons, ${release.year}`;
  return writeXlsx({ sheets, properties: { title: name, creator: "CORETT", created: day, modified: day } });
}

function about(release: ReleaseData, tables: readonly TablePlan[], language: Language): WriteSheet {
  const say = (es: string, en: string) => (language === "es" ? es : en);
  const lines = [
    say(`Personas víctimas de trata identificadas, ${release.year}`, `Identified victims of trafficking in persons, ${release.year}`),
    ...(release.exercise ? [say("EJERCICIO con un país ficticio: no son cifras oficiales.", "EXERCISE with a fictional country: these are not official figures.")] : []),
    say(`Publicación ${release.year}, versión ${release.version}, del ${release.publishedOn}. Metodología ${release.methodology}.`, `Release ${release.year}, version ${release.version}, of ${release.publishedOn}. Methodology ${release.methodology}.`),
    say(
      `«protegido»: la celda se oculta para que nadie pueda reconocer a una persona. Se ocultan los conteos de 1 a ${release.k - 1} y los que permitirían deducirlos.`,
      `“protected”: the cell is hidden so that nobody can recognise a person. Counts from 1 to ${release.k - 1} are hidden, and those from which they could be worked out.`,
    ),
    say("«reservado en la fuente»: el propio país publica esa cifra solo como «menos de 5».", "“withheld at source”: the country itself publishes that figure only as “fewer than 5”."),
    say("«entre 816 y 820»: los dos límites entre los que está la cifra.", "“816 to 820”: the two limits between which the figure lies."),
    say("Una celda vacía no se publica o el país no la informó: no es un cero.", "An empty cell is not printed or was not reported by the country: it is not a zero."),
    "",
    ...tables.map((table, i) => `${i + 1}. ${table.title[language]} (${table.unit[language]})`),
    "",
    say("Licencia CC BY 4.0. Cite: CORETT.", "Licence CC BY 4.0. Cite: CORETT."),
  ];
  const cells = new Map<string, Partial<Cell>>(lines.map((line, row) => [`${row},0`, { value: line, style: row === 0 ? title : soft }]));
  return { name: say("Léame", "Read me"), columns: [{ width: 110 }], cells };
}

function tableSheet(release: ReleaseData, methodology: Methodology, table: TablePlan, language: Language): WriteSheet {
  const own = release.cells.filter((cell) => cell.table === table.id && !cell.years);
  const areas = release.areas.filter((area) => own.some((cell) => cell.area === area.code));
  const value = new Map(own.map((cell) => [`${cell.area}/${cellAddress(cell.table, cell.codes)}`, cell.published]));
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, content: string | number, style: object) => cells.set(`${row},${column}`, { value: content, style });
  put(0, 0, `${table.title[language]}, ${release.year}`, title);
  put(1, 0, table.unit[language], soft);
  table.dimensions.forEach((id, i) => put(3, i, dimensionOf(methodology, id).title[language], header));
  areas.forEach((area, i) => put(3, table.dimensions.length + i, area.name[language], areaHeader));
  printedRows(release, methodology, table).forEach((codes, i) => {
    labelsOf(methodology, table, codes, language).forEach((text, column) => put(4 + i, column, text, label));
    areas.forEach((area, column) => {
      const published = value.get(`${area.code}/${cellAddress(table.id, codes)}`);
      if (!published) return;
      const shown = plainValue(published, language);
      put(4 + i, table.dimensions.length + column, shown, typeof shown === "number" ? number : words);
    });
  });
  return {
    name: table.title[language].replaceAll(/[:/\\?*[\]]/g, " ").slice(0, 31),
    columns: [...table.dimensions.map(() => ({ width: 34 })), ...areas.map(() => ({ width: 23 }))],
    rowDefs: new Map([[3, { height: 24 }]]),
    cells,
    freezePane: { rows: 4, columns: table.dimensions.length },
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}
