import { type Text, countryName } from "#basics";
import type { Reading } from "#database";
import type { Named } from "./election-sentence.ts";

/** Names of the member states by code, as the coalition keeps them; a tenth member has its name by data alone. */
export async function namesOf(tx: Reading): Promise<ReadonlyMap<string, Text>> {
  const rows = await tx.selectFrom("coalition.member").select(["country", "name_es", "name_en"]).execute();
  return new Map(rows.map(({ country, name_es, name_en }) => [country, { es: name_es, en: name_en }]));
}

/** Looks a name up; a code that is no member's is named by its code. */
export function namedBy(names: ReadonlyMap<string, Text>): Named {
  return (country) => names.get(country) ?? countryName(country);
}
