import { read } from "#database";
import { notFound } from "#web";
import { askedMeeting } from "../../meeting/pages/meeting-asked.ts";
import { circleOf } from "../circle.ts";
import type { RoomState } from "../room.ts";
import { roomActor, roomState } from "../room.store.ts";

type Asking = Parameters<typeof askedMeeting>[0];

/** Who asks for which room, and its state for their circle; not found for a meeting that is no room yet or never was one. */
export async function askedRoom(args: Asking): Promise<Awaited<ReturnType<typeof askedMeeting>> & { readonly state: RoomState }> {
  const asked = await askedMeeting(args);
  const circle = circleOf(asked.actor);
  if (circle === undefined || asked.meeting.state === "draft" || asked.meeting.isRecord) throw notFound();
  const state = await read(asked.database, roomActor, (tx) => roomState(tx, asked.meeting.id, circle));
  if (!state) throw notFound();
  return { ...asked, state };
}
