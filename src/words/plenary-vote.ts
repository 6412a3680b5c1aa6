import { plenaryVoteEn } from "./plenary-vote.en.ts";
import { plenaryVoteEs } from "./plenary-vote.es.ts";
import { bilingual } from "./words.ts";

/** Words of motions, consensus and votes in the plenary. */
export const plenaryVoteWords = bilingual(plenaryVoteEs, plenaryVoteEn);
