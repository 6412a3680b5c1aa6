import type { Language } from "./language.ts";

const locale = { es: "es-419", en: "en-GB" } as const satisfies Record<Language, string>;

/**
 * A day in words: '5 de septiembre de 2022', '5 September 2022'.
 *
 * A text of the form 2022-09-05 is a calendar day and means the same day everywhere; an instant is told in `timeZone`,
 * by default that of Guatemala, which most of the member states share.
 */
export function formatDate(day: Date | string, language: Language, timeZone = "America/Guatemala"): string {
  const isCalendarDay = typeof day === "string" && /^\d{4}-\d{2}-\d{2}$/.test(day);
  return new Intl.DateTimeFormat(locale[language], {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: isCalendarDay ? "UTC" : timeZone,
  }).format(new Date(day));
}

/** An instant in words with its hour: '5 de septiembre de 2022, 14:30'. Hours run to 24. */
export function formatInstant(instant: Date | string, language: Language, timeZone = "America/Guatemala"): string {
  const hour = new Intl.DateTimeFormat(locale[language], {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(new Date(instant));
  return `${formatDate(new Date(instant), language, timeZone)}, ${hour}`;
}
