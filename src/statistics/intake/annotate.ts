import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Language } from "#basics";
import { neutralText } from "../template/neutral.ts";
import { noteText, notesParts, problemSheet } from "./annotate-parts.ts";
import { type Marked, markSheet, markStyles } from "./annotate-sheet.ts";
import { textOf } from "./cell.ts";
import { csvRows } from "./csv.ts";
import { dialectOf } from "./csv-dialect.ts";
import { type Problem, columnLetter } from "./problem.ts";
import { attribute } from "./sheet-scanner.ts";
import { sniff } from "./sniff.ts";
import { openWorkbook } from "./workbook.ts";

/** Pale red behind a marked cell: the brand's wash for what must be mended. */
const markColour = "FFFAE6E4";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

type Parts = Record<string, Uint8Array>;

function columnIndex(letter: string): number {
  let column = 0;
  for (const each of letter) column = column * 26 + each.charCodeAt(0) - 64;
  return column - 1;
}

/** Inserts `element` before the first of the elements that must come after it, or before the end of the root. */
function insertBefore(xml: string, element: string, later: readonly string[], root: string): string {
  const places = [...later.map((name) => xml.search(new RegExp(`<${name}[\\s/>]`))), xml.lastIndexOf(`</${root}>`)].filter((at) => at !== -1);
  const at = Math.min(...places);
  return xml.slice(0, at) + element + xml.slice(at);
}

function addRelation(parts: Parts, part: string, type: string, target: string): string {
  const slash = part.lastIndexOf("/");
  const path = `${part.slice(0, slash)}/_rels/${part.slice(slash + 1)}.rels`;
  const xml = parts[path] ? strFromU8(parts[path]) : '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  const id = `corett${(xml.match(/<Relationship\s/g)?.length ?? 0) + 1}`;
  const element = `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const open = xml.replace(/<Relationships([^>]*)\/>/, "<Relationships$1></Relationships>");
  parts[path] = strToU8(open.replace("</Relationships>", `${element}</Relationships>`));
  return id;
}

function addType(parts: Parts, element: string): void {
  const xml = strFromU8(parts["[Content_Types].xml"] ?? new Uint8Array());
  if (!xml.includes(element)) parts["[Content_Types].xml"] = strToU8(insertBefore(xml, element, element.startsWith("<Default") ? ["Override"] : [], "Types"));
}

/**
 * Gives the user's own workbook back with the cells of the problems coloured and a note on each, and a sheet that lists
 * all problems. Only what must change is changed; everything else stays letter for letter. A sheet that already has notes
 * of its own keeps them, and its cells are coloured only.
 *
 * Throws `IntakeRefusal` for a file that cannot be opened safely.
 */
export async function annotateWorkbook(original: Uint8Array, problems: readonly Problem[], language: Language): Promise<Uint8Array> {
  const workbook = await openWorkbook({ name: "", bytes: original });
  workbook.close();
  const parts: Parts = unzipSync(original);
  const main = Object.keys(parts).find((name) => /^xl\/workbook\d*\.xml$/i.test(name)) ?? "xl/workbook.xml";
  const stylesPath = Object.keys(parts).find((name) => /^xl\/styles\d*\.xml$/i.test(name));
  const styles = stylesPath === undefined ? undefined : markStyles(strFromU8(parts[stylesPath] ?? new Uint8Array()), markColour);

  if (styles && stylesPath !== undefined) {
    for (const [i, sheet] of workbook.sheets.entries()) {
      const here = problems.filter((problem) => problem.sheet === sheet.name && problem.row > 0);
      if (here.length > 0) markOne(parts, sheet.path, i, here, styles.mark, language);
    }
    parts[stylesPath] = strToU8(styles.finish());
  }
  addProblemSheet(parts, main, workbook.sheets.map((sheet) => sheet.name), problems, language);
  return zipSync(parts, { level: 3, mtime: "2020-01-01" }); // a fixed time, so that equal input gives equal bytes
}

function markOne(parts: Parts, path: string, index: number, problems: readonly Problem[], mark: (style: number) => number, language: Language): void {
  const byCell = Map.groupBy(problems, (problem) => `${problem.column?.letter ?? "A"}${problem.row}`);
  const notes = new Map([...byCell].map(([ref, list]) => [ref, { row: list[0]?.row ?? 1, column: columnIndex(list[0]?.column?.letter ?? "A"), text: noteText(list, language) }] as const));
  const marked: Marked = new Map([...Map.groupBy([...notes.values()], (note) => note.row)].map(([row, list]) => [row, list.map((note) => note.column)]));
  let xml = markSheet(strFromU8(parts[path] ?? new Uint8Array()), marked, mark);
  if (/<worksheet[\s>]/.test(xml) && !/<legacyDrawing[\s>]/.test(xml)) {
    const { comments, drawing } = notesParts(notes);
    const name = `corett${index + 1}`;
    parts[`xl/comments-${name}.xml`] = strToU8(comments);
    parts[`xl/drawings/vml-${name}.vml`] = strToU8(drawing);
    addRelation(parts, path, "comments", `/xl/comments-${name}.xml`);
    const id = addRelation(parts, path, "vmlDrawing", `/xl/drawings/vml-${name}.vml`);
    const element = `<legacyDrawing xmlns:r="${office}" r:id="${id}"/>`;
    xml = insertBefore(xml, element, ["legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"], "worksheet");
    addType(parts, `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`);
    addType(parts, `<Override PartName="/xl/comments-${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`);
  }
  parts[path] = strToU8(xml);
}

