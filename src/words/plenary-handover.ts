import { plenaryHandoverEn } from "./plenary-handover.en.ts";
import { plenaryHandoverEs } from "./plenary-handover.es.ts";
import { bilingual } from "./words.ts";

/** Words about handing the presidency or the secretariat over to the next holder. */
export const plenaryHandoverWords = bilingual(plenaryHandoverEs, plenaryHandoverEn);
