import type { Actor } from "#basics";
import type { Writing } from "#database";
import { isDay } from "./collection.ts";
import { writeEvent } from "./history.store.ts";
import type { Of } from "./member.ts";
import type { SavingRefusal } from "./refusal.ts";
import { setKind } from "./figure.store.ts";
import { holdFor, isRefusal } from "./submission.store.ts";

/** Who stands behind the figures, the day they were drawn, and where they come from; null for what is not said yet. */
export interface SourceSheet {
  readonly authority: string | null;
  readonly referenceDate: string | null;
  readonly source: string | null;
}

const words = (text: string | null): string | null => text?.trim().slice(0, 1000) || null;

/** Keeps the source sheet. A text that is no calendar day leaves the reference date unsaid; the report of checks asks for it. */
export async function saveSourceSheet(tx: Writing, actor: Actor, of: Of, sheet: SourceSheet): Promise<SavingRefusal | undefined> {
  const submission = await holdFor(tx, actor, of, "enter");
  if (isRefusal(submission)) return submission as SavingRefusal; // `enter` is refused with these words alone
  await writeSourceSheet(tx, of, sheet);
  return undefined;
}

/** Writes the source sheet; the caller has checked that the actor may. */
export async function writeSourceSheet(tx: Writing, of: Of, sheet: SourceSheet): Promise<void> {
  const day = words(sheet.referenceDate);
  await tx
    .updateTable("statistics.submission")
    .set({ authority: words(sheet.authority), reference_date: day && isDay(day) ? day : null, source: words(sheet.source) })
    .where("collection", "=", of.collection)
    .where("country", "=", of.country)
    .execute();
}

/** Lets the records of a submission go and keeps the matrix made of them, which can then be edited by hand. */
export async function discardRecords(tx: Writing, actor: Actor, of: Of): Promise<SavingRefusal | undefined> {
  const submission = await holdFor(tx, actor, of, "enter");
  if (isRefusal(submission)) return submission as SavingRefusal;
  if (submission.kind !== "records") return "wrong-state";
  await tx.deleteFrom("statistics.record").where("collection", "=", of.collection).where("country", "=", of.country).execute();
  await setKind(tx, of, "matrix");
  await writeEvent(tx, actor, of, { act: "let-records-go", round: submission.round });
  return undefined;
}
