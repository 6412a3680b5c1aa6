import type { Actor } from "#basics";
import type { Writing } from "#database";
import { differences } from "./difference.ts";
import { figuresOf, freezeRound, roundFigures } from "./figure.store.ts";
import { writeEvent } from "./history.store.ts";
import type { Of } from "./member.ts";
import type { ActRefusal } from "./refusal.ts";
import { asMember, holdFor, isRefusal, moveTo, workingRound } from "./submission.store.ts";
import { validationReport } from "./validation-report.store.ts";

/**
 * The focal point submits the figures for signature: errors must be mended, warnings explained.
 *
 * The matrix is frozen as that of a round; submitted again after a return or a taking back it is the next round, so that
 * every signature and every review can be laid beside what it was about.
 */
export async function submit(tx: Writing, actor: Actor, of: Of, now: Date): Promise<ActRefusal | undefined> {
  const submission = await holdFor(tx, actor, of, "submit");
  if (isRefusal(submission)) return submission;
  const figures = await figuresOf(tx, of);
  if (figures.length === 0) return "nothing-entered";
  const report = await validationReport(tx, of.collection, of.country, now.toISOString().slice(0, 10));
  if (!report || report.errors > 0) return "errors-remain";
  if (report.openWarnings > 0) return "warnings-unexplained";

  const round = await workingRound(tx, submission);
  const changed = round > 1 ? differences(await roundFigures(tx, of, round - 1), figures).length : undefined;
  await freezeRound(tx, of, round);
  await moveTo(tx, of, {
    state: "submitted",
    round,
    submitted_by: asMember(actor)?.account ?? null,
    submitted_at: now,
    signed_by: null,
    signed_at: null,
  });
  await writeEvent(tx, actor, of, { act: "submit", round, ...(changed === undefined ? {} : { detail: { changed } }) });
  return undefined;
}
