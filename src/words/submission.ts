import { submissionEn } from "./submission.en.ts";
import { submissionEs } from "./submission.es.ts";
import { bilingual } from "./words.ts";

/** Words of one country's submission and its review. */
export const submissionWords = bilingual(submissionEs, submissionEn);
