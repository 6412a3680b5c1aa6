import { plenaryAgreementEn } from "./plenary-agreement.en.ts";
import { plenaryAgreementEs } from "./plenary-agreement.es.ts";
import { bilingual } from "./words.ts";

/** Words of the agreements: the board, one agreement, its forms, the public pages and the reminders. */
export const plenaryAgreementWords = bilingual(plenaryAgreementEs, plenaryAgreementEn);
