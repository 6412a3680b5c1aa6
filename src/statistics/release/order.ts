import { cellAddress } from "../figure.ts";
import type { Methodology } from "../methodology/methodology.ts";
import { cellsOf } from "../methodology/plan.ts";
import type { ReleasedArea, ReleasedCell } from "./release-data.ts";

/** The order of print: by area, the year's own cells before pooled ones, then as the table plan lists them. */
export function inOrder(methodology: Methodology, areas: readonly ReleasedArea[], cells: readonly ReleasedCell[]): ReleasedCell[] {
  const area = new Map(areas.map(({ code }, i) => [code, i]));
  const plan = new Map(methodology.tables.flatMap((table) => cellsOf(methodology, table)).map(({ cell }, i) => [cell, i]));
  const rank = (each: ReleasedCell): number =>
    ((area.get(each.area) ?? 0) * 2 + (each.years ? 1 : 0)) * plan.size + (plan.get(cellAddress(each.table, each.codes)) ?? 0);
  return cells.toSorted((a, b) => rank(a) - rank(b));
}
