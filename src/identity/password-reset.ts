import { setTimeout as pause } from "node:timers/promises";
import { type Database, sql } from "#database";
import { addressOf } from "./attempt.ts";
import { doorOf } from "./door.ts";
import { sendNotice } from "./letter.ts";
import { type PasswordProblem, passwordProblem } from "./password.ts";
import { ask } from "./query.ts";
import type { KeptSession } from "./session.store.ts";
import { refusable } from "./sign-in.ts";
import { takeAttempt } from "./throttle.store.ts";

// Long enough to hide whether a letter was written. Milliseconds.
const evenTime = 300;

/**
 * Sends the link for a new password, if the mail address has an account. The answer and its time are the same if not.
 *
 * Accounts of the demonstration get none: they have no password.
 */
export async function requestReset(
  database: Database,
  request: Request,
  email: string,
  now = new Date(),
): Promise<"sent-if-known" | { kind: "wait"; until: Date }> {
  const door = doorOf(database);
  const address = addressOf(request);
  const until = await door.pass({ task: "password reset" }, (tx) =>
    takeAttempt(
      tx,
      [
        { kind: "account", of: `reset ${email}` },
        ...(address === undefined ? [] : [{ kind: "address", of: address } as const]),
      ],
      now,
    ),
  );
  if (until) return { kind: "wait", until };
  const send = async () => {
    const [known] = await door.pass({ task: "password reset" }, (tx) =>
      ask<{ id: string }>(tx, sql`select id from identity.account where email = ${email} and not is_demo`),
    );
    if (known)
      await door.ask({ task: "password reset", account: known.id }, (auth) =>
        auth.api.requestPasswordReset({ body: { email } }),
      );
  };
  await Promise.all([send(), pause(evenTime)]);
  return "sent-if-known";
}

/** Sets the new password behind a link, once, and ends all sessions of the account. The second step stays as it is. */
export async function resetPassword(
  database: Database,
  token: string,
  password: string,
): Promise<"changed" | "gone" | PasswordProblem> {
  const door = doorOf(database);
  const { internalAdapter } = await door.auth.$context;
  const kept = await door.ask({ task: "password reset" }, () =>
    internalAdapter.findVerificationValue(`reset-password:${token}`),
  );
  if (!kept || new Date(kept.expiresAt) <= new Date()) return "gone";
  const problem = await problemFor(database, kept.value, password);
  if (problem) return problem;
  const done = await door.ask({ task: "password reset", account: kept.value }, (auth) =>
    refusable(() => auth.api.resetPassword({ body: { newPassword: password, token } })),
  );
  if (!done) return "gone";
  await door.pass({ task: "password reset", account: kept.value }, (tx) => sendNotice(tx, kept.value, "passwordChanged"));
  return "changed";
}

/** Changes the password of the session's own account and ends its other sessions. The caller has asked for the present one. */
export async function changePassword(
  database: Database,
  session: KeptSession,
  password: string,
): Promise<"changed" | PasswordProblem> {
  const problem = await problemFor(database, session.account, password);
  if (problem) return problem;
  const door = doorOf(database);
  const { internalAdapter, password: digests } = await door.auth.$context;
  const digest = await digests.hash(password);
  const errand = { task: "password change", account: session.account };
  await door.ask(errand, () => internalAdapter.updatePassword(session.account, digest));
  await door.pass(errand, async (tx) => {
    await ask(tx, sql`delete from identity.session where account = ${session.account} and id <> ${session.id}`);
    await sendNotice(tx, session.account, "passwordChanged");
  });
  return "changed";
}

async function problemFor(database: Database, account: string, password: string): Promise<PasswordProblem | undefined> {
  const [person] = await doorOf(database).pass({ task: "password reset" }, (tx) =>
    ask<{ email: string; name: string }>(tx, sql`select email, name from identity.account where id = ${account}`),
  );
  return person && passwordProblem(password, person);
}
