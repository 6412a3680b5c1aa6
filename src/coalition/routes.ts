import { index, route, type RouteConfigEntry } from "@react-router/dev/routes";

/** Pages about the coalition that anyone may open. Placed under /:lang. */
export const publicRoutes: RouteConfigEntry[] = [
  index("coalition/pages/home.tsx"),
  route("about", "coalition/pages/about.tsx"),
  route("members/:code", "coalition/pages/member.tsx"),
];

/** Pages on which the register, the directory and the delegations are kept. Placed under /:lang/workspace. */
export const workspaceRoutes: RouteConfigEntry[] = [
  route("coalition", "coalition/pages/coalition.tsx"),
  route("coalition/members/new", "coalition/pages/member-new.tsx"),
  route("coalition/members/:code/end", "coalition/pages/member-end.tsx"),
  route("coalition/terms/new", "coalition/pages/term-new.tsx"),
  route("coalition/terms/:id/end", "coalition/pages/term-end.tsx"),
  route("coalition/committees/new", "coalition/pages/committee-new.tsx"),
  route("coalition/committees/:id/close", "coalition/pages/committee-close.tsx"),
  route("coalition/observers/new", "coalition/pages/observer-new.tsx"),
  route("coalition/contacts", "coalition/pages/contacts.tsx"),
  route("coalition/contacts/new", "coalition/pages/contact-new.tsx"),
  route("coalition/contacts/:id", "coalition/pages/contact-change.tsx"),
  route("coalition/delegations", "coalition/pages/delegations.tsx"),
  route("coalition/delegations/:code/new", "coalition/pages/delegation-new.tsx"),
];
