import type { Text } from "#basics";
import type { Act, SubmissionState } from "./act.ts";

/** The words of each act: its button, and the sentence that says what happens next. */
export const actWords: Readonly<Record<Act, { readonly button: Text; readonly consequence: Text }>> = {
  submit: {
    button: { es: "Enviar a firma", en: "Submit for signature" },
    consequence: {
      es: "Las cifras quedan fijas y pasan a la delegada o el delegado titular para su firma.",
      en: "The figures are fixed and go to the titular delegate for signature.",
    },
  },
  "take-back": {
    button: { es: "Retirar para corregir", en: "Take back to correct" },
    consequence: { es: "El envío vuelve a borrador y se puede corregir.", en: "The submission becomes a draft again and can be corrected." },
  },
  sign: {
    button: { es: "Firmar y entregar", en: "Sign and hand in" },
    consequence: {
      es: "Con su firma el país entrega estas cifras a la secretaría técnica.",
      en: "With your signature the country hands these figures to the technical secretariat.",
    },
  },
  "begin-review": {
    button: { es: "Comenzar la revisión", en: "Begin the review" },
    consequence: { es: "El país ve que su envío está en revisión.", en: "The country sees that its submission is under review." },
  },
  return: {
    button: { es: "Devolver con observaciones", en: "Return with observations" },
    consequence: {
      es: "El país recibe los motivos, corrige o responde, y envía de nuevo.",
      en: "The country receives the reasons, corrects or replies, and submits again.",
    },
  },
  accept: {
    button: { es: "Aceptar", en: "Accept" },
    consequence: { es: "Las cifras quedan listas para la publicación del año.", en: "The figures are ready for the year's release." },
  },
  reopen: {
    button: { es: "Reabrir", en: "Reopen" },
    consequence: {
      es: "El envío vuelve a revisión. Lo ya publicado no cambia: una corrección es una versión nueva.",
      en: "The submission goes back to review. What is published does not change: a correction is a new version.",
    },
  },
};

/** The states in words. */
export const stateWords: Readonly<Record<SubmissionState, Text>> = {
  draft: { es: "Borrador", en: "Draft" },
  submitted: { es: "Enviado, por firmar", en: "Submitted, to be signed" },
  signed: { es: "Firmado", en: "Signed" },
  "under-review": { es: "En revisión", en: "Under review" },
  returned: { es: "Devuelto con observaciones", en: "Returned with observations" },
  accepted: { es: "Aceptado", en: "Accepted" },
  released: { es: "Publicado", en: "Released" },
};
