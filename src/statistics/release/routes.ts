import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Pages of release that anyone may open. Placed under /:lang/statistics. */
export const publicRoutes: RouteConfigEntry[] = [];

/** Pages of release for members. Placed under /:lang/workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [
  route("collections/:collection/release", "statistics/release/pages/release.tsx"),
  route("collections/:collection/release/files/*", "statistics/release/pages/release-file.ts"),
  route("collections/:collection/release/:country", "statistics/release/pages/country-page.tsx"),
];
