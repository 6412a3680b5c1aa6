import { coalitionEn } from "./coalition.en.ts";
import { coalitionEs } from "./coalition.es.ts";
import { bilingual } from "./words.ts";

/** Words of the pages about the coalition. */
export const coalitionWords = bilingual(coalitionEs, coalitionEn);
