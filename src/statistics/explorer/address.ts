import { z } from "zod";
import type { Language } from "#basics";
import { type ReleaseData, REGION } from "../release/release-data.ts";

/** Which release an address asks for: a year, official or exercise, and one version or the newest. */
export interface ReleaseWish {
  readonly collection: string;
  readonly version: number | undefined;
}

const yearWord = z.string().regex(/^20\d\d(-exercise)?$/);
const versionWord = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .transform(Number);

/** Reads the part of an address that names a year ('2022', '2022-exercise') and `?version=`. Undefined where it names nothing. */
export function wishOf(year: string | undefined, version: string | null): ReleaseWish | undefined {
  const [asked, numbered] = [yearWord.safeParse(year), versionWord.optional().safeParse(version ?? undefined)];
  return asked.success && numbered.success ? { collection: `trafficking-${asked.data}`, version: numbered.data } : undefined;
}

/** Part of an address that names the year of a release. */
export function yearPart(release: Pick<ReleaseData, "year" | "exercise">): string {
  return `${release.year}${release.exercise ? "-exercise" : ""}`;
}

/** Where the page of an area and year stands. `version` is given for a release that is not the newest. */
export function pageAddress(
  language: Language,
  release: Pick<ReleaseData, "year" | "exercise">,
  area: string,
  version?: number,
): string {
  const page = `/${language}/statistics/${yearPart(release)}${area === REGION ? "" : `/${area}`}`;
  return version === undefined ? page : `${page}?version=${version}`;
}

/** Where a table of a release is shown whole, for all areas or one. */
export function tableAddress(
  language: Language,
  release: Pick<ReleaseData, "year" | "exercise">,
  table: string,
  choice: { readonly area?: string; readonly version?: number | undefined } = {},
): string {
  const asked = new URLSearchParams();
  if (choice.area) asked.set("area", choice.area);
  if (choice.version) asked.set("version", String(choice.version));
  return `/${language}/statistics/${yearPart(release)}/table/${table}${asked.size ? `?${asked}` : ""}`;
}

/** Where a file of a release is kept, in any language and for good. */
export function fileAddress(collection: string, version: number, path: string): string {
  return `/statistics/files/${collection}/${version}/${path}`;
}

/** Where programs find a release. */
export function apiAddress(collection: string, version: number): string {
  return `/api/v1/releases/${collection}/${version}`;
}

/** Addresses of an area's infographic in one language. */
export function infographicFiles(collection: string, version: number, area: string, language: Language) {
  const word = area === REGION ? "region" : area;
  const file = (form: string) => fileAddress(collection, version, `infographics/${word}-${language}.${form}`);
  return { svg: file("svg"), png: file("png"), a4: file("a4.pdf"), letter: file("letter.pdf"), preview: file("preview.png") };
}

/** Name of the archive that holds a whole release; unpacked, its folder has the name without the ending. */
export function zipName({ collection, version }: { readonly collection: string; readonly version: number }): string {
  return `corett-${collection}-v${version}.zip`;
}
