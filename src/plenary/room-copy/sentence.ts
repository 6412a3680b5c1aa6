import { type Language, formatInstant } from "#basics";
import { plenaryRoomCopyWords } from "#words";
import { type SessionHeld, sessionHeld } from "./held.ts";

/** The sentence for a session write that was refused because the session is elsewhere; nothing for any other fault. */
export function heldSentence(fault: unknown, language: Language): string | undefined {
  const held = sessionHeld(fault);
  return held && sentenceOf(held, language);
}

function sentenceOf({ word, meeting, since }: SessionHeld, language: Language): string {
  const words = plenaryRoomCopyWords[language].held;
  return word === "away" ? words.away(meeting, formatInstant(since, language)) : words[word](meeting);
}
