import type { Language } from "#basics";

/** The address of the act's page with a word of what was done, or of one of its pages. */
export function actAddress(language: Language, meeting: string, { part = "", done = "", at = "" } = {}): string {
  return `/${language}/workspace/meetings/${meeting}/act${part === "" ? "" : `/${part}`}${done === "" ? "" : `?act=${done}`}${at === "" ? "" : `#${at}`}`;
}
