import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Pages of a meeting's attendance. Placed under the frame of the meeting. */
export const meetingRoutes: RouteConfigEntry[] = [
  route("attendance", "plenary/attendance/pages/attendance.tsx"),
  route("attendance/list", "plenary/attendance/pages/attendance-list.tsx"),
];
