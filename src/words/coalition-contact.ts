import { coalitionContactEn } from "./coalition-contact.en.ts";
import { coalitionContactEs } from "./coalition-contact.es.ts";
import { bilingual } from "./words.ts";

/** Words of the directory of contacts. */
export const coalitionContactWords = bilingual(coalitionContactEs, coalitionContactEn);
