import { isUtf8 } from "node:buffer";
import { IntakeRefusal } from "./refusal.ts";
import { type Source, headOf, piecesOf } from "./source.ts";

export type Encoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";

/** How a CSV file is written. */
export interface Dialect {
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** Byte that ends a line: line feed, or carriage return in files of old Macintosh programs. */
  readonly lineEnd: "\n" | "\r";
  /** The first line only names the separator ('sep=;', as Excel writes it) and is not a row of the table. */
  readonly namesSeparator: boolean;
}

/** Bytes at the end of a piece that begin a letter of several bytes and do not end it. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.byteLength; back++) {
    const byte = bytes[bytes.byteLength - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

async function isWholeUtf8(source: Source): Promise<boolean> {
  let carried: Uint8Array = new Uint8Array();
  for await (const piece of piecesOf(source, 1_048_576)) {
    const bytes = carried.byteLength > 0 ? Buffer.concat([carried, piece]) : piece;
    const open = unfinished(bytes);
    if (!isUtf8(bytes.subarray(0, bytes.byteLength - open))) return false;
    carried = Uint8Array.from(bytes.subarray(bytes.byteLength - open));
  }
  return true; // a letter cut off at the very end is a truncated file, not another encoding
}

/**
 * Finds the encoding: by byte-order mark, by the zero bytes of UTF-16, by being valid UTF-8 from end to end, and otherwise
 * Windows-1252, which is what Excel in the region writes as 'CSV'.
 */
async function encodingOf(source: Source, head: Uint8Array): Promise<Encoding> {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  for (let i = 0; i < Math.min(head.byteLength, 4096); i++) if (head[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = Math.min(head.byteLength, 4096) / 2;
  if (odd > half * 0.7 && even < half * 0.05) return "utf-16le";
  if (even > half * 0.7 && odd < half * 0.05) return "utf-16be";
  if (even + odd > 0) throw new IntakeRefusal("unreadable-letters");
  return (await isWholeUtf8(source)) ? "utf-8" : "windows-1252";
}

/** Counts a separator outside quotation marks. */
function separators(line: string, delimiter: string): number {
  let count = 0;
  let quoted = false;
  for (const sign of line) {
    if (sign === '"') quoted = !quoted;
    else if (sign === delimiter && !quoted) count++;
  }
  return count;
}

/** The separator that cuts most lines into the same number of columns. */
function delimiterOf(lines: readonly string[]): string {
  const scores = [";", ",", "\t", "|"].map((delimiter) => {
    const counts = lines.map((line) => separators(line, delimiter)).filter((count) => count > 0);
    const frequency = new Map<number, number>();
    for (const count of counts) frequency.set(count, (frequency.get(count) ?? 0) + 1);
    const [columns = 0, times = 0] = [...frequency].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    return { delimiter, score: times * Math.sqrt(columns) };
  });
  return scores.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ";";
}

/** Reads how a CSV file is written; what is not text is refused. */
export async function dialectOf(source: Source): Promise<Dialect> {
  const head = await headOf(source);
  const encoding = await encodingOf(source, head);
  const text = new TextDecoder(encoding).decode(head).replace(/^\uFEFF/, "");
  const control = text.match(/[\0-\x08\x0e-\x1f\x7f]/g)?.length ?? 0;
  if (control > 2 + text.length / 200) throw new IntakeRefusal("unreadable-letters");
  if (text.trim() === "") throw new IntakeRefusal("empty");

  const lineEnd = text.includes("\r") && !text.includes("\n") ? "\r" : "\n";
  const lines = text.split(lineEnd).slice(0, 60);
  const named = /^sep=(.)\r?$/i.exec(lines[0] ?? "")?.[1];
  // The last line of the head may be cut in the middle.
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  return { encoding, delimiter: named ?? delimiterOf(whole.filter((line) => line.trim() !== "")), lineEnd, namesSeparator: named !== undefined };
}
