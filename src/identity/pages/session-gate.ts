import { redirectDocument } from "react-router";
import type { Database } from "#database";
import { databaseContext, languageContext, safeReturn } from "#web";
import { identityWords } from "#words";
import type { AttemptRefusal } from "../attempt.ts";
import { currentSession } from "../resolve-actor.ts";
import type { KeptSession } from "../session.store.ts";

/** What a loader or action has at hand, as far as the gate needs it. */
interface Asked {
  readonly request: Request;
  readonly context: Readonly<{ get(key: typeof databaseContext): Database; get(key: typeof languageContext): "es" | "en" }>;
}

/** Where the person wanted to go before signing in; the desk otherwise. */
export function wanted({ request, context }: Asked, form?: FormData): string {
  const to = form?.get("to") ?? new URL(request.url).searchParams.get("to");
  return safeReturn(typeof to === "string" ? to : null, `/${context.get(languageContext)}/workspace`);
}

/** The session of the request, complete or not; without one the person is sent to sign in. */
export async function sessionHere(asked: Asked): Promise<KeptSession> {
  const session = await currentSession(asked.context.get(databaseContext), asked.request);
  if (!session) throw redirectDocument(`/${asked.context.get(languageContext)}/sign-in`, 303);
  return session;
}

/** The sentence for a proof that was not accepted: how long to wait, or the word for what was wrong. */
export function refusalText(refusal: AttemptRefusal, wrong: string, { context }: Asked, now = new Date()): string {
  if (refusal.kind === "refused") return wrong;
  return identityWords[context.get(languageContext)].wait(
    Math.max(1, Math.ceil((refusal.until.getTime() - now.getTime()) / 60_000)),
  );
}

/** The text of a field; empty when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Adds the wish to come back to an address. */
export function withWish(address: string, to: string): string {
  return `${address}?${new URLSearchParams({ to })}`;
}
