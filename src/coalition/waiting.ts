import { type Actor, type Text, dayOf } from "#basics";
import { type Database, read } from "#database";
import type { WaitingItem } from "#web";
import { coalitionContactWords } from "#words";
import { staleContacts } from "./contact.ts";
import { contacts } from "./contact.store.ts";
import { currentMembers } from "./member.store.ts";

const words = coalitionContactWords;

/** One line in both languages, made from the same values. */
function both(line: (language: "es" | "en") => string): Text {
  return { es: line("es"), en: line("en") };
}

/**
 * What of the directory waits for the acting member: a country's people confirm their own stale entries; the secretariat
 * confirms those that it keeps, and sees which countries are late.
 */
export async function waiting(database: Database, actor: Actor): Promise<readonly WaitingItem[]> {
  if (actor.kind !== "member" || (actor.country === undefined && actor.office !== "secretariat")) return [];
  return read(database, actor, async (tx) => {
    const stale = staleContacts(await contacts(tx), dayOf(new Date()));
    if (stale.length === 0) return [];
    const href = "/workspace/coalition/contacts";
    if (actor.country !== undefined) {
      const own = stale.filter(({ keeper }) => "country" in keeper && keeper.country === actor.country);
      return own.length === 0
        ? []
        : [{ href: `${href}?of=country+${actor.country}`, label: both((l) => words[l].waiting.own(String(own.length))) }];
    }
    const late = new Set(stale.flatMap(({ keeper }) => ("country" in keeper ? [keeper.country] : [])));
    const kept = stale.filter(({ keeper }) => !("country" in keeper)).length;
    const states = (await currentMembers(tx)).filter(({ code }) => late.has(code));
    return [
      ...(kept > 0 ? [{ href, label: both((l) => words[l].waiting.kept(String(kept))) }] : []),
      ...(states.length > 0
        ? [{ href, label: both((l) => words[l].waiting.late(states.map(({ name }) => name[l]).join(", "))) }]
        : []),
    ];
  });
}
