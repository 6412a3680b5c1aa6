import type { Actor } from "#basics";
import { type Database, read } from "#database";
import type { WaitingItem } from "#web";
import { taskWords } from "#words";
import { openFailures } from "./task.store.ts";

/** Failed work waits for those who can try it again. */
export async function waiting(database: Database, actor: Actor): Promise<readonly WaitingItem[]> {
  if (actor.kind !== "member" || (actor.office !== "secretariat" && actor.office !== "administrator")) return [];
  const failures = await read(database, actor, openFailures);
  if (failures === 0) return [];
  return [{ href: "/workspace/tasks", label: { es: taskWords.es.waiting(failures), en: taskWords.en.waiting(failures) } }];
}
