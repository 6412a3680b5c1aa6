import type { Language } from "#basics";
import type { Database } from "#database";
import { type ChartValue, upperEnd } from "#charts";
import { infographicModel } from "../infographic/index.ts";
import { REGION } from "../release/release-data.ts";
import { apiAddress, pageAddress, tableAddress } from "./address.ts";
import type { PageSection } from "./area-page.ts";
import { headlinesOf, newestOfEach, publishedHeads, publishedRelease } from "./published.store.ts";

/** A figure with the page that it comes from; none where the release has no such area. */
interface Entry {
  readonly value: ChartValue | undefined;
  readonly href: string;
}

/** What the first page of the statistics shows once a year is published. */
export interface StartPage {
  readonly trend: PageSection | undefined;
  readonly years: readonly {
    readonly year: number;
    readonly href: string;
    readonly value: ChartValue;
    readonly reported: number;
    readonly members: number;
    readonly publishedOn: string;
    readonly version: number;
  }[];
  readonly countries: readonly { readonly code: string; readonly name: string; readonly entries: readonly Entry[] }[];
  readonly exercises: readonly { readonly year: number; readonly href: string }[];
}

const noFigure: ChartValue = { kind: "absent", absence: "not-available" };

/** Gathers the headlines of all published years, each as its newest release prints it. Undefined before the first release. */
export async function startPage(database: Database, language: Language): Promise<StartPage | undefined> {
  const heads = newestOfEach(await publishedHeads(database));
  const official = heads.filter((head) => !head.exercise);
  const exercises = heads
    .filter((head) => head.exercise)
    .map((head) => ({ year: head.year, href: pageAddress(language, head, REGION) }));
  if (heads.length === 0) return undefined;
  const releases = (await Promise.all(official.map((head) => publishedRelease(database, head)))).filter(
    (each) => each !== undefined,
  );
  const headlines = await headlinesOf(database, official);
  const valueOf = (area: string, year: number) => headlines.get(`${area}/${year}`);
  const years = releases.map(({ head, data }) => ({
    year: head.year,
    href: pageAddress(language, head, REGION),
    value: valueOf(REGION, head.year) ?? noFigure,
    reported: data.areas.find(({ code }) => code === REGION)?.includes?.length ?? 0,
    members: data.members,
    publishedOn: head.publishedOn,
    version: head.version,
  }));
  const newest = releases[0];
  const names = new Map(
    releases
      .toReversed()
      .flatMap(({ data }) => data.areas)
      .filter(({ code }) => code !== REGION)
      .map(({ code, name }) => [code, name[language]]),
  );
  const ascending = years.toReversed();
  return {
    trend: newest && trendOf(),
    years,
    countries: [...names]
      .sort((one, other) => one[1].localeCompare(other[1], language))
      .map(([code, name]) => ({
        code,
        name,
        entries: ascending.map(({ year }) => ({
          value: valueOf(code, year),
          href: pageAddress(language, { year, exercise: false }, code),
        })),
      })),
    exercises,
  };

  function trendOf(): PageSection | undefined {
    if (!newest || ascending.every(({ value }) => upperEnd(value) === undefined)) return undefined;
    // The newest release's own trend may be older than a correction of an earlier year: what stands now is drawn instead.
    const trend = ascending.flatMap(({ year, value, reported }) => [
      { area: REGION, year, published: value, reporting: reported },
      ...[...names.keys()].flatMap((area) => {
        const published = valueOf(area, year);
        return published ? [{ area, year, published }] : [];
      }),
    ]);
    const { sections } = infographicModel({ ...newest.data, trend }, newest.methodology, REGION, language, "");
    const section = sections.find(({ id }) => id === "trend");
    const victims = newest.methodology.tables.find(({ id }) => id === "victims");
    return (
      section &&
      victims && {
        ...section,
        unit: victims.unit[language],
        table: tableAddress(language, newest.data, victims.id),
        csv: `${apiAddress(newest.head.collection, newest.head.version)}/tables/${victims.id}.csv?area=${REGION}`,
      }
    );
  }
}
