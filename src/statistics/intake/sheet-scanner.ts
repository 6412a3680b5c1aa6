import type { Cell, Row } from "./cell.ts";
import { IntakeRefusal } from "./refusal.ts";

/** What the cells of a sheet point to. */
export interface SheetContext {
  readonly strings: readonly string[];
  /** For each cell style, whether it shows a date. */
  readonly dateStyles: readonly boolean[];
}

/** Longest XML of one row that is taken; a row of 16,384 cells stays well below. */
const longestRow = 4_000_000;
const lastColumn = 16_383;

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Undoes the escapes of XML text and of Excel's own `_x000D_` writing. Entities that a file declares itself are left alone. */
export function unescapeXml(text: string): string {
  const plain = text.includes("&")
    ? text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,4});/gi, (whole, name: string) => {
        if (!name.startsWith("#")) return entities[name] ?? whole;
        const code = name[1] === "x" || name[1] === "X" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;
  return plain.includes("_x") ? plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : plain;
}

/** One attribute of an opening tag's inside, in either kind of quotes. */
export function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found ? unescapeXml(found[1] ?? found[2] ?? "") : undefined;
}

/** The text of all `<t>` inside a shared or inline string, without the phonetic readings. */
export function stringOf(xml: string, prefix: string): string {
  const spoken = xml.includes("rPh") ? xml.replace(new RegExp(`<${prefix}rPh\\b[\\s\\S]*?</${prefix}rPh>`, "g"), "") : xml;
  let text = "";
  let at = 0;
  for (;;) {
    const open = spoken.indexOf(`<${prefix}t`, at);
    if (open === -1) return unescapeXml(text);
    const end = spoken.indexOf(">", open);
    if (end === -1) return unescapeXml(text);
    const sign = spoken[open + prefix.length + 2];
    at = end + 1;
    if ((sign !== ">" && sign !== " ") || spoken[end - 1] === "/") continue;
    const close = spoken.indexOf(`</${prefix}t>`, at);
    if (close === -1) return unescapeXml(text);
    text += spoken.slice(at, close);
    at = close;
  }
}

/**
 * Cuts the XML of a worksheet into rows as it arrives, without ever holding more than one row and one piece.
 *
 * Written for this one grammar because it must see what the streaming readers at hand leave out: whether a cell is a
 * formula, and which number is shown as a date.
 */
export class SheetScanner {
  readonly #context: SheetContext;
  #prefix: string | undefined;
  #rest = "";
  #row = 0;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  /** Takes the next piece of XML and gives the rows that are complete by now. Blank rows are left out. */
  feed(piece: string): Row[] {
    let text = this.#rest + piece;
    this.#prefix ??= rootPrefix(text);
    if (this.#prefix === undefined) {
      if (text.length > 65_536) throw new IntakeRefusal("damaged");
      this.#rest = text;
      return [];
    }
    const open = `<${this.#prefix}row`;
    const close = `</${this.#prefix}row>`;
    const rows: Row[] = [];
    let at = 0;
    for (;;) {
      const start = text.indexOf(open, at);
      if (start === -1) {
        text = text.slice(Math.max(at, text.length - open.length));
        break;
      }
      const tagEnd = text.indexOf(">", start);
      const selfClosed = tagEnd !== -1 && text[tagEnd - 1] === "/";
      const end = tagEnd === -1 ? -1 : selfClosed ? tagEnd : text.indexOf(close, tagEnd);
      if (end === -1) {
        text = text.slice(start);
        break;
      }
      const tag = text.slice(start + open.length, tagEnd);
      if (/^[\s/]|^$/.test(tag)) this.#take(tag, selfClosed ? "" : text.slice(tagEnd + 1, end), rows);
      at = end + 1;
    }
    if (text.length > longestRow) throw new IntakeRefusal("damaged");
    this.#rest = text;
    return rows;
  }

