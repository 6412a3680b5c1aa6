import { planningHandoverEn } from "./planning-handover.en.ts";
import { planningHandoverEs } from "./planning-handover.es.ts";
import { bilingual } from "./words.ts";

/** Words of the package that an office hands over from the plans. */
export const planningHandoverWords = bilingual(planningHandoverEs, planningHandoverEn);
