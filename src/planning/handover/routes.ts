import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** The package that an office hands over: its page and its file. Placed under /:lang/workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [
  route("plans/handover", "planning/handover/pages/package.tsx"),
  route("plans/handover/package.zip", "planning/handover/pages/package-file.ts"),
];
