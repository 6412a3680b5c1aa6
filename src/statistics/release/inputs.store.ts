import { type Reading } from "#database";
import type { Figure } from "../figure.ts";
import { collectionOf } from "../collection/collection.store.ts";
import { figuresOf } from "../collection/figure.store.ts";
import { methodologyOf } from "../collection/methodology.store.ts";
import type { EarlierRelease, MemberInput, ReleaseInputs } from "./inputs.ts";
import { sha256 } from "./manifest.ts";
import { type ReleaseHead, publishedReleases, releaseData } from "./release.store.ts";

/** Why a release cannot be built yet: the collection is not there, or these countries' figures are not accepted. */
export type InputsRefusal = { readonly refusal: "no-collection" } | { readonly refusal: "not-accepted"; readonly countries: readonly string[] };

/** The inputs of a release, their digest, and the address that it was published with when these very inputs are published. */
export interface FoundInputs {
  readonly inputs: ReleaseInputs;
  readonly sha256: string;
  readonly baseUrl: string | undefined;
}

/** The inputs of a collection's next release, with their digest. Read as system: it sees every country's accepted figures. */
export async function releaseInputs(tx: Reading, collection: string): Promise<FoundInputs | InputsRefusal> {
  const opened = await collectionOf(tx, collection);
  if (!opened) return { refusal: "no-collection" };
  const submissions = await tx
    .selectFrom("statistics.submission as s")
    .innerJoin("coalition.member as m", "m.country", "s.country")
    .select(["s.country", "s.state", "s.authority", "s.reference_date", "s.source", "m.name_es", "m.name_en", "m.fictional"])
    .where("s.collection", "=", collection)
    .execute();
  const waiting = submissions.filter((each) => each.state !== "accepted" && each.state !== "released").map((each) => each.country);
  if (waiting.length || !submissions.length) return { refusal: "not-accepted", countries: waiting.sort() };

  const members: MemberInput[] = [];
  for (const each of submissions.toSorted((a, b) => a.name_es.localeCompare(b.name_es, "es"))) {
    const figures = await figuresOf(tx, { collection, country: each.country });
    members.push({
      country: each.country,
      name: { es: each.name_es, en: each.name_en },
      fictional: each.fictional,
      ...(each.authority ? { authority: each.authority } : {}),
      ...(each.reference_date ? { referenceDate: each.reference_date } : {}),
      ...(each.source ? { source: each.source } : {}),
      figures: figures.toSorted((a, b) => (a.cell < b.cell ? -1 : 1)),
    });
  }
  const digest = sha256(JSON.stringify({ collection, methodology: opened.methodology, publishOn: opened.publishOn, members }));
  const published = (await publishedReleases(tx)).filter((each) => each.exercise === opened.exercise);
  const { version, basis, baseUrl } = nextVersion(collection, digest, published);
  return {
    sha256: digest,
    baseUrl,
    inputs: {
      topic: opened.topic,
      year: opened.year,
      version,
      exercise: opened.exercise,
      publishedOn: opened.publishOn,
      methodology: await methodologyOf(tx, opened.methodology),
      members,
      earlier: await earlierReleases(tx, basis),
    },
  };
}

/**
 * The same inputs as a published release give that release again, protected together with the same others. Other inputs
 * give the next version, protected with the newest release of every other year and all versions of this one.
 */
function nextVersion(collection: string, digest: string, published: readonly ReleaseHead[]): Pick<ReleaseHead, "version" | "basis"> & { readonly baseUrl?: string } {
  const own = published.filter((each) => each.collection === collection);
  const same = own.find((each) => each.inputsSha256 === digest);
  if (same) return { version: same.version, basis: same.basis, baseUrl: same.baseUrl };
  const newest = new Map<string, ReleaseHead>();
  for (const each of published) {
    const known = newest.get(each.collection);
    if (!known || known.version < each.version) newest.set(each.collection, each);
  }
  const others = [...newest.values()].filter((each) => each.collection !== collection);
  const basis = [...others, ...own].map((each): readonly [string, number] => [each.collection, each.version]);
  return { version: Math.max(0, ...own.map((each) => each.version)) + 1, basis: basis.sort(([a, i], [b, j]) => (a < b ? -1 : a > b ? 1 : i - j)) };
}

async function earlierReleases(tx: Reading, basis: ReleaseHead["basis"]): Promise<EarlierRelease[]> {
  const earlier: EarlierRelease[] = [];
  for (const [collection, version] of basis) {
    const release = await releaseData(tx, collection, version);
    const kept = await tx.selectFrom("statistics.release_protection").select("report").where("collection", "=", collection).where("version", "=", version).executeTakeFirst();
    if (!release || !kept) throw new Error(`Release ${collection} version ${version} is not whole`);
    const { figures } = kept.report as unknown as { figures: Record<string, Figure[]> };
    earlier.push({ data: release.data, figures: new Map(Object.entries(figures)) });
  }
  return earlier;
}
