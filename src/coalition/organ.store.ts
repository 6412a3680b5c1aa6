import type { Reading } from "#database";
import type { Organ } from "./organ.ts";

/** The organs in their order, with what each does. Anyone may read them. */
export async function organs(tx: Reading): Promise<Organ[]> {
  const rows = await tx
    .selectFrom("coalition.organ")
    .select(["code", "name_es", "name_en", "summary_es", "summary_en", "term_months", "source_es", "source_en"])
    .orderBy("position")
    .execute();
  const functions = await tx
    .selectFrom("coalition.organ_function")
    .select(["organ", "number", "text_es", "text_en"])
    .orderBy("organ")
    .orderBy("number")
    .execute();
  return rows.map((row) => ({
    code: row.code as Organ["code"], // the check constraint of the table holds the codes
    name: { es: row.name_es, en: row.name_en },
    summary: { es: row.summary_es, en: row.summary_en },
    ...(row.term_months === null ? {} : { termMonths: row.term_months }),
    functions: functions
      .filter(({ organ }) => organ === row.code)
      .map((each) => ({ number: each.number, text: { es: each.text_es, en: each.text_en } })),
    source: { es: row.source_es, en: row.source_en },
  }));
}
