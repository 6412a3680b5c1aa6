import { plenarySessionReportEn } from "./plenary-session-report.en.ts";
import { plenarySessionReportEs } from "./plenary-session-report.es.ts";
import { bilingual } from "./words.ts";

/** Words of the country reports and of the representations. */
export const plenarySessionReportWords = bilingual(plenarySessionReportEs, plenarySessionReportEn);
