import { coalitionOrganEn } from "./coalition-organ.en.ts";
import { coalitionOrganEs } from "./coalition-organ.es.ts";
import { bilingual } from "./words.ts";

/** Words about organs, terms, committees and members, as anyone reads them. */
export const coalitionOrganWords = bilingual(coalitionOrganEs, coalitionOrganEn);
