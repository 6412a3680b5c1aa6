import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Pages of one meeting's agreements. Placed under /:lang/workspace/meetings/:meeting, in the meeting's frame. */
export const meetingRoutes: RouteConfigEntry[] = [route("agreements", "plenary/agreement/pages/meeting-agreements.tsx")];

/** Pages of agreements for members. Placed under /:lang/workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [
  route("agreements", "plenary/agreement/pages/agreements.tsx"),
  route("agreements/new", "plenary/agreement/pages/agreement-new.tsx"),
  route("agreements/file", "plenary/agreement/pages/agreements-file.ts"),
  route("agreements/:number", "plenary/agreement/pages/agreement.tsx"),
  route("agreements/:number/edit", "plenary/agreement/pages/agreement-edit.tsx"),
  route("agreements/:number/offspring", "plenary/agreement/pages/agreement-offspring.tsx"),
];

/** Pages of agreements that anyone may open. Placed under /:lang. */
export const publicRoutes: RouteConfigEntry[] = [
  route("agreements", "plenary/agreement/pages/agreements-public.tsx"),
  route("agreements/:number", "plenary/agreement/pages/agreement-public.tsx"),
];
