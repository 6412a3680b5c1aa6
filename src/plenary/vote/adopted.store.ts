import type { Text } from "#basics";
import type { Reading } from "#database";

/** A decision of the plenary that something else stands on. */
export interface AdoptedMotion {
  readonly id: string;
  readonly meeting: string;
  readonly number: number;
  readonly title: Text;
  readonly decidedAt: Date;
}

/** The motions of substance that the plenary adopted, the newest first; policies of `plenary.motion` decide which the reader sees. */
export async function adoptedMotions(tx: Reading): Promise<AdoptedMotion[]> {
  const rows = await tx
    .selectFrom("plenary.motion")
    .select(["id", "meeting", "number", "title_es", "title_en", "decided_at"])
    .where("state", "=", "adopted")
    .where("purpose", "=", "substance")
    .where("decided_at", "is not", null)
    .orderBy("decided_at", "desc")
    .execute();
  return rows.flatMap(({ title_es, title_en, decided_at, ...row }) => (decided_at === null ? [] : [{ ...row, title: { es: title_es, en: title_en }, decidedAt: decided_at }]));
}

/** A meeting of the coalition's record, which the platform did not hold and which has no motions here. */
export interface RecordMeeting {
  readonly id: string;
  /** ISO day; null where the source tells none. */
  readonly day: string | null;
}

/** The meetings of the coalition's record, the newest first. */
export async function recordMeetings(tx: Reading): Promise<RecordMeeting[]> {
  const rows = await tx
    .selectFrom("plenary.meeting")
    .select(["id", "starts_at"])
    .where("is_record", "=", true)
    .orderBy("year", "desc")
    .orderBy("ordinal", "desc")
    .execute();
  return rows.map(({ id, starts_at }) => ({ id, day: starts_at === null ? null : starts_at.toISOString().slice(0, 10) }));
}
