/** The two languages of the platform. Spanish leads; English is its equal. */
export const languages = ["es", "en"] as const;
export type Language = (typeof languages)[number];

/** One message or label in both languages. */
export type Text = Readonly<Record<Language, string>>;

/** Tells whether a word from an address or a file names one of the two languages. */
export function isLanguage(word: string | undefined): word is Language {
  return word === "es" || word === "en";
}
