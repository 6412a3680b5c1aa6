import { formatCount } from "#basics";
import { cellsOf } from "../../methodology/plan.ts";
import { type Finding, findingKey } from "../finding.ts";
import { type ValidationInput, codesLabel, intervalOf, valuesOf } from "../matrix.ts";
import { propagate } from "../propagation.ts";
import { relationsOf } from "../relation.ts";

/**
 * A table that was begun should be finished: a blank cell may be a zero or an unknown, and nobody can tell which.
 *
 * A blank that the other figures settle (the parts already add up to their total, so it can only be 0) is left in peace.
 */
export function partialTable(input: ValidationInput): Finding[] {
  const { methodology } = input;
  const values = valuesOf(input.figures);
  const stated = new Map([...values].map(([cell, value]) => [cell, intervalOf(methodology, cell, value)]));
  const { bounds } = propagate(stated, relationsOf(methodology));
  const settled = (cell: string): boolean => {
    const bound = bounds.get(cell);
    return bound !== undefined && bound.lo === bound.hi;
  };
  return methodology.tables.flatMap((plan): Finding[] => {
    const cells = cellsOf(methodology, plan).map(({ cell }) => cell);
    const blank = cells.filter((cell) => !values.has(cell) && !settled(cell));
    const begun = cells.some((cell) => values.has(cell));
    if (!begun || blank.length === 0) return [];
    const named = (language: "es" | "en") =>
      blank.slice(0, 3).map((cell) => codesLabel(methodology, cell)[language]).join("; ") + (blank.length > 3 ? "…" : "");
    const n = blank.length;
    return [
      {
        key: findingKey("table-partial", plan.id, blank.join("+").replaceAll(`${plan.id}:`, "")),
        class: "completeness",
        severity: "warning",
        rule: "table-partial",
        cells: blank,
        message: {
          es: `«${plan.title.es}»: ${n === 1 ? "hay 1 celda en blanco" : `hay ${formatCount(n, "es", input.country)} celdas en blanco`} (${named("es")}).`,
          en: `“${plan.title.en}”: ${n === 1 ? "1 cell is blank" : `${formatCount(n, "en")} cells are blank`} (${named("en")}).`,
        },
        mend: {
          es: "Escriba 0 si no hubo ninguna persona, o ND, NC o NA si no hay dato; o explique por qué quedan en blanco.",
          en: "Write 0 if there was nobody, or ND, NC or NA if there is no figure; or explain why they stay blank.",
        },
      },
    ];
  });
}
