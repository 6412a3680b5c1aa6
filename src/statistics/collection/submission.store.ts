import type { Actor } from "#basics";
import { type Reading, type Writing, sql } from "#database";
import { type Capability, type SubmissionState, capability } from "./act.ts";
import type { Member, Of } from "./member.ts";
import type { ActRefusal } from "./refusal.ts";

/** One country's submission in one collection. */
export interface Submission extends Of {
  readonly state: SubmissionState;
  readonly round: number;
  readonly kind: "matrix" | "records" | null;
  /** Institution that stands behind the figures. */
  readonly authority: string | null;
  /** ISO day on which they were drawn. */
  readonly referenceDate: string | null;
  /** Register or publication they come from. */
  readonly source: string | null;
  readonly submittedBy: string | null;
  readonly submittedAt: Date | null;
  readonly signedBy: string | null;
  readonly signedAt: Date | null;
  readonly remindedAt: Date | null;
}

const columns = [
  "collection",
  "country",
  "state",
  "round",
  "kind",
  "authority",
  "reference_date as referenceDate",
  "source",
  "submitted_by as submittedBy",
  "submitted_at as submittedAt",
  "signed_by as signedBy",
  "signed_at as signedAt",
  "reminded_at as remindedAt",
] as const;

/** One submission; undefined when it is not there or not the actor's to see (policy `state_own`). */
export async function submissionOf(tx: Reading, of: Of): Promise<Submission | undefined> {
  const row = await tx
    .selectFrom("statistics.submission")
    .select(columns)
    .where("collection", "=", of.collection)
    .where("country", "=", of.country)
    .executeTakeFirst();
  return row as Submission | undefined; // the table's checks hold the words
}

/** The submissions of a collection that the actor may see, by country. */
export async function submissionsOf(tx: Reading, collection: string): Promise<Submission[]> {
  const rows = await tx.selectFrom("statistics.submission").select(columns).where("collection", "=", collection).orderBy("country").execute();
  return rows as Submission[];
}

/**
 * Reads a submission for an act and holds it until the transaction ends, so that two people acting at once act one after
 * the other. Gives the submission, or the word why the actor may not do this. An attempt on another state's submission is
 * remembered in the audit.
 */
export async function holdFor(tx: Writing, actor: Actor, of: Of, what: Capability): Promise<Submission | ActRefusal> {
  await sql`select pg_advisory_xact_lock(7226579, hashtext(${`${of.collection} ${of.country}`}))`.execute(tx);
  const submission = await submissionOf(tx, of);
  if (actor.kind === "member" && actor.country !== undefined && actor.country !== of.country) {
    // Nobody arrives here by a link of the platform: somebody tried another state's address.
    await sql`select audit.attempt('statistics.submission', ${JSON.stringify({ collection: of.collection, country: of.country, what })}::jsonb)`.execute(tx);
    return "not-yours";
  }
  if (!submission) return "not-found";
  const allowed = capability(actor, what, submission);
  return allowed === "allowed" ? submission : allowed;
}

/** Changes the state of a submission and what goes with it; the database checks the act again. */
export async function moveTo(
  tx: Writing,
  of: Of,
  change: {
    readonly state: SubmissionState;
    readonly round?: number;
    readonly submitted_by?: string | null;
    readonly submitted_at?: Date | null;
    readonly signed_by?: string | null;
    readonly signed_at?: Date | null;
  },
): Promise<void> {
  await tx
    .updateTable("statistics.submission")
    .set(change)
    .where("collection", "=", of.collection)
    .where("country", "=", of.country)
    .executeTakeFirstOrThrow();
}

/** The round that the next submission will have: a round that was submitted is frozen, and what is written now is the next. */
export async function workingRound(tx: Reading, submission: Submission): Promise<number> {
  const frozen = await tx
    .selectFrom("statistics.event")
    .select("id")
    .where("collection", "=", submission.collection)
    .where("country", "=", submission.country)
    .where("round", "=", submission.round)
    .where("act", "=", "submit")
    .executeTakeFirst();
  return frozen ? submission.round + 1 : submission.round;
}

/** Narrows what `holdFor` gave to a refusal. */
export function isRefusal(found: Submission | ActRefusal): found is ActRefusal {
  return typeof found === "string";
}

/** Acts are done by people; the platform and visitors have none. */
export function asMember(actor: Actor): Member | undefined {
  return actor.kind === "member" ? actor : undefined;
}
