import { randomBytes } from "node:crypto";
import { hashPassword, symmetricEncrypt } from "better-auth/crypto";
import type { Language, Office } from "#basics";
import { type Database, sql } from "#database";
import { doorOf } from "./door.ts";
import { createAccount } from "./invitation.store.ts";
import { change } from "./query.ts";
import { keepAuthenticator, useAuthenticator } from "./second-factor.store.ts";
import { base32 } from "./totp.ts";

/** What an account made by program needs. */
export interface AccountDraft {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly office?: Office;
  readonly country?: string;
  readonly language?: Language;
}

/**
 * Makes a complete account without the letters: password, confirmed authenticator, office. For tests and for the operator.
 *
 * Gives the account and the authenticator's secret in base 32; `totpCode(secret, totpStep(now))` is its code. Throws when
 * the mail address is taken.
 */
export async function makeAccount(
  database: Database,
  { email, name, password, office, country, language = "es" }: AccountDraft,
): Promise<{ account: string; secret: string }> {
  const door = doorOf(database);
  const digest = await hashPassword(password);
  const secret = base32(randomBytes(20));
  const sealed = await symmetricEncrypt({ key: door.authenticatorKey, data: secret });
  const account = await door.pass({ task: "account made by program" }, async (tx) => {
    const id = await createAccount(tx, { email, name, language, password: digest, isDemo: false });
    if (!id) throw new Error(`The mail address ${email} already has an account.`);
    await keepAuthenticator(tx, id, sealed);
    await useAuthenticator(tx, id, 0, new Date());
    if (office) {
      await change(
        tx,
        sql`insert into identity.office (account, office, country, organisation) values (${id}, ${office}, ${country ?? null}, ${office === "observer" ? "ONG" : null})`,
      );
    }
    return id;
  });
  return { account, secret };
}
