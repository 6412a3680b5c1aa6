import { plenaryMeetingConvocationEn } from "./plenary-meeting-convocation.en.ts";
import { plenaryMeetingConvocationEs } from "./plenary-meeting-convocation.es.ts";
import { bilingual } from "./words.ts";

/** Words of the plenary's meetings: convocation. */
export const plenaryMeetingConvocationWords = bilingual(plenaryMeetingConvocationEs, plenaryMeetingConvocationEn);
