import { index, route, type RouteConfigEntry } from "@react-router/dev/routes";

/** Pages about the coalition that anyone may open. Placed under /:lang. */
export const publicRoutes: RouteConfigEntry[] = [
  index("coalition/pages/home.tsx"),
  route("about", "coalition/pages/about.tsx"),
];
