/** Why a write of a session was refused: the room has it, this copy was closed, or it is written elsewhere. */
export interface SessionHeld {
  readonly word: "away" | "closed" | "main-only" | "another";
  readonly meeting: string;
  /** When the session was handed over. */
  readonly since: Date;
}

const words = ["away", "closed", "main-only", "another"] as const;

/**
 * Reads out of a fault of the database that a session write was refused because the authority over the meeting is in the other
 * place (SQLSTATE CR001 of the guard on every table of the session); nothing for any other fault.
 */
export function sessionHeld(fault: unknown): SessionHeld | undefined {
  if (typeof fault !== "object" || fault === null || !("code" in fault) || fault.code !== "CR001" || !("detail" in fault)) return undefined;
  const { word, meeting, since } = JSON.parse(String(fault.detail)) as { word: string; meeting: string; since: string }; // as the guard writes it
  const known = words.find((each) => each === word);
  return known && { word: known, meeting, since: new Date(since) };
}
