import { plenaryElectionEn } from "./plenary-election.en.ts";
import { plenaryElectionEs } from "./plenary-election.es.ts";
import { bilingual } from "./words.ts";

/** Words about the election of the presidency: candidacies, rounds, lots, proclamation. */
export const plenaryElectionWords = bilingual(plenaryElectionEs, plenaryElectionEn);
