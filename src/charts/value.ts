import type { Language, Text } from "#basics";
import { type Grouping, countWords } from "./number.ts";

/**
 * What a chart may draw for one mark: an exact count, a sum known as an interval, a cell hidden by this release or by
 * its own source, or the reason for a gap. A protected release hands its cells over as they are.
 */
export type ChartValue =
  | { readonly kind: "observed"; readonly count: number }
  | { readonly kind: "range"; readonly lo: number; readonly hi: number }
  | { readonly kind: "protected" }
  | { readonly kind: "source" }
  | { readonly kind: "absent"; readonly absence: "not-collected" | "not-available" | "not-applicable" };

const words = {
  protected: { es: "protegido", en: "protected" },
  source: { es: "reservado en la fuente", en: "withheld at source" },
  "not-collected": { es: "no se recopila", en: "not collected" },
  "not-available": { es: "no informado", en: "not reported" },
  "not-applicable": { es: "no aplica", en: "not applicable" },
} satisfies Record<string, Text>;

/** The value in words, as it stands beside its bar and in its table: '1,025', 'entre 816 y 820', 'protegido'. */
export function valueWords(value: ChartValue, language: Language, grouping: Grouping): string {
  switch (value.kind) {
    case "observed":
      return countWords(value.count, grouping);
    case "range": {
      const [lo, hi] = [countWords(value.lo, grouping), countWords(value.hi, grouping)];
      return language === "es" ? `entre ${lo} y ${hi}` : `${lo} to ${hi}`;
    }
    case "protected":
    case "source":
      return words[value.kind][language];
    case "absent":
      return words[value.absence][language];
  }
}

/** The value in as few letters as it can be said, for narrow places; the table beside it has all the words. */
export function briefWords(value: ChartValue, language: Language, grouping: Grouping): string {
  if (value.kind === "range") return `${countWords(value.lo, grouping)}–${countWords(value.hi, grouping)}`;
  if (value.kind === "source") return language === "es" ? "reservado" : "withheld";
  if (value.kind === "absent") return language === "es" ? "sin dato" : "no figure";
  return valueWords(value, language, grouping);
}

/** The largest number the value can stand for, for the scale; nothing for a hidden or missing one. */
export function upperEnd(value: ChartValue): number | undefined {
  if (value.kind === "observed") return value.count;
  return value.kind === "range" ? value.hi : undefined;
}

/** Tells whether the value is hidden, by the release or by its source. */
export function isHidden(value: ChartValue): boolean {
  return value.kind === "protected" || value.kind === "source";
}

/** The largest number among the values, at least 1, so that a scale from zero always has a length. */
export function largest(values: Iterable<ChartValue>): number {
  let most = 1;
  for (const value of values) most = Math.max(most, upperEnd(value) ?? 0);
  return most;
}
