import { type Reading, type Writing } from "#database";
import { cellAddress, parseCell } from "../figure.ts";
import type { Methodology } from "../methodology/methodology.ts";
import { methodologyOf } from "../collection/methodology.store.ts";
import type { BuiltRelease } from "./build.ts";
import type { ReleaseInputs } from "./inputs.ts";
import { manifestPath, sha256 } from "./manifest.ts";
import { inOrder } from "./order.ts";
import type { Published, ReleaseData, ReleasedArea, ReleasedCell, TrendPoint } from "./release-data.ts";

/** A release as lists and headings name it. */
export interface ReleaseHead {
  readonly collection: string;
  readonly version: number;
  readonly state: "candidate" | "published";
  readonly year: number;
  readonly exercise: boolean;
  readonly publishedOn: string;
  readonly methodology: string;
  readonly manifestSha256: string;
  readonly inputsSha256: string;
  /** Public address that its infographics carry. */
  readonly baseUrl: string;
  readonly basis: readonly (readonly [collection: string, version: number])[];
  readonly note: { readonly es: string; readonly en: string } | undefined;
  readonly builtAt: Date;
}

function heads(tx: Reading) {
  return tx
    .selectFrom("statistics.release as r")
    .innerJoin("statistics.collection as c", "c.id", "r.collection")
    .select(["r.collection", "r.version", "r.state", "c.year", "r.exercise", "r.published_on", "r.methodology", "r.manifest_sha256", "r.inputs_sha256", "r.base_url", "r.basis", "r.note_es", "r.note_en", "r.built_at", "r.k", "r.members"]);
}

type HeadRow = Awaited<ReturnType<ReturnType<typeof heads>["execute"]>>[number];

function asHead(row: HeadRow): ReleaseHead {
  return {
    collection: row.collection,
    version: row.version,
    state: row.state as ReleaseHead["state"],
    year: row.year,
    exercise: row.exercise,
    publishedOn: row.published_on,
    methodology: row.methodology,
    manifestSha256: row.manifest_sha256,
    inputsSha256: row.inputs_sha256,
    baseUrl: row.base_url,
    basis: row.basis as unknown as ReleaseHead["basis"],
    note: row.note_es && row.note_en ? { es: row.note_es, en: row.note_en } : undefined,
    builtAt: row.built_at,
  };
}

/** Published releases, newest year and version first; policies show the public no other. */
export async function publishedReleases(tx: Reading): Promise<ReleaseHead[]> {
  const rows = await heads(tx).where("r.state", "=", "published").orderBy("c.year", "desc").orderBy("r.version", "desc").execute();
  return rows.map(asHead);
}

/** All releases of a collection that the actor may see, newest version first. */
export async function releasesOf(tx: Reading, collection: string): Promise<ReleaseHead[]> {
  const rows = await heads(tx).where("r.collection", "=", collection).orderBy("r.version", "desc").execute();
  return rows.map(asHead);
}

/**
 * The protected figures of a release. Of a candidate the secretariat reads all and a state its own page only: the policies of
 * release_area and release_cell decide. Undefined when there is no such release for the actor.
 */
export async function releaseData(tx: Reading, collection: string, version: number): Promise<{ head: ReleaseHead; data: ReleaseData; methodology: Methodology } | undefined> {
  const row = await heads(tx).where("r.collection", "=", collection).where("r.version", "=", version).executeTakeFirst();
  if (!row) return undefined;
  const areas = await tx.selectFrom("statistics.release_area").select(["document"]).where("collection", "=", collection).where("version", "=", version).orderBy("position").execute();
  const documents = areas.map((each) => each.document as unknown as { area: ReleasedArea; trend: TrendPoint[] });
  const cells = await tx
    .selectFrom("statistics.release_cell")
    .select(["area", "cell", "first_year", "last_year", "kind", "lo", "hi", "absence"])
    .where("collection", "=", collection)
    .where("version", "=", version)
    .execute();
  const head = asHead(row);
  const methodology = await methodologyOf(tx, head.methodology);
  const released = cells.map((cell): ReleasedCell => ({
    area: cell.area,
    table: parseCell(cell.cell).table,
    codes: parseCell(cell.cell).codes,
    published: publishedOf(cell),
    ...(cell.first_year === head.year && cell.last_year === head.year ? {} : { years: [cell.first_year, cell.last_year] as const }),
  }));
  return {
    head,
    methodology,
    data: {
      topic: "trafficking",
      year: head.year,
      version: head.version,
      exercise: head.exercise,
      publishedOn: head.publishedOn,
      methodology: head.methodology,
      k: row.k,
      members: row.members,
      areas: documents.map((each) => each.area),
      cells: inOrder(methodology, documents.map((each) => each.area), released),
      trend: documents.flatMap((each) => each.trend).sort((a, b) => a.year - b.year),
    },
  };
}

