import { explorerEn } from "./explorer.en.ts";
import { explorerEs } from "./explorer.es.ts";
import { bilingual } from "./words.ts";

/** Words of the public pages of the statistics. */
export const explorerWords = bilingual(explorerEs, explorerEn);
