import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { countryName } from "#basics";
import { type Figure, TOTAL, parseCell } from "../src/statistics/figure.ts";
import { cellsOf } from "../src/statistics/methodology/plan.ts";
import { trafficking1 as methodology } from "../src/statistics/methodology/trafficking-1.ts";
import { headline } from "../src/statistics/release/country-matrix.ts";
import { templateFileName, writeTemplate } from "../src/statistics/template/index.ts";
import { validate } from "../src/statistics/validation/validate.ts";
import { fictionalRecords } from "./fictional-records.ts";

// Writes the workbooks under examples/: the nine countries' published figures of 2017 to 2022 in the platform's own
// template, and one file of invented records for an invented country. Run again after a change of the template.

const folder = join(import.meta.dirname, "../examples/trafficking");
const years = [2017, 2018, 2019, 2020, 2021, 2022];
const words = {
  es: {
    authority: "Autoridad nacional competente, según lo informado a la UNODC",
    source: "UNODC, Informe Mundial sobre la Trata de Personas (GLOTIP), conjunto de datos publicado el 14 de abril de 2025",
    comment: "Cifras públicas trasladadas a esta plantilla como ejemplo. Lo que la fuente no da queda como no disponible (ND). La fuente imprime <5 para 0 a 4.",
    contradiction: "La fuente publica aquí una cifra que se contradice con otras de su misma tabla.",
  },
  en: {
    authority: "Competent national authority, as reported to UNODC",
    source: "UNODC, Global Report on Trafficking in Persons (GLOTIP), dataset published on 14 April 2025",
    comment: "Public figures carried into this template as an example. What the source lacks is not available (ND). The source prints <5 for 0 to 4.",
    contradiction: "The source prints a figure here that contradicts others of its own table.",
  },
};

/** Order in which the source's figures are believed: the headline, one-way totals, then what stands inside the tables. */
function rank({ cell }: Figure): number {
  const { table, codes } = parseCell(cell);
  if (cell === headline) return 0;
  if (table === "status") return 1;
  const inside = codes.filter((code) => code !== TOTAL).length;
  const unknown = codes.includes("_U") ? 10 : 0;
  if (table === "victims") return 2 + (codes[0] === TOTAL ? 0 : 1) + inside + unknown;
  return 20 + (codes.at(-1) === TOTAL ? 0 : 2) + unknown;
}

/** Keeps what can all be true together; what contradicts the figures believed before it becomes 'not available', with a note. */
function consistent(country: string, year: number, given: readonly Figure[], note: string): Figure[] {
  const kept: Figure[] = [];
  const dropped: Figure[] = [];
  for (const figure of given.toSorted((a, b) => rank(a) - rank(b) || (a.cell < b.cell ? -1 : 1))) {
    const errors = validate({ methodology, country, year, figures: [...kept, figure], earlier: [], today: "2025-04-14", sheet: { authority: "-", referenceDate: "2025-04-14", source: "-" } }).filter((each) => each.class === "consistency" && each.severity === "error");
    if (errors.length) dropped.push({ cell: figure.cell, value: { kind: "absent", absence: "not-available" }, note });
    else kept.push(figure);
  }
  return [...kept, ...dropped];
}

/** Every other cell of the plan is stated as not available: the source has no figure for it. */
function complete(figures: readonly Figure[]): Figure[] {
  const stated = new Map(figures.map((figure) => [figure.cell, figure]));
  return methodology.tables.flatMap((table) =>
    cellsOf(methodology, table).map(({ cell }): Figure => stated.get(cell) ?? { cell, value: { kind: "absent", absence: "not-available" } }),
  );
}

const source = new Map<string, Figure[]>();
for (const line of readFileSync(join(folder, "glotip-2025-04-14.csv"), "utf8").trim().split("\n").slice(1)) {
  const [country = "", year = "", cell = "", value = ""] = line.split(",");
  const key = `${country} ${year}`;
  const figure: Figure = { cell, value: value === "<5" ? { kind: "suppressed", below: 5 } : { kind: "count", count: Number(value) } };
  source.set(key, [...(source.get(key) ?? []), figure]);
}

const countries = ["BLZ", "CRI", "SLV", "GTM", "HND", "MEX", "NIC", "PAN", "DOM"];
for (const code of countries) {
  const name = countryName(code);
  const language = code === "BLZ" ? "en" : "es";
  let before: Figure[] | undefined;
  for (const year of years) {
    const figures = complete(consistent(code, year, source.get(`${code} ${year}`) ?? [], words[language].contradiction));
    const bytes = await writeTemplate({
      methodology,
      country: { code, name },
      year,
      language,
      kind: "matrix",
      collectionId: `trafficking-${year}`,
      figures,
      ...(before ? { lastYear: before } : {}),
      source: { authority: words[language].authority, referenceDate: "2025-04-14", source: words[language].source, comment: words[language].comment },
    });
    mkdirSync(join(folder, String(year)), { recursive: true });
    writeFileSync(join(folder, String(year), templateFileName(code, year, language)), bytes);
    before = figures;
  }
}

const fictional = { code: "XFI", name: { es: "Isla Ejemplo (país ficticio)", en: "Example Island (fictional country)" } };
mkdirSync(join(folder, "exercise-2022"), { recursive: true });
writeFileSync(
  join(folder, "exercise-2022", templateFileName(fictional.code, 2022, "es", "records")),
  await writeTemplate({
    methodology,
    country: fictional,
    year: 2022,
    language: "es",
    kind: "records",
    collectionId: "trafficking-2022-exercise",
    records: fictionalRecords(2022, 640),
    source: {
      authority: "Ministerio de Ejemplo (ficticio)",
      referenceDate: "2023-03-31",
      source: "Registros inventados por un programa para ejercicios de capacitación. Ninguna persona real.",
      comment: "País ficticio: estas cifras no describen a ningún Estado.",
    },
  }),
);
