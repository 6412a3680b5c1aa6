import { coalitionDelegationEn } from "./coalition-delegation.en.ts";
import { coalitionDelegationEs } from "./coalition-delegation.es.ts";
import { bilingual } from "./words.ts";

/** Words of the pages on who speaks for a country. */
export const coalitionDelegationWords = bilingual(coalitionDelegationEs, coalitionDelegationEn);
