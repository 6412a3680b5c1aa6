import type { Language } from "#basics";
import type { Methodology } from "../../methodology/methodology.ts";
import type { Difference } from "../difference.ts";
import { cellWords } from "./cell-words.ts";
import { valueText } from "./table-view.ts";

/** A changed cell in the language of the page. */
export interface DifferenceLine {
  readonly cell: string;
  readonly table: string;
  readonly place: string;
  readonly kind: Difference["kind"];
  readonly before: string;
  readonly after: string;
}

/** Changed cells as a page shows them, in the order of the tables. */
export function differenceLines(
  found: readonly Difference[],
  methodology: Methodology,
  country: string,
  language: Language,
): DifferenceLine[] {
  const order = new Map(methodology.tables.map((table, place) => [table.id, place]));
  return found
    .map((each) => ({ each, words: cellWords(methodology, each.cell, language) }))
    .toSorted((one, other) => (order.get(one.words.table) ?? 0) - (order.get(other.words.table) ?? 0))
    .map(({ each, words }) => ({
      cell: each.cell,
      table: words.tableTitle,
      place: words.codes,
      kind: each.kind,
      before: valueText(each.old, language, country),
      after: valueText(each.new, language, country),
    }));
}
