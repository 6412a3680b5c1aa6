import type { Office } from "#basics";
import { type Reading, type Writing, sql } from "#database";
import type { HeldOffice } from "./office.ts";
import { ask, change } from "./query.ts";

/** A session as the sign-in door knows it. */
export interface KeptSession {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly updatedAt: Date;
  readonly secondFactorAt: Date | null;
  readonly actingOffice: string | null;
  readonly isDemo: boolean;
}

/** The session of a token, with its account. Sign-in door only. */
export async function sessionOf(tx: Writing, token: string): Promise<KeptSession | undefined> {
  const [row] = await ask<KeptSession>(
    tx,
    sql`select s.id, s.account, a.name, a.email, a.is_demo as "isDemo", s.created_at as "createdAt", s.expires_at as "expiresAt",
        s.updated_at as "updatedAt", s.second_factor_at as "secondFactorAt", s.acting_office as "actingOffice"
      from identity.session s join identity.account a on a.id = s.account where s.token = ${token}`,
  );
  return row;
}

/** Writes the heartbeat of a session. Sign-in door only; no act, so it leaves no audit entry. */
export async function renewSession(tx: Writing, id: string, now: Date, expiresAt: Date): Promise<void> {
  await change(tx, sql`update identity.session set updated_at = ${now}, expires_at = ${expiresAt} where id = ${id}`);
}

/** The offices that an account holds now. Each member sees their own; keepers see all. */
export function currentOffices(tx: Reading, account: string): Promise<(HeldOffice & { office: Office })[]> {
  return ask(
    tx,
    sql`select id, office, country, "from" from identity.office
      where account = ${account} and "from" <= now() and (until is null or until > now()) order by "from", id`,
  );
}

/** A signed-in device as its owner sees it. */
export interface SessionEntry {
  readonly id: string;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly isComplete: boolean;
}

/** The live sessions of an account, the last used first; policy `own_seen` shows each member their own. */
export function sessionsOf(tx: Reading, account: string): Promise<SessionEntry[]> {
  return ask(
    tx,
    sql`select id, user_agent as "userAgent", created_at as "createdAt", updated_at as "seenAt", second_factor_at is not null as "isComplete"
      from identity.session where account = ${account} and expires_at > now() order by updated_at desc`,
  );
}

/** Ends one session of the acting account, or all but the given one. Gives how many ended; policy `own_ended` is the wall. */
export function endSessions(
  tx: Writing,
  account: string,
  which: { only: string } | { allBut: string | undefined },
): Promise<number> {
  return "only" in which
    ? change(tx, sql`delete from identity.session where account = ${account} and id = ${which.only}`)
    : change(
        tx,
        sql`delete from identity.session where account = ${account} and id is distinct from ${which.allBut ?? null}::uuid`,
      );
}

/** Lets a session act in another office that its account holds; policy `own_switched` refuses any other. */
export async function switchOffice(tx: Writing, session: string, office: string): Promise<void> {
  await change(tx, sql`update identity.session set acting_office = ${office} where id = ${session}`);
}
