import * as yauzl from "yauzl";
import type { UploadRefusal } from "./upload-refusal.ts";

/** What an Office document may hold at most: parts, bytes when unpacked, and how many times it may swell. */
const limits = { parts: 5_000, inflatedBytes: 300_000_000, swelling: 250, partBytes: 4_000_000, relations: 500 } as const;

const mainPart = { docx: "word/document.xml", xlsx: "xl/workbook.xml", pptx: "ppt/presentation.xml" } as const;
const mainType = {
  docx: "wordprocessingml.document.main+xml",
  xlsx: "spreadsheetml.sheet.main+xml",
  pptx: "presentationml.presentation.main+xml",
} as const;

/**
 * Whether a Word, Excel or PowerPoint document can be kept: the parts that make it one are there, it is no bomb, and it holds no
 * macro, no packed object, and no template that it fetches from elsewhere.
 */
export async function inspectOffice(bytes: Uint8Array, kind: keyof typeof mainPart): Promise<UploadRefusal | undefined> {
  let zip: yauzl.ZipFile;
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    zip = await yauzl.fromBufferPromise(buffer, { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true });
  } catch {
    return "damaged";
  }
  // A later failure of the underlying reader also reaches the stream that asked; without a listener it would end the process.
  zip.on("error", () => undefined);
  try {
    return await inspectParts(zip, kind);
  } catch {
    return "damaged";
  } finally {
    zip.close();
  }
}

async function inspectParts(zip: yauzl.ZipFile, kind: keyof typeof mainPart): Promise<UploadRefusal | undefined> {
  const parts = new Map<string, yauzl.Entry>();
  if (zip.entryCount > limits.parts) return "too-big-inside";
  let inflated = 0;
  for await (const entry of zip.eachEntry()) {
    inflated += entry.uncompressedSize;
    const swells = entry.uncompressedSize > 20_000_000 && entry.uncompressedSize > limits.swelling * entry.compressedSize;
    if (inflated > limits.inflatedBytes || swells) return "too-big-inside";
    const name = entry.fileName.toLowerCase(); // the parts of a package are the same whatever their capitals
    if (entry.isEncrypted() || parts.has(name)) return "damaged";
    parts.set(name, entry);
  }
  const refused = refusedName([...parts.keys()]);
  if (refused) return refused;
  const types = parts.get("[content_types].xml");
  if (!types || !parts.has(mainPart[kind])) return "not-what-it-says";
  const listed = await textOf(zip, types);
  if (/macroenabled|vbaproject|ms-office\.activex|macrosheet/i.test(listed)) return "macros";
  if (/oleobject/i.test(listed)) return "file-inside";
  if (!listed.includes(mainType[kind])) return "not-what-it-says";
  const relations = [...parts].filter(([name]) => name.endsWith(".rels"));
  if (relations.length > limits.relations) return "too-big-inside";
  for (const [, entry] of relations) if (fetchesInstructions(await textOf(zip, entry))) return "macros";
  return undefined;
}

function refusedName(names: readonly string[]): UploadRefusal | undefined {
  if (names.some((name) => /(^|\/)vba(project|data)|\/macrosheets\/|\/dialogsheets\/|\/activex\//.test(name))) return "macros";
  if (names.some((name) => /oleobject|\.(exe|dll|js|vbs|bat|cmd|ps1|scr|hta|html?|jar|lnk|msi)$/.test(name))) return "file-inside";
  return undefined;
}

/** A template, an object or a frame that stands elsewhere brings instructions that nobody here has seen. */
function fetchesInstructions(relations: string): boolean {
  return relations.split("<").some(
    (each) => /^(\w+:)?relationship\b/i.test(each) && /targetmode\s*=\s*["']external/i.test(each) && /\/(attachedtemplate|oleobject|frame|subdocument|externallinkpath|control)["']/i.test(each),
  );
}

async function textOf(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<string> {
  if (entry.uncompressedSize > limits.partBytes) throw new Error("too long");
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    const bytes = piece as Uint8Array; // yauzl's streams give buffers
    length += bytes.byteLength;
    if (length > limits.partBytes) throw new Error("too long");
    pieces.push(bytes);
  }
  const whole = Buffer.concat(pieces);
  const text = new TextDecoder(whole[0] === 0xff && whole[1] === 0xfe ? "utf-16le" : whole[0] === 0xfe && whole[1] === 0xff ? "utf-16be" : "utf-8").decode(whole);
  // A letter may be written as a number in XML; the disguise is taken off.
  return text.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : " ";
  });
}
