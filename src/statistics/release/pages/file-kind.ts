import { type Language, isLanguage } from "#basics";
import { REGION } from "../release-data.ts";

/** The forms of an infographic, in the order of print. */
export const infographicForms = ["png", "svg", "a4.pdf", "letter.pdf"] as const;
export type InfographicForm = (typeof infographicForms)[number];

/** A drawing of one area in one language. */
export interface InfographicFile {
  readonly path: string;
  readonly area: string;
  readonly language: Language;
  readonly form: InfographicForm;
}

/** Reads from the path of a release's file which infographic it is; undefined for every other file. */
export function infographicOf(path: string): InfographicFile | undefined {
  const found = /^infographics\/([A-Za-z]+)-(es|en)\.(.+)$/.exec(path);
  const [, word = "", language, ending] = found ?? [];
  const form = infographicForms.find((each) => each === ending);
  if (!isLanguage(language) || form === undefined) return undefined;
  return { path, area: word === "region" ? REGION : word, language, form };
}
