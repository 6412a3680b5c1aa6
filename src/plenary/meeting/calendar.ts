import ical, {
  ICalAttendeeRole, ICalAttendeeStatus, ICalAttendeeType, ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus,
} from "ical-generator";
import type { Language } from "#basics";
import { plenaryMeetingLetterWords } from "#words";
import type { Meeting } from "./meeting.ts";

/** Whom an invitation is for, in whose language, and what is sent. */
export interface Invitation {
  readonly meeting: Pick<Meeting, "id" | "kind" | "mode" | "place" | "startsAt" | "endsAt">;
  readonly kind: "convocation" | "update" | "cancellation";
  readonly sequence: number;
  readonly person: { readonly name: string; readonly email: string; readonly isVoter: boolean };
  readonly language: Language;
  readonly organizer: { readonly name: string; readonly email: string };
  /** Address of the meeting's page on the platform. */
  readonly page: string;
  readonly now: Date;
}

/** The name of a meeting in everybody's calendar: the same in every update, and for ever. */
export function calendarId(meeting: string): string {
  return `plenary-${meeting}@corett`;
}

/**
 * The invitation to a meeting as calendars read it (RFC 5545, 5546): for one person alone, so that nobody learns the address
 * of another. Times are in UTC, so that each calendar shows its reader's own. The link of the virtual room is not in it: mail
 * passes through many hands, and the page tells the link to those who are convened.
 */
export function invitation(wish: Invitation): { readonly method: "REQUEST" | "CANCEL"; readonly text: string } {
  const isCancelled = wish.kind === "cancellation";
  const text = calendarText(wish, isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST);
  return { method: isCancelled ? "CANCEL" : "REQUEST", text };
}

/** The meeting as a file that a person opens in a calendar of their own; a cancelled one says so. */
export function calendarFile(wish: Omit<Invitation, "person" | "organizer">): string {
  return calendarText(wish, ICalCalendarMethod.PUBLISH);
}

type Wish = Omit<Invitation, "person" | "organizer"> & Partial<Pick<Invitation, "person" | "organizer">>;

function calendarText({ meeting, kind, sequence, person, language, organizer, page, now }: Wish, method: ICalCalendarMethod): string {
  const words = plenaryMeetingLetterWords[language].calendar;
  const { startsAt, endsAt } = meeting;
  if (!startsAt || !endsAt) throw new RangeError(`Meeting ${meeting.id} has no day`);
  const isCancelled = kind === "cancellation";
  const place = meeting.place?.[language] ?? words.virtualPlace;
  const calendar = ical({ prodId: { company: "CORETT", product: "Plenary", language: language.toUpperCase() }, method });
  calendar.createEvent({
    id: calendarId(meeting.id),
    sequence,
    stamp: now,
    start: startsAt,
    end: endsAt,
    summary: words.summary(meeting.id, words.kinds[meeting.kind]),
    description: isCancelled ? words.cancelled : words.description(page),
    location: meeting.mode === "hybrid" ? words.hybridPlace(place) : place,
    url: page,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: isCancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    ...(organizer ? { organizer: { name: organizer.name, email: organizer.email } } : {}),
    ...(person
      ? {
          attendees: [
            {
              name: person.name,
              email: person.email,
              rsvp: !isCancelled,
              status: ICalAttendeeStatus.NEEDSACTION,
              role: person.isVoter ? ICalAttendeeRole.REQ : ICalAttendeeRole.OPT,
              type: ICalAttendeeType.INDIVIDUAL,
            },
          ],
        }
      : {}),
  });
  return folded(calendar.toString());
}

/** Lines of at most 75 octets, never cut inside a letter (RFC 5545, 3.1): 'é' is two octets and 'Á' may stand at the fold. */
export function folded(text: string): string {
  const encoder = new TextEncoder();
  const lines = text.replace(/\r?\n[ \t]/g, "").split(/\r?\n/).filter((line) => line !== "");
  const short = lines.map((line) => {
    const pieces: string[] = [];
    let piece = "";
    let size = 0;
    for (const letter of line) {
      const octets = encoder.encode(letter).length;
      if (size + octets > 75) {
        pieces.push(piece);
        piece = " ";
        size = 1;
      }
      piece += letter;
      size += octets;
    }
    return [...pieces, piece].join("\r\n");
  });
  return `${short.join("\r\n")}\r\n`;
}
