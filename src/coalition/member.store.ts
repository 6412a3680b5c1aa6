import { isLanguage } from "#basics";
import type { Reading } from "#database";
import type { MemberState } from "./member.ts";

/** The members of today in the order of the Spanish alphabet; a fictional country of exercises is not among them. */
export async function currentMembers(tx: Reading): Promise<MemberState[]> {
  const rows = await tx
    .selectFrom("coalition.member")
    .select(["country", "name_es", "name_en", "mechanism_es", "mechanism_en", "mechanism_language", "basis_es", "basis_en"])
    .where("fictional", "=", false)
    .where("left_year", "is", null)
    .execute();
  return rows
    .map((row): MemberState => ({
      code: row.country,
      name: { es: row.name_es, en: row.name_en },
      mechanism: { es: row.mechanism_es, en: row.mechanism_en },
      mechanismLanguage: isLanguage(row.mechanism_language) ? row.mechanism_language : "es",
      ...(row.basis_es && row.basis_en ? { basis: { es: row.basis_es, en: row.basis_en } } : {}),
    }))
    .toSorted((a, b) => a.name.es.localeCompare(b.name.es, "es"));
}
