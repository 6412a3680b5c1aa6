import { index, route, type RouteConfigEntry } from "@react-router/dev/routes";

/** Pages of collection that anyone may open. Placed under /:lang/statistics. */
export const publicRoutes: RouteConfigEntry[] = [];

/** Pages of collection for members. Placed under /:lang/workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [
  route("collections", "statistics/collection/pages/collections.tsx"),
  route("collections/new", "statistics/collection/pages/collection-new.tsx"),
  route("collections/:collection", "statistics/collection/pages/collection-board.tsx"),
  route("collections/:collection/:country/template", "statistics/collection/pages/template-file.ts"),
  route("collections/:collection/:country/file/:upload/marked", "statistics/collection/pages/upload-marked.ts"),
  route("collections/:collection/:country", "statistics/collection/pages/submission-frame.tsx", [
    index("statistics/collection/pages/submission-figures.tsx"),
    route("enter", "statistics/collection/pages/submission-enter.tsx"),
    route("enter/records", "statistics/collection/pages/submission-records.tsx"),
    route("enter/:table", "statistics/collection/pages/submission-table.tsx"),
    route("file", "statistics/collection/pages/submission-file.tsx"),
    route("file/:upload", "statistics/collection/pages/upload-report.tsx"),
    route("validation", "statistics/collection/pages/submission-validation.tsx"),
    route("remarks", "statistics/collection/pages/submission-remarks.tsx"),
    route("differences", "statistics/collection/pages/submission-differences.tsx"),
    route("history", "statistics/collection/pages/submission-history.tsx"),
    route("sign", "statistics/collection/pages/submission-sign.tsx"),
    route("return", "statistics/collection/pages/submission-return.tsx"),
  ]),
];
