import type { Actor } from "#basics";
import { type Writing, sql } from "#database";
import { type Happening, tell } from "../history/event.store.ts";

/**
 * Tells a thing in the history unless it was told: a form that is sent twice does one act, and leaves one line.
 *
 * `key` names the thing ('round 5f…'). The act before it holds the lock of the meeting, so that two at once cannot both tell.
 */
export async function tellOnce(tx: Writing, actor: Actor, happening: Happening & { readonly key: string }): Promise<void> {
  const { key, detail, ...rest } = happening;
  const told = await tx
    .selectFrom("plenary.event")
    .select("id")
    .where("meeting", "=", rest.meeting)
    .where("kind", "=", rest.kind)
    .where(sql<boolean>`detail->>'key' = ${key}`)
    .executeTakeFirst();
  if (!told) await tell(tx, actor, { ...rest, detail: { ...detail, key } });
}
