import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Pages of identity that anyone may open: signing in, invitations. Placed under /:lang. */
export const publicRoutes: RouteConfigEntry[] = [
  route("sign-in", "identity/pages/sign-in.tsx"),
  route("sign-out", "identity/pages/sign-out.ts"),
  route("demo-sign-in", "identity/pages/demo-sign-in.ts"),
  route("second-step", "identity/pages/second-step.tsx"),
  route("second-step/set-up", "identity/pages/second-step-set-up.tsx"),
  route("join/:token", "identity/pages/join.tsx"),
  route("forgot-password", "identity/pages/password-forgot.tsx"),
  route("new-password/:token", "identity/pages/password-new.tsx"),
];

/** Pages of identity for members. Placed under /:lang/workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [
  route("account", "identity/pages/account.tsx"),
  route("people", "identity/pages/people.tsx"),
  route("audit", "identity/pages/audit.tsx"),
  route("audit/export", "identity/pages/audit-export.ts"),
];
