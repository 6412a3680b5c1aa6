import { shellEn } from "./shell.en.ts";
import { shellEs } from "./shell.es.ts";
import { bilingual } from "./words.ts";

/** Words of the frame around every page, of its components and of its error pages. */
export const shellWords = bilingual(shellEs, shellEn);
