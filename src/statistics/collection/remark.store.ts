import { randomUUID } from "node:crypto";
import type { Actor } from "#basics";
import type { Reading, Writing } from "#database";
import type { Capability } from "./act.ts";
import type { Of } from "./member.ts";
import type { RemarkRefusal } from "./refusal.ts";
import { type Remark, faultOfWords } from "./remark.ts";
import { type Submission, asMember, holdFor, isRefusal, workingRound } from "./submission.store.ts";

/**
 * The remarks of a submission, oldest first. Policies decide: the country sees all of its own, the secretariat its own words
 * and those about rounds that were signed, nobody else any.
 */
export async function remarksOf(tx: Reading, of: Of): Promise<Remark[]> {
  const rows = await tx
    .selectFrom("statistics.remark")
    .select(["id", "round", "kind", "cell", "finding", "answers", "body", "account", "author", "office", "at"])
    .where("collection", "=", of.collection)
    .where("country", "=", of.country)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map(({ cell, finding, answers, kind, ...row }) => ({
    ...row,
    kind: kind as Remark["kind"], // the table's check holds the words
    ...(cell === null ? {} : { cell }),
    ...(finding === null ? {} : { finding }),
    ...(answers === null ? {} : { answers }),
  }));
}

type Words = Pick<Remark, "kind" | "round" | "body"> & Partial<Pick<Remark, "cell" | "finding" | "answers">>;

/** Writes one remark in the acting person's name; the caller has checked that the actor may. Gives its id. */
export async function writeRemark(tx: Writing, actor: Actor, of: Of, words: Words): Promise<string> {
  const member = asMember(actor);
  if (!member) throw new Error("Only people write remarks");
  const id = randomUUID();
  await tx
    .insertInto("statistics.remark")
    .values({
      id,
      collection: of.collection,
      country: of.country,
      round: words.round,
      kind: words.kind,
      cell: words.cell ?? null,
      finding: words.finding ?? null,
      answers: words.answers ?? null,
      body: words.body.trim(),
      account: member.account,
      author: member.name,
      office: member.office,
    })
    .execute();
  return id;
}

async function say(
  tx: Writing,
  actor: Actor,
  of: Of,
  what: Capability,
  words: Omit<Words, "round">,
  roundOf: (submission: Submission) => Promise<number> | number,
): Promise<RemarkRefusal | undefined> {
  const submission = await holdFor(tx, actor, of, what);
  if (isRefusal(submission)) return submission as RemarkRefusal; // writing is refused with these words alone
  const fault = faultOfWords(words.body);
  if (fault) return fault;
  await writeRemark(tx, actor, of, { ...words, round: await roundOf(submission) });
  return undefined;
}

const standingRound = (submission: Submission): number => submission.round;

/** Comments on a cell or on the whole submission. */
export function comment(tx: Writing, actor: Actor, of: Of, words: { cell?: string; body: string }): Promise<RemarkRefusal | undefined> {
  return say(tx, actor, of, "comment", { kind: "comment", ...words }, standingRound);
}

/** Explains a warning of the report of checks. It belongs to the round that is being prepared, and is seen with its signature. */
export function explain(tx: Writing, actor: Actor, of: Of, words: { finding: string; cell?: string; body: string }): Promise<RemarkRefusal | undefined> {
  return say(tx, actor, of, "explain", { kind: "explanation", ...words }, (submission) => workingRound(tx, submission));
}

/** Replies to a remark of the same submission that the actor can see; the reply stands on the same cell. */
export async function reply(tx: Writing, actor: Actor, of: Of, words: { answers: string; body: string }): Promise<RemarkRefusal | undefined> {
  const answered = (await remarksOf(tx, of)).find((remark) => remark.id === words.answers);
  if (!answered) return "unknown-remark";
  return say(tx, actor, of, "comment", { kind: "reply", ...words, ...(answered.cell === undefined ? {} : { cell: answered.cell }) }, standingRound);
}
