import { randomBytes } from "node:crypto";
import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { toString as drawQr } from "qrcode";
import { type Database, sql } from "#database";
import { type AttemptRefusal, underThrottle } from "./attempt.ts";
import { doorOf } from "./door.ts";
import { change } from "./query.ts";
import { recoveryCodes } from "./recovery-code.ts";
import {
  authenticatorOf,
  keepAuthenticator,
  keepRecoveryCodes,
  secondFactorsOf,
  spendRecoveryCode,
  useAuthenticator,
} from "./second-factor.store.ts";
import type { KeptSession } from "./session.store.ts";
import { completeSession } from "./sign-in.ts";
import { base32, matchTotp, totpAddress } from "./totp.ts";

/** The second step succeeded: headers carry the complete session. */
export interface StepDone {
  readonly kind: "done";
  readonly headers: Headers;
  /** Shown once, when the account had none yet. */
  readonly codes?: readonly string[];
}

/** Tries the code of the second step: six digits of the authenticator, or one of the recovery codes. */
export async function showCode(
  database: Database,
  request: Request,
  session: KeptSession,
  typed: string,
  now = new Date(),
): Promise<StepDone | AttemptRefusal> {
  const result = await spendCode(database, request, session.account, typed, now);
  if (result.kind !== "opened") return result;
  return { kind: "done", headers: await completeSession(database, request, session, now) };
}

/**
 * Uses up a code of the second step for an account: six digits of its authenticator, or one of its recovery codes. Throttled,
 * and in the audit when it is wrong; signing in and signing an act both ask here, so that neither is a way to guess more.
 */
export function spendCode(
  database: Database,
  request: Request,
  account: string,
  typed: string,
  now: Date,
): Promise<{ readonly kind: "opened"; readonly value: true } | AttemptRefusal> {
  const isRecovery = !/^\s*\d{3}\s*\d{3}\s*$/.test(typed);
  const proof = isRecovery ? "recovery-code" : "authenticator";
  return underThrottle(
    database,
    request,
    { key: { kind: "secondStep", of: account }, account, proof },
    now,
    async () => {
      const right = await doorOf(database).pass({ task: "sign-in", account }, (tx) =>
        isRecovery ? spendRecoveryCode(tx, account, typed, now) : spendTotp(database, tx, account, typed, now, true),
      );
      return right || undefined;
    },
  );
}

/** Begins to set up an authenticator, or begins anew while none is confirmed. */
export async function beginAuthenticator(database: Database, session: KeptSession): Promise<"kept" | "already-confirmed"> {
  const door = doorOf(database);
  const sealed = await symmetricEncrypt({ key: door.authenticatorKey, data: base32(randomBytes(20)) });
  return door.pass({ task: "second step", account: session.account }, (tx) => keepAuthenticator(tx, session.account, sealed));
}

/** The authenticator that waits for its first code: its secret in groups of four, and the picture for the telephone. */
export async function pendingAuthenticator(
  database: Database,
  session: KeptSession,
): Promise<{ secret: string; picture: string } | undefined> {
  const door = doorOf(database);
  const kept = await door.pass({ task: "second step", account: session.account }, (tx) => authenticatorOf(tx, session.account));
  if (!kept || kept.confirmedAt) return undefined;
  const secret = await symmetricDecrypt({ key: door.authenticatorKey, data: kept.sealedSecret });
  const picture = await drawQr(totpAddress(secret, session.email), { type: "svg", margin: 2, errorCorrectionLevel: "M" });
  return { secret: secret.replaceAll(/(.{4})(?=.)/g, "$1 "), picture };
}

/** Tries the first code of a new authenticator; right, it is confirmed, and an account without recovery codes gets its ten. */
export async function confirmAuthenticator(
  database: Database,
  request: Request,
  session: KeptSession,
  typed: string,
  now = new Date(),
): Promise<StepDone | AttemptRefusal> {
  const { account } = session;
  const result = await underThrottle(
    database,
    request,
    { key: { kind: "secondStep", of: account }, account, proof: "authenticator" },
    now,
    async () => {
      const right = await doorOf(database).pass({ task: "second step", account }, (tx) =>
        spendTotp(database, tx, account, typed, now, false),
      );
      return right || undefined;
    },
  );
  return result.kind === "opened" ? finishSetUp(database, session, now) : result;
}

/** After a second step was set up: completes a session that waited for it, and gives recovery codes where there were none. */
export async function finishSetUp(database: Database, session: KeptSession, now = new Date()): Promise<StepDone> {
  const codes = await doorOf(database).pass({ task: "second step", account: session.account }, async (tx) => {
    // The session stays the same one, so that this very answer can still show the codes to it.
    if (!session.secondFactorAt)
      await change(tx, sql`update identity.session set second_factor_at = ${now} where id = ${session.id}`);
    const { recoveryCodesLeft } = await secondFactorsOf(tx, session.account);
    if (recoveryCodesLeft > 0) return undefined;
    const fresh = recoveryCodes(randomBytes);
    await keepRecoveryCodes(tx, session.account, fresh);
    return fresh;
  });
  return { kind: "done", headers: new Headers(), ...(codes ? { codes } : {}) };
}

/** Ten new recovery codes; the old ones end. The caller has asked for the password. */
export function renewRecoveryCodes(database: Database, account: string): Promise<string[]> {
  const fresh = recoveryCodes(randomBytes);
  return doorOf(database).pass({ task: "second step", account }, async (tx) => {
    await keepRecoveryCodes(tx, account, fresh);
    return fresh;
  });
}

/** Takes one second step away. The last one stays: every member account has one. The caller has asked for the password. */
export function removeFactor(
  database: Database,
  account: string,
  which: "authenticator" | { passkey: string },
): Promise<"removed" | "last-one"> {
  return doorOf(database).pass({ task: "second step", account }, async (tx) => {
    await change(tx, sql`select from identity.account where id = ${account} for update`);
    const { authenticatorAt, passkeys } = await secondFactorsOf(tx, account);
    if (passkeys.length + (authenticatorAt ? 1 : 0) <= 1) return "last-one";
    await (which === "authenticator"
      ? change(tx, sql`delete from identity.authenticator where account = ${account}`)
      : change(tx, sql`delete from identity.passkey where account = ${account} and id = ${which.passkey}`));
    return "removed";
  });
}

async function spendTotp(
  database: Database,
  tx: Parameters<typeof authenticatorOf>[0],
  account: string,
  typed: string,
  now: Date,
  mustBeConfirmed: boolean,
): Promise<boolean> {
  const kept = await authenticatorOf(tx, account);
  if (!kept || (mustBeConfirmed && !kept.confirmedAt)) return false;
  const secret = await symmetricDecrypt({ key: doorOf(database).authenticatorKey, data: kept.sealedSecret });
  const step = matchTotp(secret, typed, now, kept.lastStep);
  if (step === undefined) return false;
  await useAuthenticator(tx, account, step, now);
  return true;
}
