import { fontFaces, furtherFaces } from "./fonts.server.ts";

/** Signs that the text face lacks and Typst's own serif has; a test typesets each of them under the archive's standard. */
export const signs = "‑→←↑↓↔≥≤≠≈№‰√∞□■●○\ufffd";

let coverage: readonly ReadonlySet<number>[] | undefined;

/** The code points of the text faces, one set for each, since a letter and its marks must come from one face. */
function covered(): readonly ReadonlySet<number>[] {
  coverage ??= [coveredBy("Source Sans 3"), coveredBy("Source Sans 3 Extended"), signSet];
  return coverage;
}

/** What every weight and slope of a family can show. */
function coveredBy(family: string): ReadonlySet<number> {
  const faces = [...fontFaces(), ...furtherFaces()].filter((face) => face.family === family);
  return faces.map((face): ReadonlySet<number> => charactersOf(face.truetype)).reduce((all, face) => all.intersection(face));
}

const signSet: ReadonlySet<number> = new Set(Array.from(signs, (sign) => sign.codePointAt(0) ?? 0));

/** The code points that a TrueType face has letters for. Source: OpenType 'cmap', formats 4 and 12. */
function charactersOf(face: Buffer): Set<number> {
  const found = new Set<number>();
  const tables = Array.from({ length: face.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const entry = tables.find((at) => face.toString("latin1", at, at + 4) === "cmap");
  if (entry === undefined) return found;
  const cmap = face.readUInt32BE(entry + 8);
  for (let index = 0; index < face.readUInt16BE(cmap + 2); index += 1) {
    const table = cmap + face.readUInt32BE(cmap + 4 + 8 * index + 4);
    const format = face.readUInt16BE(table);
    if (format === 12)
      for (let group = 0; group < face.readUInt32BE(table + 12); group += 1) {
        const at = table + 16 + 12 * group;
        for (let code = face.readUInt32BE(at); code <= face.readUInt32BE(at + 4); code += 1) found.add(code);
      }
    if (format === 4) {
      const doubled = face.readUInt16BE(table + 6);
      for (let segment = 0; segment < doubled; segment += 2) {
        const end = face.readUInt16BE(table + 14 + segment);
        const start = face.readUInt16BE(table + 16 + doubled + segment);
        const shift = face.readUInt16BE(table + 16 + 2 * doubled + segment);
        const range = table + 16 + 3 * doubled + segment;
        const offset = face.readUInt16BE(range);
        for (let code = start; code <= end && code < 0xffff; code += 1) {
          const glyph = offset === 0 ? code + shift : face.readUInt16BE(range + offset + 2 * (code - start));
          if (glyph % 0x10000 !== 0) found.add(code);
        }
      }
    }
  }
  return found;
}

const graphemes = new Intl.Segmenter("es", { granularity: "grapheme" });

/** What a text loses on paper: as it can be printed, and the code points ('U+1F600') that stand as � in it. */
export interface Printed {
  readonly text: string;
  readonly lost: readonly string[];
}

/**
 * Makes a text printable with the bundled faces.
 *
 * The archive's standard refuses a file with a letter that no face has, and a text must not be able to stop an act from being
 * archived. So what cannot be shown becomes one � for each character the reader would have seen, and is reported, never dropped
 * in silence. Left out without report: control characters and invisible signs of direction and joining, which could make the
 * print say something other than the text. A word longer than `room` letters may break after every tenth, so that it stays on
 * the page; shorter ones, a fingerprint of 64 digits among them, and addresses stay whole for those who copy them.
 */
export function printable(text: string, room = 66): Printed {
  const lost = new Set<string>();
  const shown = Array.from(graphemes.segment(clean(text)), ({ segment }) => {
    if (segment === "\n") return segment;
    const visible = segment.replaceAll(/(?![\u00ad\u200b])\p{Default_Ignorable_Code_Point}/gu, "");
    const codes = Array.from(visible, (letter) => letter.codePointAt(0) ?? 0);
    if (covered().some((face) => codes.every((code) => face.has(code)))) return visible;
    if (/^\p{Zs}$/u.test(visible)) return " ";
    lost.add(codes.map(codeName).join("+"));
    return "\ufffd";
  }).join("");
  const broken = shown.replaceAll(/[^\s\u200b]+/gu, (word) =>
    word.length <= room || (room >= 66 && word.length < 300 && /^https?:\/\//.test(word))
      ? word
      : word.replaceAll(/.{10}(?=.)/gu, "$&\u200b"),
  );
  return { text: broken, lost: [...lost] };
}

const codeName = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;

/**
 * A text that both files can hold: composed letters, line feeds only, no control characters, no half characters, none of the
 * invisible signs that turn or hide text (soft hyphens and thin spaces stay).
 */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(/\r\n?|[\u2028\u2029\u0085\v\f]/gu, "\n")
    .replaceAll("\t", " ")
    .replaceAll(/(?!\n)\p{Cc}|[\ufffe\uffff]|[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]/gu, "");
}
