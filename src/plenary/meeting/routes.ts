import { type RouteConfigEntry, index, route } from "@react-router/dev/routes";

/** Parts of one meeting. Placed inside `plenary/meeting/pages/meeting-frame.tsx`, under workspace/meetings/:meeting. */
export const meetingRoutes: RouteConfigEntry[] = [
  index("plenary/meeting/pages/meeting-overview.tsx"),
  route("edit", "plenary/meeting/pages/meeting-edit.tsx"),
  route("cancel", "plenary/meeting/pages/meeting-cancel.tsx"),
  route("agenda", "plenary/meeting/pages/agenda.tsx"),
  route("agenda/:item", "plenary/meeting/pages/agenda-item.tsx"),
  route("documents", "plenary/meeting/pages/documents.tsx"),
  route("convocation", "plenary/meeting/pages/convocation.tsx"),
  route("delegations", "plenary/meeting/pages/delegations.tsx"),
  route("delegations/:country", "plenary/meeting/pages/delegation.tsx"),
  route("history", "plenary/meeting/pages/meeting-history.tsx"),
];

/** Pages of the meetings for members, and files that are no pages. Placed under /:lang/workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [
  route("meetings", "plenary/meeting/pages/meetings.tsx"),
  route("meetings/new", "plenary/meeting/pages/meeting-new.tsx"),
  route("meetings/:meeting/calendar.ics", "plenary/meeting/pages/calendar-file.ts"),
  route("meetings/:meeting/documents.zip", "plenary/meeting/pages/package-file.ts"),
  route("meetings/:meeting/documents/:document/file", "plenary/meeting/pages/document-file.ts"),
];

/** Pages of the meetings that anyone may open. Placed under /:lang. */
export const publicRoutes: RouteConfigEntry[] = [
  route("meetings", "plenary/meeting/pages/public-meetings.tsx"),
  route("meetings/:meeting", "plenary/meeting/pages/public-meeting.tsx"),
];
