import type { Actor } from "#basics";
import type { Writing } from "#database";
import { writeEvent } from "./history.store.ts";
import type { Of } from "./member.ts";
import type { ActRefusal } from "./refusal.ts";
import { holdFor, isRefusal, moveTo } from "./submission.store.ts";

/**
 * The secretariat takes an accepted or released submission up again, with its reason in the history. A release stays as it
 * is: a correction becomes a new version of it.
 */
export async function reopen(tx: Writing, actor: Actor, of: Of, reason: string): Promise<ActRefusal | undefined> {
  const submission = await holdFor(tx, actor, of, "reopen");
  if (isRefusal(submission)) return submission;
  const body = reason.trim().slice(0, 1000);
  if (body === "") return "no-reasons";
  await moveTo(tx, of, { state: "under-review" });
  await writeEvent(tx, actor, of, { act: "reopen", round: submission.round, detail: { body } });
  return undefined;
}
