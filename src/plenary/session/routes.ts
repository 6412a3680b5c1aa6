import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Pages of a session. Placed under the frame of the meeting. */
export const meetingRoutes: RouteConfigEntry[] = [
  route("session", "plenary/session/pages/session.tsx"),
  route("session/notes/:item", "plenary/session/pages/item-note.tsx"),
  route("session/reports", "plenary/session/pages/country-reports.tsx"),
  route("session/close", "plenary/session/pages/session-close.tsx"),
];

/** The telephone of a delegate, and the representations of the coalition. Placed under /:lang/workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [
  route("meetings/:meeting/room", "plenary/session/pages/room.tsx"),
  route("representations", "plenary/session/pages/representations.tsx"),
  route("representations/new", "plenary/session/pages/representation-new.tsx"),
  route("representations/:representation", "plenary/session/pages/representation.tsx"),
];

/** The projector of the room: without navigation, in a frame of its own (web/screen-frame.tsx). Placed under /:lang. */
export const screenRoutes: RouteConfigEntry[] = [route("workspace/meetings/:meeting/screen", "plenary/session/pages/screen.tsx")];
