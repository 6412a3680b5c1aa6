import type { Text } from "#basics";
import { type Finding, findingKey } from "../finding.ts";
import { type ValidationInput, cellLabel, intervalOf, intervalText, valuesOf } from "../matrix.ts";
import type { AtMost, Relation } from "../relation.ts";

type Within = Extract<Relation, { kind: "at-most" }>;

const reasons: Readonly<Record<AtMost, Text>> = {
  mentions: {
    es: "Una persona puede haber sufrido varias formas, pero ninguna forma puede contar más personas que las identificadas.",
    en: "One person may have suffered several forms, but no form can count more persons than were identified.",
  },
  "main-form": {
    es: "La forma principal de una persona es una de las formas que sufrió.",
    en: "A person's main form is one of the forms that the person suffered.",
  },
  accredited: {
    es: "Solo se acredita a quien fue identificada o identificado antes.",
    en: "Only a person who was identified can be accredited.",
  },
};

/** One count that can never pass another: forms within persons of that age or sex, main forms within forms, accredited within identified. */
export function within(input: ValidationInput, relation: Within): Finding[] {
  const values = valuesOf(input.figures);
  const small = intervalOf(input.methodology, relation.small, values.get(relation.small));
  const large = intervalOf(input.methodology, relation.large, values.get(relation.large));
  if (small.lo <= large.hi) return [];
  const labels = [cellLabel(input.methodology, relation.small), cellLabel(input.methodology, relation.large)] as const;
  const numbers = [intervalText(small, input.country), intervalText(large, input.country)] as const;
  return [
    {
      key: findingKey("passes-its-whole", relation.small, `${small.lo}>${large.hi}`),
      class: "consistency",
      severity: "error",
      rule: "passes-its-whole",
      cells: [relation.small, relation.large],
      message: {
        es: `${labels[0].es} dice ${numbers[0].es}, más que ${labels[1].es}, que dice ${numbers[1].es}.`,
        en: `${labels[0].en} says ${numbers[0].en}, more than ${labels[1].en}, which says ${numbers[1].en}.`,
      },
      mend: { es: `${reasons[relation.why].es} Corrija una de las dos cifras.`, en: `${reasons[relation.why].en} Mend one of the two figures.` },
    },
  ];
}
