import { type Finding, findingKey } from "../finding.ts";
import { type ValidationInput, headlineCell, valuesOf } from "../matrix.ts";

/**
 * A year without a single identified person is possible and needs a word: zero found is not the same as nobody looking.
 *
 * Source: practice of nil returns in EDAMIS and the CTS questionnaire, where zero is confirmed and never assumed.
 */
export function nilReturn(input: ValidationInput): Finding[] {
  const cell = headlineCell(input.methodology);
  const value = valuesOf(input.figures).get(cell);
  if (value?.kind !== "count" || value.count !== 0) return [];
  return [
    {
      key: findingKey("nil-return", cell),
      class: "completeness",
      severity: "warning",
      rule: "nil-return",
      cells: [cell],
      message: {
        es: "El país declara que no identificó a ninguna persona víctima en el año.",
        en: "The country states that it identified no victim in the year.",
      },
      mend: {
        es: "Confirme en una frase que hubo búsqueda y registro durante el año, o escriba ND si no los hubo.",
        en: "Confirm in a sentence that there was detection and recording during the year, or write ND if there was none.",
      },
    },
  ];
}
