import type { Language } from "#basics";
import { formatDate } from "#basics";
import type { Meeting } from "./meeting.ts";
import { hourFor } from "./zone.ts";

type Timed = Pick<Meeting, "startsAt" | "endsAt" | "timeZone" | "wholeDays">;

/** The day of a meeting in its own zone, or its days: '5 de septiembre de 2022 – 6 de septiembre de 2022'; empty where unknown. */
export function dayLine({ startsAt, endsAt, timeZone }: Omit<Timed, "wholeDays">, language: Language): string {
  if (!startsAt) return "";
  const first = formatDate(startsAt, language, timeZone);
  const last = endsAt ? formatDate(endsAt, language, timeZone) : first;
  return first === last ? first : `${first} – ${last}`;
}

/** Day and hour of the start, in the meeting's zone and in the reader's; only the days where the source tells no hour. */
export function startLine(meeting: Timed, readerZone: string, language: Language): string {
  const { startsAt, timeZone, wholeDays } = meeting;
  if (!startsAt || wholeDays) return dayLine(meeting, language);
  return `${formatDate(startsAt, language, timeZone)}, ${hourFor(startsAt, timeZone, readerZone, language)}`;
}

/** Day and hour of the end, in the same way. */
export function endLine({ endsAt, timeZone }: Pick<Meeting, "endsAt" | "timeZone">, readerZone: string, language: Language): string {
  return endsAt ? `${formatDate(endsAt, language, timeZone)}, ${hourFor(endsAt, timeZone, readerZone, language)}` : "";
}
