const dangerous = /^'*[=+\-@\t\r]/;
const neutralised = /^'+[=+\-@\t\r]/;

/**
 * Text that no spreadsheet takes for a formula: what begins like one gets an apostrophe in front. `plainText` undoes it,
 * so that a file can travel out and back without change. Numbers of ours are written as numbers and pass by this rule.
 */
export function neutralText(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** The text as it was before `neutralText`. */
export function plainText(text: string): string {
  return neutralised.test(text) ? text.slice(1) : text;
}
