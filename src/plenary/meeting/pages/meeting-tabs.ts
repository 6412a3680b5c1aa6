import type { Office } from "#basics";
import type { Meeting, MeetingState } from "../meeting.ts";

/** The parts of a meeting, in the order in which they are used. */
export const meetingParts = [
  "overview", "agenda", "documents", "convocation", "delegations", "attendance", "session", "decisions", "election", "act", "agreements", "room-copy", "history",
] as const;
export type MeetingPart = (typeof meetingParts)[number];

const prepared: readonly MeetingPart[] = ["overview", "agenda", "documents", "convocation", "history"];
const gathered: readonly MeetingPart[] = [...prepared, "delegations", "attendance", "session", "decisions"];
const sat: readonly MeetingPart[] = [...gathered, "election", "act", "agreements"];
const ofRecord: readonly MeetingPart[] = ["overview", "agenda", "act", "agreements"];
const byState: Readonly<Record<MeetingState, readonly MeetingPart[]>> = {
  draft: prepared,
  cancelled: prepared,
  convened: [...gathered, "room-copy"],
  open: [...sat, "room-copy"],
  closed: sat,
};

/** What observers do not read: what was sent to others, and the history of the acts. */
const notForObservers: ReadonlySet<MeetingPart> = new Set(["history"]);
/** What secretariat and presidency do between them. */
const forLeaders: ReadonlySet<MeetingPart> = new Set(["room-copy"]);
const leaders: ReadonlySet<Office> = new Set(["secretariat", "presidency"]);

/** The parts that a meeting has for a reader, by its state: nothing leads to a page that is still empty. */
export function tabsOf({ state, isRecord }: Pick<Meeting, "state" | "isRecord">, office: Office): MeetingPart[] {
  const parts = isRecord ? ofRecord : byState[state];
  return meetingParts.filter(
    (part) => parts.includes(part) && !(office === "observer" && notForObservers.has(part)) && (leaders.has(office) || !forLeaders.has(part)),
  );
}
