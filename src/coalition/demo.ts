import { type Actor, addDays, dayOf } from "#basics";
import { type Database, read, write } from "#database";
import { type DemoAccount, demoAccounts } from "#identity";
import { addContact, contacts } from "./contact.store.ts";
import { delegates, designate } from "./delegation.store.ts";

type Member = Extract<Actor, { kind: "member" }>;

/** From when the demonstration's delegates are designated: early enough for its meetings. */
const designatedFrom = "2024-01-01";

/**
 * Fills delegations and directory with the fictional people of the demonstration, once: each country's titular and alternate
 * for both crimes, one contact a country, one of an organ. `staleOf` is the country whose contact nobody confirmed for eight
 * months, so that a reminder is seen. The demonstration's accounts must be there.
 */
export async function seedDemoDirectory(database: Database, now: Date, staleOf = "HND"): Promise<void> {
  const secretariat = demoAccounts.find(({ office }) => office === "secretariat");
  if (!secretariat) throw new Error("The demonstration has a secretariat");
  const keeper = actorOf(secretariat);
  const filled = await read(database, keeper, async (tx) => ({ delegates: await delegates(tx), contacts: await contacts(tx) }));
  if (filled.delegates.length === 0)
    await write(database, keeper, async (tx) => {
      for (const { id, name, office, country } of demoAccounts)
        if (country !== undefined && (office === "delegate-titular" || office === "delegate-alternate")) {
          const rank = office === "delegate-titular" ? "titular" : "alternate";
          const refusal = await designate(tx, { country, crime: "both", rank, account: id, name, from: designatedFrom });
          if (refusal) throw new Error(`${name}: ${refusal}`);
        }
    });
  if (filled.contacts.length > 0) return;
  const today = dayOf(now);
  const facts = ({ name, email }: DemoAccount) => ({ name, email, crime: "both", language: "es", kind: "technical" }) as const;
  await write(database, keeper, (tx) => addContact(tx, { organ: "secretariat" }, facts(secretariat), today));
  for (const account of demoAccounts) {
    const { country, office } = account;
    if (country === undefined || office !== "focal-point") continue;
    const language = country === "BLZ" ? "en" : "es";
    const day = country === staleOf ? addDays(today, -240) : today;
    await write(database, actorOf(account), (tx) =>
      addContact(tx, { country }, { ...facts(account), language, kind: "focal-point" }, day),
    );
  }
}

function actorOf({ id, name, office, country }: DemoAccount): Member {
  return { kind: "member", account: id, name, office, ...(country === undefined ? {} : { country }) };
}
