import { type Database, read } from "#database";
import { officesFor } from "#identity";
import type { Language, Office, Text } from "#basics";
import { type Member, actorContext, databaseContext, languageContext, memberIn, notFound } from "#web";
import type { RouterContextProvider } from "react-router";
import type { Collection } from "../collection.ts";
import { collectionOf } from "../collection.store.ts";
import type { Of } from "../member.ts";
import { methodologyOf } from "../methodology.store.ts";
import { type Submission, submissionOf } from "../submission.store.ts";
import type { Methodology } from "../../methodology/methodology.ts";

/** Offices that follow a data year: who is where, and who acts next. */
export const followers: readonly Office[] = officesFor("collection.board");

/** Offices that open a submission. The presidency follows the board and reads no figure. */
export const readers: readonly Office[] = officesFor("submission.read");

/** Offices that enter figures and send files. */
export const enterers: readonly Office[] = officesFor("submission.enter");

interface Args {
  readonly request: Request;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly context: Readonly<RouterContextProvider>;
}

/** A submission that was asked for, with all that every page about it needs. */
export interface Asked {
  readonly database: Database;
  readonly actor: Member;
  readonly of: Of;
  /** The country's name; a fictional one has a name too. */
  readonly name: Text;
  readonly collection: Collection;
  readonly submission: Submission;
  readonly methodology: Methodology;
  readonly language: Language;
}

/**
 * The submission of the address. Another country's is not found, as one that does not exist: the actor does not learn which.
 * An office that opens no submission is turned away.
 */
export async function askedSubmission(
  { request, params, context }: Args,
  offices: readonly Office[] = readers,
): Promise<Asked> {
  const actor = memberIn({ request, context }, offices);
  const database = context.get(databaseContext);
  const of = { collection: params.collection ?? "", country: params.country ?? "" };
  if (actor.country !== undefined && actor.country !== of.country) throw notFound();
  const found = await read(database, context.get(actorContext), async (tx) => {
    const collection = await collectionOf(tx, of.collection);
    const submission = collection && (await submissionOf(tx, of));
    if (!submission) return undefined;
    const member = await tx
      .selectFrom("coalition.member")
      .select(["name_es", "name_en"])
      .where("country", "=", of.country)
      .executeTakeFirstOrThrow();
    const name = { es: member.name_es, en: member.name_en };
    return { name, collection, submission, methodology: await methodologyOf(tx, collection.methodology) };
  });
  if (!found) throw notFound();
  return { database, actor, of, language: context.get(languageContext), ...found };
}

/** The day of today in the region, as 2026-03-31. */
export function today(now = new Date()): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "America/Guatemala" }).format(now);
}
