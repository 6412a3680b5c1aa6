import { type Finding, findingKey } from "../finding.ts";
import { type ValidationInput, planCells } from "../matrix.ts";

/** A figure must belong to a cell of the year's tables; one from another version of the methodology would be lost unseen. */
export function knownCell(input: ValidationInput): Finding[] {
  const known = new Set(planCells(input.methodology));
  return input.figures
    .filter((figure) => !known.has(figure.cell))
    .map((figure) => ({
      key: findingKey("cell-unknown", figure.cell),
      class: "value",
      severity: "error",
      rule: "cell-unknown",
      cells: [figure.cell],
      message: {
        es: `La celda ${figure.cell} no pertenece a los cuadros de ${input.year}.`,
        en: `The cell ${figure.cell} does not belong to the tables of ${input.year}.`,
      },
      mend: { es: "Use la plantilla de este año.", en: "Use this year's template." },
    }));
}
