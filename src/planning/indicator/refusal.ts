import type { Text } from "#basics";

/** Why an act on an indicator or a trace was refused. */
export type IndicatorRefusal = keyof typeof refusals;

const refusals = {
  "not-yours": {
    es: "Su cargo no hace esto. El paso de un país lo anotan su titular, suplente o punto focal; lo demás, la Secretaría Técnica o la Presidencia.",
    en: "Your office does not do this. A country's step is entered by its titular, alternate or focal point; the rest by the technical secretariat or the presidency.",
  },
  "unknown-node": {
    es: "Ese lugar del plan no existe en la versión vigente. Ábralo desde el árbol del plan.",
    en: "There is no such place in the version in force. Open it from the plan's tree.",
  },
  "not-of-countries": {
    es: "Este indicador no se cuenta por países. Abra el indicador que corresponde.",
    en: "This indicator is not counted by country. Open the one that is.",
  },
  "not-an-indicator": { es: "Solo un indicador lleva anotaciones.", en: "Only an indicator takes annotations." },
  "step-waiting": {
    es: "Su país ya tiene un paso que espera respuesta. Espere la respuesta antes de anotar otro.",
    en: "Your country already has a step that waits for its answer. Wait for it before entering another.",
  },
  "unknown-step": { es: "Ese paso no existe.", en: "There is no such step." },
  "already-answered": { es: "Ese paso ya tiene respuesta. Recargue la página para verla.", en: "That step has been answered. Reload the page to see it." },
  "own-step": { es: "Usted anotó este paso: lo revisa otra persona.", en: "You entered this step: another person reviews it." },
  "reason-needed": { es: "Escriba el motivo de la devolución.", en: "Write why it is returned." },
  "unknown-target": {
    es: "No se encontró. Elija de la lista, o escriba el número tal como aparece en la plataforma; debe ser algo que usted pueda leer.",
    en: "It was not found. Choose from the list, or write the number as the platform shows it; it has to be something that you may read.",
  },
  "to-itself": { es: "Un enlace lleva de un lugar a otro: elija uno distinto de este.", en: "A trace leads from one place to another: choose one that is not this one." },
  "already-traced": { es: "Ese enlace ya existe.", en: "That trace exists already." },
  "bad-address": {
    es: "Escriba el número de un documento del archivo, la dirección de una página de la plataforma o una dirección que empiece con https://",
    en: "Write the number of a document of the archive, the address of a page of the platform, or an address that begins with https://",
  },
  "unknown-trace": { es: "Ese enlace no existe o ya terminó.", en: "There is no such trace, or it has ended already." },
} as const satisfies Record<string, Text>;

/** The sentence for a refusal: what is wrong, and how to mend it. */
export function refusalText(refusal: IndicatorRefusal): Text {
  return refusals[refusal];
}
