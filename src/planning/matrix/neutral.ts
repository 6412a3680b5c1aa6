const dangerous = /^'*[=+\-@\t\r]/;
const neutralised = /^'+[=+\-@\t\r]/;

/** Text that no spreadsheet takes for a formula: what begins like one gets an apostrophe in front; `plainText` undoes it. */
export function neutralText(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** The text as it was before `neutralText`. */
export function plainText(text: string): string {
  return neutralised.test(text) ? text.slice(1) : text;
}

/** Text as a cell can hold it: line feeds alone, no other control signs, no longer than a cell. */
export function cellText(text: string): string {
  const plain = text
    .normalize("NFC")
    .replaceAll(/\r\n?/g, "\n")
    // Nothing below the space but tab and line feed, no half of a pair, no non-character: XML has no place for them.
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]/g, "")
    .toWellFormed();
  return plain.length > 32_000 ? plain.slice(0, 32_000).toWellFormed() : plain;
}

/** Text in which nothing reads as one of the format's own escapes ('_x000D_'); the reader undoes it by itself. */
export function escapedText(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}
