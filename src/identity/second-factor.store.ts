import { type Reading, type Writing, sql } from "#database";
import { ask, change } from "./query.ts";
import { recoveryDigest } from "./recovery-code.ts";

/** The second steps that an account has set up. Instants are of their setting up. */
export interface SecondFactors {
  readonly authenticatorAt: Date | undefined;
  readonly passkeys: readonly { readonly id: string; readonly name: string | null; readonly createdAt: Date | null }[];
  readonly recoveryCodesLeft: number;
}

/** What an account has set up as second step. Readable by the account itself and by those who keep accounts. */
export async function secondFactorsOf(tx: Reading, account: string): Promise<SecondFactors> {
  const [authenticator] = await ask<{ confirmed_at: Date }>(
    tx,
    sql`select confirmed_at from identity.authenticator where account = ${account} and confirmed_at is not null`,
  );
  const passkeys = await ask<{ id: string; name: string | null; createdAt: Date | null }>(
    tx,
    sql`select id, name, created_at as "createdAt" from identity.passkey where account = ${account} order by created_at`,
  );
  const [codes] = await ask<{ left: number }>(
    tx,
    sql`select count(*) as left from identity.recovery_code where account = ${account} and used_at is null`,
  );
  return { authenticatorAt: authenticator?.confirmed_at, passkeys, recoveryCodesLeft: codes?.left ?? 0 };
}

/** Tells whether any second step is set up: only then is the account complete. */
export function hasSecondFactor({ authenticatorAt, passkeys }: SecondFactors): boolean {
  return authenticatorAt !== undefined || passkeys.length > 0;
}

/** Keeps the secret of an authenticator that is being set up. One that was confirmed stays until it is taken away. Sign-in door only. */
export async function keepAuthenticator(
  tx: Writing,
  account: string,
  sealedSecret: string,
): Promise<"kept" | "already-confirmed"> {
  const kept = await change(
    tx,
    sql`insert into identity.authenticator (account, secret) values (${account}, ${sealedSecret})
      on conflict (account) do update set secret = excluded.secret, created_at = now(), last_step = 0 where authenticator.confirmed_at is null`,
  );
  return kept === 1 ? "kept" : "already-confirmed";
}

/** The authenticator of an account, locked so that one code cannot be used twice at once. Sign-in door only. */
export async function authenticatorOf(
  tx: Writing,
  account: string,
): Promise<{ sealedSecret: string; confirmedAt: Date | null; lastStep: number } | undefined> {
  const [row] = await ask<{ sealedSecret: string; confirmedAt: Date | null; lastStep: number }>(
    tx,
    sql`select secret as "sealedSecret", confirmed_at as "confirmedAt", last_step as "lastStep"
      from identity.authenticator where account = ${account} for update`,
  );
  return row;
}

/** Remembers that the code of this half minute was used; the first one confirms the authenticator. Sign-in door only. */
export async function useAuthenticator(tx: Writing, account: string, step: number, now: Date): Promise<void> {
  await change(
    tx,
    sql`update identity.authenticator set last_step = ${step}, confirmed_at = coalesce(confirmed_at, ${now}) where account = ${account}`,
  );
}

/** Replaces the recovery codes of an account; the old ones end. Sign-in door only. */
export async function keepRecoveryCodes(tx: Writing, account: string, codes: readonly string[]): Promise<void> {
  await change(tx, sql`delete from identity.recovery_code where account = ${account}`);
  for (const code of codes) {
    await change(
      tx,
      sql`insert into identity.recovery_code (account, digest) values (${account}, ${recoveryDigest(account, code)})`,
    );
  }
}

/** Uses up a recovery code; false when there is no such unused code. Sign-in door only. */
export async function spendRecoveryCode(tx: Writing, account: string, typed: string, now: Date): Promise<boolean> {
  const spent = await change(
    tx,
    sql`update identity.recovery_code set used_at = ${now}
      where account = ${account} and digest = ${recoveryDigest(account, typed)} and used_at is null`,
  );
  return spent === 1;
}

/** Takes away every second step of an account and ends its sessions: for a person who lost the telephone. */
export async function removeSecondFactors(tx: Writing, account: string): Promise<void> {
  await change(tx, sql`delete from identity.authenticator where account = ${account}`);
  await change(tx, sql`delete from identity.passkey where account = ${account}`);
  await change(tx, sql`delete from identity.recovery_code where account = ${account}`);
  await change(tx, sql`delete from identity.session where account = ${account}`);
}
