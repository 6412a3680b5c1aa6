import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Pages of accountability. Placed under /:lang/workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [
  route("accountability", "planning/accountability/pages/accountability-list.tsx"),
  route("accountability/new", "planning/accountability/pages/accountability-new.tsx"),
  route("accountability/:number", "planning/accountability/pages/accountability.tsx"),
  route("accountability/:number/draft.pdf", "planning/accountability/pages/accountability-file.ts"),
  route("accountability/:number/approve", "planning/accountability/pages/accountability-approve.tsx"),
  route("accountability/:number/parts/:part", "planning/accountability/pages/accountability-part.tsx"),
  route("accountability/:number/parts/:part/versions", "planning/accountability/pages/accountability-versions.tsx"),
];
