import { coalitionRegisterEn } from "./coalition-register.en.ts";
import { coalitionRegisterEs } from "./coalition-register.es.ts";
import { bilingual } from "./words.ts";

/** Words of the pages on which the register of the coalition is kept. */
export const coalitionRegisterWords = bilingual(coalitionRegisterEs, coalitionRegisterEn);
