import { collectionEn } from "./collection.en.ts";
import { collectionEs } from "./collection.es.ts";
import { bilingual } from "./words.ts";

/** Words of the list of collections, of opening one, and of the board. */
export const collectionWords = bilingual(collectionEs, collectionEn);
