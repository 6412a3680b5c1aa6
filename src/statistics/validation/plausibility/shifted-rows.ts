import type { Value } from "../../figure.ts";
import { cellsOf, printedCodes } from "../../methodology/plan.ts";
import type { TablePlan } from "../../methodology/methodology.ts";
import { type Finding, findingKey } from "../finding.ts";
import { type ValidationInput, valuesOf } from "../matrix.ts";

/** Fewer matches than this happen by chance. */
const enough = 4;

/**
 * Last year's figures one line further down or up: the template was pasted with an offset. Each table is read line by line;
 * when at least four different counts stand one line from where they stood, and hardly any in its place, a word is asked for.
 */
export function shiftedRows(input: ValidationInput): Finding[] {
  const [last] = input.earlier;
  if (!last) return [];
  const now = valuesOf(input.figures);
  const before = valuesOf(last.figures);
  return input.methodology.tables.flatMap((plan): Finding[] => {
    const cells = cellsOf(input.methodology, plan).map(({ cell }) => cell);
    const step = widthOf(input, plan);
    const moved = (by: number) => matches(cells, now, before, by);
    const inPlace = moved(0).length;
    const shifted = [moved(step), moved(-step)].toSorted((a, b) => b.length - a.length)[0] ?? [];
    if (new Set(shifted.map((cell) => count(now.get(cell)))).size < enough || shifted.length <= 2 * inPlace) return [];
    return [
      {
        key: findingKey("rows-shifted", plan.id, shifted.map((cell) => count(now.get(cell))).join(".")),
        class: "plausibility",
        severity: "warning",
        rule: "rows-shifted",
        cells: shifted,
        message: {
          es: `«${plan.title.es}»: las cifras parecen las de ${last.year}, corridas una línea.`,
          en: `“${plan.title.en}”: the figures look like those of ${last.year}, shifted by one line.`,
        },
        mend: { es: "Revise si pegó las cifras una línea más arriba o más abajo.", en: "Check whether the figures were pasted one line too high or too low." },
      },
    ];
  });
}

/** Cells of one printed line: the length of the last dimension, 1 for a table with one dimension. */
function widthOf(input: ValidationInput, plan: TablePlan): number {
  const last = plan.dimensions.at(-1);
  return plan.dimensions.length < 2 || !last ? 1 : printedCodes(input.methodology, plan, last).length;
}

function count(value: Value | undefined): number {
  return value?.kind === "count" ? value.count : 0;
}

function matches(cells: readonly string[], now: ReadonlyMap<string, Value>, before: ReadonlyMap<string, Value>, by: number): string[] {
  return cells.filter((cell, i) => {
    const from = cells[i - by];
    return from !== undefined && count(now.get(cell)) > 0 && count(now.get(cell)) === count(before.get(from));
  });
}
