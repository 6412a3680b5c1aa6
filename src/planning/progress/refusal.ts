import type { Text } from "#basics";

/** Why a report, or its answer, was refused. */
export type ProgressRefusal = keyof typeof refusals;

const refusals = {
  "not-yours": {
    es: "Su cargo no hace esto. Informan los titulares, suplentes y puntos focales de los países y los órganos que responden; revisan la Secretaría Técnica y la Presidencia.",
    en: "Your office does not do this. Titulars, alternates and focal points of the countries and the organs that answer report; the technical secretariat and the presidency review.",
  },
  "unknown-node": {
    es: "Ese lugar del plan no existe en la versión vigente. Ábralo desde el árbol del plan.",
    en: "There is no such place in the version in force. Open it from the plan's tree.",
  },
  "not-reportable": {
    es: "Aquí no se informa: se informa de actividades y de indicadores; lo demás se calcula a partir de ellos.",
    en: "Nothing is reported here: activities and indicators are reported on; the rest is computed from them.",
  },
  "measured-is-not-typed": {
    es: "Este indicador se mide solo, a partir de los registros de la plataforma: su cifra no se escribe. La Secretaría Técnica o la Presidencia puede agregarle una anotación.",
    en: "This indicator is measured from the platform's records: its figure is not typed. The technical secretariat or the presidency can annotate it.",
  },
  "counted-from-countries": {
    es: "La cifra de este indicador se cuenta a partir de lo que registra cada país. Anote el paso de su país en la página del indicador.",
    en: "This indicator's figure is counted from what each country records. Enter your country's step on the indicator's page.",
  },
  "not-answering": {
    es: "Usted no responde por esto en el plan. Si debería, pida a la Secretaría Técnica que lo incluya en la próxima revisión del plan.",
    en: "You do not answer for this in the plan. If you should, ask the technical secretariat to include it in the plan's next revision.",
  },
  "unknown-report": { es: "Ese informe no existe.", en: "There is no such report." },
  "already-answered": { es: "Ese informe ya tiene respuesta. Recargue la página para verla.", en: "That report has been answered. Reload the page to see it." },
  "own-report": {
    es: "Usted envió este informe. Debe revisarlo otra persona de la Secretaría Técnica o de la Presidencia.",
    en: "You sent this report. Another person of the secretariat or the presidency has to review it.",
  },
  "reason-needed": { es: "Escriba el motivo de la devolución: así se puede corregir y enviar otra vez.", en: "Write why it is returned, so that it can be corrected and sent again." },
} as const satisfies Record<string, Text>;

/** The sentence for a refusal: what is wrong, and how to mend it. */
export function refusalText(refusal: ProgressRefusal): Text {
  return refusals[refusal];
}
