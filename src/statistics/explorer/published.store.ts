import { type Database, type Reading, read } from "#database";
import { cellAddress } from "../figure.ts";
import { adoptedMethodologies } from "../collection/methodology.store.ts";
import type { Methodology } from "../methodology/methodology.ts";
import { headline } from "../release/country-matrix.ts";
import type { Published, ReleaseData } from "../release/release-data.ts";
import { type ReleaseHead, publishedReleases, releaseData, releaseFile, releaseFileList } from "../release/release.store.ts";
import type { ReleaseWish } from "./address.ts";

/** Everything about one published release that a public page is drawn from. */
export interface PublishedRelease {
  readonly head: ReleaseHead;
  readonly data: ReleaseData;
  readonly methodology: Methodology;
}

/** A release as it was asked for, and all published versions of its year, newest first. */
export interface FoundRelease extends PublishedRelease {
  readonly versions: readonly ReleaseHead[];
  readonly isNewest: boolean;
  /** The newest release of each year, exercises apart from official years, newest first. */
  readonly years: readonly ReleaseHead[];
}

/** The pages and the API read as any visitor, whoever asks: what a member may see of a candidate never reaches them. */
const visitor = { kind: "public" } as const;

/** How many releases are kept in memory. A published release never changes, so none of them can be out of date. */
const remembered = 32;
const known = new WeakMap<Database, Map<string, PublishedRelease>>();

/** All published releases, newest year and version first. */
export function publishedHeads(database: Database): Promise<ReleaseHead[]> {
  return read(database, visitor, publishedReleases);
}

/** The newest version of each collection among these heads, in their order. */
export function newestOfEach(heads: readonly ReleaseHead[]): ReleaseHead[] {
  return heads.filter((head) => !heads.some((other) => other.collection === head.collection && other.version > head.version));
}

/** The published release that an address asks for. Undefined where there is none, or where it is not published. */
export async function findRelease(database: Database, { collection, version }: ReleaseWish): Promise<FoundRelease | undefined> {
  const heads = await publishedHeads(database);
  const versions = heads.filter((head) => head.collection === collection);
  const head = version === undefined ? versions[0] : versions.find((each) => each.version === version);
  if (!head) return undefined;
  const release = await publishedRelease(database, head);
  const years = newestOfEach(heads).filter((each) => each.exercise === head.exercise);
  return release && { ...release, versions, isNewest: head === versions[0], years };
}

/** The figures of a published release; from memory when they were read before. */
export async function publishedRelease(database: Database, head: ReleaseHead): Promise<PublishedRelease | undefined> {
  const kept = known.get(database) ?? new Map<string, PublishedRelease>();
  known.set(database, kept);
  const key = `${head.collection}/${head.version}`;
  const found = kept.get(key) ?? (await read(database, visitor, (tx) => releaseData(tx, head.collection, head.version)));
  if (!found || found.head.state !== "published") return undefined;
  kept.delete(key);
  kept.set(key, found);
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - remembered))) kept.delete(oldest);
  return found;
}

/** One file of a published release with its bytes. */
export function publishedFile(database: Database, collection: string, version: number, path: string) {
  return read(database, visitor, (tx) => releaseFile(tx, collection, version, path));
}

/** The files of a published release without their bytes. */
export function publishedFiles(database: Database, collection: string, version: number) {
  return read(database, visitor, (tx) => releaseFileList(tx, collection, version));
}

/** All files of a published release with their bytes, by path. */
export function publishedBytes(database: Database, collection: string, version: number) {
  return read(database, visitor, (tx) =>
    tx
      .selectFrom("statistics.release_file")
      .select(["path", "bytes"])
      .where("collection", "=", collection)
      .where("version", "=", version)
      .orderBy("path")
      .execute(),
  );
}

/** The headline of every area and year, as the newest release of each official year prints it. */
export async function headlinesOf(database: Database, years: readonly ReleaseHead[]): Promise<Map<string, Published>> {
  const found = new Map<string, Published>();
  for (const head of years) {
    const release = await publishedRelease(database, head);
    for (const cell of release?.data.cells ?? []) {
      if (!cell.years && cellAddress(cell.table, cell.codes) === headline)
        found.set(`${cell.area}/${head.year}`, cell.published);
    }
  }
  return found;
}

/** The rules that hold now: those adopted last. Undefined on a platform that has adopted none. */
export function presentMethodology(database: Database): Promise<Methodology | undefined> {
  return read(database, visitor, async (tx: Reading) => (await adoptedMethodologies(tx))[0]);
}

/** A word that changes when something is published, for whoever keeps drawn pages. */
export async function releaseStamp(database: Database): Promise<string> {
  const heads = await publishedHeads(database);
  return heads.map(({ collection, version }) => `${collection}/${version}`).join(" ");
}
