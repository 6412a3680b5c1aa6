import { planningProgressEn } from "./planning-progress.en.ts";
import { planningProgressEs } from "./planning-progress.es.ts";
import { bilingual } from "./words.ts";

/** Words of the progress reports of plans: one place of a plan, its reports, the dashboard and the reminders. */
export const planningProgressWords = bilingual(planningProgressEs, planningProgressEn);
