import type { Office } from "#basics";
import { databaseContext, languageContext, memberIn } from "#web";
import type { RouterContextProvider } from "react-router";

/** Those who read the agreements of the plenary; the administrator is not one of them. */
const readers: readonly Office[] = ["secretariat", "presidency", "delegate-titular", "delegate-alternate", "focal-point", "communicator", "observer"];
/** Those who keep them. */
export const keepers: readonly Office[] = ["secretariat", "presidency"];

/** What every page here needs: who asks, the database and the language; others are turned away. */
export function asked({ request, context }: { readonly request: Request; readonly context: Readonly<RouterContextProvider> }, offices: readonly Office[] = readers) {
  return { actor: memberIn({ request, context }, offices), database: context.get(databaseContext), language: context.get(languageContext) };
}
