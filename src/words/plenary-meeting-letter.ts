import { plenaryMeetingLetterEn } from "./plenary-meeting-letter.en.ts";
import { plenaryMeetingLetterEs } from "./plenary-meeting-letter.es.ts";
import { bilingual } from "./words.ts";

/** Words of the plenary's meetings: letters. */
export const plenaryMeetingLetterWords = bilingual(plenaryMeetingLetterEs, plenaryMeetingLetterEn);
