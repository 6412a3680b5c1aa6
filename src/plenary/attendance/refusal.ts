import type { Text } from "#basics";

/** Why an arrival, a departure or the annulment of one was not recorded, in the database's words. */
export type PresenceRefusal = keyof typeof presenceRefusalText;

/** The sentence for each refusal: what is wrong, and what to do. */
export const presenceRefusalText = {
  "unknown-person": {
    es: "Esa persona no está nombrada para esta reunión. Nómbrela en «Delegaciones» y verifique su acreditación.",
    en: "That person is not named for this meeting. Name the person under “Delegations” and check the credentials.",
  },
  "not-yours": {
    es: "Cada persona registra solo su propia entrada o salida, y a la hora en que ocurre. Pida a la Secretaría Técnica que registre otra cosa.",
    en: "Each person records only their own arrival or departure, at the moment it happens. Ask the technical secretariat to record anything else.",
  },
  "meeting-not-open": {
    es: "La reunión no está convocada ni abierta: la asistencia ya no se registra.",
    en: "The meeting is neither convened nor open: attendance is no longer recorded.",
  },
  withdrawn: {
    es: "La acreditación de esta persona fue retirada. Nómbrela de nuevo en «Delegaciones».",
    en: "This person's credentials were withdrawn. Name the person again under “Delegations”.",
  },
  "not-accredited": {
    es: "La acreditación de esta persona no se ha verificado. La Secretaría Técnica la verifica primero en «Delegaciones».",
    en: "This person's credentials have not been checked. The technical secretariat checks them first under “Delegations”.",
  },
  "in-the-future": {
    es: "Esa hora todavía no llega. Escriba la hora en que ocurrió, o deje el campo vacío para usar la hora actual.",
    en: "That time has not come yet. Write the time at which it happened, or leave the field empty to use the present time.",
  },
  "before-a-vote": {
    es: "Esa hora es anterior a una decisión de la reunión. La asistencia con la que se decidió ya no cambia; registre la hora actual y deje constancia en las notas del punto.",
    en: "That time is before a decision of the meeting. The attendance with which it was decided no longer changes; record the present time and put it in the notes of the item.",
  },
  "before-the-last": {
    es: "Esa hora es anterior al último registro de esta persona. Escriba una hora posterior, o anule primero ese registro.",
    en: "That time is before this person's last entry. Write a later time, or annul that entry first.",
  },
  "already-in": {
    es: "Esta persona ya está en la sala. No hace falta registrarla otra vez.",
    en: "This person is already in the room. There is no need to record it again.",
  },
  "already-out": {
    es: "Esta persona no está en la sala: no hay salida que registrar.",
    en: "This person is not in the room: there is no departure to record.",
  },
  "reason-missing": {
    es: "Escriba por qué se anula el registro. El motivo queda en el historial.",
    en: "Write why the entry is annulled. The reason stays in the history.",
  },
  unknown: { es: "Ese registro no existe en esta reunión.", en: "There is no such entry in this meeting." },
  "already-annulled": { es: "Ese registro ya estaba anulado.", en: "That entry was already annulled." },
  "not-the-last": {
    es: "Solo se anula el último registro de una persona. Anule primero el posterior.",
    en: "Only a person's last entry is annulled. Annul the later one first.",
  },
} as const satisfies Record<string, Text>;

/** Tells whether a word of the database is one of the refusals known here. */
export function isPresenceRefusal(word: string): word is PresenceRefusal {
  return Object.hasOwn(presenceRefusalText, word);
}
