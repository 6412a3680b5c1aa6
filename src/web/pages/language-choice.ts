import { redirect } from "react-router";
import { preferredLanguage } from "../language.ts";
import type { Route } from "./+types/language-choice.ts";

/** Leads from the bare address to the language that the browser asks for. */
export function loader({ request }: Route.LoaderArgs) {
  return redirect(`/${preferredLanguage(request.headers.get("accept-language"))}`, {
    status: 302,
    headers: { Vary: "Accept-Language" },
  });
}
