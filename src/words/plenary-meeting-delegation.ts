import { plenaryMeetingDelegationEn } from "./plenary-meeting-delegation.en.ts";
import { plenaryMeetingDelegationEs } from "./plenary-meeting-delegation.es.ts";
import { bilingual } from "./words.ts";

/** Words of the plenary's meetings: delegations. */
export const plenaryMeetingDelegationWords = bilingual(plenaryMeetingDelegationEs, plenaryMeetingDelegationEn);
