import { intakeEn } from "./intake.en.ts";
import { intakeEs } from "./intake.es.ts";
import { bilingual } from "./words.ts";

/** Words of the file pages: templates, uploads, reports, equivalences. */
export const intakeWords = bilingual(intakeEs, intakeEn);
