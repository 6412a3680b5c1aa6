import type { Text } from "#basics";

/** Why an act on a submission was refused, each with its sentence and what to do. */
const sentences = {
  "not-found": [
    "No existe este envío, o no le corresponde verlo.",
    "This submission does not exist, or it is not yours to see.",
  ],
  "not-yours": [
    "Esta acción no corresponde a su cargo o a su país.",
    "This action does not belong to your office or your country.",
  ],
  "wrong-state": [
    "El envío ya cambió de estado y esta acción no procede ahora. Actualice la página para ver en qué paso está.",
    "The submission has moved on and this action is not possible now. Reload the page to see which step it is at.",
  ],
  "nothing-entered": [
    "Todavía no hay ninguna cifra. Cargue su archivo o llene los cuadros antes de enviar.",
    "There is no figure yet. Upload your file or fill in the tables before you submit.",
  ],
  "errors-remain": [
    "Quedan errores por corregir. El informe de revisión dice cuáles y cómo corregirlos.",
    "Errors remain. The report of checks says which, and how to mend them.",
  ],
  "warnings-unexplained": [
    "Hay advertencias sin explicar. Escriba una explicación en cada una, o corrija la cifra.",
    "Some warnings have no explanation yet. Write an explanation for each, or mend the figure.",
  ],
  "same-person": [
    "Quien envió las cifras no puede firmarlas: se necesitan dos personas. Debe firmar otra delegada o delegado.",
    "Whoever submitted the figures cannot sign them: two persons are needed. Another delegate must sign.",
  ],
  "no-reasons": [
    "Escriba al menos un motivo, en una celda o sobre todo el envío, para que el país sepa qué revisar.",
    "Write at least one reason, on a cell or on the whole submission, so that the country knows what to look at.",
  ],
  "made-from-records": [
    "Este cuadro se calculó a partir de los registros que cargó. Cargue un archivo corregido, o deje los registros y continúe con los cuadros a mano.",
    "This table was calculated from the records you uploaded. Upload a corrected file, or let go of the records and go on with the tables by hand.",
  ],
  "nothing-written": ["Escriba su comentario antes de guardar.", "Write your comment before saving."],
  "too-long": ["El texto es demasiado largo: puede tener hasta 4000 letras.", "The text is too long: it may have up to 4000 letters."],
  "unknown-cell": ["Esa celda no pertenece a los cuadros de este año.", "That cell does not belong to this year's tables."],
  "unknown-remark": ["El comentario al que responde no existe.", "The comment you reply to does not exist."],
} as const satisfies Record<string, readonly [string, string]>;

/** The word of a refusal that can be expected: returned, never thrown. */
export type Refusal = keyof typeof sentences;

/** Refusals of acts; the other words belong to saving and to remarks. */
export type ActRefusal = Extract<
  Refusal,
  "not-found" | "not-yours" | "wrong-state" | "nothing-entered" | "errors-remain" | "warnings-unexplained" | "same-person" | "no-reasons"
>;
/** Refusals of saving figures, the source sheet or records. */
export type SavingRefusal = Extract<Refusal, "not-found" | "not-yours" | "wrong-state" | "made-from-records" | "unknown-cell">;
/** Refusals of remarks. */
export type RemarkRefusal = Extract<
  Refusal,
  "not-found" | "not-yours" | "wrong-state" | "nothing-written" | "too-long" | "unknown-cell" | "unknown-remark"
>;

/** The sentence of a refusal in both languages, with what to do about it. */
export function refusalText(word: Refusal): Text {
  const [es, en] = sentences[word];
  return { es, en };
}
