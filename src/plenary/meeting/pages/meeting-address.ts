import type { Language } from "#basics";

/** The address of a meeting's page, or of one of its parts. */
export function meetingAddress(language: Language, meeting: string, part = ""): string {
  return `/${language}/workspace/meetings/${meeting}${part === "" ? "" : `/${part}`}`;
}
