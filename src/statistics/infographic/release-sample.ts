import type { AreaDesign, Published, ReleaseData, ReleasedArea, ReleasedCell, TrendPoint } from "../release/release-data.ts";

/** A figure as a test writes it: a count, an interval, or the word for what stands in its place. */
type Written = number | readonly [number, number] | "protected" | "source" | "not-reported";

const names: Readonly<Record<string, readonly [string, string]>> = {
  BLZ: ["Belice", "Belize"],
  CRI: ["Costa Rica", "Costa Rica"],
  SLV: ["El Salvador", "El Salvador"],
  GTM: ["Guatemala", "Guatemala"],
  HND: ["Honduras", "Honduras"],
  MEX: ["México", "Mexico"],
  NIC: ["Nicaragua", "Nicaragua"],
  PAN: ["Panamá", "Panama"],
  DOM: ["República Dominicana", "Dominican Republic"],
  XFC: ["Costa Serena", "Costa Serena"],
  _R: ["Región CORETT", "CORETT region"],
};

/** Detected victims, 2017 to 2022. Source: UNODC, GLOTIP data set, 14 April 2025; Costa Serena is invented, the region summed. */
const headlines: Readonly<Record<string, readonly Written[]>> = {
  BLZ: [11, 11, "source", "source", 5, 7],
  CRI: [39, 30, 62, 51, 21, 43],
  SLV: [45, 46, 41, 21, 27, 21],
  GTM: [333, 371, 434, 439, 425, 228],
  HND: [154, 64, 84, 67, 101, 56],
  MEX: [970, 731, "not-reported", 824, 115, 247],
  NIC: ["not-reported", 32, "not-reported", "source", 8, 8],
  PAN: [34, 28, "not-reported", "not-reported", "not-reported", "not-reported"],
  DOM: [102, 102, 195, 83, 65, 99],
  XFC: [210, 245, "protected", 260, 298, 312],
  _R: [1688, 1415, [816, 820], [1485, 1493], 767, 709],
};
const reporting = [8, 9, 6, 8, 8, 8];

function published(written: Written): Published {
  if (typeof written === "number") return { kind: "observed", count: written };
  if (typeof written !== "string") return { kind: "range", lo: written[0], hi: written[1] };
  return written === "not-reported" ? { kind: "absent", absence: "not-available" } : { kind: written };
}

/** Cells of one table and area from `{"F._T": 97}`; pooled when `years` are given. */
export function cells(
  area: string,
  table: string,
  figures: Readonly<Record<string, Written>>,
  years?: readonly [number, number],
): ReleasedCell[] {
  return Object.entries(figures).map(([codes, written]) => ({
    area,
    table,
    codes: codes.split("."),
    published: published(written),
    ...(years ? { years } : {}),
  }));
}

/** A release of one year with the headlines of all areas and the cells given. */
export function sampleRelease(
  year: number,
  more: readonly ReleasedCell[],
  designs: Readonly<Record<string, AreaDesign>> = {},
): ReleaseData {
  const at = year - 2017;
  const areas = Object.entries(names).map(([code, [es, en]]): ReleasedArea => ({
    code,
    name: { es, en },
    fictional: code === "XFC",
    design: designs[code] ?? (code !== "_R" && typeof headlines[code]?.[at] === "string" ? "none" : "full"),
    ...(code === "_R"
      ? {
          includes: Object.keys(headlines).filter(
            (each) => each !== "_R" && each !== "XFC" && published(headlines[each]?.[at] ?? "not-reported").kind !== "absent",
          ),
          lacks: Object.keys(headlines).filter((each) => headlines[each]?.[at] === "not-reported"),
        }
      : { authority: code === "XFC" ? "Comisión Nacional de Costa Serena" : "UNODC, GLOTIP", referenceDate: "2025-04-14" }),
  }));
  const trend = Object.entries(headlines).flatMap(([area, figures]) =>
    figures.slice(0, at + 1).map((written, index): TrendPoint => ({
      area,
      year: 2017 + index,
      published: published(written),
      ...(area === "_R" ? { reporting: reporting[index] ?? 0 } : {}),
    })),
  );
  const totals = Object.entries(headlines).flatMap(([area, figures]) =>
    cells(area, "victims", { "_T._T": figures[at] ?? "not-reported" }),
  );
  return {
    topic: "trafficking",
    year,
    version: 1,
    exercise: false,
    publishedOn: "2026-11-22",
    methodology: "trafficking-1",
    k: 5,
    members: 9,
    areas,
    cells: [...totals, ...more],
    trend,
  };
}

const silentServices = cells("GTM", "services", { SHELTER: "not-reported", PSYCH: "not-reported", LEGAL: "not-reported" });

