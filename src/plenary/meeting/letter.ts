import type { Language } from "#basics";
import { formatDate } from "#basics";
import type { Message } from "#mail";
import { plenaryMeetingLetterWords } from "#words";
import { type Invitation, invitation } from "./calendar.ts";
import { hourFor } from "./zone.ts";

/** What a letter about a meeting needs beyond the invitation that goes with it. */
export interface LetterWish extends Omit<Invitation, "meeting"> {
  readonly meeting: Invitation["meeting"] & { readonly timeZone: string; readonly cancelReason: string | null };
  /** The zone of the reader's country; the meeting's own where there is none. */
  readonly readerZone: string;
}

/** Day and hours of a meeting for one reader, in one line. */
export function whenLine({ startsAt, timeZone }: { readonly startsAt: Date | null; readonly timeZone: string }, readerZone: string, language: Language): string {
  if (!startsAt) return "";
  return `${formatDate(startsAt, language, timeZone)}, ${hourFor(startsAt, timeZone, readerZone, language)}`;
}

/** The mail of a convocation, of its update or cancellation, in the reader's language, with the calendar beside it. */
export function meetingLetter(wish: LetterWish): Message {
  const { meeting, kind, person, language, page, readerZone } = wish;
  const words = plenaryMeetingLetterWords[language];
  const when = whenLine(meeting, readerZone, language);
  const place = meeting.place?.[language] ?? words.calendar.virtualPlace;
  const body = {
    convocation: words.convocation.body(meeting.id, words.calendar.kinds[meeting.kind], when, place, page),
    update: words.update.body(meeting.id, when, place, page),
    cancellation: words.cancellation.body(meeting.id, when, meeting.cancelReason ?? "", page),
  }[kind];
  const { method, text } = invitation(wish);
  return { to: person.email, subject: words[kind].subject(meeting.id), body, calendar: { method, text } };
}
