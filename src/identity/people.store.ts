import type { Actor, Office, Text } from "#basics";
import { type Reading, type Writing, sql } from "#database";
import { sendNotice } from "./letter.ts";
import { ask, change } from "./query.ts";
import { removeSecondFactors } from "./second-factor.store.ts";

type Member = Extract<Actor, { kind: "member" }>;

/** A person with one of their current offices; once without, if they hold none. */
export interface PersonEntry {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly isDemo: boolean;
  readonly officeId: string | null;
  readonly office: Office | null;
  readonly country: string | null;
  readonly organisation: string | null;
  readonly hasSecondFactor: boolean;
  readonly seenAt: Date | null;
}

/** Everyone with an account, by office and country; policy `keepers` decides who may. */
export function people(tx: Reading): Promise<PersonEntry[]> {
  return ask(
    tx,
    sql`select a.id as account, a.name, a.email, a.is_demo as "isDemo", o.id as "officeId", o.office, o.country, o.organisation,
        exists (select from identity.authenticator f where f.account = a.id and f.confirmed_at is not null)
          or exists (select from identity.passkey p where p.account = a.id) as "hasSecondFactor",
        (select max(s.updated_at) from identity.session s where s.account = a.id) as "seenAt"
      from identity.account a left join identity.office o on o.account = a.id and (o.until is null or o.until > now())
      order by o.country nulls first, array_position(array['secretariat', 'presidency', 'administrator', 'observer',
        'delegate-titular', 'delegate-alternate', 'focal-point', 'communicator'], o.office) nulls last, a.name`,
  );
}

/** Ends an office now and closes the sessions of its holder. Policy `keepers_end` refuses one's own. */
export async function endOffice(
  tx: Writing,
  by: Member,
  office: string,
  now = new Date(),
): Promise<"office-ended" | "already-ended" | "not-yourself"> {
  const [held] = await ask<{ account: string }>(
    tx,
    sql`select account from identity.office where id = ${office} and until is null`,
  );
  if (!held) return "already-ended";
  if (held.account === by.account) return "not-yourself";
  const ended = await change(tx, sql`update identity.office set until = greatest(${now}, "from") where id = ${office}`);
  if (ended === 0) return "already-ended";
  await change(tx, sql`delete from identity.session where account = ${held.account}`);
  return "office-ended";
}

/** Takes the second step away from a person who lost it, closes their sessions and tells them. Not from oneself. */
export async function resetSecondFactor(tx: Writing, by: Member, account: string): Promise<"second-reset" | "not-yourself"> {
  if (account === by.account) return "not-yourself";
  await removeSecondFactors(tx, account);
  await sendNotice(tx, account, "factorReset");
  return "second-reset";
}

/** Closes every session of a person. */
export async function closeSessions(tx: Writing, account: string): Promise<"sessions-ended"> {
  await change(tx, sql`delete from identity.session where account = ${account}`);
  return "sessions-ended";
}

/** The states that offices can belong to, as the coalition keeps them. */
export async function memberCountries(tx: Reading): Promise<{ code: string; name: Text }[]> {
  const rows = await ask<{ country: string; es: string; en: string }>(
    tx,
    sql`select country, name_es as es, name_en as en from coalition.member where left_year is null order by name_es`,
  );
  return rows.map(({ country, es, en }) => ({ code: country, name: { es, en } }));
}
