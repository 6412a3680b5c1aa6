import type { Actor } from "#basics";
import { type Writing, sql } from "#database";
import { seatsOf } from "../meeting/meeting.store.ts";
import { type Answered, wordOf } from "./act-word.ts";
import { ballotsOf } from "./ballot.store.ts";
import { recount } from "./recount.ts";
import { voteOf } from "./vote.store.ts";
import { tellVote } from "./vote-act.store.ts";

export type CountRefusal =
  | "not-yours" | "unknown-vote" | "vote-open" | "vote-void" | "already-counted" | "not-counted-yet" | "same-person" | "already-recounted"
  | "already-reconciled" | "not-recounted-yet" | "nothing-to-reconcile" | "note-missing";

/** The first count: the database groups the kept ballots. */
export async function countVote(tx: Writing, actor: Actor, id: string): Promise<"counted" | CountRefusal> {
  const word = await wordOf<"counted" | CountRefusal>(tx, sql<Answered>`select plenary.count_vote(${id}::uuid) as word`);
  if (word === "counted")
    await tellVote(tx, actor, id, "vote.counted", ({ title, counts }) => ({
      es: `Se contaron las papeletas de la votación sobre «${title.es}»: ${counts[0]?.ballots ?? 0}.`,
      en: `The ballots of the vote on “${title.en}” were counted: ${counts[0]?.ballots ?? 0}.`,
    }));
  return word;
}

/**
 * The recount by a second person: reads the kept ballots one by one and counts them by `recount`, which shares nothing with
 * the first count. What it finds is recorded, equal or not.
 */
export async function recountVote(tx: Writing, actor: Actor, id: string): Promise<"equal" | "different" | CountRefusal> {
  const vote = await voteOf(tx, id);
  if (vote === undefined) return "unknown-vote";
  if (vote.state === "open") return "vote-open";
  const ballots = await ballotsOf(tx, id);
  const found = recount(
    ballots.map(({ option, country, receipt }) => ({ key: country ?? receipt ?? "", option: String(option) })),
    vote.choices.map(({ option }) => String(option)),
    { kind: vote.method, marks: vote.marks.map(({ country }) => country), entitled: await seatsOf(tx, vote.meeting) },
  );
  const word = await wordOf<"equal" | "different" | CountRefusal>(
    tx,
    sql<Answered>`select plenary.record_recount(${id}::uuid, ${found.ballots}::smallint, ${JSON.stringify(found.byOption)}::jsonb, ${JSON.stringify(found.faults)}::jsonb) as word`,
  );
  if (word === "equal" || word === "different")
    await tellVote(tx, actor, id, "vote.recounted", ({ title }) => ({
      es: `Otra persona contó de nuevo las papeletas de la votación sobre «${title.es}»: ${word === "equal" ? "el reconteo coincide con el conteo" : "el reconteo difiere del conteo"}.`,
      en: `Another person counted the ballots of the vote on “${title.en}” again: ${word === "equal" ? "the recount agrees with the count" : "the recount differs from the count"}.`,
    }), { word });
  return word;
}

/** Explains why count and recount differ, so that the result can be given; both figures stay. */
export async function reconcileVote(tx: Writing, actor: Actor, { id, note }: { readonly id: string; readonly note: string }): Promise<"reconciled" | CountRefusal> {
  const word = await wordOf<"reconciled" | CountRefusal>(tx, sql<Answered>`select plenary.reconcile(${id}::uuid, ${note}) as word`);
  if (word === "reconciled")
    await tellVote(tx, actor, id, "vote.reconciled", ({ title }) => ({
      es: `Se concilió la diferencia entre conteo y reconteo de la votación sobre «${title.es}»: ${note.trim()}`,
      en: `The difference between count and recount of the vote on “${title.en}” was reconciled: ${note.trim()}`,
    }));
  return word;
}
