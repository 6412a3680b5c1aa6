import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Pages of mail for members. Placed under /:lang/workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [route("outbox", "mail/pages/outbox.tsx")];
