import type { Row } from "./cell.ts";
import type { Dialect, Encoding } from "./csv-dialect.ts";
import { IntakeRefusal } from "./refusal.ts";
import { type Source, piecesOf } from "./source.ts";

/** A row that stays open for more lines or letters than this has a stray quotation mark, not a long text. */
const longestQuote = { lines: 50, letters: 100_000 };
const longestLine = 1_000_000;

/** Cuts one line at its separators; quotation marks hold a text together, doubled ones stand for themselves. */
export function cutLine(line: string, delimiter: string): string[] {
  if (!line.includes('"')) return line.split(delimiter);
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] === '"') {
      let text = "";
      at++;
      for (;;) {
        const quote = line.indexOf('"', at);
        if (quote === -1) {
          cells.push(text + line.slice(at));
          return cells;
        }
        text += line.slice(at, quote);
        at = quote + 1;
        if (line[at] !== '"') break;
        text += '"';
        at++;
      }
      const next = line.indexOf(delimiter, at);
      cells.push(text + line.slice(at, next === -1 ? undefined : next).trimEnd());
      if (next === -1) return cells;
      at = next + 1;
    } else {
      const next = line.indexOf(delimiter, at);
      cells.push(line.slice(at, next === -1 ? undefined : next));
      if (next === -1) return cells;
      at = next + 1;
    }
  }
}

function oddQuotes(line: string): boolean {
  let odd = false;
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) odd = !odd;
  return odd;
}

/** Text of the file, in pieces that end where a line ends. */
async function* linesOf(source: Source, encoding: Encoding, lineEnd: "\n" | "\r"): AsyncGenerator<string> {
  if (encoding !== "utf-8") {
    // One decoder keeps letters whole across pieces; only the UTF-8 path below is worth a shortcut.
    const decoder = new TextDecoder(encoding);
    let rest = "";
    for await (const piece of piecesOf(source)) {
      const text = rest + decoder.decode(piece, { stream: true });
      const end = text.lastIndexOf(lineEnd) + 1;
      if (text.length - end > longestLine) throw new IntakeRefusal("unreadable-letters");
      if (end > 0) yield text.slice(0, end);
      rest = text.slice(end);
    }
    if (rest !== "") yield rest;
    return;
  }
  let carried: Buffer | undefined;
  const mark = lineEnd.charCodeAt(0);
  for await (const piece of piecesOf(source)) {
    const bytes = carried ? Buffer.concat([carried, piece]) : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    const end = bytes.lastIndexOf(mark) + 1;
    if (bytes.byteLength - end > longestLine) throw new IntakeRefusal("unreadable-letters");
    if (end > 0) yield bytes.toString("utf8", 0, end);
    carried = end < bytes.byteLength ? Buffer.from(bytes.subarray(end)) : undefined;
  }
  if (carried) yield carried.toString("utf8");
}

/**
 * The rows of a CSV file, in batches, numbered as a spreadsheet would show them. Blank lines are counted and left out.
 *
 * Cutting is by hand: a general parser costs more than all checks of the row together, and lines without quotation
 * marks, nearly all of them, need no more than a split.
 */
export async function* csvRows(source: Source, dialect: Dialect): AsyncGenerator<Row[]> {
  const { delimiter, encoding, lineEnd } = dialect;
  let number = 0;
  let open: string[] = [];
  let openLetters = 0;
  let first = true;

  for await (const piece of linesOf(source, encoding, lineEnd)) {
    const text = first && piece.charCodeAt(0) === 0xfeff ? piece.slice(1) : piece;
    const lines = text.split(lineEnd);
    if (lines.at(-1) === "") lines.pop();
    const rows: Row[] = [];
    const take = (line: string, broken?: true) => {
      number++;
      const plain = line.charCodeAt(line.length - 1) === 13 ? line.slice(0, -1) : line;
      const isHint = number === 1 && dialect.namesSeparator;
      if (isHint || plain === "") return;
      rows.push(broken ? { number, cells: plain.split(delimiter), broken } : { number, cells: cutLine(plain, delimiter) });
    };
    const giveUp = () => {
      const [stray = "", ...others] = open;
      open = [];
      openLetters = 0;
      take(stray, true);
      for (const line of others) put(line);
    };
    const put = (line: string) => {
      if (open.length === 0) {
        if (!line.includes('"') || !oddQuotes(line)) take(line);
        else {
          open = [line];
          openLetters = line.length;
        }
        return;
      }
      open.push(line);
      openLetters += line.length;
      if (oddQuotes(line)) {
        const whole = open.join("\n");
        open = [];
        take(whole);
      } else if (open.length > longestQuote.lines || openLetters > longestQuote.letters) giveUp();
    };
    for (const line of lines) put(line);
    first = false;
    if (rows.length > 0) yield rows;
  }
  if (open.length > 0) {
    const [stray = "", ...others] = open;
    const rows: Row[] = [{ number: number + 1, cells: stray.split(delimiter), broken: true }];
    others.forEach((line, i) => rows.push({ number: number + 2 + i, cells: line.split(delimiter), ...(line.includes('"') ? { broken: true as const } : {}) }));
    yield rows;
  }
}
