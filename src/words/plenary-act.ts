import { plenaryActEn } from "./plenary-act.en.ts";
import { plenaryActEs } from "./plenary-act.es.ts";
import { bilingual } from "./words.ts";

/** Words of the pages of the act of a meeting. */
export const plenaryActWords = bilingual(plenaryActEs, plenaryActEn);
