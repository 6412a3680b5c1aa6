import { type Finding, findingKey } from "../finding.ts";
import { type ValidationInput, cellLabel, intervalOf, intervalText, valuesOf } from "../matrix.ts";
import type { Relation } from "../relation.ts";

type Equal = Extract<Relation, { kind: "equal" }>;

/** Two cells that count the same persons say the same: the total of every table of persons, and forms by age and by sex. */
export function sameCount(input: ValidationInput, relation: Equal): Finding[] {
  const values = valuesOf(input.figures);
  const a = intervalOf(input.methodology, relation.a, values.get(relation.a));
  const b = intervalOf(input.methodology, relation.b, values.get(relation.b));
  if (a.lo <= b.hi && b.lo <= a.hi) return [];
  const labels = [cellLabel(input.methodology, relation.a), cellLabel(input.methodology, relation.b)] as const;
  const numbers = [intervalText(a, input.country), intervalText(b, input.country)] as const;
  return [
    {
      key: findingKey("same-persons-differ", relation.b, `${a.lo}~${b.lo}`),
      class: "consistency",
      severity: "error",
      rule: "same-persons-differ",
      cells: [relation.b, relation.a],
      message: {
        es: `${labels[1].es} dice ${numbers[1].es}, y ${labels[0].es} dice ${numbers[0].es}: son las mismas personas.`,
        en: `${labels[1].en} says ${numbers[1].en}, and ${labels[0].en} says ${numbers[0].en}: they are the same persons.`,
      },
      mend: { es: "Corrija la cifra equivocada.", en: "Mend the figure that is wrong." },
    },
  ];
}
