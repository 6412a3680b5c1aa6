import type { Language } from "#basics";
import type { ChartValue } from "#charts";
import { type InfographicModel, type Section, infographicModel } from "../infographic/index.ts";
import type { TablePlan } from "../methodology/methodology.ts";
import { labelOf, tableOf } from "../methodology/plan.ts";
import { filledTables } from "../release/observation.ts";
import { REGION, type ReleasedArea, type ReleasedCell } from "../release/release-data.ts";
import { apiAddress, pageAddress, tableAddress } from "./address.ts";
import type { FoundRelease } from "./published.store.ts";
import { type TableView, tableViews } from "./table-view.ts";

/** A thought of the page with what stands in the foot of its chart. */
export interface PageSection extends Section {
  readonly unit: string;
  /** The whole table behind the chart, as page and as file. */
  readonly table: string;
  readonly csv: string;
}

/** Everything the page of one area and year shows: protected figures and words, and addresses. */
export interface AreaPage {
  readonly model: Omit<InfographicModel, "sections">;
  readonly sections: readonly PageSection[];
  readonly area: ReleasedArea;
  readonly lacks: readonly string[];
  readonly includes: number;
  readonly members: number;
  readonly k: number;
  readonly release: {
    readonly collection: string;
    readonly version: number;
    readonly year: number;
    readonly exercise: boolean;
    readonly publishedOn: string;
    readonly methodology: string;
    readonly manifestSha256: string;
  };
  /** Counts of other kinds, never added to the headline. */
  readonly statuses: readonly { readonly label: string; readonly value: ChartValue }[];
  /** Several years together, for a country of few cases. */
  readonly pooled: readonly { readonly title: string; readonly unit: string; readonly view: TableView }[];
  readonly tables: readonly {
    readonly title: string;
    readonly href: string;
    readonly csv: string;
    readonly jsonStat: string;
  }[];
  readonly countries: readonly {
    readonly code: string;
    readonly name: string;
    readonly href: string;
    readonly value: ChartValue;
  }[];
  readonly years: readonly { readonly year: number; readonly href: string; readonly isCurrent: boolean }[];
  readonly versions: readonly {
    readonly version: number;
    readonly publishedOn: string;
    readonly href: string;
    readonly note: string | undefined;
    readonly isShown: boolean;
  }[];
  readonly isNewest: boolean;
  /** The region in the same year and version. */
  readonly regionHref: string;
  /** Kinds of values on this page, so that it explains the marks it has and no others. */
  readonly marks: readonly ChartValue["kind"][];
}

/** Lays out the page of an area from a published release alone. Undefined when the release has no such area. */
export function areaPage(found: FoundRelease, code: string, language: Language): AreaPage | undefined {
  const { data, head, methodology } = found;
  const area = data.areas.find((each) => each.code === code);
  if (!area) return undefined;
  const pinned = found.isNewest ? undefined : head.version;
  const { sections, ...model } = infographicModel(data, methodology, code, language, pageAddress(language, data, code));
  const own = data.cells.filter((cell) => cell.area === code);
  const nameOf = (country: string) => data.areas.find((each) => each.code === country)?.name[language] ?? country;
  const links = (table: TablePlan) => ({
    table: tableAddress(language, data, table.id, { ...(code === REGION ? {} : { area: code }), version: pinned }),
    csv: `${apiAddress(head.collection, head.version)}/tables/${table.id}.csv${code === REGION ? "" : `?area=${code}`}`,
  });
  const jsonStat = (table: TablePlan) => {
    const asked = new URLSearchParams({ lang: language, ...(code === REGION ? {} : { area: code }) });
    return `${apiAddress(head.collection, head.version)}/tables/${table.id}.json?${asked}`;
  };
  const tableFor = (section: Section): TablePlan =>
    tableOf(
      methodology,
      section.id === "how" && !own.some((cell) => cell.table === "forms" && isFigure(cell.published))
        ? "main_form"
        : tableIds[section.id],
    );
  return {
    model,
    sections: sections
      .filter(isDrawn)
      .map((section) => ({ ...section, unit: tableFor(section).unit[language], ...links(tableFor(section)) })),
    area,
    lacks: (area.lacks ?? []).map(nameOf),
    includes: area.includes?.length ?? 0,
    members: data.members,
    k: data.k,
    release: {
      collection: head.collection,
      version: head.version,
      year: head.year,
      exercise: head.exercise,
      publishedOn: head.publishedOn,
      methodology: head.methodology,
      manifestSha256: head.manifestSha256,
    },
    statuses: statusesOf(own, area).map((cell) => ({
      label: labelOf(methodology, "VICTIM_STATUS", cell.codes[0] ?? "")[language],
      value: cell.published,
    })),
    pooled: filledTables(data, methodology).flatMap((table) =>
      tableViews(data, methodology, table, language, code)
        .filter((view) => view.years)
        .map((view) => ({ title: table.title[language], unit: table.unit[language], view })),
    ),
    tables: filledTables(data, methodology)
      .filter((table) => own.some((cell) => cell.table === table.id))
      .map((table) => ({
        title: table.title[language],
        href: links(table).table,
        csv: links(table).csv,
        jsonStat: jsonStat(table),
      })),
    countries: data.areas
      .filter((each) => each.code !== REGION)
      .map((each) => ({
        code: each.code,
        name: each.name[language],
        href: pageAddress(language, data, each.code, pinned),
        value: headlineOf(found, each.code),
      })),
    years: found.years
      .toReversed()
      .map((each) => ({ year: each.year, href: pageAddress(language, each, code), isCurrent: each.year === data.year })),
    versions: found.versions.map((each, at) => ({
      version: each.version,
      publishedOn: each.publishedOn,
      href: pageAddress(language, data, code, at === 0 ? undefined : each.version),
      note: each.note?.[language],
      isShown: each.version === head.version,
    })),
    isNewest: found.isNewest,
    regionHref: pageAddress(language, data, REGION, pinned),
    marks: [
      ...new Set(
        [
          ...(code === REGION ? data.areas.map((each) => headlineOf(found, each.code)) : []),
          ...own.map((cell) => cell.published),
          ...data.trend.filter((point) => point.area === code || code === REGION).map((point) => point.published),
        ].map(({ kind }) => kind),
      ),
    ],
  };
}

/** The counts of other kinds, when at least one beside the headline says something. */
function statusesOf(own: readonly ReleasedCell[], area: ReleasedArea): readonly ReleasedCell[] {
  const cells = own.filter((cell) => cell.table === "status");
  const isTelling = cells.some((cell) => cell.codes[0] !== "IDENTIFIED" && cell.published.kind !== "absent");
  return isTelling && area.design !== "none" ? cells : [];
}

const tableIds = {
  countries: "victims",
  who: "victims",
  how: "forms",
  where: "origin",
  scope: "scope",
  services: "services",
  trend: "victims",
} as const satisfies Record<Section["id"], string>;

function isFigure({ kind }: ChartValue): boolean {
  return kind === "observed" || kind === "range";
}

function isDrawn({ drawing }: Section): boolean {
  return drawing.kind !== "tiles" || drawing.tiles.length > 0;
}

/** The headline of an area as this release prints it. */
export function headlineOf({ data }: Pick<FoundRelease, "data">, area: string): ChartValue {
  const cell = data.cells.find(
    (each) => each.area === area && !each.years && each.table === "victims" && each.codes.every((code) => code === "_T"),
  );
  return cell?.published ?? { kind: "absent", absence: "not-available" };
}