function addProblemSheet(parts: Parts, main: string, taken: readonly string[], problems: readonly Problem[], language: Language): void {
  const xml = strFromU8(parts[main] ?? new Uint8Array());
  if (!xml.includes("</sheets>")) return; // a workbook written with prefixed names is coloured no further
  let name = { es: "Problemas", en: "Problems" }[language];
  while (taken.some((each) => each.toLowerCase() === name.toLowerCase())) name = `${name} 2`.slice(0, 31);
  const path = "xl/worksheets/corett-problems.xml";
  parts[path] = strToU8(problemSheet(problems, language));
  const id = addRelation(parts, main, "worksheet", `/${path}`);
  const used = [...xml.matchAll(/<sheet\s[^>]*>/g)].map((tag) => Number(attribute(tag[0], "sheetId") ?? 0));
  parts[main] = strToU8(xml.replace("</sheets>", `<sheet xmlns:r="${office}" name="${name}" sheetId="${Math.max(0, ...used) + 1}" r:id="${id}"/></sheets>`));
  addType(parts, `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`);
}

/** Gives the user's CSV back in UTF-8 with one more column that says what is wrong in each row. */
export async function annotateCsv(original: Uint8Array, problems: readonly Problem[], language: Language): Promise<Uint8Array> {
  const source = { name: "", bytes: original };
  const dialect = await dialectOf(source);
  const { delimiter } = dialect;
  const byRow = Map.groupBy(problems, (problem) => problem.row);
  const firstRow = Math.min(...problems.filter((problem) => problem.row > 0).map((problem) => problem.row));
  const quote = (text: string) => (text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines: string[] = [];
  let number = 0;
  for await (const rows of csvRows(source, dialect))
    for (const row of rows) {
      for (number++; number < row.number; number++) lines.push("");
      const said = (byRow.get(row.number) ?? []).map((problem) => `${problem.column ? `${columnLetter(columnIndex(problem.column.letter))}: ` : ""}${problem.message[language]} ${problem.mend[language]}`);
      const heading = row.number < firstRow && lines.length === 0 ? [{ es: "Problemas", en: "Problems" }[language]] : said;
      lines.push([...row.cells.map((cell) => quote(neutralCell(textOf(cell)))), quote(neutralText(heading.join(" | ")))].join(delimiter));
    }
  return Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`, "utf8");
}

/** Text is made harmless; a negative number is no formula. */
function neutralCell(text: string): string {
  return /^[+-]?\d[\d.,]*$/.test(text) ? text : neutralText(text);
}

/** The user's own file with its problems marked, whatever its format, and the ending that its name should have. */
export async function annotateFile(original: Uint8Array, problems: readonly Problem[], language: Language): Promise<{ bytes: Uint8Array; extension: "xlsx" | "csv" }> {
  if (sniff(original.subarray(0, 65_536)) === "text") return { bytes: await annotateCsv(original, problems, language), extension: "csv" };
  return { bytes: await annotateWorkbook(original, problems, language), extension: "xlsx" };
}
