import { redirect } from "react-router";
import { databaseContext, languageContext } from "#web";
import { signOut } from "../sign-in.ts";
import type { Route } from "./+types/sign-out.ts";

/** Ends the session and leads to the public pages. */
export async function action({ request, context }: Route.ActionArgs) {
  const headers = await signOut(context.get(databaseContext), request);
  return redirect(`/${context.get(languageContext)}`, { status: 303, headers });
}

/** Opened as a page there is nothing to see: only a button signs out. */
export function loader({ context }: Route.LoaderArgs) {
  return redirect(`/${context.get(languageContext)}`, 303);
}
