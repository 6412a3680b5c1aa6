import type { Office } from "#basics";
import { databaseContext, languageContext, memberIn } from "#web";
import type { RouterContextProvider } from "react-router";

/** Those who read plans in the workspace; the administrator is not one of them. */
const readers: readonly Office[] = ["secretariat", "presidency", "delegate-titular", "delegate-alternate", "focal-point", "communicator", "observer"];
/** Those who keep plans. */
export const keepers: readonly Office[] = ["secretariat", "presidency"];

/** What every page here needs: who asks, the database and the language; others are turned away. */
export function asked({ request, context }: { readonly request: Request; readonly context: Readonly<RouterContextProvider> }, offices: readonly Office[] = readers) {
  const actor = memberIn({ request, context }, offices);
  return { actor, database: context.get(databaseContext), language: context.get(languageContext), isKeeper: keepers.includes(actor.office) };
}

/** The text of a form's field without blanks around it; a file, or a field that is not there, gives an empty text. */
export function said(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

/** Problems of fields that need text: the words 'needed' and 'too-long' at each field. */
export function neededProblems(form: FormData, names: readonly string[], most = 500): Record<string, string[]> {
  return Object.fromEntries(
    names.flatMap((name): [string, string[]][] => {
      const { length } = said(form, name);
      return length === 0 ? [[name, ["needed"]]] : length > most ? [[name, ["too-long"]]] : [];
    }),
  );
}

/** Whether a text is a key as the platform makes them. */
export function isKey(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
