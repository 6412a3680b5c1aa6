import type { Language } from "#basics";
import type { DimensionId, Methodology } from "../../methodology/methodology.ts";
import { dimensionOf, labelOf } from "../../methodology/plan.ts";

/** The words of record codes: choices for a form, and a label for any code that a record may carry, narrow ones included. */
export interface RecordLabels {
  readonly options: Readonly<Partial<Record<DimensionId, readonly { readonly value: string; readonly label: string }[]>>>;
  readonly of: (dimension: DimensionId, code: string) => string;
}

/** Words for the records of a methodology. A code without words, such as a country that no table prints, stands for itself. */
export function recordLabels(methodology: Methodology, language: Language): RecordLabels {
  const options = Object.fromEntries(
    methodology.dimensions.map(({ id, codes }) => [
      id,
      codes.map((code) => ({ value: code, label: labelOf(methodology, id, code)[language] })),
    ]),
  );
  return {
    options,
    of: (dimension, code) => {
      const list = methodology.codeLists.find((each) => each.id === dimensionOf(methodology, dimension).codeList);
      return list?.codes.find((each) => each.code === code)?.label[language] ?? code;
    },
  };
}
