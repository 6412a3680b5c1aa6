import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Pages of plans for members. Placed under /:lang/workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [
  route("plans", "planning/plan/pages/plans.tsx"),
  route("plans/new", "planning/plan/pages/plan-new.tsx"),
  route("plans/:plan", "planning/plan/pages/plan.tsx"),
  route("plans/:plan/sums", "planning/plan/pages/plan-sums.tsx"),
  route("plans/:plan/schedule", "planning/plan/pages/plan-schedule.tsx"),
  route("plans/:plan/versions", "planning/plan/pages/plan-versions.tsx"),
  route("plans/:plan/versions/:version", "planning/plan/pages/plan-difference.tsx"),
  route("plans/:plan/edit", "planning/plan/pages/plan-edit.tsx"),
  route("plans/:plan/edit/add", "planning/plan/pages/node-add.tsx"),
  route("plans/:plan/edit/weights", "planning/plan/pages/node-weights.tsx"),
  route("plans/:plan/edit/nodes/:key", "planning/plan/pages/node-edit.tsx"),
  route("plans/:plan/approve", "planning/plan/pages/plan-approve.tsx"),
  route("plans/:plan/discard", "planning/plan/pages/plan-discard.tsx"),
];

/** Pages of plans that anyone may open. Placed under /:lang. */
export const publicRoutes: RouteConfigEntry[] = [
  route("plans", "planning/plan/pages/plans-public.tsx"),
  route("plans/:plan", "planning/plan/pages/plan-public.tsx"),
];
