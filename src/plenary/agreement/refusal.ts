import type { Text } from "#basics";
import type { DueRefusal } from "./due-words.ts";

/** Why an act on an agreement was refused. */
export type AgreementRefusal = keyof typeof refusals;

const refusals = {
  "not-yours": {
    es: "Su cargo no hace esto. Los acuerdos los llevan la Secretaría Técnica y la Presidencia.",
    en: "Your office does not do this. The technical secretariat and the presidency keep the agreements.",
  },
  "unknown-meeting": { es: "Esa reunión no existe. Elíjala de la lista.", en: "There is no such meeting. Choose it from the list." },
  "meeting-not-held": {
    es: "La reunión todavía no se abre, o se canceló: aún no acordó nada. Registre el acuerdo cuando la reunión esté en sesión.",
    en: "The meeting is not open yet, or was cancelled: it has agreed nothing. Enter the agreement once the meeting is in session.",
  },
  "unknown-item": { es: "Ese punto no es de la agenda de la reunión. Elíjalo de la lista.", en: "That item is not on the meeting's agenda. Choose it from the list." },
  "motion-not-adopted": {
    es: "La reunión no adoptó esa moción. Elija una adoptada, o escriba el acuerdo a mano.",
    en: "The meeting did not adopt that motion. Choose one that was adopted, or write the agreement by hand.",
  },
  "motion-has-agreement": {
    es: "Esa moción ya tiene su acuerdo. Ábralo en la lista de acuerdos de la reunión.",
    en: "That motion has its agreement already. Open it in the meeting's list of agreements.",
  },
  "responsible-needed": {
    es: "Diga quién responde por el acuerdo: al menos un Estado, órgano, comité u organización.",
    en: "Say who answers for the agreement: at least one state, organ, committee or organisation.",
  },
  "unknown-responsible": {
    es: "Uno de los responsables no es miembro, comité u organización de la coalición. Elíjalo de la lista.",
    en: "One of those responsible is no member, committee or organisation of the coalition. Choose it from the list.",
  },
  "last-responsible": {
    es: "Es el único responsable. Agregue primero a quien responderá en su lugar.",
    en: "It is the only one responsible. First add who will answer in its place.",
  },
  "already-responsible": { es: "Ya figura en este acuerdo.", en: "It is already named in this agreement." },
  "unknown-agreement": { es: "No hay ningún acuerdo con ese número.", en: "There is no agreement with that number." },
  closed: {
    es: "El acuerdo está cerrado. Si debe seguir, la Secretaría Técnica o la Presidencia lo reabre primero.",
    en: "The agreement is closed. If it has to go on, the technical secretariat or the presidency opens it again first.",
  },
  "already-open": { es: "El acuerdo ya está abierto.", en: "The agreement is open already." },
  "not-answering": {
    es: "Su país no responde por este acuerdo. Si debería, pida a la Secretaría Técnica que lo agregue.",
    en: "Your country does not answer for this agreement. If it should, ask the technical secretariat to add it.",
  },
  "supports-only": {
    es: "Su país apoya este acuerdo: puede informar avances, y quien responde declara que se cumplió.",
    en: "Your country supports this agreement: it may report progress; whoever answers for it says that it is fulfilled.",
  },
  "claim-waiting": {
    es: "Ya hay una declaración de cumplimiento que espera respuesta. Mientras tanto puede informar un avance.",
    en: "A claim of fulfilment already waits for its answer. Meanwhile you can report progress.",
  },
  "unknown-report": { es: "Ese informe no existe.", en: "There is no such report." },
  "already-answered": { es: "Ese informe ya tiene respuesta. Recargue la página para verla.", en: "That report has been answered. Reload the page to see it." },
  "own-report": {
    es: "Usted mismo envió este informe. Debe revisarlo otra persona de la Secretaría Técnica o de la Presidencia.",
    en: "You sent this report yourself. Another person of the secretariat or the presidency has to review it.",
  },
  "reason-needed": { es: "Escriba el motivo.", en: "Write the reason." },
  "not-a-day": { es: "Escriba un día que exista.", en: "Write a day that exists." },
  "day-in-future": { es: "El día no puede ser posterior a hoy.", en: "The day cannot be later than today." },
  "day-before-meeting": { es: "El día no puede ser anterior a la reunión que tomó el acuerdo.", en: "The day cannot be before the meeting that took the agreement." },
  "unknown-document": {
    es: "No hay en el archivo un documento con ese número que usted pueda leer. Revise el número.",
    en: "The archive has no document with that number that you may read. Check the number.",
  },
  "unknown-committee": { es: "Ese comité no existe. Elíjalo de la lista.", en: "There is no such committee. Choose it from the list." },
  "members-needed": { es: "Elija al menos un país que forme el comité.", en: "Choose at least one country that forms the committee." },
  "not-a-member": { es: "Uno de los países elegidos no es miembro. Elíjalo de la lista.", en: "One of the countries chosen is no member. Choose it from the list." },
} as const satisfies Record<string, Text>;

/** The sentence for a refusal: what is wrong, and how to mend it. */
export function refusalText(refusal: AgreementRefusal): Text {
  return refusals[refusal];
}

/** The sentence for a due date that was not taken. */
export const dueRefusalText = {
  "not-understood": {
    es: "No se entendió el plazo. Escriba, por ejemplo, «primera plenaria de 2027», «próxima plenaria», «31 de marzo de 2027» o «sin plazo».",
    en: "The due date was not understood. Write, for example, “first plenary of 2027”, “next plenary”, “31 March 2027” or “no due date”.",
  },
  "no-such-day": {
    es: "Ese día no existe. Escriba primero el día y después el mes: 31/03/2027.",
    en: "There is no such day. Write the day first and then the month: 31/03/2027.",
  },
  "year-out-of-range": { es: "Revise el año: debe ser 2011 o posterior.", en: "Check the year: it has to be 2011 or later." },
} as const satisfies Record<DueRefusal, Text>;
