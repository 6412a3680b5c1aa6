import { hashPassword } from "better-auth/crypto";
import type { Actor, Language, Office } from "#basics";
import { type Database, type Reading, type Writing, sql } from "#database";
import { doorOf } from "./door.ts";
import { type InvitationDraft, invitationLife, linkDigest, newLinkToken } from "./invitation.ts";
import { sendInvitationLetter, sendOfficeLetter } from "./letter.ts";
import { type PasswordProblem, passwordProblem } from "./password.ts";
import { ask, change } from "./query.ts";

type Member = Extract<Actor, { kind: "member" }>;

/** An invitation as those who keep accounts see it. */
export interface InvitationEntry {
  readonly id: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly office: Office;
  readonly country: string | null;
  readonly organisation: string | null;
  readonly language: Language;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

const columns = sql`id, email, name, office, country, organisation, language, expires_at as "expiresAt", used_at as "usedAt", withdrawn_at as "withdrawnAt"`;

/** Invitations that were not used yet, the newest first; policy `keepers` decides who may. */
export function waitingInvitations(tx: Reading): Promise<InvitationEntry[]> {
  return ask(
    tx,
    sql`select ${columns} from identity.invitation where used_at is null and withdrawn_at is null order by created_at desc`,
  );
}

/**
 * Invites a person to an office, or gives the office at once to a person who already has an account.
 *
 * An earlier open invitation of the same person to the same office is withdrawn: one link works at a time. The letter is
 * posted in the same transaction.
 */
export async function invite(
  tx: Writing,
  by: Member,
  draft: InvitationDraft,
  origin: string,
  now = new Date(),
): Promise<"invited" | "office-given" | "already-holds" | "not-yourself"> {
  const [known] = await ask<{ id: string; name: string; email: string; language: Language }>(
    tx,
    sql`select id, name, email, language from identity.account where email = ${draft.email}`,
  );
  if (known?.id === by.account) return "not-yourself";
  if (known) {
    const [held] = await ask(
      tx,
      sql`select 1 from identity.office where account = ${known.id} and office = ${draft.office} and country is not distinct from ${draft.country} and until is null`,
    );
    if (held) return "already-holds";
    await change(
      tx,
      sql`insert into identity.office (account, office, country, organisation, given_by)
        values (${known.id}, ${draft.office}, ${draft.country}, ${draft.organisation}, ${by.account})`,
    );
    await sendOfficeLetter(tx, known, {
      office: draft.office,
      country: draft.country,
      link: `${origin}/${known.language}/workspace/account`,
    });
    return "office-given";
  }
  await change(
    tx,
    sql`update identity.invitation set withdrawn_at = ${now}
      where email = ${draft.email} and office = ${draft.office} and country is not distinct from ${draft.country} and used_at is null and withdrawn_at is null`,
  );
  const { token, digest } = newLinkToken();
  const expiresAt = new Date(now.getTime() + invitationLife);
  await change(
    tx,
    sql`insert into identity.invitation (token_digest, email, name, office, country, organisation, language, expires_at, invited_by)
      values (${digest}, ${draft.email}, ${draft.name}, ${draft.office}, ${draft.country}, ${draft.organisation}, ${draft.language}, ${expiresAt}, ${by.account})`,
  );
  await sendInvitationLetter(tx, draft, { ...draft, link: `${origin}/${draft.language}/join/${token}`, expiresAt });
  return "invited";
}

/** Sends an invitation anew with a new link; the old one ends. */
export async function inviteAgain(
  tx: Writing,
  by: Member,
  id: string,
  origin: string,
  now = new Date(),
): Promise<Awaited<ReturnType<typeof invite>> | "gone"> {
  const [old] = await ask<InvitationEntry>(
    tx,
    sql`select ${columns} from identity.invitation where id = ${id} and used_at is null and withdrawn_at is null`,
  );
  if (!old?.email || !old.name) return "gone";
  return invite(tx, by, { ...old, email: old.email, name: old.name }, origin, now);
}

/** Withdraws an invitation that was not used. */
export async function withdrawInvitation(tx: Writing, id: string, now = new Date()): Promise<"withdrawn" | "gone"> {
  const done = await change(
    tx,
    sql`update identity.invitation set withdrawn_at = ${now} where id = ${id} and used_at is null and withdrawn_at is null`,
  );
  return done === 1 ? "withdrawn" : "gone";
}

/** The invitation behind a link, whatever its state; nothing when no such link was ever sent. */
export async function invitationOf(database: Database, token: string): Promise<InvitationEntry | undefined> {
  const [row] = await doorOf(database).pass({ task: "invitation" }, (tx) =>
    ask<InvitationEntry>(tx, sql`select ${columns} from identity.invitation where token_digest = ${linkDigest(token)}`),
  );
  return row;
}

/** What the invited person types. Mail address and name count only where the invitation left them open. */
export interface Joining {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/**
 * Uses an invitation: account, password and office come into being together, once. Gives the account, whose second step is
 * still to be set up.
 */
export async function join(
  database: Database,
  token: string,
  typed: Joining,
  now = new Date(),
): Promise<{ account: string } | "gone" | "email-taken" | PasswordProblem> {
  const early = await invitationOf(database, token);
  const person = { email: early?.email ?? typed.email, name: early?.name ?? typed.name };
  const problem = passwordProblem(typed.password, person);
  if (problem) return problem;
  const password = await hashPassword(typed.password);
  return doorOf(database)
    .pass({ task: "invitation" }, async (tx) => {
      const [invitation] = await ask<InvitationEntry>(
        tx,
        sql`update identity.invitation set used_at = ${now}
        where token_digest = ${linkDigest(token)} and used_at is null and withdrawn_at is null and expires_at > ${now} returning ${columns}`,
      );
      if (!invitation) return "gone";
      const account = await createAccount(tx, { ...person, language: invitation.language, password, isDemo: false });
      if (!account) throw new EmailTaken();
      await change(
        tx,
        sql`insert into identity.office (account, office, country, organisation, given_by)
        select ${account}::uuid, office, country, organisation, invited_by from identity.invitation where id = ${invitation.id}`,
      );
      await change(tx, sql`update identity.invitation set account = ${account} where id = ${invitation.id}`);
      return { account };
    })
    .catch((fault: unknown) => {
      if (fault instanceof EmailTaken) return "email-taken" as const;
      throw fault;
    });
}

/** Rolls the use of the invitation back: the link stays good. */
class EmailTaken extends Error {}

/** Creates an account with the digest of its password; nothing when the mail address already has one. Sign-in door only. */
export async function createAccount(
  tx: Writing,
  {
    email,
    name,
    language,
    password,
    isDemo,
    id,
  }: { email: string; name: string; language: Language; password: string | undefined; isDemo: boolean; id?: string },
): Promise<string | undefined> {
  const [account] = await ask<{ id: string }>(
    tx,
    sql`insert into identity.account (id, name, email, email_verified, language, is_demo)
      values (coalesce(${id ?? null}::uuid, gen_random_uuid()), ${name}, ${email}, true, ${language}, ${isDemo}) on conflict (email) do nothing returning id`,
  );
  if (!account) return undefined;
  if (password !== undefined) {
    await change(
      tx,
      sql`insert into identity.credential (account, provider_id, account_id, password) values (${account.id}, 'credential', ${account.id}, ${password})`,
    );
  }
  return account.id;
}

/**
 * The link for the first secretariat account of an installation, printed at start; nothing once such an account exists.
 *
 * Each start makes a new link and ends the one before.
 */
export function firstRunLink(database: Database, language: Language = "es", now = new Date()): Promise<string | undefined> {
  const door = doorOf(database);
  return door.pass({ task: "first run" }, async (tx) => {
    const [keeper] = await ask(
      tx,
      sql`select 1 from identity.office o join identity.account a on a.id = o.account where o.office = 'secretariat' and o.until is null and not a.is_demo`,
    );
    if (keeper) return undefined;
    await change(
      tx,
      sql`update identity.invitation set withdrawn_at = ${now} where invited_by is null and used_at is null and withdrawn_at is null`,
    );
    const { token, digest } = newLinkToken();
    await change(
      tx,
      sql`insert into identity.invitation (token_digest, office, language, expires_at)
        values (${digest}, 'secretariat', ${language}, ${new Date(now.getTime() + invitationLife)})`,
    );
    return `${door.origin}/${language}/join/${token}`;
  });
}
