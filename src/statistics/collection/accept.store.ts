import type { Actor } from "#basics";
import type { Writing } from "#database";
import { writeEvent } from "./history.store.ts";
import type { Of } from "./member.ts";
import type { ActRefusal } from "./refusal.ts";
import { holdFor, isRefusal, moveTo } from "./submission.store.ts";

/** The secretariat accepts the figures as signed; they may go into the year's release. */
export async function accept(tx: Writing, actor: Actor, of: Of): Promise<ActRefusal | undefined> {
  const submission = await holdFor(tx, actor, of, "accept");
  if (isRefusal(submission)) return submission;
  await moveTo(tx, of, { state: "accepted" });
  await writeEvent(tx, actor, of, { act: "accept", round: submission.round });
  return undefined;
}
