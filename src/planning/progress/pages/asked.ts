import type { Office } from "#basics";
import type { RouterContextProvider } from "react-router";
import { databaseContext, languageContext, memberIn } from "#web";

/** Those who read plans in the workspace; the administrator is not one of them. */
const readers: readonly Office[] = ["secretariat", "presidency", "delegate-titular", "delegate-alternate", "focal-point", "communicator", "observer"];
/** Those who lead the plans. */
export const leaders: readonly Office[] = ["secretariat", "presidency"];
/** Those who report for a country, and those who review. */
export const reporters: readonly Office[] = ["secretariat", "presidency", "delegate-titular", "delegate-alternate", "focal-point"];

/** What every page here needs: who asks, the database and the language; others are turned away. */
export function asked({ request, context }: { readonly request: Request; readonly context: Readonly<RouterContextProvider> }, offices: readonly Office[] = readers) {
  return { actor: memberIn({ request, context }, offices), database: context.get(databaseContext), language: context.get(languageContext) };
}

/** The text of a form's field without blanks around it; a file, or a field that is not there, gives an empty text. */
export function said(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

/** The file of a form's field; undefined where none was chosen. */
export function sentFile(form: FormData, name: string): File | undefined {
  const value = form.get(name);
  return value instanceof File && value.name !== "" ? value : undefined;
}

/** Whether a text is a key as the platform makes them. */
export function isKey(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
