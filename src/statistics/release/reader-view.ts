import type { PublicView } from "../disclosure/index.ts";
import { TOTAL, cellAddress } from "../figure.ts";
import type { Methodology, TablePlan } from "../methodology/methodology.ts";
import { cellsOf, dimensionOf } from "../methodology/plan.ts";
import { headline } from "./country-matrix.ts";
import { type Published, type ReleaseData, REGION } from "./release-data.ts";

/** What anybody who holds the release alone knows of it, and what was public before: the attacker's whole material. */
export interface ReaderViews {
  readonly view: PublicView;
  readonly prior: PublicView;
}

/** The interval that a source prints as '<5'. */
const sourceInterval = { lo: 0, hi: 4 };

/**
 * Lays a published release out as a reader would: every number of an area and table, printed or not, and every sum that the
 * table plan implies. A code of which an area prints nothing may hold persons or none: the reader cannot tell.
 */
export function readerViews(release: ReleaseData, methodology: Methodology): ReaderViews {
  const cells = new Map<string, { lo: number; hi: number; hidden: boolean }>();
  const prior = new Map<string, { lo: number; hi: number; hidden: boolean }>();
  const sums: { total: string; parts: string[] }[] = [];
  const bounds: { part: string; whole: string }[] = [];
  const blank = { lo: 0, hi: Infinity, hidden: false };
  const add = (id: string, published: Published | undefined) => {
    const known = published && bound(published);
    cells.set(id, known ?? blank);
    prior.set(id, published?.kind === "source" ? { ...sourceInterval, hidden: true } : blank);
  };

  const official = release.areas.filter((area) => area.code !== REGION && (release.exercise || !area.fictional));
  for (const area of release.areas) {
    const own = new Map(release.cells.filter((cell) => cell.area === area.code && !cell.years && cell.published.kind !== "absent").map((cell) => [cellAddress(cell.table, cell.codes), cell.published]));
    const id = (cell: string) => `${release.year}/${area.code}/${cell}`;
    for (const table of methodology.tables) {
      const inside = cellsIn(methodology, table, own);
      for (const { cell } of inside) add(id(cell), own.get(cell));
      for (const { total, parts } of additions(methodology, table, inside)) sums.push({ total: id(total), parts: parts.map(id) });
      if (!inside.length || !own.has(headline)) continue;
      const grand = cellAddress(table.id, table.dimensions.map(() => TOTAL));
      if (table.counts === "persons" && table.id !== "victims") sums.push({ total: id(grand), parts: [id(headline)] });
      if (table.counts === "mentions") for (const { cell, codes } of inside) if (codes[1] === TOTAL) bounds.push({ part: id(cell), whole: id(headline) });
      if (own.has("status:IDENTIFIED") && table.counts === "statuses") sums.push({ total: id("status:IDENTIFIED"), parts: [id(headline)] });
    }
  }
  // Pooled years stand beside: their single years are in releases of their own.
  for (const { area, table, codes, years, published } of release.cells) {
    if (years && published.kind !== "absent") add(`${years.join("-")}/${area}/${cellAddress(table, codes)}`, published);
  }
  // A region's sum holds whenever every country in it is in the view; with a country whose cell is unknown it tells nothing.
  for (const key of [...cells.keys()].filter((each) => each.startsWith(`${release.year}/${REGION}/`))) {
    const cell = key.split("/").at(-1) ?? "";
    const parts = official.map((area) => `${release.year}/${area.code}/${cell}`);
    for (const part of parts) if (!cells.has(part)) add(part, undefined);
    sums.push({ total: key, parts });
  }
  const list = (from: typeof cells) => [...from].map(([id, each]) => ({ id, ...each }));
  const relations = { k: release.k, sums, bounds };
  return { view: { ...relations, cells: list(cells) }, prior: { ...relations, cells: list(prior) } };
}

function bound(published: Published): { lo: number; hi: number; hidden: boolean } | undefined {
  switch (published.kind) {
    case "observed":
      return { lo: published.count, hi: published.count, hidden: false };
    case "range":
      return { lo: published.lo, hi: published.hi, hidden: false };
    case "protected":
      return { lo: 0, hi: Infinity, hidden: true };
    case "source":
      return { ...sourceInterval, hidden: true };
    case "absent":
      return undefined;
  }
}

/** The cells of a table that an area can have: all of every axis whose parts add up, and the answers that it prints or hides. */
function cellsIn(methodology: Methodology, table: TablePlan, own: ReadonlyMap<string, Published>) {
  const all = cellsOf(methodology, table);
  const present = all.filter(({ cell }) => own.has(cell));
  if (!present.length) return [];
  const codes = table.dimensions.map((id, axis) => {
    const dimension = dimensionOf(methodology, id);
    return new Set(dimension.additive ? [...dimension.codes, TOTAL] : present.map((each) => each.codes[axis] ?? ""));
  });
  return all.filter((each) => each.codes.every((code, axis) => codes[axis]?.has(code)));
}

function additions(methodology: Methodology, table: TablePlan, cells: readonly { cell: string; codes: string[] }[]) {
  const present = new Set(cells.map((each) => each.cell));
  return table.dimensions.flatMap((id, axis) => {
    const dimension = dimensionOf(methodology, id);
    if (!dimension.additive) return [];
    return cells
      .filter((each) => each.codes[axis] === TOTAL)
      .map((total) => ({
        total: total.cell,
        parts: dimension.codes.map((code) => cellAddress(table.id, total.codes.with(axis, code))).filter((part) => present.has(part)),
      }));
  });
}
