import type { Methodology, TablePlan } from "../methodology/methodology.ts";
import { observationsOf } from "./observation.ts";
import type { ReleaseData } from "./release-data.ts";

/** The agency, structure and version that the STRUCTURE_ID column names, one structure for each table. */
export function structureId(methodology: Methodology, table: TablePlan): string {
  return `CORETT:${methodology.version.toUpperCase().replaceAll("-", "_")}_${table.id.toUpperCase()}(1.0)`;
}

/**
 * A table as CSV in the manner of SDMX-CSV 2.0: one column for each dimension, `_T` total, `_U` unknown, an empty OBS_VALUE
 * where there is no exact count. UTF-8, comma, CRLF (RFC 4180); codes never begin with a sign that a spreadsheet computes.
 */
export function tableCsv(release: ReleaseData, methodology: Methodology, table: TablePlan): string {
  const header = [
    "STRUCTURE", "STRUCTURE_ID", "ACTION", "REF_AREA", "TIME_PERIOD", ...table.dimensions,
    "OBS_VALUE", "OBS_STATUS", "CONF_STATUS", "OBS_LOWER", "OBS_UPPER", "UNIT_MEASURE",
  ];
  const lines = observationsOf(release, table).map((each) => [
    "dataflow", structureId(methodology, table), "I", each.area, each.period, ...each.codes,
    each.published.kind === "observed" ? each.published.count : "",
    each.status, each.confidentiality, each.lower ?? "", each.upper ?? "", "PS",
  ]);
  return [header, ...lines].map((line) => `${line.join(",")}\r\n`).join("");
}
