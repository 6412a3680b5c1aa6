import { isLanguage } from "#basics";
import { Outlet } from "react-router";
import type { Route } from "./+types/language-frame.ts";
import { languageContext } from "./context.ts";
import { notFound } from "./turn-away.ts";

/** Takes the language from the address for everything below; a third language has no pages. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ params, context }) => {
    if (!isLanguage(params.lang)) throw notFound();
    context.set(languageContext, params.lang);
  },
];

/** Middleware runs on the server only where a loader asks for it. */
export function loader() {
  return null;
}

/** Nothing of its own is drawn here. */
export default function LanguageFrame() {
  return <Outlet />;
}
