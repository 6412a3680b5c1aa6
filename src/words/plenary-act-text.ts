import { plenaryActTextEn } from "./plenary-act-text.en.ts";
import { plenaryActTextEs } from "./plenary-act-text.es.ts";
import { bilingual } from "./words.ts";

/** Words that the act of a meeting, its extracts and its certificates print. */
export const plenaryActTextWords = bilingual(plenaryActTextEs, plenaryActTextEn);
