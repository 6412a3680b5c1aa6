import type { Actor } from "#basics";
import type { Writing } from "#database";
import { approveAgenda } from "../meeting/agenda.store.ts";

/**
 * Approves the agenda where the adopted motion is about it: whoever closes the decision approves the agenda in the same act,
 * so that the two never tell different things. Nothing happens where the agenda is approved already, or with other motions.
 */
export async function approveAdoptedAgenda(tx: Writing, actor: Actor, motion: string | null): Promise<void> {
  if (motion === null) return;
  const adopted = await tx.selectFrom("plenary.motion").select("meeting").where("id", "=", motion).where("purpose", "=", "agenda").where("state", "=", "adopted").executeTakeFirst();
  if (adopted) await approveAgenda(tx, actor, adopted.meeting, motion);
}
