import type { Actor, Text } from "#basics";
import { type Database, type Reading, type Writing, read, write } from "#database";
import type { Member } from "../collection/member.ts";
import type { GroupRisk } from "../disclosure/index.ts";
import { buildRelease } from "./build.ts";
import { type ChecklistPoint, checklist } from "./checklist.ts";
import type { ReleaseInputs } from "./inputs.ts";
import { type InputsRefusal, releaseInputs } from "./inputs.store.ts";
import { pageDigest } from "./page-digest.ts";
import { type BuildProgress, ReleaseRefused } from "./protect-release.ts";
import { type ReleaseHead, collectionId, keepCandidate, releaseData, releasesOf } from "./release.store.ts";

/** Why an act on a release is refused. */
export type ReleaseRefusal =
  | "no-collection"
  | "not-accepted"
  | "no-candidate"
  | "already-published"
  | "not-yours"
  | "already-approved"
  | "changed-meanwhile"
  | "points-open"
  | "in-preparation"
  | "refused";

/** What a person reads when an act on a release is refused. */
export const releaseRefusalText = {
  "no-collection": { es: "No existe esa recolección.", en: "There is no such collection." },
  "not-accepted": {
    es: "Aún hay países cuyas cifras no se han aceptado. La publicación se prepara cuando todas están aceptadas.",
    en: "The figures of some countries have not been accepted yet. The release is prepared once all are accepted.",
  },
  "no-candidate": { es: "No hay una publicación en preparación. Prepárela primero.", en: "No release is being prepared. Prepare one first." },
  "already-published": {
    es: "Estas mismas cifras ya están publicadas. Una corrección empieza por reabrir el envío de un país.",
    en: "These very figures are published already. A correction begins by reopening a country's submission.",
  },
  "not-yours": { es: "Su cargo no permite este acto.", en: "Your office does not allow this act." },
  "already-approved": { es: "Su país ya aprobó esta página.", en: "Your country has approved this page already." },
  "changed-meanwhile": {
    es: "La página cambió mientras usted la leía. Revísela de nuevo antes de aprobarla.",
    en: "The page changed while you were reading it. Please read it again before you approve it.",
  },
  "points-open": { es: "Quedan puntos abiertos en la lista de verificación.", en: "There are open points on the checklist." },
  "in-preparation": { es: "Ya se está preparando. Espere a que termine.", en: "It is being prepared already. Please wait until it ends." },
  refused: {
    es: "La comprobación de la protección no pasó: no se publica nada. Vea el informe de protección.",
    en: "The check of the protection did not pass: nothing is published. See the protection report.",
  },
} satisfies Record<ReleaseRefusal, Text>;

const builder: Actor = { kind: "system", task: "build release" };

/** Outcome of preparing a candidate: the release, or the word why not, with the countries or cells concerned. */
export type BuildOutcome = { readonly version: number } | { readonly refusal: ReleaseRefusal; readonly about: readonly string[] };

/** Builds a collection's release and keeps it as its candidate, in place of an earlier candidate. Long work: run it as a task. */
export async function buildCandidate(
  database: Database,
  collection: string,
  options: { readonly baseUrl: string; readonly onProgress?: BuildProgress; readonly note?: Text },
): Promise<BuildOutcome> {
  const found = await read(database, builder, (tx) => releaseInputs(tx, collection));
  if ("refusal" in found) return { refusal: found.refusal, about: "countries" in found ? found.countries : [] };
  const published = await read(database, builder, (tx) => releasesOf(tx, collection));
  if (published.some((each) => each.state === "published" && each.version === found.inputs.version)) return { refusal: "already-published", about: [] };
  try {
    const built = await buildRelease(found.inputs, options);
    await write(database, builder, (tx) => keepCandidate(tx, collection, found.inputs, built, { inputsSha256: found.sha256, baseUrl: options.baseUrl }, options.note));
    return { version: built.data.version };
  } catch (fault) {
    if (fault instanceof ReleaseRefused) return { refusal: "refused", about: fault.cells };
    throw fault;
  }
}

/** The candidate of a collection, if the actor may see that there is one. */
export async function candidateOf(tx: Reading, collection: string): Promise<ReleaseHead | undefined> {
  return (await releasesOf(tx, collection)).find((each) => each.state === "candidate");
}

/** The inputs of the collection's next release as they stand now, or why there are none. */
export type CurrentInputs = { readonly inputs: Pick<ReleaseInputs, "earlier">; readonly sha256: string } | InputsRefusal;

/**
 * Whether the candidate was made of other figures than those of now, or protected together with other releases than those
 * that are public now: figures that were not protected together could be subtracted from one another.
 */
export function isStale(head: Pick<ReleaseHead, "inputsSha256" | "basis">, current: CurrentInputs): boolean {
  if ("refusal" in current || current.sha256 !== head.inputsSha256) return true;
  const basis = current.inputs.earlier.map(({ data }) => [collectionId(data), data.version]);
  return JSON.stringify(basis) !== JSON.stringify(head.basis);
}

