import type { Text } from "#basics";

/** The text of a form's field without blanks around it; a file, or a field that is not there, gives an empty text. */
export function said(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

/** All texts of a field that may be chosen several times. */
export function allSaid(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value): value is string => typeof value === "string" && value !== "");
}

/** A text in both languages, from the two fields `<name>Es` and `<name>En`. */
export function bothSaid(form: FormData, name: string): Text {
  return { es: said(form, `${name}Es`), en: said(form, `${name}En`) };
}

/** A text in both languages where it was written; nothing where both fields were left empty. */
export function bothOrNone(form: FormData, name: string): Text | undefined {
  const text = bothSaid(form, name);
  return text.es === "" && text.en === "" ? undefined : text;
}

/** Problems of fields that need text: the words 'needed' and 'too-long' at each field. */
export function neededProblems(form: FormData, names: readonly string[], most = 500): Record<string, string[]> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = said(form, name);
      if (text === "") return [[name, ["needed"]]];
      return text.length > most ? [[name, ["too-long"]]] : [];
    }),
  );
}

/** Problems of optional texts: too long, or written in one language alone. */
export function pairProblems(form: FormData, names: readonly string[], most = 500): Record<string, string[]> {
  return Object.fromEntries(
    names.flatMap((name): [string, string[]][] => {
      const { es, en } = bothSaid(form, name);
      if ((es === "") !== (en === "")) return [[es === "" ? `${name}Es` : `${name}En`, ["both-languages"]]];
      return es.length > most ? [[`${name}Es`, ["too-long"]]] : en.length > most ? [[`${name}En`, ["too-long"]]] : [];
    }),
  );
}
