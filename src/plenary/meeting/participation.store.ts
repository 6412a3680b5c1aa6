import type { Text } from "#basics";
import type { Reading } from "#database";

/** Who took part in a meeting that is over. */
export interface Participation {
  readonly country: string | null;
  readonly organisation: string | null;
  readonly mode: "in-person" | "virtual" | null;
  readonly note: Text;
}

/** Who took part, member states first. The public reads it of closed meetings (policy). */
export async function participationOf(tx: Reading, meeting: string): Promise<Participation[]> {
  const rows = await tx
    .selectFrom("plenary.participation")
    .select(["country", "organisation", "mode", "note_es", "note_en"])
    .where("meeting", "=", meeting)
    .orderBy("country")
    .orderBy("organisation")
    .execute();
  return rows.map(({ note_es, note_en, ...row }) => ({ ...row, mode: row.mode as Participation["mode"], note: { es: note_es, en: note_en } })); // the check holds the mode
}
