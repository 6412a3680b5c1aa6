import { index, layout, prefix, route, type RouteConfig } from "@react-router/dev/routes";
import * as archive from "./archive/routes.ts";
import * as coalition from "./coalition/routes.ts";
import * as identity from "./identity/routes.ts";
import * as jobs from "./jobs/routes.ts";
import * as mail from "./mail/routes.ts";
import * as planning from "./planning/routes.ts";
import * as plenary from "./plenary/routes.ts";
import * as collection from "./statistics/collection/routes.ts";
import * as explorer from "./statistics/explorer/routes.ts";
import * as release from "./statistics/release/routes.ts";

/** The whole map of addresses. Each slice owns its table; here they are placed under frames. */
export default [
  index("web/pages/language-choice.ts"),
  ...explorer.fileRoutes,
  ...archive.fileRoutes,
  route(":lang", "web/language-frame.tsx", [
    layout("web/public-frame.tsx", [
      ...coalition.publicRoutes,
      ...archive.publicRoutes,
      ...plenary.publicRoutes,
      ...planning.publicRoutes,
      ...identity.publicRoutes,
      ...prefix("statistics", [...release.publicRoutes, ...explorer.publicRoutes, ...collection.publicRoutes]),
      route("accessibility", "web/pages/accessibility.tsx"),
      route("design", "web/pages/design.tsx"),
      route("*", "web/pages/not-found.tsx"),
    ]),
    layout("web/screen-frame.tsx", plenary.screenRoutes),
    route("workspace", "web/workspace-frame.tsx", [
      index("web/pages/desk.tsx"),
      ...plenary.workspaceRoutes,
      ...planning.workspaceRoutes,
      ...identity.workspaceRoutes,
      ...collection.workspaceRoutes,
      ...release.workspaceRoutes,
      ...explorer.workspaceRoutes,
      ...coalition.workspaceRoutes,
      ...archive.workspaceRoutes,
      ...jobs.workspaceRoutes,
      ...mail.workspaceRoutes,
    ]),
  ]),
] satisfies RouteConfig;
