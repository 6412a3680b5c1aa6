import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inflateSync } from "node:zlib";

/** A font face that documents and pictures may use, bundled with the platform so that no machine's own fonts matter. */
export interface FontFace {
  readonly family: "Source Sans 3" | "Source Serif 4";
  readonly weight: 400 | 600;
  /** The face as TrueType, as typesetter and rasterizer want it. */
  readonly truetype: Buffer;
  /** The same face as WOFF2, small enough to travel inside an SVG file. */
  readonly woff2: Buffer;
}

const require = createRequire(import.meta.url);
const wanted = [
  ["Source Sans 3", "source-sans-3", 400],
  ["Source Sans 3", "source-sans-3", 600],
  ["Source Serif 4", "source-serif-4", 400],
  ["Source Serif 4", "source-serif-4", 600],
] as const;

let loaded: readonly FontFace[] | undefined;

/** The four faces of the coalition's documents, read once a process. Latin only: Spanish, English, and the region's names. */
export function fontFaces(): readonly FontFace[] {
  loaded ??= wanted.map(([family, folder, weight]) => {
    const file = `@fontsource/${folder}/files/${folder}-latin-${weight}-normal`;
    return {
      family,
      weight,
      truetype: truetypeOf(readFileSync(require.resolve(`${file}.woff`)), family),
      woff2: readFileSync(require.resolve(`${file}.woff2`)),
    };
  });
  return loaded;
}

/**
 * Unpacks a WOFF 1.0 file into the TrueType font inside it, under the family name given.
 *
 * The packages ship web fonts only, and neither Typst nor resvg reads those; WOFF is a table directory with zlib streams.
 * The name table is replaced, because the packaged weights call themselves families of their own ('Source Sans 3
 * SemiBold') and a lookup by family and weight would miss them. Source: W3C WOFF 1.0; OpenType 'name' table, format 0.
 */
export function truetypeOf(woff: Buffer, family: string): Buffer {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("Not a WOFF file");
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const entry = 44 + 20 * index;
    const tag = woff.toString("latin1", entry, entry + 4);
    const offset = woff.readUInt32BE(entry + 4);
    const packed = woff.subarray(offset, offset + woff.readUInt32BE(entry + 8));
    const length = woff.readUInt32BE(entry + 12);
    if (tag === "name") return { tag, data: nameTable(family) };
    return { tag, data: packed.length < length ? inflateSync(packed) : packed };
  });
  const power = 2 ** Math.floor(Math.log2(count));
  const header = Buffer.alloc(12 + 16 * count);
  header.writeUInt32BE(woff.readUInt32BE(4), 0);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((count - power) * 16, 10);
  let offset = header.length;
  const bodies = tables.map(({ tag, data }, index) => {
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    const at = 12 + 16 * index;
    header.write(tag, at, "latin1");
    header.writeUInt32BE(checksum(padded), at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(data.length, at + 12);
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([header, ...bodies]);
}

function checksum(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

/** Family, sub-family, full and PostScript name, for Windows in English; the weight is told by the OS/2 table. */
function nameTable(family: string): Buffer {
  const names: readonly (readonly [number, string])[] = [
    [1, family],
    [2, "Regular"],
    [4, family],
    [6, family.replaceAll(" ", "")],
  ];
  const strings = names.map(([, name]) => Buffer.from(name, "utf16le").swap16());
  const header = Buffer.alloc(6 + 12 * names.length);
  header.writeUInt16BE(names.length, 2);
  header.writeUInt16BE(header.length, 4);
  let offset = 0;
  names.forEach(([id], index) => {
    const length = strings[index]?.length ?? 0;
    [3, 1, 0x409, id, length, offset].forEach((field, place) => header.writeUInt16BE(field, 6 + 12 * index + 2 * place));
    offset += length;
  });
  return Buffer.concat([header, ...strings]);
}

/**
 * Further faces that only typeset documents need: the italics of the text face, and for names from beyond the two
 * languages the same letters with their marks, under a family name of their own, since one family holds one file a weight.
 */
const further = [
  ["Source Sans 3", "source-sans-3", "latin-400-italic"],
  ["Source Sans 3", "source-sans-3", "latin-600-italic"],
  ["Source Sans 3 Extended", "source-sans-3", "latin-ext-400-normal"],
  ["Source Sans 3 Extended", "source-sans-3", "latin-ext-600-normal"],
  ["Source Sans 3 Extended", "source-sans-3", "latin-ext-400-italic"],
  ["Source Sans 3 Extended", "source-sans-3", "latin-ext-600-italic"],
  ["Source Serif 4 Extended", "source-serif-4", "latin-ext-400-normal"],
  ["Source Serif 4 Extended", "source-serif-4", "latin-ext-600-normal"],
] as const;

let loadedFurther: readonly { readonly family: string; readonly truetype: Buffer }[] | undefined;

/** The faces that documents have beside the four: italics, and the letters of the extended Latin alphabet. */
export function furtherFaces(): readonly { readonly family: string; readonly truetype: Buffer }[] {
  loadedFurther ??= further.map(([family, folder, variant]) => ({
    family,
    truetype: truetypeOf(readFileSync(require.resolve(`@fontsource/${folder}/files/${folder}-${variant}.woff`)), family),
  }));
  return loadedFurther;
}
