import { letterEn } from "./letter.en.ts";
import { letterEs } from "./letter.es.ts";
import { bilingual } from "./words.ts";

/** Words of the letters about accounts: invitation, password, second step. */
export const letterWords = bilingual(letterEs, letterEn);
