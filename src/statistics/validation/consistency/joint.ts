import { type Finding, findingKey } from "../finding.ts";
import { type ValidationInput, cellLabel, intervalOf, intervalText, valuesOf } from "../matrix.ts";
import { propagate } from "../propagation.ts";
import type { Relation } from "../relation.ts";

/**
 * Figures that agree two by two can still be impossible together, across tables. All relations are taken at once, and when
 * they leave nothing possible the few figures that clash are told.
 *
 * Relations that fail by themselves are told by their own rule and left out here.
 */
export function joint(input: ValidationInput, sound: readonly Relation[]): Finding[] {
  const values = valuesOf(input.figures);
  const stated = new Map([...values].map(([cell, value]) => [cell, intervalOf(input.methodology, cell, value)]));
  const clash = propagate(stated, sound).contradiction;
  if (!clash) return [];
  const cells = clash.filter((cell) => values.has(cell)).toSorted();
  const told = (language: "es" | "en") =>
    cells
      .slice(0, 6)
      .map((cell) => `${cellLabel(input.methodology, cell)[language]} = ${intervalText(intervalOf(input.methodology, cell, values.get(cell)), input.country)[language]}`)
      .join("; ") + (cells.length > 6 ? "…" : "");
  return [
    {
      key: findingKey("impossible-together", cells.join("+")),
      class: "consistency",
      severity: "error",
      rule: "impossible-together",
      cells,
      message: {
        es: `Estas cifras no pueden ser ciertas a la vez: ${told("es")}.`,
        en: `These figures cannot all be true: ${told("en")}.`,
      },
      mend: { es: "Compare estas celdas con su registro y corrija la que no corresponde.", en: "Compare these cells with your register and mend the one that is wrong." },
    },
  ];
}
