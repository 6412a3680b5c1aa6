import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** The monitoring matrix of a plan: page, file, and the way back in. Placed under /:lang/workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [
  route("plans/:plan/matrix", "planning/matrix/pages/matrix.tsx"),
  route("plans/:plan/matrix.xlsx", "planning/matrix/pages/matrix-file.ts"),
  route("plans/:plan/matrix/upload", "planning/matrix/pages/matrix-upload.tsx"),
];
