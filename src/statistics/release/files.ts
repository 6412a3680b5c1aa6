import { type Language, languages } from "#basics";
import { infographicModel, renderInfographics } from "../infographic/index.ts";
import type { Methodology } from "../methodology/methodology.ts";
import { citation, dataPackage } from "./data-package.ts";
import { type ReleaseFile, manifestOf } from "./manifest.ts";
import { methodologyNote } from "./note.ts";
import { filledTables } from "./observation.ts";
import type { BuildProgress } from "./protect-release.ts";
import { type ReleaseData, REGION } from "./release-data.ts";
import { tableCsv } from "./table-csv.ts";
import { tableJsonStat } from "./table-json-stat.ts";
import { releaseWorkbook } from "./workbook.ts";

export type { ReleaseFile } from "./manifest.ts";

const drawing = { es: "Dibujando las infografías", en: "Drawing the infographics" };
const writing = { es: "Escribiendo las tablas", en: "Writing the tables" };
const mediaTypes = { svg: "image/svg+xml", png: "image/png", "a4.pdf": "application/pdf", "letter.pdf": "application/pdf" } as const;

/** Where the public page of an area and year stands, from the root of the site. */
export function areaAddress(language: Language, release: Pick<ReleaseData, "year" | "exercise">, area: string): string {
  const year = `/${language}/statistics/${release.year}${release.exercise ? "-exercise" : ""}`;
  return area === REGION ? year : `${year}/${area}`;
}

/** The word that stands for an area in file names. */
export function areaWord(area: string): string {
  return area === REGION ? "region" : area;
}

/**
 * Every file of a release in both languages, the manifest last: tables as CSV, JSON-stat and workbook, data package,
 * citation, methodology note, and the infographics as SVG, PNG and PDF. They depend on nothing but the arguments.
 */
export async function releaseFiles(
  release: ReleaseData,
  methodology: Methodology,
  options: { readonly baseUrl: string; readonly onProgress: BuildProgress },
): Promise<ReleaseFile[]> {
  await options.onProgress(writing);
  const text = (path: string, mediaType: string, content: string): ReleaseFile => ({ path, mediaType, bytes: new TextEncoder().encode(content) });
  const files: ReleaseFile[] = [
    text("release.json", "application/json", `${JSON.stringify(release, null, 1)}\n`),
    text("datapackage.json", "application/json", dataPackage(release, methodology)),
    text("citation.txt", "text/plain; charset=utf-8", citation(release)),
    text("methodology.json", "application/json", `${JSON.stringify(methodology, null, 1)}\n`),
    ...filledTables(release, methodology).map((table) => text(`tables/${table.id}.csv`, "text/csv; charset=utf-8", tableCsv(release, methodology, table))),
  ];
  for (const language of languages) {
    for (const table of filledTables(release, methodology)) {
      files.push(text(`json-stat/${table.id}.${language}.json`, "application/json", tableJsonStat(release, methodology, table, language)));
    }
    files.push({ path: `tables.${language}.xlsx`, mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes: await releaseWorkbook(release, methodology, language) });
    files.push({ path: `methodology-note.${language}.pdf`, mediaType: "application/pdf", bytes: await methodologyNote(release, methodology, language) });
  }
  files.push(...(await drawInfographics(release, methodology, options)));
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return [...files, manifestOf(files)];
}

async function drawInfographics(release: ReleaseData, methodology: Methodology, { baseUrl, onProgress }: { baseUrl: string; onProgress: BuildProgress }): Promise<ReleaseFile[]> {
  const models = release.areas.flatMap(({ code }) =>
    languages.map((language) => infographicModel(release, methodology, code, language, `${baseUrl}${areaAddress(language, release, code)}`)),
  );
  await onProgress(drawing, 0, models.length);
  const drawn = await renderInfographics(models, (done, all) => void onProgress(drawing, done, all));
  return drawn.map(({ area, language, form, content }) => ({
    path: `infographics/${areaWord(area)}-${language}.${form}`,
    mediaType: mediaTypes[form],
    area,
    bytes: content,
  }));
}
