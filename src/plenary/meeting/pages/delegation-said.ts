import type { Language } from "#basics";
import { plenaryMeetingDelegationWords, plenaryMeetingWords } from "#words";
import type { CheckRefusal, NameRefusal } from "../accreditation.store.ts";
import type { AnswerRefusal } from "../confirmation.store.ts";

/** The sentence for why an act on a delegation is not possible. */
export function delegationRefusalText(refusal: CheckRefusal | NameRefusal | AnswerRefusal | "in-the-room", language: Language): string {
  const own = plenaryMeetingDelegationWords[language].refusals;
  const ofMeeting = plenaryMeetingWords[language].refusals;
  return refusal in own ? own[refusal as keyof typeof own] : ofMeeting[refusal as keyof typeof ofMeeting]; // each word is in one of them
}
