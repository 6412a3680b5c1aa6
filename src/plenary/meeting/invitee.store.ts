import { type Language, type Office, isLanguage } from "#basics";
import { type Reading, type Writing, sql } from "#database";

/** A person who is to be convened, with the office for which. */
export interface Invitee {
  readonly account: string;
  readonly name: string;
  readonly office: Office;
  readonly country: string | null;
  readonly organisation: string | null;
  readonly language: Language;
}

/** Of somebody with several offices the first one here is the reason to convene. */
const rank = ["delegate-titular", "delegate-alternate", "presidency", "secretariat", "observer"];

/**
 * The people to be convened today, each once: delegates of the entitled states, presidency, secretariat and observers.
 * Function `plenary.invitees` answers whoever leads, and nobody else.
 */
export async function invitees(tx: Reading | Writing, seats: readonly string[]): Promise<Invitee[]> {
  const { rows } = await sql<Invitee>`select account, name, office, country, organisation, language from plenary.invitees()`.execute(tx);
  const entitled = rows.filter(({ country }) => country === null || seats.includes(country));
  const once = new Map<string, Invitee>();
  for (const row of entitled.toSorted((one, other) => rank.indexOf(one.office) - rank.indexOf(other.office)))
    if (!once.has(row.account)) once.set(row.account, { ...row, language: isLanguage(row.language) ? row.language : "es" });
  return [...once.values()];
}
