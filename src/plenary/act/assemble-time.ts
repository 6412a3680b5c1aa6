import { type Language, formatDate, formatInstant } from "#basics";
import type { Meeting } from "../meeting/meeting.ts";

/** How an act writes moments: the hour alone in a meeting of one day, with its day otherwise; always on the meeting's clocks. */
export interface ActTime {
  readonly clock: (moment: Date) => string;
  readonly moment: (moment: Date) => string;
  readonly day: (moment: Date) => string;
}

/** The writing of moments for a meeting in a language. A session over midnight is one of several days. */
export function actTime(meeting: Pick<Meeting, "timeZone" | "openedAt" | "closedAt">, language: Language): ActTime {
  const zone = meeting.timeZone;
  const day = (moment: Date) => formatDate(moment, language, zone);
  const hour = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone });
  const { openedAt, closedAt } = meeting;
  const sitting = openedAt !== null && (closedAt === null || day(openedAt) === day(closedAt)) ? day(openedAt) : undefined;
  const moment = (at: Date) => formatInstant(at, language, zone);
  return { day, moment, clock: (at) => (day(at) === sitting ? hour.format(at) : moment(at)) };
}

/** Names in a sentence: 'Belice, Guatemala y Panamá'. */
export function listed(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: "conjunction" }).format(names);
}
