import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Pages of the archive that anyone may open. Placed under /:lang. */
export const publicRoutes: RouteConfigEntry[] = [
  route("archive", "archive/pages/archive.tsx"),
  route("archive/:number", "archive/pages/document.tsx"),
  route("verify", "archive/pages/verify.tsx"),
];

/** Files of archived documents, under one address for all languages. Placed at the root of the site. */
export const fileRoutes: RouteConfigEntry[] = [route("archive/files/:number/:version/:file", "archive/pages/document-file.ts")];

/** Pages of the archive for members. Placed under /:lang/workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [
  route("archive", "archive/pages/archive-inside.tsx"),
  route("archive/:number", "archive/pages/document-inside.tsx"),
];
