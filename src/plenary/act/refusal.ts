import type { Text } from "#basics";
import type { ActRefusal } from "./act.ts";

/** Why something was not done with an act: by office and state, or by what is asked. */
export type Refusal =
  | ActRefusal
  | "meeting-open"
  | "unknown-section"
  | "not-written-here"
  | "unknown-observation"
  | "not-a-seat"
  | "deadline-passed"
  | "deadline-too-soon"
  | "errors-open"
  | "warnings-open"
  | "observations-open"
  | "not-decided"
  | "decided-before"
  | "not-later"
  | "changed"
  | "wrong-number"
  | "already-signed"
  | "same-person"
  | "not-archived"
  | "not-wider"
  | "not-checked"
  | "unknown-subject"
  | "not-deposited";

/** The sentence for each refusal: what is wrong, and how to mend it. */
export const refusalText = {
  "not-yours": {
    es: "Su cargo no hace esto. La Secretaría Técnica y la Presidencia llevan el acta; las delegaciones hacen observaciones mientras circula.",
    en: "Your office does not do this. The technical secretariat and the presidency keep the act; delegations observe while it circulates.",
  },
  "act-record": {
    es: "Es el acta de una reunión anterior a la plataforma: se conoce que fue aprobada, y no se modifica aquí.",
    en: "This is the act of a meeting before the platform: it is known to have been approved, and is not changed here.",
  },
  "act-none": { es: "Esta reunión todavía no tiene acta. Comience el acta primero.", en: "This meeting has no act yet. Begin the act first." },
  "act-draft": {
    es: "El acta está en preparación. Póngala en circulación primero.",
    en: "The act is being prepared. Circulate it first.",
  },
  "act-circulated": {
    es: "El acta está en circulación para observaciones. Espere a que el Pleno la apruebe, o retírela para prepararla de nuevo.",
    en: "The act is circulating for observations. Wait for the plenary to approve it, or recall it to prepare it again.",
  },
  "act-approved": {
    es: "El acta ya fue aprobada por el Pleno y no se modifica. Una corrección se acuerda en otra reunión y consta en su acta.",
    en: "The plenary has approved the act and it is not changed. A correction is agreed in another meeting and stands in its act.",
  },
  "act-signed": {
    es: "El acta ya está firmada y la plataforma prepara sus archivos. Nada más puede cambiar en ella.",
    en: "The act is signed and the platform is making its files. Nothing more can change in it.",
  },
  "act-archived": {
    es: "El acta ya está en el archivo y no se modifica.",
    en: "The act is in the archive and is not changed.",
  },
  "meeting-open": {
    es: "La reunión no ha terminado. El acta comienza cuando la reunión se cierra; hasta entonces tome notas en cada punto.",
    en: "The meeting is not over. The act begins when the meeting is closed; until then take notes under each item.",
  },
  "unknown-section": { es: "Esa parte del acta ya no existe. Vuelva al acta y elija otra.", en: "That part of the act is no longer there. Go back to the act and choose another." },
  "not-written-here": {
    es: "Esta parte resulta de lo que ocurrió en la reunión y nadie la escribe. Si un dato está mal, corrija el registro de donde viene.",
    en: "This part follows from what happened in the meeting and nobody types it. If a fact is wrong, mend the record it comes from.",
  },
  "unknown-observation": { es: "Esa observación no existe en esta acta.", en: "There is no such observation on this act." },
  "not-a-seat": {
    es: "Su Estado no fue convocado a esta reunión; por eso no hace observaciones a su acta.",
    en: "Your state was not convened to this meeting; therefore it does not observe on its act.",
  },
  "deadline-passed": {
    es: "El plazo para observaciones terminó. Presente su observación de palabra cuando el Pleno trate el acta.",
    en: "The time for observations is over. Make your observation in person when the plenary deals with the act.",
  },
  "deadline-too-soon": {
    es: "El plazo termina mañana o después, y no más de un año. Elija otro día.",
    en: "The deadline is tomorrow or later, and within a year. Choose another day.",
  },
  "errors-open": {
    es: "La revisión del acta encontró errores. Corríjalos antes de ponerla en circulación.",
    en: "The check of the act found errors. Mend them before you circulate it.",
  },
  "warnings-open": {
    es: "La revisión del acta encontró advertencias. Léalas y marque que las acepta, o corríjalas.",
    en: "The check of the act found warnings. Read them and mark that you accept them, or mend them.",
  },
  "observations-open": {
    es: "Hay observaciones sin respuesta. Responda cada una antes de registrar la aprobación.",
    en: "There are observations without an answer. Answer each of them before you record the approval.",
  },
  "not-decided": {
    es: "El Pleno no ha adoptado una moción que apruebe esta acta. Ponga la moción en la reunión siguiente, en el punto del acta anterior.",
    en: "The plenary has adopted no motion that approves this act. Put the motion in the next meeting, under the item of the previous act.",
  },
  "decided-before": {
    es: "Esa moción se decidió antes de que el acta circulara, o ya aprobó otra acta. Hace falta otra decisión del Pleno.",
    en: "That motion was decided before the act circulated, or has approved another act. Another decision of the plenary is needed.",
  },
  "not-later": {
    es: "Un acta se aprueba en una reunión posterior a la suya.",
    en: "An act is approved in a meeting later than its own.",
  },
  changed: {
    es: "El acta cambió desde que usted la leyó. Léala de nuevo y repita el paso.",
    en: "The act has changed since you read it. Read it again and repeat the step.",
  },
  "wrong-number": {
    es: "El número no es el de esta acta. Escríbalo exactamente como aparece arriba.",
    en: "The number is not that of this act. Type it exactly as it stands above.",
  },
  "already-signed": { es: "Su órgano ya firmó esta acta.", en: "Your organ has already signed this act." },
  "same-person": {
    es: "Una misma persona no firma por los dos órganos. Debe firmar la persona titular del otro órgano.",
    en: "One person does not sign for both organs. The holder of the other office signs.",
  },
  "not-archived": { es: "El acta todavía no está en el archivo.", en: "The act is not in the archive yet." },
  "not-wider": { es: "El acta ya está abierta a ese público, o a uno más amplio.", en: "The act is already open to those readers, or to more." },
  "not-checked": {
    es: "Solo se certifica la asistencia de personas acreditadas, cuando la reunión terminó y consta su llegada.",
    en: "Attendance is certified of accredited people only, once the meeting is over and their arrival is on record.",
  },
  "unknown-subject": { es: "Elija un acuerdo, una decisión o una persona de esta reunión.", en: "Choose an agreement, a decision or a person of this meeting." },
  "not-deposited": {
    es: "El archivo no recibió el documento. Inténtelo de nuevo; si se repite, avise a la administración de la plataforma.",
    en: "The archive did not take the document. Try again; if it happens again, tell the administrators of the platform.",
  },
} as const satisfies Record<Refusal, Text>;
