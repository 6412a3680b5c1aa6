import type { Language } from "#basics";
import { plenaryMeetingAgendaWords, plenaryMeetingWords } from "#words";
import type { AgendaRefusal } from "../agenda.store.ts";

/** The sentence for why the agenda stays as it is. */
export function agendaRefusalText(refusal: AgendaRefusal | "unknown-document" | "not-decided" | "agenda-not-approved", language: Language): string {
  const own = plenaryMeetingAgendaWords[language].refusals;
  const ofMeeting = plenaryMeetingWords[language].refusals;
  return refusal in own ? own[refusal as keyof typeof own] : ofMeeting[refusal as keyof typeof ofMeeting]; // each word is in one of them
}
