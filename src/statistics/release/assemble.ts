import type { Protection } from "../disclosure/index.ts";
import { TOTAL, cellAddress, parseCell } from "../figure.ts";
import { tableOf } from "../methodology/plan.ts";
import { headline } from "./country-matrix.ts";
import { prints } from "./design.ts";
import type { ReleaseInputs } from "./inputs.ts";
import { isExact } from "./interval.ts";
import { inOrder } from "./order.ts";
import { type Published, type ReleaseData, type ReleasedArea, type ReleasedCell, type TrendPoint, REGION } from "./release-data.ts";
import type { Place, ReleaseProblem } from "./release-problem.ts";

const regionName = { es: "Región", en: "Region" };

/** Turns the decision of disclosure control into the one set of figures that pages, files and pictures draw from. */
export function assemble(inputs: ReleaseInputs, draft: ReleaseProblem, protection: Protection): ReleaseData {
  const cells = [
    ...draft.places.map((place): ReleasedCell => ({
      area: place.area,
      table: parseCell(place.cell).table,
      codes: parseCell(place.cell).codes,
      published: publishedOf(place, protection),
      ...(place.years ? { years: place.years } : {}),
    })),
    ...statedAbsences(inputs, draft),
  ];
  const areas = areasOf(inputs, draft);
  return {
    topic: inputs.topic,
    year: inputs.year,
    version: inputs.version,
    exercise: inputs.exercise,
    publishedOn: inputs.publishedOn,
    methodology: inputs.methodology.version,
    k: inputs.methodology.k,
    members: inputs.members.length,
    areas,
    cells: inOrder(inputs.methodology, areas, cells),
    trend: trendOf(inputs, cells, areas),
  };
}

function publishedOf(place: Place, protection: Protection): Published {
  const hidden = protection.hidden.has(place.id);
  // Hidden at source, yet the country's own printed totals leave only nobody: then it is a zero, and a true one.
  if (place.atSource && (hidden || !isExact(place.known))) return { kind: "source" };
  if (hidden) return { kind: "protected" };
  return isExact(place.known) ? { kind: "observed", count: place.known.lo } : { kind: "range", lo: place.known.lo, hi: place.known.hi };
}

/** Cells that the design prints and for which the country stated a reason instead of a count. */
function statedAbsences(inputs: ReleaseInputs, draft: ReleaseProblem): ReleasedCell[] {
  const placed = new Set(draft.places.filter((place) => !place.years).map((place) => `${place.area}/${place.cell}`));
  return [...draft.matrices].flatMap(([country, matrix]) =>
    [...matrix.absences].flatMap(([cell, absence]): ReleasedCell[] => {
      const { table, codes } = parseCell(cell);
      const design = draft.designs.get(country) ?? "none";
      const shown = cell === headline || prints(inputs.methodology, design, tableOf(inputs.methodology, table), codes);
      // Of a table that the country did not report at all, one line says so.
      if (!matrix.reported.has(table) && codes.some((code) => code !== TOTAL)) return [];
      if (!shown || placed.has(`${country}/${cell}`) || (matrix.known.has(cell) && cell === headline)) return [];
      return [{ area: country, table, codes, published: { kind: "absent", absence } }];
    }),
  );
}

function areasOf(inputs: ReleaseInputs, draft: ReleaseProblem): ReleasedArea[] {
  const has = (country: string) => draft.matrices.get(country)?.known.has(headline) ?? false;
  const official = inputs.members.filter((member) => inputs.exercise || !member.fictional);
  return [
    {
      code: REGION,
      name: regionName,
      fictional: inputs.exercise,
      design: "full",
      includes: official.filter((member) => has(member.country)).map((member) => member.country),
      lacks: official.filter((member) => !has(member.country)).map((member) => member.country),
    },
    ...inputs.members.map((member): ReleasedArea => ({
      code: member.country,
      name: member.name,
      fictional: member.fictional,
      design: draft.designs.get(member.country) ?? "none",
      ...(member.authority ? { authority: member.authority } : {}),
      ...(member.referenceDate ? { referenceDate: member.referenceDate } : {}),
      ...(member.source ? { source: member.source } : {}),
    })),
  ];
}

/** Each area's headline over the years: earlier years as their newest release prints them, and this one. */
function trendOf(inputs: ReleaseInputs, cells: readonly ReleasedCell[], areas: readonly ReleasedArea[]): TrendPoint[] {
  const newest = new Map<number, ReleaseData>();
  for (const { data } of inputs.earlier) {
    if (data.year >= inputs.year) continue;
    const known = newest.get(data.year);
    if (!known || known.version < data.version) newest.set(data.year, data);
  }
  const own: Pick<ReleaseData, "year" | "cells" | "areas"> = { year: inputs.year, cells, areas };
  return [...[...newest.values()].sort((a, b) => a.year - b.year), own].flatMap((release) =>
    release.areas.flatMap((area): TrendPoint[] => {
      const cell = release.cells.find((each) => each.area === area.code && !each.years && cellAddress(each.table, each.codes) === headline);
      if (!cell || !areas.some((each) => each.code === area.code)) return [];
      const reporting = area.includes?.length;
      return [{ area: area.code, year: release.year, published: cell.published, ...(reporting === undefined ? {} : { reporting }) }];
    }),
  );
}
