import { TOTAL, cellAddress } from "../../figure.ts";
import { dimensionOf } from "../../methodology/plan.ts";
import { type Finding, findingKey } from "../finding.ts";
import { type ValidationInput, headlineCell, intervalOf, intervalText, valuesOf } from "../matrix.ts";

/**
 * Everybody who was identified suffered at least one form, known or 'unknown'. When all forms are stated, their mentions
 * together are at least the headline. A shortfall is asked about, not refused: a register may leave the form out.
 */
export function mentionsShort(input: ValidationInput): Finding[] {
  const { methodology } = input;
  const values = valuesOf(input.figures);
  const headline = headlineCell(methodology);
  const persons = intervalOf(methodology, headline, values.get(headline));
  return methodology.tables
    .filter((plan) => plan.counts === "mentions")
    .flatMap((plan): Finding[] => {
      const several = plan.dimensions.find((id) => !dimensionOf(methodology, id).additive);
      if (!several) return [];
      const cells = dimensionOf(methodology, several).codes.map((code) =>
        cellAddress(plan.id, plan.dimensions.map((id) => (id === several ? code : TOTAL))),
      );
      const intervals = cells.map((cell) => intervalOf(methodology, cell, values.get(cell)));
      const hi = intervals.reduce((sum, each) => sum + each.hi, 0);
      if (hi >= persons.lo) return [];
      const lo = intervals.reduce((sum, each) => sum + each.lo, 0);
      const found = intervalText({ lo, hi }, input.country);
      const said = intervalText(persons, input.country);
      return [
        {
          key: findingKey("mentions-fall-short", plan.id, `${hi}<${persons.lo}`),
          class: "consistency",
          severity: "warning",
          rule: "mentions-fall-short",
          cells: [headline, ...cells],
          message: {
            es: `«${plan.title.es}»: las formas suman ${found.es} menciones, menos que las ${said.es} personas identificadas.`,
            en: `“${plan.title.en}”: the forms sum to ${found.en} mentions, fewer than the ${said.en} identified persons.`,
          },
          mend: {
            es: "Anote en «Se desconoce» a las personas cuya forma no se conoce, o explique la diferencia.",
            en: "Enter persons whose form is not known under “Unknown”, or explain the difference.",
          },
        },
      ];
    });
}
