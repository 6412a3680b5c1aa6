import { countryName, formatInstant, type Language } from "#basics";
import type { Reading } from "#database";
import { attendeesOf } from "../../attendance/attendance.store.ts";
import { clockIn } from "../../attendance/clock.ts";
import { quorumSentence } from "../../attendance/quorum-words.ts";
import { quorumNow } from "../../attendance/quorum.store.ts";
import { historyOf } from "../../history/event.store.ts";
import type { Meeting } from "../../meeting/meeting.ts";
import { agendaOf } from "../../meeting/meeting.store.ts";
import { openSuspension } from "../item.store.ts";
import { notesOf } from "../note.store.ts";
import { previousAct } from "../previous.store.ts";
import { roomFacts } from "../room-facts.store.ts";
import { type Circle, roomStateOf } from "../room.ts";
import { secondsUsed, waitingSpeakers } from "../speech.ts";
import { speechesOf } from "../speech.store.ts";

/** What the control desk shows, in the reader's language; `leading` adds what only whoever conducts may read. */
export async function sessionView(tx: Reading, meeting: Meeting, language: Language, now: Date, leading: boolean) {
  const zone = meeting.timeZone;
  const quorum = await quorumNow(tx, meeting, now);
  const suspension = await openSuspension(tx, meeting.id);
  const notes = leading ? await notesOf(tx, meeting.id) : [];
  const speeches = await speechesOf(tx, meeting.id);
  const attendees = leading ? await attendeesOf(tx, meeting.id) : [];
  const verified = leading ? (await historyOf(tx, meeting.id)).findLast(({ kind }) => kind === "quorum.verified") : undefined;
  const agenda = await agendaOf(tx, meeting.id);
  const hasPrevious = agenda.some(({ kind }) => kind === "previous-act");
  const line = (each: (typeof speeches)[number]) => ({
    id: each.id,
    name: each.name,
    of: each.country === null ? (each.organisation ?? "") : countryName(each.country)[language],
    kind: each.kind,
    seconds: each.seconds,
    used: secondsUsed(each, now),
  });
  const speaking = speeches.find(({ begunAt, endedAt }) => begunAt !== null && endedAt === null);
  return {
    quorum: quorum ? { sentence: quorumSentence(quorum)[language], holds: quorum.holds } : undefined,
    verified: verified && { time: clockIn(verified.at, zone), sentence: verified.sentence[language] },
    suspension: suspension && { time: clockIn(suspension.from, zone), reason: suspension.reason },
    items: agenda.map(({ id, position, title, kind, state, minutes, openToObservers }) => ({
      id, position, kind, state, minutes, openToObservers,
      title: title[language],
      note: notes.find(({ item }) => item === id)?.version ?? 0,
    })),
    previous: hasPrevious ? ((await previousAct(tx, meeting, leading)) ?? null) : undefined,
    speaking: speaking && line(speaking),
    waiting: waitingSpeakers(speeches).map(line),
    spoken: speeches.filter(({ endedAt }) => endedAt !== null).map(line).reverse(),
    people: attendees
      .filter(({ isInTheRoom, isWithdrawn }) => isInTheRoom && !isWithdrawn)
      .map(({ accreditation, name, country, organisation }) => ({ value: accreditation, label: `${name} (${country === null ? (organisation ?? "") : countryName(country)[language]})` })),
    openedAt: meeting.openedAt && formatInstant(meeting.openedAt, language, zone),
    closedAt: meeting.closedAt && formatInstant(meeting.closedAt, language, zone),
  };
}

/** The decision under way as a circle sees it, for the desk; read as the platform itself. */
export async function openDecisionView(tx: Reading, meeting: string, language: Language, circle: Circle) {
  const facts = await roomFacts(tx, meeting);
  const state = facts && roomStateOf(facts, circle);
  const decision = state?.decision;
  return decision
    ? { kind: decision.kind, id: decision.id, motion: decision.motion, title: decision.title[language], phase: decision.phase, said: Object.keys(decision.spoken).length, present: state.quorum.present }
    : undefined;
}
