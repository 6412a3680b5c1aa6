import { TOTAL, parseCell } from "../../figure.ts";
import { type Finding, findingKey } from "../finding.ts";
import { type ValidationInput, cellLabel, planCells, valuesOf } from "../matrix.ts";

/** Whether a number looks as if a key had been held or a number pasted twice: 1111, 33333, 115115, 4343. */
export function repeatsDigits(count: number): boolean {
  return count >= 1000 && /^(\d{1,4})\1+$/.test(String(count));
}

/**
 * Numbers that are possible and look like slips: the year itself written into a cell (Mexico 2015: 2,015), digits repeated.
 *
 * Margins and totals are looked at, where such slips do harm.
 */
export function oddNumber(input: ValidationInput): Finding[] {
  const values = valuesOf(input.figures);
  const seen = planCells(input.methodology).filter((cell) => parseCell(cell).codes.filter((code) => code !== TOTAL).length <= 1);
  return seen.flatMap((cell): Finding[] => {
    const value = values.get(cell);
    if (value?.kind !== "count") return [];
    const label = cellLabel(input.methodology, cell);
    const mend = { es: "Revise la cifra. Si es correcta, dígalo en una frase.", en: "Check the figure. If it is right, say so in a sentence." };
    const base = { class: "plausibility", severity: "warning", cells: [cell], mend } as const;
    if (Math.abs(value.count - input.year) <= 1)
      return [
        {
          ...base,
          key: findingKey("count-is-year", cell, value.count),
          rule: "count-is-year",
          message: {
            es: `${label.es}: ${value.count} es también el número de un año. ¿Se escribió el año en lugar de la cifra?`,
            en: `${label.en}: ${value.count} is also the number of a year. Was the year written instead of the figure?`,
          },
        },
      ];
    if (!repeatsDigits(value.count)) return [];
    return [
      {
        ...base,
        key: findingKey("digits-repeat", cell, value.count),
        rule: "digits-repeat",
        message: {
          es: `${label.es}: ${value.count} repite sus dígitos. ¿Se escribió dos veces?`,
          en: `${label.en}: ${value.count} repeats its digits. Was it typed twice?`,
        },
      },
    ];
  });
}
