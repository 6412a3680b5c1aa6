import type { Language } from "#basics";
import type { Of } from "../member.ts";

/** The address of a submission, or of a part of it. */
export function submissionAddress(language: Language, of: Of, part = ""): string {
  return `/${language}/workspace/collections/${of.collection}/${of.country}${part === "" ? "" : `/${part}`}`;
}
