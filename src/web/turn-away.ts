import { type Actor, type Office } from "#basics";
import { data, redirectDocument } from "react-router";
import { actorContext } from "./context.ts";
import { languageOf } from "./language.ts";

/** An actor who holds an office. */
export type Member = Extract<Actor, { kind: "member" }>;

/** What a loader or action has at hand, as far as turning away needs it. */
interface Asked {
  readonly request: Request;
  readonly context: Readonly<{ get(key: typeof actorContext): Actor }>;
}

/** Throw it where there is nothing at this address, or where the actor may not learn whether there is. */
export function notFound() {
  return data(null, { status: 404 });
}

/** Throw it where the actor's office does not do this. */
export function forbidden() {
  return data(null, { status: 403 });
}

/** The acting member; a stranger is sent to sign in and comes back afterwards. */
export function memberOf({ request, context }: Asked): Member {
  const actor = context.get(actorContext);
  if (actor.kind === "member") return actor;
  const { pathname, search } = new URL(request.url);
  const back = new URLSearchParams({ to: `${pathname.replace(/(\/_root)?\.data$/, "")}${search}` });
  throw redirectDocument(`/${languageOf(pathname)}/sign-in?${back}`, 303); // a whole load: the sign-in page is public
}

/** The acting member, if it holds one of these offices; else the page says that it is not for this office. */
export function memberIn(asked: Asked, offices: readonly Office[]): Member {
  const member = memberOf(asked);
  if (!offices.includes(member.office)) throw forbidden();
  return member;
}

/** Where to go after signing in: an address of this site, or the desk. Addresses of other sites are ignored. */
export function safeReturn(to: string | null, fallback: string): string {
  return to !== null && /^\/(es|en)(\/[^/\\]|$|\?)/.test(to) && !to.includes("\\") ? to : fallback;
}