function publishedOf(row: { kind: string; lo: number | null; hi: number | null; absence: string | null }): Published {
  switch (row.kind as Published["kind"]) {
    case "observed":
      return { kind: "observed", count: row.lo ?? 0 }; // the check of the table holds lo = hi, both set
    case "range":
      return { kind: "range", lo: row.lo ?? 0, hi: row.hi ?? 0 };
    case "protected":
      return { kind: "protected" };
    case "source":
      return { kind: "source" };
    case "absent":
      return { kind: "absent", absence: row.absence as Extract<Published, { kind: "absent" }>["absence"] };
  }
}

/** One file of a release with its bytes, if the actor may have it. */
export async function releaseFile(tx: Reading, collection: string, version: number, path: string) {
  return tx
    .selectFrom("statistics.release_file")
    .select(["path", "media_type as mediaType", "bytes", "sha256", "size"])
    .where("collection", "=", collection)
    .where("version", "=", version)
    .where("path", "=", path)
    .executeTakeFirst();
}

/** The files of a release without their bytes, by path. */
export async function releaseFileList(tx: Reading, collection: string, version: number) {
  return tx
    .selectFrom("statistics.release_file")
    .select(["path", "area", "media_type as mediaType", "sha256", "size"])
    .where("collection", "=", collection)
    .where("version", "=", version)
    .orderBy("path")
    .execute();
}

/**
 * Keeps a built release as the collection's candidate, in place of an earlier candidate: approvals given to other bytes fall
 * with it. As system. A published release is never touched: the database refuses.
 */
export async function keepCandidate(
  tx: Writing,
  collection: string,
  inputs: ReleaseInputs,
  built: BuiltRelease,
  made: { readonly inputsSha256: string; readonly baseUrl: string },
  note?: { es: string; en: string },
): Promise<void> {
  const { data, files, report } = built;
  await tx.deleteFrom("statistics.release").where("collection", "=", collection).where("state", "=", "candidate").execute();
  const manifest = files.find((file) => file.path === manifestPath);
  if (!manifest) throw new Error("A release without a manifest was to be kept");
  const key = { collection, version: data.version };
  await tx
    .insertInto("statistics.release")
    .values({
      ...key,
      published_on: data.publishedOn,
      exercise: data.exercise,
      methodology: data.methodology,
      k: data.k,
      members: data.members,
      basis: JSON.stringify(inputs.earlier.map(({ data: each }) => [collectionId(each), each.version])),
      inputs_sha256: made.inputsSha256,
      base_url: made.baseUrl,
      manifest_sha256: sha256(manifest.bytes),
      note_es: note?.es ?? null,
      note_en: note?.en ?? null,
    })
    .execute();
  await tx
    .insertInto("statistics.release_area")
    .values(data.areas.map((area, position) => ({ ...key, area: area.code, position, document: JSON.stringify({ area, trend: data.trend.filter((point) => point.area === area.code) }) })))
    .execute();
  for (let i = 0; i < data.cells.length; i += 500) {
    await tx
      .insertInto("statistics.release_cell")
      .values(data.cells.slice(i, i + 500).map((cell) => ({ ...key, ...cellRow(cell, data.year) })))
      .execute();
  }
  for (const file of files) {
    await tx
      .insertInto("statistics.release_file")
      .values({ ...key, path: file.path, area: file.area ?? null, media_type: file.mediaType, size: file.bytes.length, sha256: sha256(file.bytes), bytes: Buffer.from(file.bytes) })
      .execute();
  }
  const figures = Object.fromEntries(inputs.members.map((member) => [member.country, member.figures]));
  await tx.insertInto("statistics.release_protection").values({ ...key, report: JSON.stringify({ ...report, figures }) }).execute();
}

/** The id of the collection that a release's figures belong to. */
export function collectionId(release: Pick<ReleaseData, "topic" | "year" | "exercise">): string {
  return `${release.topic}-${release.year}${release.exercise ? "-exercise" : ""}`;
}

function cellRow(cell: ReleasedCell, year: number) {
  const { published } = cell;
  const [first, last] = cell.years ?? [year, year];
  const exact = published.kind === "observed" ? published.count : undefined;
  return {
    area: cell.area,
    cell: cellAddress(cell.table, cell.codes),
    first_year: first,
    last_year: last,
    kind: published.kind,
    lo: published.kind === "range" ? published.lo : (exact ?? null),
    hi: published.kind === "range" ? published.hi : (exact ?? null),
    absence: published.kind === "absent" ? published.absence : null,
  };
}
