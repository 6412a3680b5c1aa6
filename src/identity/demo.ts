import type { Language, Office, Text } from "#basics";
import { type Database, sql } from "#database";
import { doorOf } from "./door.ts";
import { createAccount } from "./invitation.store.ts";
import { ask, change } from "./query.ts";
import { beginSession } from "./sign-in.ts";

/** An account of the demonstration: fictional, and recognisable as such by its name. */
export interface DemoAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly office: Office;
  readonly country?: string;
}

const states: readonly (readonly [code: string, name: Text, language: Language])[] = [
  ["BLZ", { es: "Belice", en: "Belize" }, "en"],
  ["CRI", { es: "Costa Rica", en: "Costa Rica" }, "es"],
  ["SLV", { es: "El Salvador", en: "El Salvador" }, "es"],
  ["GTM", { es: "Guatemala", en: "Guatemala" }, "es"],
  ["HND", { es: "Honduras", en: "Honduras" }, "es"],
  ["MEX", { es: "México", en: "Mexico" }, "es"],
  ["NIC", { es: "Nicaragua", en: "Nicaragua" }, "es"],
  ["PAN", { es: "Panamá", en: "Panama" }, "es"],
  ["DOM", { es: "República Dominicana", en: "Dominican Republic" }, "es"],
];

const stateNames = {
  "focal-point": { es: "Punto focal de", en: "Focal point of" },
  "delegate-titular": { es: "Titular de", en: "Titular delegate of" },
  "delegate-alternate": { es: "Suplente de", en: "Alternate delegate of" },
} as const satisfies Partial<Record<Office, Text>>;
const ornament = { es: "(demostración)", en: "(demonstration)" } as const satisfies Text;

// The last twelve digits say which account it is, so that fixtures and tests can name one.
const numbered = (number: number) => `d0000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** The accounts of the demonstration, with numbers that never change. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    id: numbered(1),
    name: "Secretaría Técnica (demostración)",
    email: "secretaria@demo.corett.example",
    office: "secretariat",
  },
  { id: numbered(2), name: "Presidencia (demostración)", email: "presidencia@demo.corett.example", office: "presidency" },
  {
    id: numbered(3),
    name: "Comunicación de Guatemala (demostración)",
    email: "comunicacion.gtm@demo.corett.example",
    office: "communicator",
    country: "GTM",
  },
  { id: numbered(4), name: "Observación de OIM (demostración)", email: "oim@demo.corett.example", office: "observer" },
  {
    id: numbered(5),
    name: "Administración (demostración)",
    email: "administracion@demo.corett.example",
    office: "administrator",
  },
  ...states.flatMap(([country, state, language], place) =>
    (Object.keys(stateNames) as (keyof typeof stateNames)[]).map((office, rank) => ({
      id: numbered(100 + place * 10 + rank),
      name: `${stateNames[office][language]} ${state[language]} ${ornament[language]}`,
      email: `${office}.${country.toLowerCase()}@demo.corett.example`,
      office,
      country,
    })),
  ),
];

/** Puts the accounts of the demonstration into the database, once. They have no password: only `demoSignIn` opens them. */
export async function seedDemoAccounts(database: Database): Promise<void> {
  await doorOf(database).pass({ task: "demonstration" }, async (tx) => {
    for (const { id, name, email, office, country } of demoAccounts) {
      const language = country === "BLZ" ? "en" : "es";
      const created = await createAccount(tx, { id, name, email, language, password: undefined, isDemo: true });
      if (!created) continue;
      await change(
        tx,
        sql`insert into identity.office (account, office, country, organisation)
          values (${id}, ${office}, ${country ?? null}, ${office === "observer" ? "OIM" : null})`,
      );
    }
  });
}

/**
 * Signs in as an account of the demonstration, with one click and no proof.
 *
 * `isDemo` is how the server was started. A real account is never opened like this, in no mode.
 */
export async function demoSignIn(
  database: Database,
  request: Request,
  account: string,
  isDemo: boolean,
  now = new Date(),
): Promise<Headers | "refused"> {
  if (!isDemo || !demoAccounts.some(({ id }) => id === account)) return "refused";
  const [known] = await doorOf(database).pass({ task: "demonstration" }, (tx) =>
    ask<{ id: string }>(tx, sql`select id from identity.account where id = ${account} and is_demo`),
  );
  return known ? beginSession(database, request, known.id, now) : "refused";
}
