import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Pages of traces for members. Placed under /:lang/workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [
  route("plans/traces", "planning/indicator/pages/agreement-traces.tsx"),
  route("plans/:plan/nodes/:key/traces", "planning/indicator/pages/node-traces.tsx"),
];
