import { TOTAL, parseCell } from "../../figure.ts";
import { cellsOf } from "../../methodology/plan.ts";
import { type Finding, findingKey } from "../finding.ts";
import { type ValidationInput, cellLabel, headlineCell, intervalOf, intervalText, valuesOf } from "../matrix.ts";
import { nearest, surprise, usualSpread } from "./band.ts";
import { smallChange } from "./jump.ts";

/** Stricter than for the headline: some fifty margins are looked at together, and a false alarm costs trust. */
const alarm = 3.5;

/**
 * One group that grew or shrank against the rest: last year's count is first scaled by the change of the headline, so that a
 * year with twice as many persons does not alarm in every line. Only margins by one attribute are looked at.
 */
export function shareShift(input: ValidationInput): Finding[] {
  const { methodology } = input;
  const headline = headlineCell(methodology);
  const now = valuesOf(input.figures);
  const [last] = input.earlier;
  if (!last) return [];
  const before = valuesOf(last.figures);
  const [total, lastTotal] = [now.get(headline), before.get(headline)];
  if (total?.kind !== "count" || lastTotal?.kind !== "count" || total.count === 0 || lastTotal.count === 0) return [];
  const scale = total.count / lastTotal.count;
  return methodology.tables
    .filter((plan) => plan.counts === "persons" || plan.counts === "mentions")
    .flatMap((plan) => cellsOf(methodology, plan))
    .filter(({ cell }) => parseCell(cell).codes.filter((code) => code !== TOTAL).length === 1)
    .flatMap(({ cell }): Finding[] => {
      const [value, was] = [now.get(cell), before.get(cell)];
      if (!value || !was || value.kind === "absent" || was.kind === "absent") return [];
      const current = intervalOf(methodology, cell, value);
      const old = intervalOf(methodology, cell, was);
      const expected = { lo: old.lo * scale, hi: old.hi * scale };
      const [x, m] = nearest(current, expected);
      if (Math.abs(x - m) < smallChange || Math.abs(surprise(current, expected, usualSpread, input.year - last.year)) < alarm) return [];
      const label = cellLabel(methodology, cell);
      const said = intervalText(current, input.country);
      const told = intervalText(old, input.country);
      return [
        {
          key: findingKey("share-shift", cell, `${old.hi}>${current.lo}`),
          class: "plausibility",
          severity: "warning",
          rule: "share-shift",
          cells: [cell],
          message: {
            es: `${label.es}: ${said.es} en ${input.year}, frente a ${told.es} en ${last.year}. El grupo cambió mucho más que el total.`,
            en: `${label.en}: ${said.en} in ${input.year}, against ${told.en} in ${last.year}. The group changed far more than the total.`,
          },
          mend: { es: "Revise si la cifra está en su celda. Si es correcta, explique el cambio.", en: "Check whether the figure is in its cell. If it is right, explain the change." },
        },
      ];
    });
}
