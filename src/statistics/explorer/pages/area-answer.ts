import type { Database } from "#database";
import type { Language } from "#basics";
import { notFound } from "#web";
import { citation } from "../../release/data-package.ts";
import { wishOf } from "../address.ts";
import { areaPage } from "../area-page.ts";
import { datasetOf } from "../dataset.ts";
import { findRelease } from "../published.store.ts";

/** Finds what the page of an area and year is drawn from, or answers that there is no such page. */
export async function areaAnswer(
  database: Database,
  request: Request,
  asked: { language: Language; year: string | undefined; area: string | undefined; origin: string },
) {
  const wish = wishOf(asked.year, new URL(request.url).searchParams.get("version"));
  const found = wish && (await findRelease(database, wish));
  const page = found && areaPage(found, asked.area ?? "", asked.language);
  if (!page) throw notFound();
  const [spanish = "", english = ""] = citation(found.data).split("\n");
  return {
    page,
    origin: asked.origin,
    citation: asked.language === "es" ? spanish : english,
    dataset: datasetOf(found, asked.origin, asked.language),
  };
}

/** Public pages may be kept by browsers and proxies for a minute; afterwards their fingerprint tells whether they changed. */
export const publicHeaders = { "Cache-Control": "public, max-age=60, stale-while-revalidate=600" };
