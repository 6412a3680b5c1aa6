import type { Text } from "#basics";

/** One year and topic, as the secretariat opened it. */
export interface Collection {
  readonly id: string;
  readonly topic: "trafficking";
  readonly year: number;
  /** A training collection with a country that does not exist. */
  readonly exercise: boolean;
  /** Version of the methodology that holds for this year. */
  readonly methodology: string;
  /** ISO days. */
  readonly deadline: string;
  readonly publishOn: string;
  readonly openedAt: Date;
}

/** What opening a collection asks for. Without `members` every member takes part; in an exercise the fictional one. */
export interface CollectionRequest {
  readonly year: number;
  readonly exercise?: boolean;
  readonly methodology: string;
  readonly deadline: string;
  readonly publishOn: string;
  readonly members?: readonly string[];
}

/** Why a collection was not opened, or its dates not changed. */
export type OpeningRefusal = "not-yours" | "already-open" | "publication-before-deadline" | "not-a-day" | "not-a-year" | "unknown-methodology" | "no-members" | "not-found";

const sentences: Readonly<Record<OpeningRefusal, Text>> = {
  "not-yours": { es: "Solo la secretaría técnica abre un año.", en: "Only the technical secretariat opens a year." },
  "already-open": { es: "Ese año ya está abierto.", en: "That year is open already." },
  "publication-before-deadline": {
    es: "La fecha de publicación no puede ser anterior a la fecha límite.",
    en: "The day of publication cannot come before the deadline.",
  },
  "not-a-day": { es: "Escriba las fechas con día, mes y año.", en: "Write the dates with day, month and year." },
  "not-a-year": { es: "El año debe estar entre 2000 y 2100.", en: "The year must lie between 2000 and 2100." },
  "unknown-methodology": { es: "Esa versión de la metodología no existe.", en: "That version of the methodology does not exist." },
  "no-members": { es: "Ningún país participa.", en: "No country takes part." },
  "not-found": { es: "Ese año no está abierto.", en: "That year is not open." },
};

/** The sentence of a refused opening. */
export function openingRefusalText(word: OpeningRefusal): Text {
  return sentences[word];
}

/** The name by which a collection is addressed: 'trafficking-2021', 'trafficking-2021-exercise'. */
export function collectionId(year: number, exercise = false): string {
  return `trafficking-${year}${exercise ? "-exercise" : ""}`;
}

/** Whether a text is a real calendar day of the form 2022-09-05. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** What is wrong with the dates and the year of a request; undefined when nothing is. */
export function faultOf(request: Pick<CollectionRequest, "deadline" | "publishOn"> & { year?: number }): OpeningRefusal | undefined {
  if (request.year !== undefined && !(Number.isInteger(request.year) && request.year >= 2000 && request.year <= 2100)) return "not-a-year";
  if (!isDay(request.deadline) || !isDay(request.publishOn)) return "not-a-day";
  return request.publishOn < request.deadline ? "publication-before-deadline" : undefined;
}

/** Whole days from one calendar day to another; negative when the second lies before the first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
