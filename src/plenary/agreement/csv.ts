/** A cell of CSV that no spreadsheet takes for a formula: a leading sign of one, blanks before it or not, gets an apostrophe. */
export function csvCell(text: string): string {
  const harmless = /^[\s\u00A0\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",;\n\r\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A table as CSV in UTF-8 with the mark by which spreadsheets know it; lines end as RFC 4180 says. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
