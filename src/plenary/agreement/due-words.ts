import type { Language } from "#basics";
import { formatDate } from "#basics";
import { readMeetingId } from "../meeting/number.ts";
import type { Due } from "./due.ts";

const ordinals = {
  es: ["primera", "segunda", "tercera", "cuarta", "quinta", "sexta", "séptima", "octava", "novena", "décima"],
  en: ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
} as const satisfies Record<Language, readonly string[]>;
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
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
  ],
} as const satisfies Record<Language, readonly string[]>;

/** Why a due date that somebody typed was not taken. */
export type DueRefusal = "not-understood" | "no-such-day" | "year-out-of-range";

/** Small letters without accents or ordinal signs, single spaces, and without the words that lead up to the day. */
function plain(typed: string): string {
  return typed
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[.,ªº°]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:a mas tardar|antes de|no later than|by|on|at|for|in|para|en|el|la|the)(?: (?:en|el|la|the|on|at|in))* /, "");
}

/** Which plenary a word names. Spanish writes 'primer pleno', 'tercer'; numerals come as 1, 1a, 1ra, 1st. */
function ordinalOf(word: string): number | "last" | "next" | undefined {
  if (["ultima", "ultimo", "last", "final"].includes(word)) return "last";
  if (["proxima", "proximo", "siguiente", "next"].includes(word)) return "next";
  const numeral = /^([1-9]\d?)(?:a|o|ra|ro|da|do|ta|to|ma|mo|va|vo|na|no|er|st|nd|rd|th)?$/.exec(word);
  if (numeral !== null) return Number(numeral[1]);
  const isWord = (ordinal: string) => {
    const bare = plain(ordinal);
    return (
      word === bare || word === bare.replace(/a$/, "o") || (/^(primera|tercera)$/.test(bare) && word === bare.slice(0, -1))
    );
  };
  const index = Math.max(ordinals.es.findIndex(isWord), ordinals.en.findIndex(isWord));
  return index < 0 ? undefined : index + 1;
}

const isYear = (year: number) => year >= 2011 && year <= 2999;
const pad = (number: number) => String(number).padStart(2, "0");

function dateOf(year: number, month: number, day: number): Due | DueRefusal {
  if (!isYear(year)) return "year-out-of-range";
  const date = `${year}-${pad(month)}-${pad(day)}`;
  const instant = new Date(`${date}T00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? { kind: "date", date } : "no-such-day";
}

function monthOf(word: string): number {
  if (word === "setiembre") return 9;
  return (
    Math.max(
      months.es.findIndex((month) => month === word),
      months.en.findIndex((month) => month === word),
    ) + 1
  );
}

function readDay(text: string): Due | DueRefusal | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso !== null) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  if (figures !== null) return dateOf(Number(figures[3]), Number(figures[2]), Number(figures[1]));
  const dayFirst = /^(\d{1,2})(?: o|st|nd|rd|th)?(?: de| of)? ([a-z]+)(?: del?| of)? (\d{4})$/.exec(text);
  const monthFirst = /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/.exec(text);
  const [day, word, year] = dayFirst?.slice(1) ?? [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const month = monthOf(word === undefined ? "" : word);
  return month > 0 ? dateOf(Number(year), month, Number(day)) : undefined;
}

/**
 * Reads by when an agreement is due, as people write it in Spanish or English: 'primera plenaria de 2024', 'próxima
 * plenaria', 'I-2024', '2024-03-31', '31 de marzo de 2024', 'March 31, 2024', 'sin plazo'; nothing means no date.
 *
 * Figures with slashes are day/month/year, as all nine states write them: '03/31/2024' is refused, not turned round.
 * `agreedOn` is the ISO day of the agreement, from which 'next' counts.
 */
export function readDue(typed: string, agreedOn: string): Due | DueRefusal {
  const text = plain(typed);
  if (["", "sin plazo", "sin fecha", "ninguno", "none", "no date", "no due date"].includes(text)) return { kind: "none" };
  const meeting = readMeetingId(text.toUpperCase());
  if (meeting !== undefined) return { kind: "plenary", ...meeting };
  const day = readDay(text);
  if (day !== undefined) return day;
  const noun =
    "(?:reunion plenaria|sesion plenaria|plenaria|reunion|sesion|pleno|plenary meeting|plenary session|plenary|meeting)";
  const named = new RegExp(
    `^([a-z0-9]+) ${noun}(?: (?:de corett|de la corett|of corett))?(?: (?:del? ano|del?|of|in|en)? ?(\\d{4}))?$`,
  ).exec(text);
  const ordinal = ordinalOf(named?.[1] ?? "");
  const year = named?.[2] === undefined ? undefined : Number(named[2]);
  if (ordinal === undefined || (ordinal === "next" ? year !== undefined : year === undefined)) return "not-understood";
  if (ordinal === "next") return { kind: "next-plenary", after: agreedOn };
  return year !== undefined && isYear(year) ? { kind: "plenary", ordinal, year } : "year-out-of-range";
}

/** A due date in words that {@link readDue} understands again: 'primera plenaria de 2024', '31 de marzo de 2024'. */
export function dueWords(due: Due, language: Language): string {
  const es = language === "es";
  switch (due.kind) {
    case "none":
      return es ? "sin plazo" : "no due date";
    case "date":
      return formatDate(due.date, language);
    case "next-plenary":
      return es ? "próxima plenaria" : "next plenary";
    case "plenary": {
      const last = es ? "última" : "last";
      const word =
        due.ordinal === "last" ? last : (ordinals[language][due.ordinal - 1] ?? (es ? `${due.ordinal}.ª` : `${due.ordinal}th`));
      return es ? `${word} plenaria de ${due.year}` : `${word} plenary of ${due.year}`;
    }
  }
}
