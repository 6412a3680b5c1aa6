import type { Actor, Text } from "#basics";
import { type Database, type Reading, read } from "#database";
import type { WaitingItem } from "#web";
import { newestTaskWith } from "#jobs";
import { releaseWords } from "#words";
import { collections } from "../collection/collection.store.ts";
import { releaseInputs } from "./inputs.store.ts";
import { buildTask } from "./jobs.ts";
import { pageDigest } from "./page-digest.ts";
import { candidateChecklist, candidateOf } from "./publish.store.ts";
import { approvalsOf } from "./release-desk.store.ts";
import { releaseData } from "./release.store.ts";

const both = (line: (language: "es" | "en") => string): Text => ({ es: line("es"), en: line("en") });

/** What of a release waits for a member: a page to approve, points to answer for, or the publication itself. */
export async function waiting(database: Database, actor: Actor): Promise<readonly WaitingItem[]> {
  if (actor.kind !== "member") return [];
  const { country, office } = actor;
  const isSigner = office === "delegate-titular" || office === "delegate-alternate";
  if (office !== "secretariat" && !(isSigner && country !== undefined)) return [];
  return read(database, actor, async (tx) => {
    const items: WaitingItem[] = [];
    for (const collection of await collections(tx)) {
      const head = await candidateOf(tx, collection.id);
      const href = `/workspace/collections/${collection.id}/release`;
      const due = collection.publishOn;
      const year = String(collection.year);
      if (!head) {
        const isComplete = office === "secretariat" && (await canBePrepared(tx, collection.id));
        if (isComplete) items.push({ href, due, label: both((l) => releaseWords[l].desk.build(year)) });
        continue;
      }
      if (country !== undefined) {
        const release = await releaseData(tx, collection.id, head.version);
        const name = release?.data.areas.find((area) => area.code === country)?.name;
        if (!release || !name) continue;
        const digest = pageDigest(release.data, country);
        const isApproved = (await approvalsOf(tx, collection.id, country)).some((each) => each.digest === digest);
        if (!isApproved) items.push({ href: `${href}/${country}`, due, label: both((l) => releaseWords[l].desk.approve(name[l], year)) });
        continue;
      }
      const points = (await candidateChecklist(tx, collection.id, await releaseInputs(tx, collection.id))) ?? [];
      const open = points.filter((point) => !point.done);
      const risks = open.filter((point) => point.kind === "group").length;
      if (open.some((point) => point.kind === "stale")) items.push({ href, due, label: both((l) => releaseWords[l].desk.rebuild(year)) });
      else if (risks > 0) items.push({ href, due, label: both((l) => releaseWords[l].desk.answer(year, risks)) });
      else if (open.length === 0) items.push({ href, due, label: both((l) => releaseWords[l].desk.publish(year)) });
    }
    return items;
  });
}

/** Whether every country's figures are accepted, some of them since the last release, and nothing is being prepared. */
async function canBePrepared(tx: Reading, collection: string): Promise<boolean> {
  const states = (await tx.selectFrom("statistics.submission").select("state").where("collection", "=", collection).execute()).map(({ state }) => state);
  if (!states.includes("accepted") || states.some((state) => state !== "accepted" && state !== "released")) return false;
  const task = await newestTaskWith(tx, { collection }, buildTask);
  return task?.state !== "waiting" && task?.state !== "running";
}
