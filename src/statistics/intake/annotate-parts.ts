import type { Language } from "#basics";
import { neutralText } from "../template/neutral.ts";
import { type Problem, columnLetter } from "./problem.ts";

/** Text that may stand inside an XML element or attribute; signs that XML cannot carry are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** What a note on a marked cell says: what is wrong and how to mend it. */
export function noteText(problems: readonly Problem[], language: Language): string {
  return problems.map((problem) => `${problem.message[language]}\n→ ${problem.mend[language]}`).join("\n\n");
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Notes of one sheet: the text part and the drawing part that old and new Excel both ask for. */
export function notesParts(notes: ReadonlyMap<string, { row: number; column: number; text: string }>): { comments: string; drawing: string } {
  const texts = [...notes].map(([ref, { text }]) => `<comment ref="${ref}" authorId="0"><text><r><t xml:space="preserve">${escapeXml(text)}</t></r></text></comment>`);
  const shapes = [...notes.values()].map(
    ({ row, column }, i) =>
      `<v:shape id="_x0000_s${70_000 + i}" type="#_x0000_t202" style="position:absolute;width:240pt;height:110pt;z-index:${i + 1};visibility:hidden" fillcolor="#fbf0d9" o:insetmode="auto"><v:fill color2="#fbf0d9"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1},15,${row - 1},2,${column + 5},15,${row + 6},4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  );
  return {
    comments: `${declaration}<comments xmlns="${main}"><authors><author>CORETT</author></authors><commentList>${texts.join("")}</commentList></comments>`,
    drawing: `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="68"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join("")}</xml>`,
  };
}

const headings = {
  es: ["Hoja", "Fila", "Columna", "Valor", "Qué pasa", "Cómo se corrige"],
  en: ["Sheet", "Row", "Column", "Value", "What is wrong", "How to mend it"],
} as const;

/** The sheet that lists all problems, with inline texts so that it needs no other part. */
export function problemSheet(problems: readonly Problem[], language: Language): string {
  const rows = [[...headings[language]], ...problems.map((problem) => [
    problem.sheet, problem.row > 0 ? String(problem.row) : "", problem.column ? [problem.column.letter, problem.column.name].filter(Boolean).join(" · ") : "",
    problem.value ?? "", problem.message[language], problem.mend[language],
  ])];
  const xml = rows.map((cells, r) => {
    const inner = cells.map((cell, c) => {
      const ref = `${columnLetter(c)}${r + 1}`;
      return c === 1 && r > 0 && cell !== "" ? `<c r="${ref}"><v>${cell}</v></c>` : `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(neutralText(cell))}</t></is></c>`;
    });
    return `<row r="${r + 1}">${inner.join("")}</row>`;
  });
  const widths = [28, 8, 30, 26, 80, 80].map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join("");
  return `${declaration}<worksheet xmlns="${main}" xmlns:r="${relationships}"><sheetPr><tabColor rgb="FFA3262A"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths}</cols><sheetData>${xml.join("")}</sheetData></worksheet>`;
}
