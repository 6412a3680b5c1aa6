import { TOTAL } from "../figure.ts";
import type { AreaDesign, Published, ReleaseData, ReleasedCell } from "../release/release-data.ts";

/** The cells of one table and area as a page may print them: of the release's own year, or pooled over `years`. */
export interface PrintedTable {
  readonly years?: readonly [number, number];
  /** What is published under these codes; nothing when the release has no such cell. */
  at(...codes: string[]): Published | undefined;
}

/** The cells of a table for an area. The own year comes first; pooled years when only these print a part of the total. */
export function printedTable(release: ReleaseData, area: string, table: string): PrintedTable {
  const cells = release.cells.filter((cell) => cell.area === area && cell.table === table);
  const own = cells.filter((cell) => cell.years === undefined);
  const pooled = cells.filter((cell) => cell.years !== undefined);
  const chosen = !pooled.some(isTelling) || own.some(isTelling) ? own : pooled;
  const years = chosen[0]?.years;
  const byCodes = new Map(chosen.map((cell) => [cell.codes.join("."), cell.published]));
  return { ...(years ? { years } : {}), at: (...codes) => byCodes.get(codes.join(".")) };
}

/** A cell that prints a part, and not just the total, with a number above zero. */
function isTelling({ codes, published }: ReleasedCell): boolean {
  return (
    codes.some((code) => code !== TOTAL) &&
    ((published.kind === "observed" && published.count > 0) || published.kind === "range")
  );
}

/** The exact count, where one is printed. Sentences are made of these only. */
export function exact(published: Published | undefined): number | undefined {
  return published?.kind === "observed" ? published.count : undefined;
}

/**
 * Why a group of cells is not drawn: nothing was reported, or nothing may be shown; undefined when something is printed. A
 * release leaves out what a country did not report, and for few cases all detail; then nobody can tell which it was.
 */
export function silence(cells: readonly (Published | undefined)[], design: AreaDesign): "not-reported" | "hidden" | undefined {
  const present = cells.filter((cell) => cell !== undefined);
  if (present.length === 0) return design === "total" || design === "none" ? "hidden" : "not-reported";
  if (present.some((cell) => cell.kind === "observed" || cell.kind === "range")) return undefined;
  return present.every((cell) => cell.kind === "absent") ? "not-reported" : "hidden";
}
