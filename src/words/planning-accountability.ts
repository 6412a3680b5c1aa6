import { planningAccountabilityEn } from "./planning-accountability.en.ts";
import { planningAccountabilityEs } from "./planning-accountability.es.ts";
import { bilingual } from "./words.ts";

/** Words of accountability: its pages, its checklist and its printed report. */
export const planningAccountabilityWords = bilingual(planningAccountabilityEs, planningAccountabilityEn);
