import type { Language } from "#basics";
import type { Database, Reading } from "#database";
import { type Member, databaseContext, languageContext, memberIn, notFound } from "#web";
import { officesFor } from "#identity";
import type { RouterContextProvider } from "react-router";
import type { Collection } from "../../collection/collection.ts";
import { collectionOf } from "../../collection/collection.store.ts";

interface Args {
  readonly request: Request;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly context: Readonly<RouterContextProvider>;
}

/** Who asks for a release's pages, and in which language. */
export interface AskedRelease {
  readonly database: Database;
  readonly actor: Member;
  readonly collection: string;
  readonly language: Language;
}

/** The secretariat alone prepares and publishes. */
export function askedRelease({ request, params, context }: Args): AskedRelease {
  const actor = memberIn({ request, context }, officesFor("release.build"));
  return { database: context.get(databaseContext), actor, collection: params["collection"] ?? "", language: context.get(languageContext) };
}

/**
 * A country's page is read by the country's delegates and focal point, and by the secretariat. For another country it is not
 * there: whoever asks does not learn whether it is prepared.
 */
export function askedPage({ request, params, context }: Args): AskedRelease & { readonly country: string } {
  const actor = memberIn({ request, context }, officesFor("submission.read"));
  const country = params["country"] ?? "";
  if (actor.country !== undefined && actor.country !== country) throw notFound();
  return { database: context.get(databaseContext), actor, country, collection: params["collection"] ?? "", language: context.get(languageContext) };
}

/** The collection of the address, which must be there. */
export async function collectionThere(tx: Reading, id: string): Promise<Collection> {
  const collection = await collectionOf(tx, id);
  if (!collection) throw notFound();
  return collection;
}
