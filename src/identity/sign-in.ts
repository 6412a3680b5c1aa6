import { type Database, sql } from "#database";
import { type AttemptRefusal, underThrottle } from "./attempt.ts";
import { doorOf } from "./door.ts";
import { ask, change } from "./query.ts";
import { currentSession, tokenOf } from "./resolve-actor.ts";
import { hasSecondFactor, secondFactorsOf } from "./second-factor.store.ts";
import type { KeptSession } from "./session.store.ts";

/** What a right proof opens: the next step, and the headers that carry the session cookie. */
export interface Opened {
  readonly next: "second-step" | "set-up" | "workspace";
  readonly headers: Headers;
}

/**
 * Tries mail address and password.
 *
 * Right, it opens a session that still waits for the second step, or for its setting up. An unknown address takes as long
 * as a wrong password and is answered the same.
 */
export async function signInWithPassword(
  database: Database,
  request: Request,
  typed: { email: string; password: string },
  now = new Date(),
): Promise<Opened | AttemptRefusal> {
  const door = doorOf(database);
  const email = typed.email.trim().toLowerCase();
  const [known] = await door.pass({ task: "sign-in" }, (tx) =>
    ask<{ id: string }>(tx, sql`select id from identity.account where email = ${email}`),
  );
  const result = await underThrottle(
    database,
    request,
    { key: { kind: "account", of: email }, account: known?.id, proof: "password" },
    now,
    () =>
      door.ask({ task: "sign-in", account: known?.id }, (auth) =>
        refusable(() =>
          auth.api.signInEmail({
            body: { email, password: typed.password },
            headers: withoutCookies(request),
            returnHeaders: true,
          }),
        ),
      ),
  );
  if (result.kind !== "opened" || !known) return result.kind === "opened" ? { kind: "refused" } : result;
  const factors = await door.pass({ task: "sign-in", account: known.id }, (tx) => secondFactorsOf(tx, known.id));
  return { next: hasSecondFactor(factors) ? "second-step" : "set-up", headers: result.value.headers };
}

/** Turns the session of a first step into a complete one: a new token, so that a stolen first-step cookie is worth nothing. */
export async function completeSession(database: Database, request: Request, session: KeptSession, now: Date): Promise<Headers> {
  const headers = await beginSession(database, request, session.account, now);
  await doorOf(database).pass({ task: "sign-in", account: session.account }, (tx) =>
    change(tx, sql`delete from identity.session where id = ${session.id}`),
  );
  return headers;
}

/** Opens a session for an account whose proofs were checked by the caller; `secondFactorAt` is null while the second step is open. */
export function beginSession(
  database: Database,
  request: Request,
  account: string,
  secondFactorAt: Date | null,
): Promise<Headers> {
  return doorOf(database).ask({ task: "sign-in", account }, async (auth) => {
    const { headers } = await auth.api.beginSession({
      body: { account, secondFactorAt },
      headers: withoutCookies(request),
      returnHeaders: true,
    });
    return headers;
  });
}

/** Ends the session of the request, if it has one, and gives the headers that take its cookie away. */
export async function signOut(database: Database, request: Request): Promise<Headers> {
  const door = doorOf(database);
  const session = await currentSession(database, request);
  const token = tokenOf(door, request);
  if (token)
    await door.pass({ task: "sign-out", account: session?.account }, (tx) =>
      change(tx, sql`delete from identity.session where token = ${token}`),
    );
  const { headers } = await door.auth.api.signOut({ headers: withoutCookies(request), returnHeaders: true });
  return headers;
}

/** Tells whether this is the password of the session's account, under the same throttle as signing in. */
export async function confirmPassword(
  database: Database,
  request: Request,
  session: KeptSession,
  password: string,
  now = new Date(),
): Promise<"right" | AttemptRefusal> {
  const result = await underThrottle(
    database,
    request,
    { key: { kind: "account", of: session.email }, account: session.account, proof: "password" },
    now,
    () =>
      doorOf(database).ask({ task: "sign-in", account: session.account }, (auth) =>
        refusable(() => auth.api.verifyPassword({ body: { password }, headers: request.headers })),
      ),
  );
  return result.kind === "opened" ? "right" : result;
}

/** The value, or nothing where better-auth refuses; a fault of ours is thrown on. */
export async function refusable<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (fault) {
    const status = fault instanceof Error && "statusCode" in fault ? Number(fault.statusCode) : 500;
    if (status >= 400 && status < 500) return undefined;
    throw fault;
  }
}

/** What better-auth may know of the request: device and address, but no session that it could mix up with the new one. */
function withoutCookies(request: Request): Headers {
  const headers = new Headers();
  for (const name of ["user-agent", "x-corett-address"]) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}
