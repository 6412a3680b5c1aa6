import type { Language } from "#basics";
import { type Grouping, countWords } from "#charts";

const numerals = {
  es: ["ninguna", "una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"],
  en: ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
} as const;

const months = {
  es: [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
} as const;

/** An ISO day as a sentence writes it: '5 de septiembre de 2022', '5 September 2022'. */
export function dayWords(iso: string, language: Language): string {
  const [year = "", month = "1", day = "1"] = iso.slice(0, 10).split("-");
  const name = months[language][Number(month) - 1];
  return language === "es" ? `${Number(day)} de ${name} de ${year}` : `${Number(day)} ${name} ${year}`;
}

/** How the area writes thousands. Costa Rica and the region separate with a space in Spanish, as the Academy asks. */
export function groupingOf(area: string, language: Language): Grouping {
  return language === "es" && (area === "CRI" || area === "_R") ? "space" : "comma";
}

/** First letter large, as a sentence begins. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** First letter small, for a label inside a sentence. */
export function inner(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** The country after 'de' or 'of': 'la República Dominicana', 'the Dominican Republic'. */
export function countryInside(code: string, name: string, language: Language): string {
  if (code !== "DOM") return name;
  return language === "es" ? `la ${name}` : `the ${name}`;
}

/** A list in a sentence: 'a, b y c'. */
export function listed(names: readonly string[], language: Language): string {
  if (names.length < 2) return names.join("");
  const last = names.at(-1) ?? "";
  const and = language === "es" ? (/^h?i[^aeou]/i.test(last) ? "e" : "y") : "and";
  return `${names.slice(0, -1).join(", ")} ${and} ${last}`;
}

/** A number of persons in words up to ten ('siete'), in figures beyond. */
export function numeral(count: number, language: Language, grouping: Grouping): string {
  return numerals[language][count] ?? countWords(count, grouping);
}

/** Whom a sentence speaks of, and whether its verb stands in the singular. */
export interface Subject {
  readonly words: string;
  readonly singular: boolean;
}

/**
 * A share as people say it: 'Siete de cada diez', 'Casi la mitad', 'Todas'; the page has said of whom. Below thirty
 * persons a share would pretend precision, so both counts are said; without an exact whole, the count alone. Both numbers
 * must be printed in the release.
 */
export function shareSubject(part: number, whole: number | undefined, language: Language, grouping: Grouping): Subject {
  const es = language === "es";
  if (whole === undefined) return { words: sentence(numeral(part, language, grouping)), singular: part === 1 };
  if (part === whole) return { words: es ? "Todas" : "All of them", singular: false };
  if (whole < 30) {
    return {
      words: sentence(
        `${numeral(part, language, grouping)} ${es ? "de" : "of"} ${countWords(whole, grouping)} ${es ? "personas" : "people"}`,
      ),
      singular: part === 1,
    };
  }
  const tenths = (part / whole) * 10;
  const nearest = Math.round(tenths);
  if (nearest >= 10) return { words: es ? "Casi todas" : "Nearly all of them", singular: false };
  if (nearest === 0) return { words: es ? "Menos de una de cada diez" : "Fewer than one in ten", singular: es };
  const near =
    Math.abs(tenths - nearest) < 0.12 ? "" : tenths < nearest ? (es ? "casi " : "nearly ") : es ? "más de " : "more than ";
  if (nearest === 5) return { words: sentence(es ? `${near}la mitad` : `${near}half`), singular: false };
  const tens = numerals[language][nearest];
  return {
    words: sentence(es ? `${near}${tens} de cada diez` : `${near}${tens} in ten`),
    singular: es && nearest === 1 && near !== "más de ",
  };
}
