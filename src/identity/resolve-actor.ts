import type { Actor } from "#basics";
import type { Database, Writing } from "#database";
import { type Door, doorOf } from "./door.ts";
import { actingOffice } from "./office.ts";
import { isLive, renewedUntil, sessionToken } from "./session.ts";
import { type KeptSession, currentOffices, renewSession, sessionOf } from "./session.store.ts";

/** The token of the request's session cookie, if its signature is ours. */
export function tokenOf(door: Door, request: Request): string | undefined {
  return sessionToken(request.headers.get("cookie"), door.sessionKey, door.isSecure);
}

/**
 * The live session of a request, complete or waiting for its second step.
 *
 * Reading it keeps it alive: the heartbeat is written at most every five minutes.
 */
export async function currentSession(database: Database, request: Request, now = new Date()): Promise<KeptSession | undefined> {
  const door = doorOf(database);
  const token = tokenOf(door, request);
  if (!token) return undefined;
  return door.pass({ task: "session" }, (tx) => liveSession(tx, token, now));
}

async function liveSession(tx: Writing, token: string, now: Date): Promise<KeptSession | undefined> {
  const session = await sessionOf(tx, token);
  if (!session || !isLive(session, now)) return undefined;
  const until = renewedUntil(session, now);
  if (until) await renewSession(tx, session.id, now, until);
  return session;
}

/**
 * Who acts in a request: the account of a complete session in its acting office; anyone else is the public.
 *
 * A session without its second step, or an account without a current office, opens nothing. Both are looked up for every
 * request, so that an ended session or office ends at once on every server.
 */
export async function resolveActor(database: Database, request: Request, now = new Date()): Promise<Actor> {
  const door = doorOf(database);
  const token = tokenOf(door, request);
  if (!token) return { kind: "public" };
  const found = await door.pass({ task: "session" }, async (tx) => {
    const session = await liveSession(tx, token, now);
    return session?.secondFactorAt ? { session, offices: await currentOffices(tx, session.account) } : undefined;
  });
  if (!found) return { kind: "public" };
  const { session, offices } = found;
  const { account, name } = session;
  const acting = actingOffice(offices, session.actingOffice);
  if (!acting) return { kind: "public" };
  return { kind: "member", account, name, office: acting.office, ...(acting.country ? { country: acting.country } : {}) };
}
