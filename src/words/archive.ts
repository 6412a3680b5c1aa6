import { archiveEn } from "./archive.en.ts";
import { archiveEs } from "./archive.es.ts";
import { bilingual } from "./words.ts";

/** Words of the archive: lists, one document, and its verification. */
export const archiveWords = bilingual(archiveEs, archiveEn);
