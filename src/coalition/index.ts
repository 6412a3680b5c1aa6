export { type MemberState, memberStates } from "./member.ts";
