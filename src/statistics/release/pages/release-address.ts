import type { Language } from "#basics";

/** The address of the pages about a collection's release in the workspace, or of a part of them. */
export function releaseAddress(language: Language, collection: string, part = ""): string {
  return `/${language}/workspace/collections/${collection}/release${part === "" ? "" : `/${part}`}`;
}
