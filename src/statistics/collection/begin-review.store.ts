import type { Actor } from "#basics";
import type { Writing } from "#database";
import { writeEvent } from "./history.store.ts";
import type { Of } from "./member.ts";
import type { ActRefusal } from "./refusal.ts";
import { holdFor, isRefusal, moveTo } from "./submission.store.ts";

/** The secretariat takes a signed submission up for review, so that its country knows that someone is at it. */
export async function beginReview(tx: Writing, actor: Actor, of: Of): Promise<ActRefusal | undefined> {
  const submission = await holdFor(tx, actor, of, "begin-review");
  if (isRefusal(submission)) return submission;
  await moveTo(tx, of, { state: "under-review" });
  await writeEvent(tx, actor, of, { act: "begin-review", round: submission.round });
  return undefined;
}
