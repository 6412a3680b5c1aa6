import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Pages of progress reports for members. Placed under /:lang/workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [
  route("plans/:plan/nodes/:key", "planning/progress/pages/node.tsx"),
  route("plans/:plan/nodes/:key/report", "planning/progress/pages/report.tsx"),
  route("reports", "planning/progress/pages/reports.tsx"),
  route("planning", "planning/progress/pages/dashboard.tsx"),
];
