import { formatCount } from "#basics";
import { type Finding, findingKey } from "../finding.ts";
import { type ValidationInput, cellLabel, planCells } from "../matrix.ts";

/** More persons than this in one country and year is a slip of the keyboard; the same ceiling as at intake. */
export const ceiling = 9_999_999;
/** Above this many in a year no member state has ever reported; the region's highest to date is 2,015. */
const unheardOf = 50_000;

/** A count is a whole number of persons, not negative, and within what can be. */
export function wholeCount(input: ValidationInput): Finding[] {
  const known = new Set(planCells(input.methodology));
  return input.figures.flatMap((figure): Finding[] => {
    const { cell, value } = figure;
    if (value.kind !== "count" || !known.has(cell)) return [];
    const { count } = value;
    const label = cellLabel(input.methodology, cell);
    if (!Number.isInteger(count) || count < 0 || count > ceiling)
      return [
        {
          key: findingKey("count-impossible", cell, count),
          class: "value",
          severity: "error",
          rule: "count-impossible",
          cells: [cell],
          message: { es: `${label.es}: ${count} no es un número posible de personas.`, en: `${label.en}: ${count} is not a possible number of persons.` },
          mend: { es: "Escriba un número entero, 0 o mayor.", en: "Write a whole number, 0 or greater." },
        },
      ];
    if (count <= unheardOf) return [];
    return [
      {
        key: findingKey("count-unheard-of", cell, count),
        class: "value",
        severity: "warning",
        rule: "count-unheard-of",
        cells: [cell],
        message: {
          es: `${label.es}: ${formatCount(count, "es", input.country)} es más de lo que cualquier país de la región ha informado.`,
          en: `${label.en}: ${formatCount(count, "en")} is more than any country of the region has ever reported.`,
        },
        mend: { es: "Revise si se juntaron dos números o sobra un cero.", en: "Check whether two numbers ran together or a zero is too many." },
      },
    ];
  });
}
