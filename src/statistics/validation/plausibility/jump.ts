import { formatCount } from "#basics";
import { type Finding, findingKey } from "../finding.ts";
import { type ValidationInput, cellLabel, headlineCell, intervalOf, intervalText, valuesOf } from "../matrix.ts";
import { nearest, spreadOf, surprise } from "./band.ts";

/** Deviations beyond which a headline asks for a word; about one honest step in eighty passes it. */
const alarm = 2.5;
/** A change of fewer persons than this never alarms: in small series it is one case with several persons. */
export const smallChange = 10;

/**
 * The year's headline beside the last year that has one. Beyond what series like this do, a word of explanation is asked
 * for: a new law, a large operation, another way of counting, or a slip of the keyboard.
 */
export function jump(input: ValidationInput): Finding[] {
  const { methodology } = input;
  const cell = headlineCell(methodology);
  const now = valuesOf(input.figures).get(cell);
  const history = input.earlier.flatMap(({ year, figures }) => {
    const value = valuesOf(figures).get(cell);
    return value && value.kind !== "absent" ? [{ year, value }] : [];
  });
  const last = history[0];
  if (!now || now.kind === "absent" || !last) return [];
  const spread = spreadOf(history.flatMap(({ year, value }) => (value.kind === "count" ? [{ year, count: value.count }] : [])));
  const intervals = [intervalOf(methodology, cell, now), intervalOf(methodology, cell, last.value)] as const;
  const [x, m] = nearest(...intervals);
  if (Math.abs(x - m) < smallChange || Math.abs(surprise(...intervals, spread, input.year - last.year)) < alarm) return [];
  const label = cellLabel(methodology, cell);
  const said = intervalText(intervals[0], input.country);
  const was = intervalText(intervals[1], input.country);
  const change = { es: formatCount(Math.abs(x - m), "es", input.country), en: formatCount(Math.abs(x - m), "en") };
  return [
    {
      key: findingKey("jump", cell, `${m}>${x}`),
      class: "plausibility",
      severity: "warning",
      rule: "jump",
      cells: [cell],
      message: {
        es: `${label.es}: ${said.es} en ${input.year}, frente a ${was.es} en ${last.year} (${x > m ? "aumento" : "descenso"} de ${change.es}). Es un cambio mayor que los habituales.`,
        en: `${label.en}: ${said.en} in ${input.year}, against ${was.en} in ${last.year} (${x > m ? "a rise" : "a fall"} of ${change.en}). The change is larger than usual.`,
      },
      mend: {
        es: "Revise la cifra. Si es correcta, explique el cambio: otra forma de contar, una ley nueva, un operativo grande.",
        en: "Check the figure. If it is right, explain the change: another way of counting, a new law, a large operation.",
      },
    },
  ];
}
