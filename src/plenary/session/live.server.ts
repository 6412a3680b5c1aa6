import type { Actor } from "#basics";
import { type Database, openDatabase, read } from "#database";
import { type Hub, type HubParts, type StreamOptions, eventStream, openHub } from "#live-hub";
import { meetingOf } from "../meeting/meeting.store.ts";
import { circleOf } from "./circle.ts";
import type { Circle } from "./room.ts";
import { roomActor, roomState } from "./room.store.ts";

const meetingId = /^[IVXLC]{1,8}-\d{4}$/;

/**
 * Opens this process's link between the changes of sessions and the screens that follow them. `url` is the address of the
 * database with the server's own login (`loginUrl`). The room is read on two connections of its own, so that a screen does not
 * wait behind the ballots that it is to show. Close it after the web server has stopped to accept.
 */
export function openLive(url: string, parts: Partial<Omit<HubParts, "listenUrl" | "snapshot">> = {}): Hub {
  const database = openDatabase(url, { max: 2 });
  const hub = openHub({ ...parts, listenUrl: url, snapshot: (topic, circle) => roomSnapshot(database, topic, circle as Circle) }); // roomEvents gives circles alone
  return {
    ...hub,
    close: async () => {
      await hub.close();
      await database.destroy();
    },
  };
}

/** The state of a topic like 'meeting:V-2024' as JSON; undefined when there is no such meeting. */
export async function roomSnapshot(database: Database, topic: string, circle: Circle): Promise<string | undefined> {
  const meeting = topic.replace(/^meeting:/, "");
  if (!meetingId.test(meeting)) return undefined;
  const state = await read(database, roomActor, (tx) => roomState(tx, meeting, circle));
  return state && JSON.stringify(state);
}

/**
 * Answers the screens of a meeting at `roomAddress`: a stream of states, or with `?once` one. Whoever asks must be able to
 * read the meeting; what they get is of their circle. 401 for visitors, 403 for offices outside the plenary, 404 for a
 * meeting that is not there for them.
 */
export function roomEvents(database: Database, hub: Hub, options: Omit<StreamOptions, "holder"> = {}): (request: Request, actor: Actor) => Promise<Response> {
  return async (request, actor) => {
    if (actor.kind !== "member") return refusal(401, "Inicie sesión para seguir la reunión. · Sign in to follow the meeting.");
    const circle = circleOf(actor);
    if (circle === undefined) return refusal(403, "Su cargo no sigue las sesiones del pleno. · Your office does not follow the sessions of the plenary.");
    const meeting = decodeURIComponent(new URL(request.url).pathname.split("/").at(-1) ?? "");
    const known = meetingId.test(meeting) && (await read(database, actor, (tx) => meetingOf(tx, meeting)));
    if (!known || known.state === "draft" || known.isRecord) return refusal(404, "Esa reunión no existe o todavía no se convoca. · There is no such meeting, or it is not yet convened.");
    return eventStream(hub, `meeting:${meeting}`, circle, request, { ...options, holder: actor.account });
  };
}

function refusal(status: number, text: string): Response {
  return new Response(text, { status, headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" } });
}
