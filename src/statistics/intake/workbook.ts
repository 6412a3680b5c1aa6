import { type Archive, openArchive, xmlDecoder } from "./archive.ts";
import type { Row } from "./cell.ts";
import { IntakeRefusal } from "./refusal.ts";
import { type SheetContext, SheetScanner, attribute, stringOf, unescapeXml } from "./sheet-scanner.ts";
import type { Source } from "./source.ts";

export interface SheetName {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

/** An XLSX file that was found harmless: no macros, no links to other files. */
export interface Workbook {
  readonly sheets: readonly SheetName[];
  /** True when dates count from 1904, as old Macintosh files do. */
  readonly from1904: boolean;
  /** Rows of one sheet, in batches as they are inflated. */
  rows(sheet: SheetName): AsyncGenerator<Row[]>;
  close(): void;
}

/** Refuses by its parts what is not a plain XLSX file: other documents, macros, links and connections to elsewhere. */
function refuseForeign(archive: Archive): void {
  const any = (pattern: RegExp) => archive.names.some((name) => pattern.test(name));
  if (any(/^xl\/workbook\.bin$/i)) throw new IntakeRefusal("binary-excel");
  if (any(/vbaProject\.bin$|^xl\/macrosheets\/|activeX/i)) throw new IntakeRefusal("macros");
  if (any(/^xl\/externalLinks\/|^xl\/connections\.xml$|^xl\/queryTables\/|^xl\/embeddings\//i)) throw new IntakeRefusal("outside-links");
  if (archive.has("mimetype") && archive.has("content.xml")) throw new IntakeRefusal("open-document");
  if (!archive.has("[Content_Types].xml") || !any(/^xl\//i)) throw new IntakeRefusal("other-document");
}

/** Every element of that local name, as the inside of its opening tag. */
function elements(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:[\\w.-]{1,20}:)?${name}(\\s[^>]*)?/?>`, "g"))].map((found) => found[1] ?? "");
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const parts = folder === "" ? [] : folder.split("/");
  for (const step of target.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== ".") parts.push(step);
  }
  return parts.join("/");
}

async function relations(archive: Archive, part: string): Promise<{ id: string; type: string; path: string }[]> {
  const slash = part.lastIndexOf("/");
  const folder = part.slice(0, Math.max(0, slash));
  const name = `${folder === "" ? "" : `${folder}/`}_rels/${part.slice(slash + 1)}.rels`;
  if (!archive.has(name)) return [];
  return elements(await archive.text(name), "Relationship").map((tag) => ({
    id: attribute(tag, "Id") ?? "",
    type: (attribute(tag, "Type") ?? "").split("/").at(-1) ?? "",
    path: resolvePath(folder, attribute(tag, "Target") ?? ""),
  }));
}

/** Built-in and custom number formats that show a date, for each cell style. */
function dateStylesOf(xml: string): boolean[] {
  const custom = new Map(elements(xml, "numFmt").map((tag) => [attribute(tag, "numFmtId"), attribute(tag, "formatCode") ?? ""]));
  const formats = /<(?:[\w.-]{1,20}:)?cellXfs[\s\S]*?<\/(?:[\w.-]{1,20}:)?cellXfs>/.exec(xml)?.[0] ?? "";
  return elements(formats, "xf").map((tag) => {
    const id = attribute(tag, "numFmtId") ?? "0";
    const code = custom.get(id);
    if (code !== undefined) return /[dmyhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "").replace(/general/gi, ""));
    const number = Number(id);
    return (number >= 14 && number <= 22) || (number >= 27 && number <= 36) || (number >= 45 && number <= 47) || (number >= 50 && number <= 58);
  });
}

async function sharedStrings(archive: Archive, path: string): Promise<string[]> {
  const strings: string[] = [];
  let decoder: TextDecoder | undefined;
  let rest = "";
  let prefix: string | undefined;
  let length = 0;
  for await (const piece of archive.pieces(path)) {
    decoder ??= xmlDecoder(piece);
    rest += decoder.decode(piece, { stream: true });
    prefix ??= /<((?:[\w.-]{1,20}:)?)sst[\s>]/.exec(rest)?.[1];
    if (prefix === undefined) {
      if (rest.length > 65_536) throw new IntakeRefusal("damaged");
      continue;
    }
    const close = `</${prefix}si>`;
    const open = `<${prefix}si`;
    let at = 0;
    for (;;) {
      const start = rest.indexOf(open, at);
      if (start === -1) break;
      const tagEnd = rest.indexOf(">", start);
      if (tagEnd === -1) break;
      const end = rest[tagEnd - 1] === "/" ? tagEnd : rest.indexOf(close, tagEnd);
      if (end === -1) break;
      const text = end === tagEnd ? "" : stringOf(rest.slice(tagEnd + 1, end), prefix);
      length += text.length;
      if (strings.length >= 3_000_000 || length > 100_000_000) throw new IntakeRefusal("too-big-inside");
      strings.push(text);
      at = end + 1;
    }
    rest = rest.slice(at);
    if (rest.length > 4_000_000) throw new IntakeRefusal("damaged");
  }
  return strings;
}

/** Opens an XLSX file; whatever is wrong with it ends in an `IntakeRefusal`. */
export async function openWorkbook(source: Source): Promise<Workbook> {
  const archive = await openArchive(source);
  try {
    return await readDirectory(archive);
  } catch (cause) {
    archive.close();
    throw cause;
  }
}

async function readDirectory(archive: Archive): Promise<Workbook> {
  refuseForeign(archive);
  if (/macroEnabled/i.test(await archive.text("[Content_Types].xml"))) throw new IntakeRefusal("macros");
  const main = (await relations(archive, "")).find((each) => each.type === "officeDocument")?.path ?? "xl/workbook.xml";
  if (!archive.has(main)) throw new IntakeRefusal("damaged");
  const xml = await archive.text(main);
  const links = await relations(archive, main);
  if (links.some((each) => each.type === "externalLink")) throw new IntakeRefusal("outside-links");

  const sheets = elements(xml, "sheet").flatMap((tag) => {
    const link = links.find((each) => each.id === attribute(tag, "id") && each.type === "worksheet");
    const name = attribute(tag, "name") ?? "";
    return link && archive.has(link.path) ? [{ name, path: link.path, hidden: /hidden/i.test(attribute(tag, "state") ?? "") }] : [];
  });
  if (sheets.length === 0) throw new IntakeRefusal("damaged");

  const stringsPath = links.find((each) => each.type === "sharedStrings")?.path;
  const stylesPath = links.find((each) => each.type === "styles")?.path;
  const context: SheetContext = {
    strings: stringsPath !== undefined && archive.has(stringsPath) ? await sharedStrings(archive, stringsPath) : [],
    dateStyles: stylesPath !== undefined && archive.has(stylesPath) ? dateStylesOf(await archive.text(stylesPath, 30_000_000)) : [],
  };
  return {
    sheets,
    from1904: /date1904\s*=\s*["'](1|true)["']/.test(unescapeXml(elements(xml, "workbookPr")[0] ?? "")),
    rows: (sheet) => rowsOf(archive, sheet, context),
    close: () => archive.close(),
  };
}

async function* rowsOf(archive: Archive, sheet: SheetName, context: SheetContext): AsyncGenerator<Row[]> {
  const scanner = new SheetScanner(context);
  let decoder: TextDecoder | undefined;
  for await (const piece of archive.pieces(sheet.path)) {
    decoder ??= xmlDecoder(piece);
    const rows = scanner.feed(decoder.decode(piece, { stream: true }));
    if (rows.length > 0) yield rows;
  }
  scanner.end();
}
