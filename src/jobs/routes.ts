import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Pages of jobs for members. Placed under /:lang/workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [
  route("tasks", "jobs/pages/tasks.tsx"),
  route("tasks/:id", "jobs/pages/task.tsx"),
];
