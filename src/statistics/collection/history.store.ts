import type { Actor } from "#basics";
import type { Reading, Writing } from "#database";
import { type EventAct, type EventDetail, type HistoryLine, historySentence } from "./history.ts";
import type { Of } from "./member.ts";

/** Writes one line of the history, in the transaction of the act itself. The platform signs as 'CORETT'. */
export async function writeEvent(
  tx: Writing,
  actor: Actor,
  of: Of,
  event: { readonly act: EventAct; readonly round: number; readonly detail?: EventDetail },
): Promise<void> {
  const who =
    actor.kind === "member"
      ? { account: actor.account, author: actor.name, office: actor.office }
      : { account: null, author: "CORETT", office: "system" };
  await tx
    .insertInto("statistics.event")
    .values({ ...of, ...who, act: event.act, round: event.round, detail: event.detail ? JSON.stringify(event.detail) : null })
    .execute();
}

/** The history of one submission, oldest line first; empty when it is not the actor's to see. */
export async function historyOf(tx: Reading, of: Of): Promise<HistoryLine[]> {
  const rows = await tx
    .selectFrom("statistics.event")
    .select(["id", "act", "round", "author", "office", "at", "detail"])
    .where("collection", "=", of.collection)
    .where("country", "=", of.country)
    .orderBy("id")
    .execute();
  return rows.map((row) => {
    const event = { ...row, act: row.act as EventAct, detail: (row.detail ?? {}) as EventDetail }; // written by `writeEvent` alone
    return { ...event, sentence: historySentence(event) };
  });
}
