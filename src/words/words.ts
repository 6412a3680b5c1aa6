import { type Language, languages } from "#basics";

/** Several texts in their order; of the same number in both languages. Pairs are a heading and its text. */
type Paragraphs = readonly string[] | readonly (readonly [string, string])[];

/** What a message may be: a text, several paragraphs, a text made from values, or a group of messages. */
export interface Messages {
  readonly [key: string]: string | Paragraphs | ((...values: never[]) => string) | Messages;
}

/** The shape that the second language must have: the same keys, and functions that take the same values. */
export type SameMessages<M> = {
  readonly [K in keyof M]: M[K] extends string
    ? string
    : M[K] extends readonly string[]
      ? readonly string[]
      : M[K] extends readonly (readonly [string, string])[]
        ? readonly (readonly [string, string])[]
        : M[K] extends (...values: infer V) => string
          ? (...values: V) => string
          : SameMessages<M[K]>;
};

/** The messages of one slice in both languages; `words[language]` gives those of one. */
export type Words<M> = Readonly<Record<Language, SameMessages<M>>>;

/** Joins the two languages of a slice; the compiler refuses a key that one of them lacks. */
export function bilingual<const M extends Messages>(es: M, en: SameMessages<NoInfer<M>>): Words<M> {
  return { es: es as unknown as SameMessages<M>, en }; // every M has the shape that it defines itself
}

const rules = Object.fromEntries(languages.map((each) => [each, new Intl.PluralRules(each)])) as Record<
  Language,
  Intl.PluralRules
>; // fromEntries forgets that the keys are all languages

/** Chooses the form of a phrase for that many: '1 persona', '2 personas', '0 personas'. */
export function plural(language: Language, count: number, forms: { one: string; other: string }): string {
  return rules[language].select(count) === "one" ? forms.one : forms.other;
}