  /** Ends the sheet; a row that was begun and not ended means that the file is cut off. */
  end(): void {
    if (this.#prefix === undefined || this.#rest.startsWith(`<${this.#prefix}row`)) throw new IntakeRefusal("damaged");
  }

  #take(tag: string, inside: string, rows: Row[]): void {
    const stated = Number(attribute(tag, "r") ?? Number.NaN);
    this.#row = Number.isInteger(stated) && stated > 0 && stated <= 1_048_576 ? stated : this.#row + 1;
    const cells = this.#cells(inside);
    if (cells.length > 0) rows.push({ number: this.#row, cells });
  }

  #cells(xml: string): Cell[] {
    const cells: Cell[] = [];
    const prefix = this.#prefix ?? "";
    const open = `<${prefix}c`;
    const close = `</${prefix}c>`;
    let column = -1;
    let at = 0;
    for (;;) {
      const start = xml.indexOf(open, at);
      if (start === -1) return cells;
      const tagEnd = xml.indexOf(">", start);
      if (tagEnd === -1) return cells;
      const tag = xml.slice(start + open.length, tagEnd);
      at = tagEnd + 1;
      if (tag !== "" && !/^[\s/]/.test(tag)) continue;
      column = columnOf(tag) ?? column + 1;
      if (tag.endsWith("/")) continue;
      const end = xml.indexOf(close, at);
      const inside = xml.slice(at, end === -1 ? undefined : end);
      at = end === -1 ? xml.length : end + close.length;
      const value = this.#value(tag, inside, prefix);
      if (value === undefined) continue;
      if (column > lastColumn) throw new IntakeRefusal("damaged");
      while (cells.length < column) cells.push(undefined);
      cells[column] = value;
    }
  }

  #value(tag: string, inside: string, prefix: string): Cell {
    const kind = quick(tag, ' t="') ?? (tag.includes("'") ? attribute(tag, "t") : undefined);
    const raw = between(inside, `<${prefix}v`, `</${prefix}v>`);
    if (inside.includes(`<${prefix}f`)) {
      const shown = kind === "s" ? (this.#context.strings[Number(raw)] ?? "") : unescapeXml(raw ?? "");
      return { odd: "formula", text: shown };
    }
    if (kind === "s") return blankToNothing(this.#context.strings[Number(raw)] ?? "");
    if (kind === "inlineStr") return blankToNothing(stringOf(inside, prefix));
    if (raw === undefined || raw === "") return undefined;
    if (kind === "str") return blankToNothing(unescapeXml(raw));
    if (kind === "e") return { odd: "error", text: unescapeXml(raw) };
    if (kind === "b") return raw === "1" ? "TRUE" : "FALSE";
    if (kind === "d") return unescapeXml(raw);
    const number = Number(raw);
    if (!Number.isFinite(number)) return unescapeXml(raw);
    const style = quick(tag, ' s="');
    if (style !== undefined && this.#context.dateStyles[Number(style)]) return { odd: "date", text: String(number), serial: number };
    return number;
  }
}

function blankToNothing(text: string): Cell {
  return text === "" ? undefined : text;
}

function rootPrefix(text: string): string | undefined {
  const root = /<((?:[\w.-]{1,20}:)?)worksheet[\s>]/.exec(text);
  return root ? (root[1] ?? "") : undefined;
}

function quick(tag: string, mark: string): string | undefined {
  const start = tag.indexOf(mark);
  if (start === -1) return undefined;
  const end = tag.indexOf('"', start + mark.length);
  return end === -1 ? undefined : tag.slice(start + mark.length, end);
}

function between(xml: string, open: string, close: string): string | undefined {
  const start = xml.indexOf(open);
  if (start === -1) return undefined;
  const from = xml.indexOf(">", start);
  if (from === -1 || xml[from - 1] === "/") return undefined;
  const end = xml.indexOf(close, from);
  return end === -1 ? undefined : xml.slice(from + 1, end);
}

/** Column of a cell tag's address, from 0; undefined when the tag gives none. */
function columnOf(tag: string): number | undefined {
  const reference = quick(tag, ' r="') ?? (tag.includes("'") ? attribute(tag, "r") : undefined);
  if (reference === undefined) return undefined;
  let column = 0;
  for (let i = 0; i < reference.length && i < 4; i++) {
    const letter = reference.charCodeAt(i) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column === 0 ? undefined : column - 1;
}
