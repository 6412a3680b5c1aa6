import type { Language } from "#basics";
import type { UnmappedLabel } from "../../intake/index.ts";
import type { Methodology } from "../../methodology/methodology.ts";

/** A national word to be tied to a code, with the codes that it can stand for, the likeliest first. */
export interface MappingLine {
  readonly label: string;
  readonly list: string;
  readonly count: number;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Name of the field that ties the word at that place of the report. */
export function mappingField(place: number): string {
  return `map-${place}`;
}

/** Words that no list knows, in the order of the report, so that their places name the fields. */
export function mappingLines(unmapped: readonly UnmappedLabel[], methodology: Methodology, language: Language): MappingLine[] {
  return unmapped.map(({ list, label, count, suggestions }) => {
    const found = methodology.codeLists.find((each) => each.id === list);
    const options = (found?.codes ?? []).map((code) => ({ value: code.code, label: code.label[language] }));
    const rank = (value: string) => (suggestions.includes(value) ? suggestions.indexOf(value) : suggestions.length);
    return {
      label,
      list: found?.title[language] ?? list,
      count,
      options: options.toSorted((one, other) => rank(one.value) - rank(other.value)),
    };
  });
}
