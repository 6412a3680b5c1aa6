import { redirect } from "react-router";
import { databaseContext, demoContext, languageContext, notFound } from "#web";
import { demoSignIn } from "../demo.ts";
import type { Route } from "./+types/demo-sign-in.ts";
import { textOf, wanted } from "./session-gate.ts";

/** Opens an account of the demonstration. Outside the demonstration there is nothing at this address. */
export async function action(asked: Route.ActionArgs) {
  const { request, context } = asked;
  const form = await request.formData();
  const headers = await demoSignIn(context.get(databaseContext), request, textOf(form, "account"), context.get(demoContext));
  if (headers === "refused") throw notFound();
  return redirect(wanted(asked, form), { status: 303, headers });
}

/** Opened as a page it leads to signing in. */
export function loader({ context }: Route.LoaderArgs) {
  return redirect(`/${context.get(languageContext)}/sign-in`, 303);
}