/** The checklist of the candidate, as secretariat or system. Undefined when no release is being prepared. */
export async function candidateChecklist(tx: Reading, collection: string, current?: CurrentInputs): Promise<ChecklistPoint[] | undefined> {
  const head = await candidateOf(tx, collection);
  const release = head && (await releaseData(tx, collection, head.version));
  if (!release) return undefined;
  const [protection, approvals, signoffs] = await Promise.all([
    tx.selectFrom("statistics.release_protection").select("report").where("collection", "=", collection).where("version", "=", release.head.version).executeTakeFirst(),
    tx.selectFrom("statistics.page_approval").select(["country", "page_sha256", "author", "at"]).where("collection", "=", collection).execute(),
    tx.selectFrom("statistics.release_signoff").select(["item", "author", "body"]).where("collection", "=", collection).execute(),
  ]);
  const { groupRisks = [] } = (protection?.report ?? {}) as unknown as { groupRisks?: GroupRisk[] };
  const stale = current !== undefined && isStale(release.head, current);
  return checklist({ candidate: release.data, groupRisks, stale, approvals, signoffs });
}

/** A titular or alternate approves the own country's page of the candidate, as it was read: `digest` says what was read. */
export async function approvePage(tx: Writing, actor: Member, collection: string, digest: string): Promise<ReleaseRefusal | undefined> {
  const { country } = actor;
  if (!country || (actor.office !== "delegate-titular" && actor.office !== "delegate-alternate")) return "not-yours";
  const head = await candidateOf(tx, collection);
  const release = head && (await releaseData(tx, collection, head.version));
  if (!release?.data.areas.some((area) => area.code === country)) return "no-candidate";
  if (pageDigest(release.data, country) !== digest) return "changed-meanwhile";
  const known = await tx.selectFrom("statistics.page_approval").select("country").where("collection", "=", collection).where("country", "=", country).where("page_sha256", "=", digest).executeTakeFirst();
  if (known) return "already-approved";
  await tx.insertInto("statistics.page_approval").values({ collection, country, page_sha256: digest, account: actor.account, author: actor.name }).execute();
  await note(tx, collection, country, "approve-page", release.head.version, actor);
  return undefined;
}

/** The secretariat answers by name for a point that needs a word. */
export async function signOff(tx: Writing, actor: Member, collection: string, item: string, body: string): Promise<ReleaseRefusal | undefined> {
  if (actor.office !== "secretariat") return "not-yours";
  const points = await candidateChecklist(tx, collection);
  if (!points?.some((point) => point.kind === "group" && point.item === item)) return "no-candidate";
  await tx
    .insertInto("statistics.release_signoff")
    .values({ collection, item, body: body.trim(), account: actor.account, author: actor.name })
    .onConflict((already) => already.doNothing())
    .execute();
  return undefined;
}

/**
 * Publishes the candidate, when every point of its checklist is done: from here on nobody can change it. The submissions are
 * released with it. All of it happens or none. With `manifestSha256`, only the candidate that has this manifest: the one read.
 */
export async function publish(database: Database, actor: Member, collection: string, manifestSha256?: string): Promise<ReleaseRefusal | undefined> {
  if (actor.office !== "secretariat") return "not-yours";
  const publisher: Actor = { kind: "system", task: `publish ${collection}, asked by ${actor.account}` };
  return write(database, publisher, async (tx) => {
    const current = await releaseInputs(tx, collection);
    if ("refusal" in current) return current.refusal;
    const points = await candidateChecklist(tx, collection, current);
    if (!points) return "no-candidate";
    if (points.some((point) => !point.done)) return "points-open";
    const head = await candidateOf(tx, collection);
    if (!head) return "no-candidate";
    if (manifestSha256 !== undefined && manifestSha256 !== head.manifestSha256) return "changed-meanwhile";
    await tx.updateTable("statistics.release").set({ state: "published", published_at: new Date() }).where("collection", "=", collection).where("version", "=", head.version).execute();
    const released = await tx.updateTable("statistics.submission").set({ state: "released" }).where("collection", "=", collection).where("state", "=", "accepted").returning("country").execute();
    for (const { country } of released) await note(tx, collection, country, "release", head.version);
    return undefined;
  });
}

/** Writes the history line of an act, in the same transaction. */
async function note(tx: Writing, collection: string, country: string, act: "release" | "approve-page", version: number, actor?: Member): Promise<void> {
  const submission = await tx.selectFrom("statistics.submission").select("round").where("collection", "=", collection).where("country", "=", country).executeTakeFirstOrThrow();
  await tx
    .insertInto("statistics.event")
    .values({
      collection,
      country,
      act,
      round: submission.round,
      account: actor?.account ?? null,
      author: actor?.name ?? "CORETT",
      office: actor?.office ?? "system",
      detail: JSON.stringify({ version }),
    })
    .execute();
}
