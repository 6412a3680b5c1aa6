import type { Text } from "#basics";
import type { Reading, Writing } from "#database";
import { type ObserverOrganisation, organisationCode } from "./observer.ts";

/** The organisations that accompany the coalition now, observers first. Anyone may read them. */
export async function observerOrganisations(tx: Reading): Promise<ObserverOrganisation[]> {
  const rows = await tx
    .selectFrom("coalition.observer_organisation")
    .select(["code", "name_es", "name_en", "short_es", "short_en", "standing", "since_on", "source_es", "source_en"])
    .where("until_on", "is", null)
    .orderBy("standing")
    .orderBy("name_es")
    .execute();
  return rows.map((row) => ({
    code: row.code,
    name: { es: row.name_es, en: row.name_en },
    ...(row.short_es && row.short_en ? { short: { es: row.short_es, en: row.short_en } } : {}),
    standing: row.standing === "observer" ? "observer" : "participant",
    ...(row.since_on === null ? {} : { sinceOn: row.since_on }),
    source: { es: row.source_es, en: row.source_en },
  }));
}

/** Enters an organisation that was admitted as observer. Policy `secretariat_enters`. */
export async function addObserver(
  tx: Writing,
  draft: { readonly name: Text; readonly sinceOn?: string; readonly source: Text },
): Promise<"already-observer" | undefined> {
  const kept = await tx
    .insertInto("coalition.observer_organisation")
    .values({
      code: organisationCode(draft.name.es),
      name_es: draft.name.es,
      name_en: draft.name.en,
      standing: "observer",
      since_on: draft.sinceOn ?? null,
      source_es: draft.source.es,
      source_en: draft.source.en,
    })
    .onConflict((already) => already.doNothing())
    .returning("code")
    .executeTakeFirst();
  return kept ? undefined : "already-observer";
}
