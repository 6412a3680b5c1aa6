/** How far a screen can be trusted: it follows; the line is being mended; what it shows may be past. */
export type Standing = "live" | "reconnecting" | "old";

/** What a screen knows of its line. Times are in milliseconds of the screen's own clock, compared with one another alone. */
export interface Line {
  /** A stream is open, or the last question was answered. */
  readonly isAnswered: boolean;
  /** When the server was last heard: a state, a sign of life, or a connection made. */
  readonly heardAt: number;
}

/** Silence, in milliseconds, after which a line that looks open is torn down. The server gives a sign every 15 seconds. */
export const silenceLimit = 40_000;
/** A break that is mended within this time is not worth a word. */
const grace = 2000;
/** Silence, in milliseconds, after which a line is in doubt: one sign of the server has not come. */
export const doubtfulAfter = 20_000;

/** How far a screen can be trusted now. A short break does not show; a long one is never passed over in silence. */
export function standingAt({ isAnswered, heardAt }: Line, now: number): Standing {
  const silence = now - heardAt;
  if (silence >= silenceLimit) return "old";
  return silence < grace || (isAnswered && silence < doubtfulAfter) ? "live" : "reconnecting";
}
