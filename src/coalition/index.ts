export { type MemberState } from "./member.ts";
export { currentMembers } from "./member.store.ts";
