import { type RouteConfigEntry, route } from "@react-router/dev/routes";
import * as act from "./act/routes.ts";
import * as agreement from "./agreement/routes.ts";
import * as attendance from "./attendance/routes.ts";
import * as election from "./election/routes.ts";
import * as meeting from "./meeting/routes.ts";
import * as roomCopy from "./room-copy/routes.ts";
import * as session from "./session/routes.ts";
import * as vote from "./vote/routes.ts";

/** Pages for members. Everything of one meeting stands in the meeting's frame. Placed under /:lang/workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [
  ...meeting.workspaceRoutes,
  ...session.workspaceRoutes,
  ...act.workspaceRoutes,
  route("meetings/:meeting", "plenary/meeting/pages/meeting-frame.tsx", [
    ...meeting.meetingRoutes,
    ...attendance.meetingRoutes,
    ...session.meetingRoutes,
    ...vote.meetingRoutes,
    ...election.meetingRoutes,
    ...act.meetingRoutes,
    ...agreement.meetingRoutes,
    ...roomCopy.meetingRoutes,
  ]),
  ...agreement.workspaceRoutes,
  ...election.workspaceRoutes,
  ...vote.workspaceRoutes,
];

/** Pages that anyone may open. Placed under /:lang. */
export const publicRoutes: RouteConfigEntry[] = [...meeting.publicRoutes, ...agreement.publicRoutes, ...roomCopy.publicRoutes];

/** Screens without navigation. Placed in the frame of screens, under /:lang. */
export const screenRoutes: RouteConfigEntry[] = session.screenRoutes;
