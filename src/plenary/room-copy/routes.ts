import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Pages of the room copy under a meeting's frame, relative to meetings/:meeting. The files answer to POST, since they ask for the key. */
export const meetingRoutes: RouteConfigEntry[] = [
  route("room-copy", "plenary/room-copy/pages/room-copy.tsx"),
  route("room-copy/file", "plenary/room-copy/pages/room-file.ts"),
  route("room-copy/slips", "plenary/room-copy/pages/room-slips.ts"),
];

/** Entering a copy in the room, under /:lang. On a main platform nobody has a code, and nothing is there. */
export const publicRoutes: RouteConfigEntry[] = [route("room", "plenary/room-copy/pages/room-sign-in.tsx")];
