import { keptTypes } from "./deposit.ts";
import { inspectOffice } from "./upload-office.ts";
import { inspectPdf } from "./upload-pdf.ts";
import type { UploadRefusal } from "./upload-refusal.ts";

/** A file as somebody sent it. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the sender's browser says that it is; often empty, and never believed alone. */
  readonly declaredType: string;
  /** Bytes. */
  readonly maxBytes: number;
}

/** The kinds that are taken, by the ending of their names. */
const kinds = {
  pdf: "pdf",
  docx: "docx",
  xlsx: "xlsx",
  pptx: "pptx",
  png: "png",
  jpg: "jpeg",
  jpeg: "jpeg",
  txt: "text",
} as const satisfies Record<string, keyof typeof keptTypes>;
type Kind = (typeof kinds)[keyof typeof kinds];

const programs = /^(exe|com|scr|msi|bat|cmd|ps1|psm1|vbs|vbe|js|mjs|jse|wsf|wsh|hta|lnk|jar|apk|dll|sh|app|dmg|iso|img|py|pif|cpl|reg|url)$/;
const withMacros = /^(docm|dotm|xlsm|xltm|xlam|xlsb|pptm|potm|ppsm|ppam)$/;

/**
 * Decides whether a document, a piece of evidence or a report that somebody sends may be kept: its media type, or the word for
 * why not (`uploadRefusalText` has the sentence). Content must be what the name claims; nothing that runs is taken.
 */
export async function acceptUpload(upload: Upload): Promise<{ readonly mediaType: string } | { readonly refusal: UploadRefusal }> {
  const { bytes, maxBytes } = upload;
  if (bytes.byteLength === 0) return { refusal: "empty" };
  if (bytes.byteLength > maxBytes) return { refusal: "too-big" };
  const claimed = claimedKind(upload.name);
  const found = foundKind(bytes);
  // What must never come in is named as what it is, whichever of the two betrays it.
  if (isRefusal(claimed)) return { refusal: claimed === "kind-unknown" && isRefusal(found) ? found : claimed };
  if (isRefusal(found)) return { refusal: found };
  if (found !== (claimed === "docx" || claimed === "xlsx" || claimed === "pptx" ? "zip" : claimed)) return { refusal: "not-what-it-says" };
  const refusal = declaredRefusal(upload.declaredType, claimed) ?? (await inspect(claimed, bytes));
  return refusal === undefined ? { mediaType: keptTypes[claimed] } : { refusal };
}

async function inspect(kind: Kind, bytes: Uint8Array): Promise<UploadRefusal | undefined> {
  if (kind === "pdf") return inspectPdf(bytes);
  if (kind === "docx" || kind === "xlsx" || kind === "pptx") return inspectOffice(bytes, kind);
  return undefined;
}

const isRefusal = (word: Kind | "zip" | UploadRefusal): word is UploadRefusal => word !== "zip" && !(word in keptTypes);

function claimedKind(name: string): Kind | UploadRefusal {
  const ending = /\.([a-z0-9]+)\s*$/i.exec(name.replace(/[\p{Cc}\p{Cf}]/gu, ""))?.[1]?.toLowerCase() ?? "";
  if (Object.hasOwn(kinds, ending)) return kinds[ending as keyof typeof kinds]; // hasOwn has just told
  if (programs.test(ending)) return "program";
  if (withMacros.test(ending)) return "macros";
  if (/^(html?|xhtml|mht|mhtml|php)$/.test(ending)) return "web-page";
  if (/^svgz?$/.test(ending)) return "drawing";
  if (/^(doc|xls|ppt|dot|pps)$/.test(ending)) return "old-office";
  return "kind-unknown";
}

/** What programs begin with: Windows, Linux, scripts, Java, macOS, and shortcuts of Windows. */
const programMarks = ["MZ", "\x7fELF", "#!", "\xca\xfe\xba\xbe", "\xfe\xed\xfa", "\xce\xfa\xed\xfe", "\xcf\xfa\xed\xfe", "L\0\0\0\x01\x14\x02\0"];

/** What the content is, by the bytes it begins with. */
function foundKind(bytes: Uint8Array): Kind | "zip" | UploadRefusal {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString("latin1");
  if (head.startsWith("%PDF-")) return "pdf";
  if (head.startsWith("PK\x03\x04")) return "zip";
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return head.startsWith("IHDR", 12) ? "png" : "damaged";
  if (head.startsWith("\xff\xd8\xff")) return "jpeg";
  if (head.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return "old-office";
  if (programMarks.some((mark) => head.startsWith(mark))) return "program";
  return textKind(bytes);
}

function textKind(bytes: Uint8Array): "text" | UploadRefusal {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return "unreadable-text";
  }
  if (/[^\P{Cc}\t\n\v\f\r]/u.test(text)) return "unreadable-text"; // control signs other than breaks: no text has them
  const begin = text.slice(0, 4096).replaceAll(/<!--[\s\S]*?(-->|$)/g, "").trimStart();
  if (/<svg[\s>]/i.test(begin)) return "drawing";
  return /^<(!doctype|html|head|body|script|iframe|meta|\?xml|\?php|a\s|img\s|table|div|p>)/i.test(begin) || /<(script|html|iframe)[\s>]/i.test(begin)
    ? "web-page"
    : "text";
}

/** A browser that calls it a page, a drawing or a program, or another of our kinds, is believed against it. */
function declaredRefusal(declared: string, claimed: Kind): UploadRefusal | undefined {
  const type = declared.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === keptTypes[claimed]) return undefined;
  if (/html/.test(type)) return "web-page";
  if (type === "image/svg+xml") return "drawing";
  if (/(msdownload|x-executable|x-sh|javascript|x-msdos|java-archive)/.test(type)) return "program";
  if (/macroenabled/.test(type)) return "macros";
  const others: readonly string[] = Object.values(keptTypes);
  return others.includes(type) ? "not-what-it-says" : undefined;
}
