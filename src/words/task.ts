import { taskEn } from "./task.en.ts";
import { taskEs } from "./task.es.ts";
import { bilingual } from "./words.ts";

/** Words of the pages of long work. */
export const taskWords = bilingual(taskEs, taskEn);
