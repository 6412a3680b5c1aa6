import type { Language, Text } from "#basics";
import type { Methodology } from "../methodology/methodology.ts";
import type { LabelMapping } from "./label.ts";

/** For whom and what a file is read: the submission it belongs to, and what its country's words mean. */
export interface IntakeContext {
  readonly methodology: Methodology;
  /** ISO 3166-1 alpha-3 and the name of the country that submits. */
  readonly country: { readonly code: string; readonly name: Text };
  readonly year: number;
  /** National words that the country tied to our codes before. */
  readonly mappings: readonly LabelMapping[];
  readonly language: Language;
}
