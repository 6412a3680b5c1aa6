import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** The page of a meeting's election. Placed under /:lang/workspace/meetings/:meeting, in the meeting's frame. */
export const meetingRoutes: RouteConfigEntry[] = [route("election", "plenary/election/pages/election.tsx")];

/** Pages on which an office passes to its next holder. Placed under /:lang/workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [
  route("handover", "plenary/election/pages/handovers.tsx"),
  route("handover/:id", "plenary/election/pages/handover.tsx"),
];
