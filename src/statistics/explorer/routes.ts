import { type RouteConfigEntry, index, route } from "@react-router/dev/routes";

/** Pages of explorer that anyone may open. Placed under /:lang/statistics. */
export const publicRoutes: RouteConfigEntry[] = [
  index("statistics/explorer/pages/statistics.tsx"),
  route("methodology", "statistics/explorer/pages/methodology.tsx"),
  route("api", "statistics/explorer/pages/api-guide.tsx"),
  route(":year", "statistics/explorer/pages/year.tsx"),
  route(":year/:area", "statistics/explorer/pages/country-year.tsx"),
  route(":year/table/:table", "statistics/explorer/pages/table.tsx"),
];

/** Files of releases, under one address for all languages. Placed at the root of the site. */
export const fileRoutes: RouteConfigEntry[] = [
  route("statistics/files/:collection/:version/*", "statistics/explorer/pages/release-file.ts"),
];

/** Pages of explorer for members. Placed under /:lang/workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [];
