import type { Text } from "#basics";

/** The classes of checks in the order in which they are asked: what comes later means little while an earlier one fails. */
export const findingClasses = ["completeness", "value", "consistency", "plausibility", "mirror"] as const;
export type FindingClass = (typeof findingClasses)[number];

/** Something that a check found in a country's figures, with what to do about it. */
export interface Finding {
  /**
   * The same for the same matter: rule, place, and the numbers it is about. An explanation is tied to it, so that a word
   * about 115 persons does not silence the check once 11,500 stand there.
   */
  readonly key: string;
  readonly class: FindingClass;
  /** An error blocks the submission; a warning asks for a word of explanation. */
  readonly severity: "error" | "warning";
  readonly rule: string;
  /** Addresses of the cells that it is about, the most telling first; empty for the source sheet. */
  readonly cells: readonly string[];
  readonly message: Text;
  readonly mend: Text;
}

/** Writes the key of a finding. `about` are the numbers whose change makes it another matter. */
export function findingKey(rule: string, place: string, about: string | number = ""): string {
  return `${rule}@${place}${about === "" ? "" : `=${about}`}`;
}

/** The classes in words, for the headings of a report. */
export const findingClassWords: Readonly<Record<FindingClass, Text>> = {
  completeness: { es: "¿Está completo?", en: "Is it complete?" },
  value: { es: "¿Cada cifra es posible?", en: "Is each figure possible?" },
  consistency: { es: "¿Las cifras concuerdan entre sí?", en: "Do the figures agree with one another?" },
  plausibility: { es: "¿Es creíble frente a años anteriores?", en: "Is it plausible beside earlier years?" },
  mirror: { es: "¿Pueden contar dos países a las mismas personas?", en: "Could two countries count the same persons?" },
};
