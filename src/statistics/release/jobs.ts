import { type Writing } from "#database";
import { type TaskHandler, TaskProblem, enqueue, newestTaskWith } from "#jobs";
import { releaseWords } from "#words";
import { collectionOf } from "../collection/collection.store.ts";
import type { Member } from "../collection/member.ts";
import { type ReleaseRefusal, buildCandidate, releaseRefusalText } from "./publish.store.ts";

/** The name of the task that prepares a release. */
export const buildTask = "release-build";

/**
 * Asks for a collection's release to be prepared, in the transaction of the act. Refused while one is being prepared, while
 * a country's figures are not accepted, and when nothing was accepted since the last release.
 */
export async function requestBuild(tx: Writing, actor: Member, collection: string): Promise<ReleaseRefusal | undefined> {
  if (actor.office !== "secretariat") return "not-yours";
  const opened = await collectionOf(tx, collection);
  if (!opened) return "no-collection";
  const submissions = await tx.selectFrom("statistics.submission").select("state").where("collection", "=", collection).execute();
  if (submissions.some(({ state }) => state !== "accepted" && state !== "released")) return "not-accepted";
  if (submissions.every(({ state }) => state === "released")) return "already-published";
  const known = await newestTaskWith(tx, { collection }, buildTask);
  if (known?.state === "waiting" || known?.state === "running") return "in-preparation";
  await enqueue(tx, {
    kind: buildTask,
    title: { es: releaseWords.es.task(String(opened.year)), en: releaseWords.en.task(String(opened.year)) },
    payload: { collection },
    account: actor.account,
    page: `/workspace/collections/${collection}/release`,
  });
  return undefined;
}

/** Handlers of the release's tasks. `baseUrl` is the public address that infographics carry. */
export function releaseTasks(baseUrl: string): Record<"release-build", TaskHandler> {
  return {
    "release-build": async ({ payload, database, progress }) => {
      const outcome = await buildCandidate(database, String(payload["collection"]), { baseUrl, onProgress: progress });
      if (!("refusal" in outcome)) return { version: outcome.version };
      const { es, en } = releaseRefusalText[outcome.refusal];
      const about = outcome.refusal === "not-accepted" && outcome.about.length ? ` (${outcome.about.join(", ")})` : "";
      throw new TaskProblem({ es: `${es}${about}`, en: `${en}${about}` });
    },
  };
}
