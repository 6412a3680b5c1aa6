import type { RouteConfigEntry } from "@react-router/dev/routes";
import * as accountability from "./accountability/routes.ts";
import * as handover from "./handover/routes.ts";
import * as indicator from "./indicator/routes.ts";
import * as matrix from "./matrix/routes.ts";
import * as plan from "./plan/routes.ts";
import * as progress from "./progress/routes.ts";

/** Pages of plans for members. Placed under /:lang/workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [
  ...indicator.workspaceRoutes,
  ...handover.workspaceRoutes,
  ...progress.workspaceRoutes,
  ...matrix.workspaceRoutes,
  ...plan.workspaceRoutes,
  ...accountability.workspaceRoutes,
];

/** Pages of plans that anyone may open. Placed under /:lang. */
export const publicRoutes: RouteConfigEntry[] = plan.publicRoutes;
