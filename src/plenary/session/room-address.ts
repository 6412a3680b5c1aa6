import type { Language } from "#basics";

/** The address at which a meeting's screens listen, below the site's root; the same in both languages. */
export function roomAddress(meeting: string): string {
  return `/live/meetings/${meeting}`;
}

/** The address of a delegate's telephone view of a meeting. */
export function roomPage(language: Language, meeting: string): string {
  return `/${language}/workspace/meetings/${meeting}/room`;
}

/** The address of the projector's screen of a meeting. */
export function screenPage(language: Language, meeting: string): string {
  return `/${language}/workspace/meetings/${meeting}/screen`;
}