/** Guatemala 2021: age, forms and citizenship; sex, scope and services not reported. Source: UNODC, GLOTIP, 14 April 2025. */
export const guatemala2021 = sampleRelease(2021, [
  ...cells("GTM", "victims", { "_T.MINOR": 376, "_T.ADULT": 49, "_T._U": 0, "F._T": "not-reported", "M._T": "not-reported" }),
  ...cells("GTM", "forms", { "SEX._T": 425, "LAB._T": 10 }),
  ...cells("GTM", "origin", { GTM: 388, MEX: 5, NIC: "source", VEN: "source", AMR: "source", _U: 23 }),
  ...cells("GTM", "scope", { INTERNAL: "not-reported", CROSS: "not-reported" }),
  ...silentServices,
]);

/** Dominican Republic and Mexico 2022, and the region. Source: UNODC, GLOTIP, 14 April 2025. */
export const region2022 = sampleRelease(2022, [
  ...cells("DOM", "victims", {
    "F._T": 97,
    "M._T": "source",
    "O._T": "source",
    "_T.MINOR": 10,
    "_T.ADULT": 89,
    "F.MINOR": 8,
    "F.ADULT": 89,
    "M.MINOR": "source",
    "M.ADULT": "source",
  }),
  ...cells("DOM", "forms", { "SEX._T": 90, "LAB._T": 9, "OTHER._T": 28 }),
  ...cells("DOM", "origin", { COL: 79, DOM: 18, VEN: "source" }),
  ...cells("MEX", "victims", {
    "F._T": 82,
    "M._T": 29,
    "_U._T": 136,
    "_T.MINOR": 180,
    "_T.ADULT": 44,
    "_T._U": 23,
    "F.MINOR": 50,
    "F.ADULT": 32,
    "M.MINOR": 17,
    "M.ADULT": 12,
  }),
  ...cells("MEX", "forms", { "SEX._T": 79, "LAB._T": 11, "OTHER._T": 5 }),
  ...cells("_R", "victims", {
    "F._T": 428,
    "M._T": [84, 92],
    "_U._T": "protected",
    "_T.MINOR": [301, 309],
    "_T.ADULT": 322,
    "F.MINOR": 192,
    "F.ADULT": 236,
    "M.MINOR": [31, 35],
    "M.ADULT": 53,
  }),
  ...cells("_R", "forms", { "SEX._T": 342, "LAB._T": [82, 90], "OTHER._T": 60, "BEG._T": "protected" }),
  ...cells("_R", "origin", {
    GTM: 214,
    COL: 79,
    DOM: 18,
    MEX: 12,
    HND: [36, 40],
    NIC: 22,
    VEN: "source",
    HTI: "protected",
    AMR: 6,
    _U: 31,
  }),
]);

/** Belize 2021: nearly everything hidden by the source; and 2022 with invented pooled years. */
export const belize2021 = sampleRelease(
  2021,
  [
    ...cells("BLZ", "victims", { "F._T": "source", "M._T": "source", "_T.MINOR": "source", "_T.ADULT": "source" }),
    ...cells("BLZ", "forms", { "SEX._T": "source", "LAB._T": "source" }),
  ],
  { BLZ: "total" },
);
export const belize2022 = sampleRelease(
  2022,
  [
    ...cells("BLZ", "victims", { "F._T": "protected", "M._T": "protected" }),
    ...cells(
      "BLZ",
      "victims",
      { "_T._T": 23, "F._T": 14, "M._T": 9, "_T.MINOR": "protected", "_T.ADULT": "protected" },
      [2020, 2022],
    ),
  ],
  { BLZ: "total" },
);

/** An invented country that reported everything. */
export const costaSerena2022 = sampleRelease(2022, fullCells("XFC"));

/** Every section for one area, invented: for the fullest page and for timing. */
export function fullCells(area: string): ReleasedCell[] {
  return [
    ...cells(area, "victims", {
      "F._T": 214,
      "M._T": 91,
      "O._T": "protected",
      "_U._T": "protected",
      "_T.MINOR": 128,
      "_T.ADULT": 179,
      "_T._U": 5,
      "F.MINOR": 96,
      "F.ADULT": 118,
      "M.MINOR": 30,
      "M.ADULT": 61,
    }),
    ...cells(area, "forms", {
      "SEX._T": 171,
      "LAB._T": 88,
      "SERV._T": 36,
      "CRIM._T": 22,
      "BEG._T": 14,
      "MARR._T": 9,
      "ADOPT._T": "protected",
      "OTHER._T": 6,
      "MIL._T": 0,
    }),
    ...cells(area, "origin", {
      GTM: 181,
      HND: 34,
      NIC: 27,
      SLV: 12,
      COL: 21,
      VEN: 16,
      CUB: "protected",
      HTI: 8,
      BLZ: "protected",
      MEX: 7,
      AMR: 6,
      _U: 0,
    }),
    ...cells(area, "scope", { INTERNAL: 166, CROSS: 146, BOTH: 0, _U: 0 }),
    ...cells(area, "services", {
      SHELTER: 188,
      PSYCH: 241,
      LEGAL: 172,
      HEALTH: 133,
      FOOD: 204,
      MIGSTATUS: 58,
      REPAT: 19,
      FAMREUN: "protected",
    }),
  ];
}
