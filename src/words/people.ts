import { peopleEn } from "./people.en.ts";
import { peopleEs } from "./people.es.ts";
import { bilingual } from "./words.ts";

/** Words of one's own account, and of people and offices. */
export const peopleWords = bilingual(peopleEs, peopleEn);
