import { plenaryMeetingEn } from "./plenary-meeting.en.ts";
import { plenaryMeetingEs } from "./plenary-meeting.es.ts";
import { bilingual } from "./words.ts";

/** Words of the plenary's meetings: meetings. */
export const plenaryMeetingWords = bilingual(plenaryMeetingEs, plenaryMeetingEn);
