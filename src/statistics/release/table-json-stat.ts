import type { Language } from "#basics";
import { TOTAL } from "../figure.ts";
import type { Methodology, TablePlan } from "../methodology/methodology.ts";
import { dimensionOf, labelOf, printedCodes } from "../methodology/plan.ts";
import { observationsOf } from "./observation.ts";
import type { ReleaseData } from "./release-data.ts";

/**
 * A table as a JSON-stat 2.0 dataset. `status` carries the confidentiality and observation status of each cell ('A', 'Q:C' …);
 * a cell that the release does not print has no value and the status 'N'.
 */
export function tableJsonStat(release: ReleaseData, methodology: Methodology, table: TablePlan, language: Language): string {
  const observations = observationsOf(release, table);
  const periods = [...new Set(observations.map((each) => each.period))];
  const areas = release.areas.filter((area) => observations.some((each) => each.area === area.code));
  const axes = [
    { id: "REF_AREA", label: language === "es" ? "País o región" : "Country or region", codes: areas.map((area) => area.code), labels: areas.map((area) => area.name[language]) },
    { id: "TIME_PERIOD", label: language === "es" ? "Período" : "Period", codes: periods, labels: periods },
    ...table.dimensions.map((id) => {
      const codes = printedCodes(methodology, table, id);
      return { id, label: dimensionOf(methodology, id).title[language], codes, labels: codes.map((code) => labelOf(methodology, id, code)[language]) };
    }),
  ];
  const known = new Map(observations.map((each) => [[each.area, each.period, ...each.codes].join("|"), each]));
  const places = axes.reduce<string[][]>((rows, axis) => rows.flatMap((row) => axis.codes.map((code) => [...row, code])), [[]]);
  const found = places.map((codes) => known.get(codes.join("|")));
  const dataset = {
    version: "2.0",
    class: "dataset",
    label: table.title[language],
    source: "CORETT",
    updated: release.publishedOn,
    id: axes.map((axis) => axis.id),
    size: axes.map((axis) => axis.codes.length),
    role: { time: ["TIME_PERIOD"], geo: ["REF_AREA"] },
    dimension: Object.fromEntries(
      axes.map((axis) => [
        axis.id,
        {
          label: axis.label,
          category: {
            index: axis.codes,
            label: Object.fromEntries(axis.codes.map((code, i) => [code, axis.labels[i]])),
          },
        },
      ]),
    ),
    value: found.map((each) => (each?.published.kind === "observed" ? each.published.count : null)),
    status: found.map((each) => (each ? (each.confidentiality === "C" ? `${each.status}:C` : each.status) : "N")),
    extension: {
      total: TOTAL,
      statuses: { A: "observed", E: "range", "Q:C": "hidden to protect persons", L: "not collected", O: "not available", M: "not applicable", N: "not printed" },
      ranges: observations.filter((each) => each.lower !== undefined).map((each) => ({ place: [each.area, each.period, ...each.codes], lower: each.lower, upper: each.upper })),
    },
  };
  return `${JSON.stringify(dataset, null, 1)}\n`;
}
