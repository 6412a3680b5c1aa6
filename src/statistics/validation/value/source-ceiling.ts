import { type Finding, findingKey } from "../finding.ts";
import { type ValidationInput, cellLabel, planCells } from "../matrix.ts";

/**
 * A source that hides small counts says below which number: '<5' is 0 to 4. A ceiling above the coalition's own threshold
 * hides figures that the coalition could print, so a better source is asked for; the platform protects small cells itself.
 *
 * Source: UNODC prints '<5' for 0 to 4 (GLOTIP codebook of 14 April 2025); k stands in the methodology.
 */
export function sourceCeiling(input: ValidationInput): Finding[] {
  const { k } = input.methodology;
  const known = new Set(planCells(input.methodology));
  return input.figures.flatMap((figure): Finding[] => {
    const { cell, value } = figure;
    if (value.kind !== "suppressed" || !known.has(cell) || value.below <= k) return [];
    const label = cellLabel(input.methodology, cell);
    const impossible = value.below > 100;
    return [
      {
        key: findingKey("ceiling-high", cell, value.below),
        class: "value",
        severity: impossible ? "error" : "warning",
        rule: "ceiling-high",
        cells: [cell],
        message: {
          es: `${label.es}: «<${value.below}» oculta más de lo necesario; la coalición protege las cifras menores de ${k}.`,
          en: `${label.en}: “<${value.below}” hides more than needed; the coalition protects figures below ${k}.`,
        },
        mend: {
          es: "Si puede, escriba la cifra exacta: la plataforma protege las cifras pequeñas antes de publicar. Si no, explique por qué.",
          en: "If you can, write the exact figure: the platform protects small figures before release. If not, explain why.",
        },
      },
    ];
  });
}
