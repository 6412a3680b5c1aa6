import { releaseEn } from "./release.en.ts";
import { releaseEs } from "./release.es.ts";
import { bilingual } from "./words.ts";

/** Words of preparing, approving and publishing a release. */
export const releaseWords = bilingual(releaseEs, releaseEn);
