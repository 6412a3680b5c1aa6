import type { Language } from "./language.ts";

/** Writes thousands with a thin space, as the Spanish academies and Costa Rican usage ask. */
const thinSpace = "\u202f";

/**
 * A count of persons as a reader of that language and country writes it: '1 025' or '1,025'.
 *
 * Costa Rica groups with a space, the other eight with a comma. A Spanish page of the whole region, with no country,
 * uses the space: it cannot be mistaken for a decimal sign by anyone. Below 10,000 the group is kept, so that columns align.
 */
export function formatCount(count: number, language: Language, country?: string): string {
  const separator = language === "es" && (country === undefined || country === "CRI") ? thinSpace : ",";
  return new Intl.NumberFormat("en", { maximumFractionDigits: 0, useGrouping: "always" })
    .format(count)
    .replaceAll(",", separator)
    .replace("-", "−");
}

/** A share from 0 to 1 as whole per cent: '42 %' in Spanish, '42%' in English. */
export function formatShare(share: number, language: Language): string {
  const percent = Math.round(share * 100);
  return language === "es" ? `${percent}\u00a0%` : `${percent}%`;
}
