import { RouterContextProvider } from "react-router";
import { type Actor, isLanguage } from "#basics";
import type { Database } from "#database";
import { actorContext, databaseContext, demoContext, languageContext, originContext, secretContext } from "#web";

/** A request to a page as its loader or action gets it: who asks, for which address, and the fields of a form if it is sent. */
export interface Asking {
  readonly database: Database;
  readonly actor: Actor;
  /** `/es/workspace/…`; its first part is the language. */
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
  /** Fields as text; a `FormData` where a file goes with them. */
  readonly form?: Readonly<Record<string, string>> | FormData;
  /** The network address that the server saw; none where a test does not say. */
  readonly address?: string;
  /** Whether the server runs as a demonstration. */
  readonly isDemo?: boolean;
}

/** Asks a page's loader or action directly, with a real database: what it gives, or the answer that it throws. */
export async function ask<T>(handler: (args: never) => T, asking: Asking): Promise<Awaited<T>> {
  const { database, actor, path, params = {}, form, address, isDemo = false } = asking;
  const context = new RouterContextProvider();
  context.set(databaseContext, database);
  context.set(actorContext, actor);
  context.set(secretContext, "secret of the tests");
  context.set(demoContext, isDemo);
  context.set(originContext, "http://corett.test");
  const language = path.split("/")[1];
  context.set(languageContext, isLanguage(language) ? language : "es");
  const url = new URL(path, "http://corett.test");
  const headers = new Headers(address === undefined ? {} : { "x-corett-address": address });
  const request = new Request(url, form === undefined ? { headers } : { headers, method: "POST", body: form instanceof FormData ? form : new URLSearchParams(form) });
  const args = { request, url, params: { lang: language, ...params }, context, pattern: path };
  return await handler(args as never); // each route has its own type of arguments; they differ by their parameters alone
}
