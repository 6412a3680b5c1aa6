import { identityEn } from "./identity.en.ts";
import { identityEs } from "./identity.es.ts";
import { bilingual } from "./words.ts";

/** Words of signing in, joining and the second step. */
export const identityWords = bilingual(identityEs, identityEn);
