import { auditEn } from "./audit.en.ts";
import { auditEs } from "./audit.es.ts";
import { bilingual } from "./words.ts";

/** Words of the audit record. */
export const auditWords = bilingual(auditEs, auditEn);
