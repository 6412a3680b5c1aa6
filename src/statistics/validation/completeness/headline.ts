import { type Finding, findingKey } from "../finding.ts";
import { type ValidationInput, headlineCell, valuesOf } from "../matrix.ts";

/**
 * The headline, identified victims in all, must be stated. A reason why there is none is accepted with a word, because the
 * region's total then says that this country is not in it.
 *
 * Source: the coalition's reporting rule 'headline = identified persons'; design of IC-TIP (victim as unit of count).
 */
export function headline(input: ValidationInput): Finding[] {
  const cell = headlineCell(input.methodology);
  const value = valuesOf(input.figures).get(cell);
  if (!value)
    return [
      {
        key: findingKey("headline-missing", cell),
        class: "completeness",
        severity: "error",
        rule: "headline-missing",
        cells: [cell],
        message: {
          es: "Falta el total de personas víctimas identificadas en el año.",
          en: "The total of victims identified in the year is missing.",
        },
        mend: {
          es: "Escriba el total; 0 si no se identificó a ninguna persona; ND si el dato no está disponible.",
          en: "Write the total; 0 if nobody was identified; ND if the figure is not available.",
        },
      },
    ];
  if (value.kind !== "absent") return [];
  return [
    {
      key: findingKey("headline-absent", cell, value.absence),
      class: "completeness",
      severity: "warning",
      rule: "headline-absent",
      cells: [cell],
      message: {
        es: "El país declara que no tiene el total de personas víctimas identificadas; no entrará en el total de la región.",
        en: "The country states that it has no total of identified victims; it will not be in the region's total.",
      },
      mend: { es: "Explique por qué no hay dato y quién podría darlo.", en: "Explain why there is no figure and who could give it." },
    },
  ];
}
