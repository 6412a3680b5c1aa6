import { type Language, formatCount } from "#basics";
import { TOTAL, cellAddress } from "../../figure.ts";
import type { Methodology, TablePlan } from "../../methodology/methodology.ts";
import { dimensionOf, labelOf, printedCodes } from "../../methodology/plan.ts";
import { plainValue } from "../observation.ts";
import type { Published, ReleaseData, ReleasedCell } from "../release-data.ts";

/** One cell of a country's page, in words: '1 025', 'protegido', 'no disponible'. */
export interface PageCell {
  readonly text: string;
  readonly kind: Published["kind"];
}

/** One table of a country's page as it will be published. `years` is set when several are pooled. */
export interface PageTable {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly counts: TablePlan["counts"];
  readonly years: readonly [number, number] | undefined;
  readonly rowHead: string;
  readonly columns: readonly { readonly code: string; readonly label: string }[];
  readonly rows: readonly { readonly code: string; readonly label: string; readonly isTotal: boolean; readonly cells: readonly (PageCell | undefined)[] }[];
  /** Lines and columns for which the country states only that it has no figure, told in a sentence instead. */
  readonly withoutData: readonly { readonly reason: string; readonly labels: readonly string[] }[];
}

/** What is published of a cell, in words. */
export function publishedText(published: Published, language: Language, country: string): string {
  return published.kind === "observed" ? formatCount(published.count, language, country) : String(plainValue(published, language));
}

/** The tables of a country's page in the order of print: those of the year, then those of several years. Only printed lines. */
export function pageTables(release: ReleaseData, methodology: Methodology, country: string, language: Language): PageTable[] {
  const own = release.cells.filter((cell) => cell.area === country);
  return [false, true].flatMap((isPooled) =>
    methodology.tables.flatMap((table) => {
      const cells = own.filter((cell) => cell.table === table.id && (cell.years !== undefined) === isPooled);
      return cells.length === 0 ? [] : [withoutEmpty(pageTable(methodology, table, cells, country, language))];
    }),
  );
}

type WholeTable = Omit<PageTable, "withoutData">;

/** Takes out the columns, then the lines, that say nothing but why there is no figure; the total stays. */
function withoutEmpty(table: WholeTable): PageTable {
  const isSaid = (cells: readonly (PageCell | undefined)[]) => cells.some((cell) => cell !== undefined && cell.kind !== "absent");
  const columns = table.columns.map((column, place) => ({ column, place, cells: table.rows.map((row) => row.cells[place]) }));
  const kept = columns.filter(({ column, cells }) => column.code === TOTAL || column.code === "" || isSaid(cells));
  const rows = table.rows.map((row) => ({ ...row, cells: kept.map(({ place }) => row.cells[place]) }));
  const silent = [
    ...rows.filter((row) => !row.isTotal && !isSaid(row.cells)).map(({ label, cells }) => ({ label, cells })),
    ...columns.filter((each) => !kept.includes(each)).map(({ column, cells }) => ({ label: column.label, cells })),
  ];
  const reasons = Map.groupBy(silent, ({ cells }) => cells.find((cell) => cell !== undefined)?.text ?? "");
  return {
    ...table,
    columns: kept.map(({ column }) => column),
    rows: rows.filter((row) => row.isTotal || isSaid(row.cells)),
    withoutData: [...reasons].map(([reason, all]) => ({ reason, labels: all.map(({ label }) => label) })),
  };
}

function pageTable(methodology: Methodology, table: TablePlan, cells: readonly ReleasedCell[], country: string, language: Language): WholeTable {
  const [first, second] = table.dimensions;
  if (first === undefined) throw new Error(`Table ${table.id} has no dimension`);
  const isCrossed = cells.some((cell) => cell.codes.length > 1 && cell.codes.every((code) => code !== TOTAL));
  if (second !== undefined && !isCrossed) return marginTable(methodology, table, cells, country, language);
  const byAddress = new Map(cells.map((cell) => [cellAddress(cell.table, cell.codes), cell.published]));
  const used = (axis: number) => new Set(cells.map((cell) => cell.codes[axis]));
  const [rowsUsed, columnsUsed] = [used(0), used(1)];
  const columns = second
    ? printedCodes(methodology, table, second)
        .filter((code) => columnsUsed.has(code))
        .map((code) => ({ code, label: labelOf(methodology, second, code)[language] }))
    : [{ code: "", label: "" }];
  return {
    id: table.id,
    title: table.title[language],
    unit: table.unit[language],
    counts: table.counts,
    years: cells[0]?.years,
    rowHead: dimensionOf(methodology, first).title[language],
    columns,
    rows: [...printedCodes(methodology, table, first)]
      .filter((code) => rowsUsed.has(code))
      .map((code) => ({
        code,
        label: labelOf(methodology, first, code)[language],
        isTotal: code === TOTAL,
        cells: columns.map((column) => {
          const published = byAddress.get(cellAddress(table.id, second ? [code, column.code] : [code]));
          return published && { text: publishedText(published, language, country), kind: published.kind };
        }),
      })),
  };
}

/** A table of two dimensions of which only the margins are printed: one line for each, the total last. */
function marginTable(methodology: Methodology, table: TablePlan, cells: readonly ReleasedCell[], country: string, language: Language): WholeTable {
  const rows = cells.map(({ codes, published }) => {
    const labels = table.dimensions.flatMap((dimension, axis) => {
      const code = codes[axis] ?? TOTAL;
      return code === TOTAL ? [] : [`${dimensionOf(methodology, dimension).title[language]}: ${labelOf(methodology, dimension, code)[language]}`];
    });
    return {
      code: codes.join("."),
      label: labels.join("; ") || "Total",
      isTotal: labels.length === 0,
      cells: [{ text: publishedText(published, language, country), kind: published.kind }],
    };
  });
  return {
    id: table.id,
    title: table.title[language],
    unit: table.unit[language],
    counts: table.counts,
    years: cells[0]?.years,
    rowHead: table.dimensions.map((dimension) => dimensionOf(methodology, dimension).title[language]).join(" · "),
    columns: [{ code: "", label: "" }],
    rows: rows.toSorted((one, other) => Number(one.isTotal) - Number(other.isTotal)),
  };
}
