import { type Finding, findingKey } from "../finding.ts";
import { type ValidationInput, valuesOf } from "../matrix.ts";
import { cellsOf } from "../../methodology/plan.ts";

/**
 * A table without a single entry says nothing, not even why. One word covers all such tables.
 *
 * Source: disclosure and dissemination keep 'not collected', 'not available' and 'blank' apart (SDMX OBS_STATUS).
 */
export function blankTable(input: ValidationInput): Finding[] {
  const values = valuesOf(input.figures);
  const blank = input.methodology.tables.filter((plan) => cellsOf(input.methodology, plan).every(({ cell }) => !values.has(cell)));
  if (blank.length === 0 || blank.length === input.methodology.tables.length) return [];
  const ids = blank.map((plan) => plan.id).join("+");
  const titles = (language: "es" | "en") => blank.map((plan) => `«${plan.title[language]}»`).join(", ");
  return [
    {
      key: findingKey("table-blank", ids),
      class: "completeness",
      severity: "warning",
      rule: "table-blank",
      cells: blank.flatMap((plan) => cellsOf(input.methodology, plan).slice(-1).map(({ cell }) => cell)),
      message:
        blank.length === 1
          ? { es: `El cuadro ${titles("es")} está en blanco.`, en: `The table ${titles("en")} is blank.` }
          : { es: `Estos cuadros están en blanco: ${titles("es")}.`, en: `These tables are blank: ${titles("en")}.` },
      mend: {
        es: "Complételo, escriba ND, NC o NA en sus celdas, o explique por qué no hay datos.",
        en: "Fill it in, write ND, NC or NA in its cells, or explain why there is nothing.",
      },
    },
  ];
}
