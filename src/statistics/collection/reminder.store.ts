import type { Actor, Text } from "#basics";
import type { Writing } from "#database";
import { collectionOf } from "./collection.store.ts";
import { writeEvent } from "./history.store.ts";
import { type ReminderDue, reminderMessage, remindersDue } from "./reminder.ts";
import { submissionsOf } from "./submission.store.ts";

/** What is handed to the post: to whom (country and offices), and the words. Never a figure. */
export interface ReminderNotice extends ReminderDue {
  readonly collection: string;
  readonly subject: Text;
  readonly body: Text;
}

/** Posts one notice to the holders of those offices, in the transaction that remembers it. */
export type ReminderPost = (tx: Writing, notice: ReminderNotice) => Promise<void>;

/**
 * Reminds the countries that are due on a day and remembers it, so that none is reminded twice within the time of rest.
 * `only` narrows it to countries that the secretariat chose. Gives the countries that were reminded.
 */
export async function remind(
  tx: Writing,
  actor: Actor,
  collection: string,
  today: string,
  post: ReminderPost,
  only?: readonly string[],
): Promise<string[]> {
  if (!(actor.kind === "system" || (actor.kind === "member" && actor.office === "secretariat"))) return [];
  const opened = await collectionOf(tx, collection);
  if (!opened) return [];
  const submissions = await submissionsOf(tx, collection);
  const rows = submissions.map(({ country, state, remindedAt }) => ({ country, state, remindedOn: remindedAt?.toISOString().slice(0, 10) ?? null }));
  const due = remindersDue(rows, opened.deadline, today).filter(({ country }) => !only || only.includes(country));
  for (const each of due) {
    await post(tx, { ...each, collection, ...reminderMessage(each, opened) });
    await tx
      .updateTable("statistics.submission")
      .set({ reminded_at: new Date(`${today}T12:00:00Z`) })
      .where("collection", "=", collection)
      .where("country", "=", each.country)
      .execute();
    const round = submissions.find(({ country }) => country === each.country)?.round ?? 1;
    await writeEvent(tx, actor, { collection, country: each.country }, { act: "remind", round });
  }
  return due.map(({ country }) => country);
}
