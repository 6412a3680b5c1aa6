/** The text of a form's field; a file, or a field that is not there, gives an empty text. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
