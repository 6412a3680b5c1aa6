import type { Text } from "#basics";

/** Why an act of the session is not possible, as it stands. */
export type SessionRefusal = keyof typeof sessionRefusalText;

/** The sentence for each refusal: what is wrong, and what to do. */
export const sessionRefusalText = {
  "not-yours": {
    es: "Su cargo no realiza este acto. La sesión la conducen la Presidencia y la Secretaría Técnica; cada delegación actúa por su propio país.",
    en: "Your office does not do this. The presidency and the technical secretariat conduct the session; each delegation acts for its own country.",
  },
  "unknown-meeting": { es: "Esa reunión no existe.", en: "There is no such meeting." },
  "not-convened": {
    es: "La reunión no está convocada, o ya se celebró. Solo se abre una reunión convocada.",
    en: "The meeting is not convened, or is over. Only a convened meeting is opened.",
  },
  "not-open": {
    es: "La sesión no está abierta. Ábrala primero en la mesa de conducción.",
    en: "The session is not open. Open it first at the control desk.",
  },
  "no-rule": {
    es: "No hay regla de quórum vigente para el día de la reunión. Regístrela en «Reglas» y abra después la sesión.",
    en: "No quorum rule is in force on the day of the meeting. Enter it under “Rules” and then open the session.",
  },
  suspended: {
    es: "La sesión está suspendida. Reanúdela antes de continuar.",
    en: "The session is suspended. Resume it before going on.",
  },
  "already-suspended": { es: "La sesión ya está suspendida.", en: "The session is already suspended." },
  "not-suspended": { es: "La sesión no está suspendida: no hay nada que reanudar.", en: "The session is not suspended: there is nothing to resume." },
  "reason-missing": {
    es: "Escriba por qué se suspende la sesión. El motivo pasa al acta.",
    en: "Write why the session is suspended. The reason goes into the act.",
  },
  "decision-open": {
    es: "Hay una decisión abierta. Ciérrela antes de continuar.",
    en: "A decision is open. Close it before going on.",
  },
  "vote-unsettled": {
    es: "Hay una votación cerrada sin resultado declarado. Termine el conteo y el reconteo antes de cerrar la sesión.",
    en: "A closed vote has no declared result. Finish the count and the recount before closing the session.",
  },
  "items-pending": {
    es: "Quedan puntos sin tratar. Termínelos o pospóngalos, o marque que se cierra la sesión con esos puntos pendientes.",
    en: "Some points have not been dealt with. Finish or postpone them, or tick that the session closes with those points pending.",
  },
  "unknown-item": { es: "Ese punto no está en la agenda de esta reunión.", en: "That point is not on the agenda of this meeting." },
  "another-current": {
    es: "Se está tratando otro punto. Termínelo o pospóngalo antes de comenzar este.",
    en: "Another point is being dealt with. Finish or postpone it before beginning this one.",
  },
  "already-current": { es: "Ese punto ya es el que se está tratando.", en: "That point is already being dealt with." },
  "not-current": { es: "Ese punto no es el que se está tratando ahora.", en: "That point is not the one being dealt with now." },
  "already-done": {
    es: "Ese punto ya se terminó. Si el pleno vuelve sobre él, use «Retomar».",
    en: "That point is finished. If the plenary comes back to it, use “Take up again”.",
  },
  "no-next": { es: "No queda ningún punto pendiente en la agenda.", en: "No point is left on the agenda." },
} as const satisfies Record<string, Text>;
