import type { Actor } from "#basics";
import type { Writing } from "#database";
import { writeEvent } from "./history.store.ts";
import type { Of } from "./member.ts";
import type { ActRefusal } from "./refusal.ts";
import { holdFor, isRefusal, moveTo } from "./submission.store.ts";

/** The country takes an unsigned submission back to correct it. The round that was frozen stays in the history. */
export async function takeBack(tx: Writing, actor: Actor, of: Of): Promise<ActRefusal | undefined> {
  const submission = await holdFor(tx, actor, of, "take-back");
  if (isRefusal(submission)) return submission;
  await moveTo(tx, of, { state: "draft" });
  await writeEvent(tx, actor, of, { act: "take-back", round: submission.round });
  return undefined;
}
