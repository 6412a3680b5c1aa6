import { planningPlanEn } from "./planning-plan.en.ts";
import { planningPlanEs } from "./planning-plan.es.ts";
import { bilingual } from "./words.ts";

/** Words of the plans: list, tree, roll-up and lights, forms, versions, schedule and the public pages. */
export const planningPlanWords = bilingual(planningPlanEs, planningPlanEn);
