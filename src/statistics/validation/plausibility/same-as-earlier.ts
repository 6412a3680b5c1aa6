import type { Figure } from "../../figure.ts";
import { type Finding, findingKey } from "../finding.ts";
import { type ValidationInput, headlineCell } from "../matrix.ts";

/** Fewer figures than this can be equal by chance. */
const enough = 5;

/**
 * Figures that are those of an earlier year, all of them: last year's file was sent again, or the years were shifted by one.
 *
 * The second happened in a published vintage: the Dominican Republic's 96, 195, 83 for 2019-2021 became 195, 83, 65.
 */
export function sameAsEarlier(input: ValidationInput): Finding[] {
  const now = positive(input.figures);
  if (now.size < enough) return [];
  const twin = input.earlier.find(({ figures }) => same(now, positive(figures)));
  if (!twin) return [];
  const isLast = twin.year === input.year - 1;
  const rule = isLast ? "same-as-last-year" : "same-as-another-year";
  return [
    {
      key: findingKey(rule, String(twin.year), [...now.values()].join(".")),
      class: "plausibility",
      severity: "warning",
      rule,
      cells: [headlineCell(input.methodology)],
      message: {
        es: isLast ? `Todas las cifras son iguales a las de ${twin.year}.` : `Todas las cifras son iguales a las de ${twin.year}: puede ser un año corrido.`,
        en: isLast ? `All figures are the same as those of ${twin.year}.` : `All figures are the same as those of ${twin.year}: the years may be shifted.`,
      },
      mend: {
        es: "Revise si cargó el archivo de otro año. Si las cifras son correctas, dígalo en una frase.",
        en: "Check whether you loaded another year's file. If the figures are right, say so in a sentence.",
      },
    },
  ];
}

function positive(figures: readonly Figure[]): Map<string, number> {
  return new Map(figures.flatMap(({ cell, value }) => (value.kind === "count" && value.count > 0 ? [[cell, value.count]] : [])));
}

function same(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([cell, count]) => b.get(cell) === count);
}
