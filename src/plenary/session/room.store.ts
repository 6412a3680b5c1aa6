import type { Reading } from "#database";
import { roomFacts } from "./room-facts.store.ts";
import { type Circle, type RoomState, roomStateOf } from "./room.ts";

/** The actor as whom live states are computed: the platform itself, once for each circle, never for a person. */
export const roomActor = { kind: "system", task: "live" } as const;

/**
 * The state of a session for a circle of readers; undefined when there is no such meeting or it is still being prepared. Read
 * as `roomActor`: what a circle sees is decided by `roomStateOf`, whether a person belongs to it by `circleOf`.
 */
export async function roomState(tx: Reading, meeting: string, circle: Circle): Promise<RoomState | undefined> {
  const facts = await roomFacts(tx, meeting);
  return facts && roomStateOf(facts, circle);
}
