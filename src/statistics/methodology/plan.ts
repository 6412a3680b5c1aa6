import { TOTAL, cellAddress } from "../figure.ts";
import type { Dimension, DimensionId, Methodology, TablePlan } from "./methodology.ts";

/** The table of that id; an unknown id is a fault of the caller. */
export function tableOf(methodology: Methodology, id: string): TablePlan {
  const table = methodology.tables.find((each) => each.id === id);
  if (!table) throw new Error(`The methodology ${methodology.version} has no table ${id}`);
  return table;
}

/** The dimension of that id. */
export function dimensionOf(methodology: Methodology, id: DimensionId): Dimension {
  const dimension = methodology.dimensions.find((each) => each.id === id);
  if (!dimension) throw new Error(`The methodology ${methodology.version} has no dimension ${id}`);
  return dimension;
}

/** The codes that a table prints along one of its dimensions: the parts, and the total where parts add up to it. */
export function printedCodes(methodology: Methodology, table: TablePlan, id: DimensionId): string[] {
  const dimension = dimensionOf(methodology, id);
  return dimension.additive ? [...dimension.codes, TOTAL] : [...dimension.codes];
}

/** All cells of a table in the order of print: the last dimension runs fastest. */
export function cellsOf(methodology: Methodology, table: TablePlan): { cell: string; codes: string[] }[] {
  const axes = table.dimensions.map((id) => printedCodes(methodology, table, id));
  const all = axes.reduce<string[][]>((rows, axis) => rows.flatMap((row) => axis.map((code) => [...row, code])), [[]]);
  return all.map((codes) => ({ cell: cellAddress(table.id, codes), codes }));
}

/** The label of a code of a dimension; the total has words of its own. */
export function labelOf(methodology: Methodology, id: DimensionId, code: string): { es: string; en: string } {
  if (code === TOTAL) return { es: "Total", en: "Total" };
  const list = methodology.codeLists.find((each) => each.id === dimensionOf(methodology, id).codeList);
  const found = list?.codes.find((each) => each.code === code);
  if (!found) throw new Error(`Dimension ${id} has no code ${code}`);
  return found.label;
}
