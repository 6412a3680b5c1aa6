import type { Language } from "#basics";
import type { ChartValue, Grouping } from "#charts";
import { TOTAL } from "../figure.ts";
import type { Methodology, TablePlan } from "../methodology/methodology.ts";
import { dimensionOf, labelOf, printedCodes } from "../methodology/plan.ts";
import type { ReleaseData, ReleasedCell } from "../release/release-data.ts";

/** Figures side by side as a page prints them. A place without a value is not printed in the release. */
export interface TableView {
  readonly years?: readonly [number, number];
  /** Names of the columns that say what a line is. */
  readonly stubs: readonly string[];
  /** Names of the columns with figures. */
  readonly heads: readonly { readonly label: string; readonly area?: string }[];
  /** Lines in which no area has a figure or a hidden one: they are named, and not drawn. */
  readonly silent: readonly string[];
  readonly lines: readonly {
    readonly labels: readonly string[];
    readonly isTotal: boolean;
    readonly isSubtotal: boolean;
    readonly values: readonly (ChartValue | undefined)[];
  }[];
}

/** Everything the release prints of a table: all areas as columns, or for one area its second attribute as columns. */
export function tableViews(
  release: ReleaseData,
  methodology: Methodology,
  table: TablePlan,
  language: Language,
  area?: string,
): TableView[] {
  const cells = release.cells.filter((cell) => cell.table === table.id && (area === undefined || cell.area === area));
  const spans = [...new Set(cells.map((cell) => cell.years?.join("-")))];
  return spans.map((span) => {
    const own = cells.filter((cell) => cell.years?.join("-") === span);
    const years = own[0]?.years;
    const { lines, ...view } =
      area === undefined ? byArea(release, methodology, table, language, own) : byAttribute(methodology, table, language, own);
    const silent = lines.filter((line) => !isTelling(line)).map((line) => line.labels.join(", "));
    const shown = lines.some(isTelling) ? { lines: lines.filter(isTelling), silent } : { lines, silent: [] };
    return { ...view, ...shown, ...(years ? { years } : {}) };
  });
}

type Drawn = Omit<TableView, "silent" | "years">;

function isTelling({ values }: TableView["lines"][number]): boolean {
  return values.some((value) => value !== undefined && value.kind !== "absent");
}

function labels(methodology: Methodology, table: TablePlan, language: Language, codes: readonly string[]): string[] {
  return table.dimensions.map((id, axis) => short(labelOf(methodology, id, codes[axis] ?? "")[language]));
}

/** A label without its explanation in brackets, which stands with the code lists. */
function short(label: string): string {
  return label.replace(/ \(.*\)$/, "");
}

function combinations(methodology: Methodology, table: TablePlan): string[][] {
  const axes = table.dimensions.map((id) => printedCodes(methodology, table, id));
  return axes.reduce<string[][]>((rows, axis) => rows.flatMap((row) => axis.map((code) => [...row, code])), [[]]);
}

function byArea(
  release: ReleaseData,
  methodology: Methodology,
  table: TablePlan,
  language: Language,
  cells: readonly ReleasedCell[],
): Drawn {
  const found = new Map(cells.map((cell) => [`${cell.area}/${cell.codes.join(".")}`, cell.published]));
  const areas = release.areas.filter(({ code }) => cells.some((cell) => cell.area === code));
  return {
    stubs: table.dimensions.map((id) => dimensionOf(methodology, id).title[language]),
    heads: areas.map(({ code, name }) => ({ label: name[language], area: code })),
    lines: combinations(methodology, table)
      .map((codes) => ({
        labels: labels(methodology, table, language, codes),
        isTotal: codes.every((code) => code === TOTAL),
        isSubtotal: codes.length > 1 && codes.at(-1) === TOTAL,
        values: areas.map(({ code }) => found.get(`${code}/${codes.join(".")}`)),
      }))
      .filter(isPrinted),
  };
}

function byAttribute(methodology: Methodology, table: TablePlan, language: Language, cells: readonly ReleasedCell[]): Drawn {
  const found = new Map(cells.map((cell) => [cell.codes.join("."), cell.published]));
  const [rows, columns] = table.dimensions;
  if (rows === undefined) return { stubs: [], heads: [], lines: [] };
  const across =
    columns === undefined
      ? [undefined]
      : printedCodes(methodology, table, columns).filter((code) => cells.some((cell) => cell.codes[1] === code));
  return {
    stubs: [dimensionOf(methodology, rows).title[language]],
    heads: across.map((code) => ({
      label:
        code === undefined || columns === undefined || across.length === 1
          ? language === "es"
            ? "Personas"
            : "Persons"
          : short(labelOf(methodology, columns, code)[language]),
    })),
    lines: printedCodes(methodology, table, rows)
      .map((row) => ({
        labels: [short(labelOf(methodology, rows, row)[language])],
        isTotal: row === TOTAL,
        isSubtotal: false,
        values: across.map((code) => found.get(code === undefined ? row : `${row}.${code}`)),
      }))
      .filter(isPrinted),
  };
}

function isPrinted({ values }: TableView["lines"][number]): boolean {
  return values.some((value) => value !== undefined);
}

/** How the reader of an area's page writes thousands. */
export function groupingFor(area: string | undefined, language: Language): Grouping {
  return language === "es" && (area === undefined || area === "CRI" || area === "_R") ? "space" : "comma";
}
