import * as yauzl from "yauzl";
import { IntakeRefusal } from "./refusal.ts";
import { type Source, limits, refuseTooBig } from "./source.ts";

/** A zip file whose sizes were checked before anything was inflated. Part names are unique. */
export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Inflated pieces of one part; a part that is longer than it declared is refused on the way. */
  pieces(name: string): AsyncGenerator<Uint8Array>;
  /** One small part as text; refused beyond `limit` bytes. */
  text(name: string, limit?: number): Promise<string>;
  close(): void;
}

const damaged = (cause: unknown) => (cause instanceof IntakeRefusal ? cause : new IntakeRefusal("damaged", {}, [], cause));

async function openZip(source: Source): Promise<yauzl.ZipFile> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true };
  try {
    if ("path" in source) return await yauzl.openPromise(source.path, options);
    const { buffer, byteOffset, byteLength } = source.bytes;
    return await yauzl.fromBufferPromise(Buffer.from(buffer, byteOffset, byteLength), options);
  } catch (cause) {
    throw damaged(cause);
  }
}

/**
 * Reads the directory of the zip file and refuses a bomb by what the directory admits: too many parts, too large when
 * inflated, or swelling more than 250-fold. A directory that lies is caught while inflating.
 */
async function directoryOf(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  if (zip.entryCount > limits.entries) throw new IntakeRefusal("too-big-inside");
  let inflated = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      inflated += entry.uncompressedSize;
      const swells = entry.uncompressedSize > 20_000_000 && entry.uncompressedSize > 250 * entry.compressedSize;
      if (inflated > limits.inflatedBytes || swells) throw new IntakeRefusal("too-big-inside");
      if (entry.isEncrypted() || entries.has(entry.fileName)) throw new IntakeRefusal("damaged");
      entries.set(entry.fileName, entry);
    }
  } catch (cause) {
    throw damaged(cause);
  }
  return entries;
}

/** Opens a zip file safely; whatever is wrong with it ends in an `IntakeRefusal`. */
export async function openArchive(source: Source): Promise<Archive> {
  await refuseTooBig(source, limits.workbookBytes);
  const zip = await openZip(source);
  // A later failure of the underlying reader also reaches the stream that asked; without a listener it would end the process.
  zip.on("error", () => undefined);
  let entries: Map<string, yauzl.Entry>;
  try {
    entries = await directoryOf(zip);
  } catch (cause) {
    zip.close();
    throw cause;
  }

  async function* pieces(name: string): AsyncGenerator<Uint8Array> {
    const entry = entries.get(name);
    if (!entry) throw new IntakeRefusal("damaged");
    try {
      const stream = await zip.openReadStreamPromise(entry);
      for await (const piece of stream) yield piece as Uint8Array; // yauzl's streams give buffers
    } catch (cause) {
      throw damaged(cause);
    }
  }

  async function text(name: string, limit = 8_000_000): Promise<string> {
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const piece of pieces(name)) {
      length += piece.byteLength;
      if (length > limit) throw new IntakeRefusal("too-big-inside");
      parts.push(piece);
    }
    return xmlDecoder(parts[0]).decode(Buffer.concat(parts));
  }

  return { names: [...entries.keys()], has: (name) => entries.has(name), pieces, text, close: () => zip.close() };
}

/** The decoder of an XML part: UTF-8, or UTF-16 when it begins with that mark. */
export function xmlDecoder(head: Uint8Array | undefined): TextDecoder {
  if (head?.[0] === 0xff && head[1] === 0xfe) return new TextDecoder("utf-16le");
  if (head?.[0] === 0xfe && head[1] === 0xff) return new TextDecoder("utf-16be");
  return new TextDecoder("utf-8");
}
