import type { Text } from "#basics";
import type { Act } from "./act.ts";

/** What the history knows: the acts of people, and what the platform did. */
export type EventAct = Act | "open" | "load" | "let-records-go" | "remind" | "release" | "approve-page";

/** What an event keeps beside its act. Never a figure: the presidency reads the history and may read no figure. */
export interface EventDetail {
  /** Words of the person, such as the reason of a reopening. */
  readonly body?: string;
  /** How many reasons a return carried. */
  readonly reasons?: number;
  /** How many cells a resubmission changed. */
  readonly changed?: number;
  /** Name of a file that was loaded, and what kind it was. */
  readonly file?: string;
  readonly kind?: "matrix" | "records";
  /** Version of the release. */
  readonly version?: number;
}

/** One line of the history, with its sentence. */
export interface HistoryLine {
  readonly id: number;
  readonly act: EventAct;
  readonly round: number;
  readonly author: string;
  readonly office: string;
  readonly at: Date;
  readonly detail: EventDetail;
  readonly sentence: Text;
}

function count(n: number, es: readonly [string, string], en: readonly [string, string]): Text {
  return { es: `${n} ${n === 1 ? es[0] : es[1]}`, en: `${n} ${n === 1 ? en[0] : en[1]}` };
}

/** The sentence that a delegate reads in the history: who did what, in which round. */
export function historySentence(event: Pick<HistoryLine, "act" | "round" | "author" | "detail">): Text {
  const { act, round, author, detail } = event;
  const again = round > 1;
  switch (act) {
    case "open":
      return { es: "Se abrió el año y el país recibió su envío.", en: "The year was opened and the country received its submission." };
    case "load": {
      const what = detail.kind === "records" ? { es: "registros", en: "records" } : { es: "cuadros", en: "tables" };
      return { es: `${author} cargó ${what.es} del archivo «${detail.file ?? ""}».`, en: `${author} loaded ${what.en} from the file “${detail.file ?? ""}”.` };
    }
    case "let-records-go":
      return { es: `${author} dejó los registros y sigue con los cuadros a mano.`, en: `${author} let the records go and goes on with the tables by hand.` };
    case "submit": {
      if (!again) return { es: `${author} envió las cifras para su firma.`, en: `${author} submitted the figures for signature.` };
      const changed = count(detail.changed ?? 0, ["celda cambiada", "celdas cambiadas"], ["cell changed", "cells changed"]);
      return {
        es: `${author} envió las cifras de nuevo (envío ${round}, ${changed.es}).`,
        en: `${author} submitted the figures again (round ${round}, ${changed.en}).`,
      };
    }
    case "take-back":
      return { es: `${author} retiró el envío para corregirlo.`, en: `${author} took the submission back to correct it.` };
    case "sign":
      return { es: `${author} firmó y entregó las cifras a la secretaría técnica.`, en: `${author} signed and handed the figures to the technical secretariat.` };
    case "begin-review":
      return { es: `${author} comenzó la revisión.`, en: `${author} began the review.` };
    case "return": {
      const reasons = count(detail.reasons ?? 0, ["observación", "observaciones"], ["observation", "observations"]);
      return { es: `${author} devolvió el envío con ${reasons.es}.`, en: `${author} returned the submission with ${reasons.en}.` };
    }
    case "accept":
      return { es: `${author} aceptó las cifras.`, en: `${author} accepted the figures.` };
    case "reopen":
      return { es: `${author} reabrió el envío: ${detail.body ?? ""}`, en: `${author} reopened the submission: ${detail.body ?? ""}` };
    case "remind":
      return { es: "Se envió un recordatorio al país.", en: "A reminder was sent to the country." };
    case "release": {
      const version = detail.version ?? 1;
      return { es: `Las cifras se publicaron (versión ${version}).`, en: `The figures were released (version ${version}).` };
    }
    case "approve-page":
      return { es: `${author} aprobó la página del país.`, en: `${author} approved the country's page.` };
  }
}
