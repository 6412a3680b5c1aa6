import { countryName, type Language } from "#basics";
import type { Reading } from "#database";
import { plenaryAttendanceWords } from "#words";
import type { Meeting } from "../../meeting/meeting.ts";
import { seatsOf } from "../../meeting/meeting.store.ts";
import { type Attendee, boardOf } from "../attendance.ts";
import { attendeesOf } from "../attendance.store.ts";
import { clockIn } from "../clock.ts";
import { quorumRuleText, quorumSentence } from "../quorum-words.ts";
import { meetingQuorum, quorumNow } from "../quorum.store.ts";
import { shownByMinute } from "../quorum.ts";
import type { QuorumView } from "./quorum-section.tsx";

/** A person of the board as the page shows them; times are on the clocks of the meeting. */
export type PersonView = ReturnType<typeof personView>;

function personView({ accreditation, account, name, post, capacity, checkedAt, isWithdrawn, isInTheRoom, entries }: Attendee, zone: string) {
  const valid = entries.filter(({ annulledAt }) => annulledAt === null);
  const last = valid.at(-1);
  return {
    accreditation,
    account,
    name,
    post,
    capacity,
    isChecked: checkedAt !== null,
    isWithdrawn,
    isIn: isInTheRoom,
    last: last && clockIn(last.at, zone),
    lastEntry: last?.id,
    arrived: valid.find(({ kind }) => kind === "arrival"),
    entries: entries.map(({ id, kind, at, annulReason }) => ({ id, kind, clock: clockIn(at, zone), annulReason })),
  };
}

/** The board and the quorum of a meeting, in the reader's language. */
export async function attendanceView(tx: Reading, meeting: Meeting, language: Language, now: Date) {
  const seats = await seatsOf(tx, meeting.id);
  const attendees = await attendeesOf(tx, meeting.id);
  const names = new Map((await tx.selectFrom("coalition.member").select(["country", "name_es as es", "name_en as en"]).execute()).map((row) => [row.country, row[language]]));
  const nameOf = (key: string) => names.get(key) ?? countryName(key)[language];
  const board = boardOf(seats, attendees).map(({ key, isState, isPresent, people }) => ({
    key,
    isState,
    isPresent,
    name: isState ? nameOf(key) : key,
    people: people.map((each) => personView(each, meeting.timeZone)),
  }));
  const whole = await meetingQuorum(tx, meeting, seats, attendees, now);
  const current = whole && (await quorumNow(tx, meeting, now));
  // Once the meeting is closed nothing holds any more: the page tells how it stood at the end.
  const last = meeting.state === "closed" ? whole?.spans.findLast(({ suspended }) => !suspended) : undefined;
  const atEnd = whole && last && quorumSentence({ present: last.present.length, members: seats.length, needed: whole.needed, holds: last.holds })[language];
  const quorum: QuorumView | undefined =
    whole && current
      ? {
          sentence: atEnd === undefined ? quorumSentence(current)[language] : plenaryAttendanceWords[language].atClosing(atEnd),
          holds: last?.holds ?? current.holds,
          rule: quorumRuleText(whole.rule)[language],
          source: whole.rule.source[language],
          members: seats.length,
          needed: whole.needed,
          isOpen: meeting.state === "open",
          spans: shownByMinute(whole.spans).map(({ from, until, present, holds, suspended }, place) => ({
            from: whole.spans[place]?.from.getTime() ?? from.getTime(),
            until: whole.spans[place]?.until.getTime() ?? until.getTime(),
            fromClock: clockIn(from, meeting.timeZone),
            untilClock: clockIn(until, meeting.timeZone),
            present: present.length,
            holds,
            suspended,
            who: present.map(nameOf).join(", "),
          })),
        }
      : undefined;
  return { board, quorum };
}
