import { route, type RouteConfigEntry } from "@react-router/dev/routes";

/** Pages of decisions under a meeting's frame, relative to meetings/:meeting. */
export const meetingRoutes: RouteConfigEntry[] = [
  route("decisions", "plenary/vote/pages/decisions.tsx"),
  route("decisions/:motion", "plenary/vote/pages/motion.tsx"),
  route("votes/:vote", "plenary/vote/pages/vote.tsx"),
  route("votes/:vote/entry", "plenary/vote/pages/entry.tsx"),
];

/** The rules; and the ballot, which stands outside the meeting's frame as the room does: it is a telephone's page. Under workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [
  route("rules", "plenary/vote/pages/rules.tsx"),
  route("meetings/:meeting/votes/:vote/ballot", "plenary/vote/pages/ballot.tsx"),
];
