import { inflateSync } from "node:zlib";
import type { UploadRefusal } from "./upload-refusal.ts";

/** Most bytes that the packed objects of one PDF may inflate to, together. */
const inflatedLimit = 100_000_000;
/** Longest description before a packed stream that is looked at, in bytes. */
const descriptionLength = 4000;
/** Most streams in one PDF; a book with a picture on each page has a few thousand. */
const streamLimit = 50_000;

const runs = /\/(JavaScript|Launch|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z0-9])/;
/** Short enough to occur by chance in a picture, and so looked for among objects alone. */
const short = { "active-pdf": /\/JS(?![A-Za-z0-9])/, "file-inside": /\/EF(?![A-Za-z0-9])/ } as const;
const carries = /\/(EmbeddedFiles?|FileAttachment)(?![A-Za-z0-9])/;

/**
 * Whether a PDF can be kept: whole, not encrypted, and with nothing that runs or hides in it. Names written in disguise
 * (`/J#61vaScript`) and objects packed in streams are looked through; what cannot be looked through is refused.
 */
export function inspectPdf(bytes: Uint8Array): UploadRefusal | undefined {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (!raw.slice(-2048).includes("%%EOF")) return "damaged";
  const plain = undisguised(raw);
  if (/\/Encrypt(?![A-Za-z0-9])/.test(plain)) return "locked-pdf";
  const found = suspicion(plain) ?? shortSuspicion(withoutStreams(plain));
  return found ?? inspectPacked(bytes, raw);
}

function suspicion(text: string): UploadRefusal | undefined {
  if (runs.test(text)) return "active-pdf";
  return carries.test(text) ? "file-inside" : undefined;
}

function shortSuspicion(objects: string): UploadRefusal | undefined {
  if (short["active-pdf"].test(objects)) return "active-pdf";
  return short["file-inside"].test(objects) ? "file-inside" : undefined;
}

/** Names with their disguise taken off: any letter of a name may be written as # and two digits. */
function undisguised(text: string): string {
  return text.includes("#") ? text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}

/** What stands between the streams; one pass, however the streams are nested or left open. */
function withoutStreams(text: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const begin = text.indexOf("stream", at);
    const end = begin < 0 ? -1 : text.indexOf("endstream", begin);
    pieces.push(text.slice(at, end < 0 ? text.length : begin));
    at = end < 0 ? text.length : end + "endstream".length;
  }
  return pieces.join(" ");
}

/** Looks into the streams that hold objects; each must be packed in the one way that every writer uses. */
function inspectPacked(bytes: Uint8Array, raw: string): UploadRefusal | undefined {
  let left = inflatedLimit;
  let streams = 0;
  for (const { index, 0: keyword } of raw.matchAll(/(?<!end)stream\r?\n/g)) {
    if ((streams += 1) > streamLimit) return "too-big-inside";
    const before = undisguised(raw.slice(Math.max(0, index - descriptionLength), index));
    const description = before.slice(Math.max(before.lastIndexOf(" obj"), before.lastIndexOf("\nobj"), before.lastIndexOf("endobj")));
    if (!/\/ObjStm(?![A-Za-z0-9])/.test(description) && !/\/First\s+\d/.test(description)) continue;
    if (/\/DecodeParms|\/Filter\s*\[\s*\/\w+\s*\//.test(description) || /\/F\s*[(<]/.test(description)) return "damaged";
    const start = index + keyword.length;
    const end = raw.indexOf("endstream", start);
    if (end < 0) return "damaged";
    let text: string;
    if (/\/FlateDecode/.test(description)) {
      try {
        // The checksum may stand a line break before 'endstream'; zlib stops by itself where its data end.
        text = inflateSync(bytes.subarray(start, end), { maxOutputLength: left }).toString("latin1");
      } catch (fault) {
        return (fault as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? "too-big-inside" : "damaged"; // zlib's own word
      }
    } else if (/\/Filter/.test(description)) return "damaged";
    else text = raw.slice(start, end);
    left -= text.length;
    const inside = undisguised(text);
    const found = suspicion(inside) ?? shortSuspicion(inside);
    if (found) return found;
  }
  return undefined;
}
