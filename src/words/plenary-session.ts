import { plenarySessionEn } from "./plenary-session.en.ts";
import { plenarySessionEs } from "./plenary-session.es.ts";
import { bilingual } from "./words.ts";

/** Words of the control desk of a session. */
export const plenarySessionWords = bilingual(plenarySessionEs, plenarySessionEn);
