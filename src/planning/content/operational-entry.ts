import type { Text } from "#basics";
import type { Entry, EntryResponsible } from "./entry.ts";

const notInCopy: Text = {
  es: "La fuente dice que se fijaron meta, indicador, responsable y temporalidad, pero su matriz no está en el ejemplar consultado: aquí consta solo lo que dice el texto.",
  en: "The source says that target, indicator, responsible and timing were set, but their matrix is not in the copy consulted: here stands only what the text says.",
};

/** An activity of the operational plan 2018. `note` is what the text says of it beyond its name. */
export function activity2018(page: string, title: Text, { note, responsible = [] }: { readonly note?: Text; readonly responsible?: readonly EntryResponsible[] } = {}): Entry {
  return { kind: "activity", title, detail: note ? { es: `${note.es} ${notInCopy.es}`, en: `${note.en} ${notInCopy.en}` } : notInCopy, page, responsible };
}

/** An operational objective of 2018 with the activities that the text gives to it. */
export function operational(code: string, page: string, title: Text, activities: readonly Entry[], detail?: Text): Entry {
  return { kind: "operational-objective", code, title, page, ...(detail ? { detail } : {}), children: activities };
}
