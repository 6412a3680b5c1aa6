import type { Actor } from "#basics";
import type { Writing } from "#database";
import { writeEvent } from "./history.store.ts";
import type { Of } from "./member.ts";
import type { ActRefusal } from "./refusal.ts";
import { remarksOf, writeRemark } from "./remark.store.ts";
import { faultOfWords } from "./remark.ts";
import { holdFor, isRefusal, moveTo } from "./submission.store.ts";

/**
 * The secretariat returns a submission with its reasons, on cells or on the whole. Reasons written during the review count,
 * those given here are added; without any there is no return. The signature falls: what comes back is signed anew.
 */
export async function returnWithReasons(
  tx: Writing,
  actor: Actor,
  of: Of,
  reasons: readonly { readonly cell?: string; readonly body: string }[] = [],
): Promise<ActRefusal | undefined> {
  const submission = await holdFor(tx, actor, of, "return");
  if (isRefusal(submission)) return submission;
  const written = reasons.filter((reason) => faultOfWords(reason.body) === undefined);
  const earlier = (await remarksOf(tx, of)).filter((remark) => remark.kind === "return-reason" && remark.round === submission.round);
  const count = written.length + earlier.length;
  if (count === 0) return "no-reasons";
  for (const { cell, body } of written)
    await writeRemark(tx, actor, of, { kind: "return-reason", round: submission.round, body, ...(cell === undefined ? {} : { cell }) });
  await moveTo(tx, of, { state: "returned", signed_by: null, signed_at: null });
  await writeEvent(tx, actor, of, { act: "return", round: submission.round, detail: { reasons: count } });
  return undefined;
}
