import type { Language } from "#basics";
import type { Reading } from "#database";
import { cellAddress } from "../../figure.ts";
import { headline } from "../country-matrix.ts";
import { pageDigest } from "../page-digest.ts";
import { approvalsOf, areaTallies } from "../release-desk.store.ts";
import { releaseData, releaseFileList, releasesOf } from "../release.store.ts";
import { infographicOf } from "./file-kind.ts";
import { pageTables, publishedText } from "./page-table.ts";

/** What the page of one country shows of the candidate, as far as the actor's policies give it. */
export async function countryPageView(tx: Reading, of: { readonly collection: string; readonly country: string; readonly language: Language }) {
  const { collection, country, language } = of;
  const submission = await tx.selectFrom("statistics.submission").select("state").where("collection", "=", collection).where("country", "=", country).executeTakeFirst();
  if (!submission) return "not-in-collection" as const;
  const heads = await releasesOf(tx, collection);
  const head = heads.find((each) => each.state === "candidate");
  const isPublished = heads.some((each) => each.state === "published");
  const release = head && (await releaseData(tx, collection, head.version));
  const area = release?.data.areas.find((each) => each.code === country);
  if (!release || !area) return { isPublished, candidate: undefined };
  const { data, methodology } = release;
  const digest = pageDigest(data, country);
  const approvals = await approvalsOf(tx, collection, country);
  const tally = (await areaTallies(tx, collection, data.version)).find((each) => each.area.code === country);
  const files = await releaseFileList(tx, collection, data.version);
  const total = data.cells.find((cell) => cell.area === country && !cell.years && cellAddress(cell.table, cell.codes) === headline)?.published;
  return {
    isPublished,
    candidate: {
      version: data.version,
      k: data.k,
      area,
      digest,
      approval: approvals.find((each) => each.digest === digest),
      earlier: approvals.find((each) => each.digest !== digest),
      cells: tally?.cells ?? { observed: 0, range: 0, protected: 0, source: 0, absent: 0 },
      headline: total?.kind === "observed" ? publishedText(total, language, country) : undefined,
      tables: pageTables(data, methodology, country, language),
      trend: data.trend.filter((point) => point.area === country).map((point) => ({ year: point.year, text: publishedText(point.published, language, country) })),
      drawings: files.flatMap(({ path }) => {
        const file = infographicOf(path);
        return file?.area === country ? [file] : [];
      }),
    },
  };
}
