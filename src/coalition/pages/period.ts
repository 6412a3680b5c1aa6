import { type Language, formatDate } from "#basics";
import { coalitionOrganWords } from "#words";
import type { Term } from "../term.ts";

/** A term's days in words: a whole year by its number, and what the source leaves open said as open. */
export function periodText(term: Pick<Term, "from" | "until" | "isEndUnknown" | "precision">, language: Language): string {
  const words = coalitionOrganWords[language];
  if (term.precision === "year") return words.yearPeriod(term.from.slice(0, 4));
  const from = formatDate(term.from, language);
  if (term.isEndUnknown) return words.endUnknown(from);
  return term.until === undefined ? words.fromOn(from) : words.fromTo(from, formatDate(term.until, language));
}
