import type { Actor, Office } from "#basics";
import { type Database, read } from "#database";
import { CommandFault } from "./terminal.ts";

type Member = Extract<Actor, { kind: "member" }>;

/**
 * The account in whose name a command acts: the one of `email`, or the holder of the office when there is just one. Whoever
 * runs commands on the platform's own machine answers for that; the audit names the account.
 */
export async function accountFor(database: Database, office: readonly Office[], country: string | undefined, email: string | undefined): Promise<Member> {
  const [one] = await read(database, { kind: "system", task: "command line" }, (tx) => {
    const holders = tx
      .selectFrom("identity.office as o")
      .innerJoin("identity.account as a", "a.id", "o.account")
      .select(["a.id as account", "a.name", "o.office", "o.country"])
      .where("o.until", "is", null)
      .where("o.office", "in", [...office])
      .where("o.country", country ? "=" : "is", country ?? null)
      .orderBy("o.office", "desc")
      .orderBy("a.email");
    return (email ? holders.where("a.email", "=", email) : holders).execute();
  });
  if (!one) {
    const who = `${office.join(" / ")}${country ? ` · ${country}` : ""}${email ? ` · ${email}` : ""}`;
    throw new CommandFault(`No account holds this office: ${who}. Invite the person on the platform, or name an account with --as.`);
  }
  return { kind: "member", account: one.account, name: one.name, office: one.office as Office, ...(one.country ? { country: one.country } : {}) };
}
