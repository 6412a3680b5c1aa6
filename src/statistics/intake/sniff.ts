import { IntakeRefusal, type RefusalCode } from "./refusal.ts";

function startsWith(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

function latin(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.byteLength)).toString("latin1");
}

/** What the content of other kinds of files begins with. Extensions lie: web pages are often sent as '.xls'. */
function foreign(head: Uint8Array): RefusalCode | undefined {
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) return "old-excel";
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47) || startsWith(head, 0xff, 0xd8, 0xff) || startsWith(head, 0x42, 0x4d)) return "picture";
  const text = latin(head, 2048).replace(/^\xef\xbb\xbf/, "").trimStart();
  if (text.startsWith("%PDF")) return "pdf";
  if (/^GIF8[79]a|^II\*\0|^MM\0\*|^RIFF....WEBP/.test(text)) return "picture";
  if (/^<(!doctype html|html|head|body|table|meta|style)\b/i.test(text)) return "web-page";
  if (/^<\?xml|^<svg/i.test(text)) return /<html/i.test(text) ? "web-page" : "other-document";
  if (/^\{\\rtf|^[[{]\s*["[{]|^7z\xbc\xaf|^Rar!|^\x1f\x8b|^MZ|^\x7fELF|^SQLite/.test(text)) return "other-document";
  return undefined;
}

/** Tells a workbook from a CSV by content and refuses everything else by what it is. */
export function sniff(head: Uint8Array): "zip" | "text" {
  if (head.byteLength === 0) throw new IntakeRefusal("empty");
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06)) return "zip";
  const refused = foreign(head);
  if (refused) throw new IntakeRefusal(refused);
  return "text";
}
