import type { Actor } from "#basics";
import type { Writing } from "#database";
import { writeEvent } from "./history.store.ts";
import type { Of } from "./member.ts";
import type { ActRefusal } from "./refusal.ts";
import { asMember, holdFor, isRefusal, moveTo } from "./submission.store.ts";

/**
 * A delegate signs and so hands the figures to the secretariat, which from here on may read them. Who submitted cannot sign:
 * the figures of a state need two persons, and the database asks for both names again.
 */
export async function sign(tx: Writing, actor: Actor, of: Of, now: Date): Promise<ActRefusal | undefined> {
  const submission = await holdFor(tx, actor, of, "sign");
  if (isRefusal(submission)) return submission;
  await moveTo(tx, of, { state: "signed", signed_by: asMember(actor)?.account ?? null, signed_at: now });
  await writeEvent(tx, actor, of, { act: "sign", round: submission.round });
  return undefined;
}
