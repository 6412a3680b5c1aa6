import { planningMatrixEn } from "./planning-matrix.en.ts";
import { planningMatrixEs } from "./planning-matrix.es.ts";
import { bilingual } from "./words.ts";

/** Words of the monitoring matrix: its page, its file and what can be wrong in it. */
export const planningMatrixWords = bilingual(planningMatrixEs, planningMatrixEn);
