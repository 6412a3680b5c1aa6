import { type Language, countryName } from "#basics";
import { plenaryVoteWords } from "#words";
import { namedIn, plainWord } from "./act-word.ts";

/** The sentence for a refusal: what is wrong and how to mend it; with the country's name first where the word names one. */
export function refusalText(word: string, language: Language): string {
  const messages: Readonly<Record<string, string>> = plenaryVoteWords[language].refusals;
  const country = namedIn(word);
  if (country === undefined) return messages[word] ?? word;
  return `${countryName(country)[language]}. ${messages[`${plainWord(word)}-named`] ?? messages[plainWord(word)] ?? word}`;
}
