import type { Actor } from "#basics";
import type { Writing } from "#database";
import { tell } from "../history/event.store.ts";
import { type ActRefusal, actRefusal } from "./meeting-act.ts";
import { heldMeeting } from "./meeting.store.ts";
import { quorumRuleOn } from "./notice-rule.store.ts";
import { localTime } from "./zone.ts";

/** A meeting cannot be opened earlier than this before its start, in milliseconds: opening cannot be taken back. */
const earliest = 24 * 3_600_000;

/**
 * Opens the meeting and pins the quorum rule that is in force on its day. It may be open without quorum: presence is then
 * recorded and nothing is decided; the presidency verifies the quorum in session.
 */
export async function openMeeting(tx: Writing, actor: Actor, id: string, now: Date): Promise<ActRefusal | "too-early" | undefined> {
  const meeting = await heldMeeting(tx, actor, id);
  const refusal = actRefusal(actor, "open", meeting);
  if (refusal !== undefined || !meeting) return refusal ?? "unknown-meeting";
  const startsAt = meeting.startsAt ?? now;
  if (startsAt.getTime() - now.getTime() > earliest) return "too-early";
  const rule = await quorumRuleOn(tx, localTime(startsAt, meeting.timeZone).slice(0, 10));
  await tx.updateTable("plenary.meeting").set({ state: "open", quorum_rule: rule }).where("id", "=", id).execute();
  await tell(tx, actor, {
    meeting: id,
    kind: "meeting.opened",
    sentence: { es: `Se abrió la reunión ${id}.`, en: `Meeting ${id} was opened.` },
    detail: { quorumRule: rule },
  });
  return undefined;
}
