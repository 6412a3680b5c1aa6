import { isDay } from "#basics";
import { type Reading, type Writing, sql } from "#database";
import type { Crime } from "./crime.ts";
import {
  type Delegate,
  type DelegationRefusal,
  type Designation,
  type Rank,
  holdsOn,
  ranks,
  succession,
} from "./delegation.ts";

const columns = ["id", "country", "crime", "rank", "account", "name", "from", "until", "note"] as const;

/** Every designation of every country, with those that ended, the newest first. Policy `members_read`: observers get none. */
export async function delegates(tx: Reading): Promise<Delegate[]> {
  const rows = await tx
    .selectFrom("coalition.delegation")
    .select(columns)
    .orderBy("country")
    .orderBy("from", "desc")
    .orderBy("rank", "desc")
    .orderBy("crime")
    .execute();
  return rows.map(delegateOf);
}

/** Who speaks for a country on a day (ISO), titulars first; one line for each crime, or one for both. */
export async function delegationOf(tx: Reading, country: string, day: string): Promise<Delegate[]> {
  const standing = (await delegates(tx)).filter((each) => each.country === country && holdsOn(each, day));
  return standing.toSorted((one, other) => ranks.indexOf(one.rank) - ranks.indexOf(other.rank));
}

/**
 * Designates a person. Who stood for the same rank and crime ends on that day and stays in the history. Policies
 * `titular_enters` and `secretariat_enters` decide who may; an account must hold an office of the country's delegation.
 */
export async function designate(tx: Writing, next: Designation): Promise<DelegationRefusal | undefined> {
  const steps = succession(await delegates(tx), next);
  if (typeof steps === "string") return steps;
  if (next.account !== undefined) {
    const holders = await delegationAccounts(tx, next.country);
    if (!holders.some(({ account }) => account === next.account)) return "not-in-delegation";
  }
  for (const { id } of steps.ends)
    await tx.updateTable("coalition.delegation").set({ until: next.from }).where("id", "=", id).execute();
  const entered = await tx
    .insertInto("coalition.delegation")
    .values(
      [next, ...steps.goesOn].map((each) => ({
        ...each,
        account: each.account ?? null,
        name: each.name.trim(),
        note: each.note ?? null,
      })),
    )
    .onConflict((already) => already.doNothing())
    .returning("id")
    .execute();
  // Somebody else named a successor at the same moment: the table holds one person for each crime, and theirs is in.
  return entered.length === 1 + steps.goesOn.length ? undefined : "unknown-delegate";
}

/** Ends a designation without a successor; `until` is the first day without it. Policies `titular_ends`, `secretariat_ends`. */
export async function endDelegation(tx: Writing, id: string, until: string): Promise<DelegationRefusal | undefined> {
  if (!isDay(until)) return "not-a-day";
  const delegate = (await delegates(tx)).find((each) => each.id === id && each.until === undefined);
  if (!delegate) return "unknown-delegate";
  if (until < delegate.from) return "ends-before-it-begins";
  const ended = await tx
    .updateTable("coalition.delegation")
    .set({ until })
    .where("id", "=", id)
    .where("until", "is", null)
    .executeTakeFirst();
  return ended.numUpdatedRows === 0n ? "unknown-delegate" : undefined;
}

/** Accounts that hold an office of a country's delegation now, by name: those that a designation may name. */
export async function delegationAccounts(
  tx: Reading,
  country: string,
): Promise<{ account: string; name: string; office: string }[]> {
  const { rows } = await sql<{ account: string; name: string; office: string }>`
    select a.id as account, a.name, o.office from identity.office o join identity.account a on a.id = o.account
    where o.country = ${country} and o.office in ('delegate-titular', 'delegate-alternate') and o.until is null
    order by o.office desc, a.name`.execute(tx);
  return rows;
}

function delegateOf(row: {
  id: string;
  country: string;
  crime: string;
  rank: string;
  account: string | null;
  name: string;
  from: string;
  until: string | null;
  note: string | null;
}): Delegate {
  return {
    id: row.id,
    country: row.country,
    crime: row.crime as Crime, // the check constraints of the table hold crimes and ranks
    rank: row.rank as Rank,
    ...(row.account === null ? {} : { account: row.account }),
    name: row.name,
    from: row.from,
    ...(row.until === null ? {} : { until: row.until }),
    ...(row.note === null ? {} : { note: row.note }),
  };
}
