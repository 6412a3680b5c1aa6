/** The text of a form's field without blanks around it; a file, or a field that is not there, gives an empty text. */
export function said(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

/** All texts of a field that may be chosen several times. */
export function allSaid(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value): value is string => typeof value === "string" && value !== "");
}

/** Problems of fields that need text: the words 'needed' and 'too-long' at each field. */
export function neededProblems(form: FormData, names: readonly string[], most: number): Record<string, string[]> {
  return Object.fromEntries(
    names.flatMap((name): [string, string[]][] => {
      const { length } = said(form, name);
      return length === 0 ? [[name, ["needed"]]] : length > most ? [[name, ["too-long"]]] : [];
    }),
  );
}

/** Whether a text is a whole address on the web. Nothing else than these two schemes is ever linked to. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+/.test(text) && text.length <= 2000 && URL.canParse(text);
}

/** Whether a text is a key as the platform makes them. */
export function isKey(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
