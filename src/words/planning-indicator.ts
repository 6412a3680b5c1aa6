import { planningIndicatorEn } from "./planning-indicator.en.ts";
import { planningIndicatorEs } from "./planning-indicator.es.ts";
import { bilingual } from "./words.ts";

/** Words of the indicators of plans: figures, trends, the matrix of countries, annotations and traces. */
export const planningIndicatorWords = bilingual(planningIndicatorEs, planningIndicatorEn);
