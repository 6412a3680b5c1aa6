import type { Actor } from "#basics";
import type { Reading, Writing } from "#database";
import type { Act, ActState } from "./act.ts";

const columns = [
  "meeting", "state", "begun_at as begunAt", "circulated_at as circulatedAt", "observations_until as observationsUntil", "approved_in as approvedIn",
  "approved_motion as approvedMotion", "approved_at as approvedAt", "content_digest as digest", "code", "signed_at as signedAt", "document",
  "archived_at as archivedAt", "is_record as isRecord",
] as const;

/** The act of a meeting; undefined where there is none that the actor may see: drafts are of those who lead. */
export async function actOf(tx: Reading, meeting: string): Promise<Act | undefined> {
  const row = await tx.selectFrom("plenary.act").select(columns).where("meeting", "=", meeting).executeTakeFirst();
  return row && { ...row, state: row.state as ActState }; // the table's check holds the states
}

/** All acts that the actor may see, of the newest meeting first. */
export async function acts(tx: Reading): Promise<Act[]> {
  const rows = await tx
    .selectFrom("plenary.act")
    .innerJoin("plenary.meeting as m", "m.id", "plenary.act.meeting")
    .select(columns.map((each) => `plenary.act.${each}` as const))
    .orderBy("m.year", "desc")
    .orderBy("m.ordinal", "desc")
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as ActState })); // the table's check holds the states
}

/** The act held against every other step until the end of the transaction. For those who lead; others have no right to lock it. */
export async function heldAct(tx: Writing, actor: Actor, meeting: string): Promise<Act | undefined> {
  if (actor.kind !== "member" || (actor.office !== "secretariat" && actor.office !== "presidency")) return actOf(tx, meeting);
  const row = await tx.selectFrom("plenary.act").select(columns).where("meeting", "=", meeting).forNoKeyUpdate().executeTakeFirst();
  return row && { ...row, state: row.state as ActState }; // the table's check holds the states
}
