import type { RawBuilder } from "kysely";
import type { Actor, Text } from "#basics";
import { countryName } from "#basics";
import type { Writing } from "#database";

/** What a function of the database answers: 'opened', 'no-quorum'; an entry's refusal may name the country: 'not-present:BLZ'. */
export interface Answered {
  readonly word: string;
}

/**
 * Asks a function of the database for its word. `W` lists the words that its migration writes; a refusal is already in the
 * audit when it comes back, so the transaction is committed and not thrown away.
 */
export async function wordOf<W extends string>(tx: Writing, statement: RawBuilder<Answered>): Promise<W> {
  const { rows } = await statement.execute(tx);
  return rows[0]?.word as W; // the migration holds the list; a test asks for each of them
}

/** The country that a word names after its colon: 'BLZ' in 'not-present:BLZ'. */
export function namedIn(word: string): string | undefined {
  return word.split(":")[1];
}

/** A word without the country that it names, as messages are kept under it. */
export function plainWord(word: string): string {
  return word.split(":")[0] ?? word;
}

/** How the history names whoever acts: a delegation by its country, an organ by its name. */
export function subjectOf(actor: Actor): Text {
  if (actor.kind !== "member") return { es: "La plataforma", en: "The platform" };
  if (actor.country !== undefined) return countryName(actor.country);
  if (actor.office === "presidency") return { es: "La Presidencia", en: "The presidency" };
  return { es: "La Secretaría Técnica", en: "The technical secretariat" };
}

/** Whether the actor leads the meeting: opens, closes and counts. The database asks the same again. */
export function leads(actor: Actor): boolean {
  return actor.kind === "member" && (actor.office === "secretariat" || actor.office === "presidency");
}

/** Whether the actor may speak for a delegation at all; whether now, `plenary.entitlement` says. */
export function isDelegate(actor: Actor): boolean {
  return actor.kind === "member" && (actor.office === "delegate-titular" || actor.office === "delegate-alternate");
}
