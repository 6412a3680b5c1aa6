import type { Language } from "#basics";
import { type Database, sql } from "#database";
import { identityWords } from "#words";
import { doorOf } from "./door.ts";
import { ask } from "./query.ts";
import { hasSecondFactor, secondFactorsOf } from "./second-factor.store.ts";
import { spendCode } from "./second-step.ts";

/**
 * Whether a signature of this account asks for a code of its second step: always, except for the fictional accounts of a
 * demonstration, which sign in without proof and have nothing to show. `isDemo` is how the server was started.
 */
export function asksCode(database: Database, account: string, isDemo: boolean): Promise<boolean> {
  return doorOf(database).pass({ task: "signature", account }, async (tx) => {
    const [known] = await ask<{ isFictional: boolean }>(tx, sql`select is_demo as "isFictional" from identity.account where id = ${account}`);
    return !(isDemo && known?.isFictional === true) || hasSecondFactor(await secondFactorsOf(tx, account));
  });
}

/**
 * Asks whoever signs to show the second step again: six digits of the authenticator or a recovery code. `undefined` when the
 * signature may go on, else the sentence for the field.
 *
 * A session stays open for a working day; a signature binds an office, so that an unattended desk must not be enough. A wrong
 * code is counted together with those of signing in, and is in the audit. Call it when nothing else is wrong: a code works once.
 */
export async function proveSignature(
  database: Database,
  request: Request,
  { account, typed, isDemo, language }: { readonly account: string; readonly typed: string; readonly isDemo: boolean; readonly language: Language },
  now = new Date(),
): Promise<string | undefined> {
  if (!(await asksCode(database, account, isDemo))) return undefined;
  const words = identityWords[language];
  if (typed.trim() === "") return words.problems["code-needed"];
  const result = await spendCode(database, request, account, typed, now);
  if (result.kind === "opened") return undefined;
  if (result.kind === "refused") return words.problems["code-refused"];
  return words.wait(Math.max(1, Math.ceil((result.until.getTime() - now.getTime()) / 60_000)));
}
