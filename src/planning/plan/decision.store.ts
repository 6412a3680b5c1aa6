import type { Text } from "#basics";
import type { Reading } from "#database";

/** What can approve a plan: an adopted motion, or a meeting of record. */
export interface DecisionChoice {
  readonly meeting: string;
  /** Null for a meeting of record. */
  readonly motion: { readonly id: string; readonly number: number; readonly title: Text } | null;
}

/** The decisions that can approve a plan, the newest meeting first. */
export async function decisionChoices(tx: Reading): Promise<DecisionChoice[]> {
  const meetings = await tx
    .selectFrom("plenary.meeting")
    .select(["id", "is_record"])
    .where("state", "in", ["open", "closed"])
    .orderBy("year", "desc")
    .orderBy("ordinal", "desc")
    .execute();
  const motions = Map.groupBy(
    await tx.selectFrom("plenary.motion").select(["id", "meeting", "number", "title_es", "title_en"]).where("state", "=", "adopted").orderBy("number").execute(),
    ({ meeting }) => meeting,
  );
  return meetings.flatMap(({ id, is_record }): DecisionChoice[] => [
    ...(motions.get(id) ?? []).map((motion) => ({ meeting: id, motion: { id: motion.id, number: motion.number, title: { es: motion.title_es, en: motion.title_en } } })),
    ...(is_record ? [{ meeting: id, motion: null }] : []),
  ]);
}

/** The numbers of motions by their ids. */
export async function motionNumbers(tx: Reading, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom("plenary.motion").select(["id", "number"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}
