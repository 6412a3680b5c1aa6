import type { RouterContextProvider } from "react-router";
import type { Office } from "#basics";
import { databaseContext, languageContext, memberIn } from "#web";

/** Those who read the elections of the plenary; the administrator is not one of them. */
export const readers: readonly Office[] = ["secretariat", "presidency", "delegate-titular", "delegate-alternate", "focal-point", "communicator", "observer"];
/** Those who lead: open, settle, proclaim, hand over. */
export const leaders: readonly Office[] = ["secretariat", "presidency"];
/** Those who speak for a state. */
export const delegates: readonly Office[] = ["delegate-titular", "delegate-alternate"];

/** What every page here needs: who asks, the database and the language; others are turned away. */
export function asked({ request, context }: { readonly request: Request; readonly context: Readonly<RouterContextProvider> }, offices: readonly Office[] = readers) {
  return { actor: memberIn({ request, context }, offices), database: context.get(databaseContext), language: context.get(languageContext) };
}

/** The text of a form's field without blanks around it, and without the zero byte that the database does not take. */
export function said(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.replaceAll("\0", "").trim() : "";
}

/** An id that a form brought, if it is one. */
export function keyIn(form: FormData, name: string): string | undefined {
  const value = said(form, name);
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value : undefined;
}
