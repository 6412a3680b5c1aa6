import { plenaryMeetingAgendaEn } from "./plenary-meeting-agenda.en.ts";
import { plenaryMeetingAgendaEs } from "./plenary-meeting-agenda.es.ts";
import { bilingual } from "./words.ts";

/** Words of the plenary's meetings: agenda. */
export const plenaryMeetingAgendaWords = bilingual(plenaryMeetingAgendaEs, plenaryMeetingAgendaEn);
