import type { Actor, Text } from "#basics";
import { type Writing, sql } from "#database";
import { tell } from "../history/event.store.ts";
import { type Answered, wordOf } from "./act-word.ts";
import { approveAdoptedAgenda } from "./adopted-agenda.store.ts";
import type { Outcome } from "./majority.ts";
import { outcomeSentence } from "./sentence.ts";
import type { Vote, VoteMethod } from "./vote.ts";
import { voteOf } from "./vote.store.ts";

export type VoteRefusal =
  | "not-yours" | "unknown-motion" | "unknown-vote" | "meeting-not-open" | "motion-decided" | "rule-not-in-force" | "no-quorum" | "another-open"
  | "decision-open" | "not-settled-yet" | "tie-waits" | "key-missing" | "already-closed" | "entry-waits" | "wrong-key" | "vote-open" | "vote-void"
  | "already-settled" | "already-void" | "ballots-cast" | "reason-missing" | "settled-by-the-election" | "not-counted-yet" | "not-recounted-yet"
  | "not-reconciled-yet" | "no-tie-to-break" | "already-broken" | "second-vote-other-rule";

/** Tells an act on a vote in the meeting's history; who voted how is never in it. */
export async function tellVote(tx: Writing, actor: Actor, id: string, kind: string, sentence: (vote: Vote) => Text, detail: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const vote = await voteOf(tx, id);
  if (vote === undefined) return;
  await tell(tx, actor, {
    meeting: vote.meeting,
    ...(vote.item === null ? {} : { item: vote.item }),
    kind,
    sentence: sentence(vote),
    detail: { vote: id, ...(vote.motion === null ? {} : { motion: vote.motion }), ...detail },
  });
}

const methods = {
  "roll-call": { es: "votación nominal", en: "roll call" },
  secret: { es: "votación secreta", en: "secret vote" },
} as const satisfies Record<VoteMethod, Text>;

/**
 * Opens a vote on a motion under an id that the form brought. `key` is the urn's key (`urnKey`), needed for a secret vote; a
 * secret vote is always counted twice.
 */
export async function openVote(
  tx: Writing,
  actor: Actor,
  { id, motion, method, rule, withRecount, key }: {
    readonly id: string; readonly motion: string; readonly method: VoteMethod; readonly rule: string; readonly withRecount: boolean; readonly key?: string | undefined;
  },
): Promise<"opened" | VoteRefusal> {
  const before = await voteOf(tx, id);
  const word = await wordOf<"opened" | VoteRefusal>(
    tx,
    sql<Answered>`select plenary.open_vote(${id}::uuid, ${motion}::uuid, ${method}, ${rule}, ${withRecount}, ${key ?? null}) as word`,
  );
  if (word === "opened" && !before)
    await tellVote(tx, actor, id, "vote.opened", ({ title, rule: { name } }) => ({
      es: `Se abrió la ${methods[method].es} sobre «${title.es}». Regla: ${name.es}.`,
      en: `The ${methods[method].en} on “${title.en}” was opened. Rule: ${name.en}.`,
    }), { method, rule });
  return word;
}

/** Closes a vote: from here on ballots are read. The urn of a secret vote opens for its own key alone. */
export async function closeVote(tx: Writing, actor: Actor, { id, key }: { readonly id: string; readonly key?: string | undefined }): Promise<"closed" | VoteRefusal> {
  const word = await wordOf<"closed" | VoteRefusal>(tx, sql<Answered>`select plenary.close_vote(${id}::uuid, ${key ?? null}) as word`);
  if (word === "closed")
    await tellVote(tx, actor, id, "vote.closed", ({ title, marks, present }) => ({
      es: `Se cerró la votación sobre «${title.es}»: ${marks.length} de ${present} delegaciones presentes votaron.`,
      en: `The vote on “${title.en}” was closed: ${marks.length} of ${present} delegations present voted.`,
    }));
  return word;
}

/** Computes what became of the motion from the count and the rule, once everything that must be counted is counted. */
export async function settleVote(tx: Writing, actor: Actor, id: string): Promise<Outcome | VoteRefusal> {
  const before = await voteOf(tx, id);
  const word = await wordOf<Outcome | VoteRefusal>(tx, sql<Answered>`select plenary.settle_vote(${id}::uuid) as word`);
  const after = before?.state === "closed" ? await voteOf(tx, id) : undefined;
  if (after?.state === "settled" && after.result) {
    const sentence = outcomeSentence(after.result);
    await tellVote(tx, actor, id, "vote.settled", ({ title }) => ({
      es: `Resultado de la votación sobre «${title.es}»: ${sentence.es}`,
      en: `Result of the vote on “${title.en}”: ${sentence.en}`,
    }), { outcome: word });
    if (word === "adopted") await approveAdoptedAgenda(tx, actor, after.motion);
  }
  return word;
}

/** The presidency breaks the tie that the rule hands to it. */
export async function breakTie(tx: Writing, actor: Actor, { id, inFavour }: { readonly id: string; readonly inFavour: boolean }): Promise<"adopted" | "rejected" | VoteRefusal> {
  const before = await voteOf(tx, id);
  const word = await wordOf<"adopted" | "rejected" | VoteRefusal>(tx, sql<Answered>`select plenary.break_tie(${id}::uuid, ${inFavour}) as word`);
  if ((word === "adopted" || word === "rejected") && before?.tie === null)
    await tellVote(tx, actor, id, "vote.tie-broken", ({ title }) => ({
      es: `La Presidencia resolvió el empate sobre «${title.es}»: ${inFavour ? "aprobado" : "no aprobado"}.`,
      en: `The presidency broke the tie on “${title.en}”: ${inFavour ? "adopted" : "not adopted"}.`,
    }), { outcome: word });
  if (word === "adopted" && before?.tie === null) await approveAdoptedAgenda(tx, actor, before.motion);
  return word;
}

/** Declares void a vote that was opened by mistake and in which nobody has voted. */
export async function voidVote(tx: Writing, actor: Actor, { id, reason }: { readonly id: string; readonly reason: string }): Promise<"void" | VoteRefusal> {
  const word = await wordOf<"void" | VoteRefusal>(tx, sql<Answered>`select plenary.void_vote(${id}::uuid, ${reason}) as word`);
  if (word === "void")
    await tellVote(tx, actor, id, "vote.void", ({ title }) => ({
      es: `La votación sobre «${title.es}» se anuló sin papeletas: ${reason.trim()}`,
      en: `The vote on “${title.en}” was declared void, without ballots: ${reason.trim()}`,
    }));
  return word;
}
