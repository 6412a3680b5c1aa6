import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Pages of a meeting's act. Placed inside the meeting's frame, under workspace/meetings/:meeting. */
export const meetingRoutes: RouteConfigEntry[] = [
  route("act", "plenary/act/pages/act.tsx"),
  route("act/circulate", "plenary/act/pages/act-circulate.tsx"),
  route("act/approve", "plenary/act/pages/act-approve.tsx"),
  route("act/sign", "plenary/act/pages/act-sign.tsx"),
  route("act/observe", "plenary/act/pages/act-observe.tsx"),
  route("act/add", "plenary/act/pages/act-add.tsx"),
  route("act/certificates", "plenary/act/pages/act-certificates.tsx"),
  route("act/:section", "plenary/act/pages/act-section.tsx"),
  route("act/:section/versions", "plenary/act/pages/act-versions.tsx"),
];

/** The draft as a file, outside the meeting's frame. Placed under /:lang/workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [route("meetings/:meeting/act.pdf", "plenary/act/pages/act-draft-file.ts")];
