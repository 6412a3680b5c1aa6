import type { Language } from "#basics";
import type { Reading } from "#database";
import { newestTaskWith } from "#jobs";
import { countryName } from "#web";
import type { Collection } from "../../collection/collection.ts";
import { methodologyOf } from "../../collection/methodology.store.ts";
import { areaAddress } from "../files.ts";
import { releaseInputs } from "../inputs.store.ts";
import { buildTask } from "../jobs.ts";
import { candidateChecklist } from "../publish.store.ts";
import { areaTallies, protectionSummary } from "../release-desk.store.ts";
import { type ReleaseHead, releaseFileList, releasesOf } from "../release.store.ts";
import { REGION } from "../release-data.ts";
import { infographicOf } from "./file-kind.ts";
import { riskLine } from "./risk-line.ts";

/** Everything that the secretariat's page about a release shows, in the language of the page. */
export async function releaseView(tx: Reading, collection: Collection, language: Language) {
  const submissions = await tx
    .selectFrom("statistics.submission as s")
    .innerJoin("coalition.member as m", "m.country", "s.country")
    .select(["s.country", "s.state", `m.name_${language} as name`])
    .where("s.collection", "=", collection.id)
    .execute();
  const waiting = submissions.filter(({ state }) => state !== "accepted" && state !== "released").map(({ name }) => name);
  const heads = await releasesOf(tx, collection.id);
  const published = heads.filter((head) => head.state === "published");
  const task = await newestTaskWith(tx, { collection: collection.id }, buildTask);
  const head = heads.find((each) => each.state === "candidate");
  return {
    waiting: waiting.toSorted((one, other) => one.localeCompare(other, language)),
    hasNew: submissions.some(({ state }) => state !== "released"),
    task: task && { id: task.id, state: task.state, step: task.step, done: task.done, total: task.total, problem: task.problem, createdAt: task.createdAt },
    candidate: head && (await candidateView(tx, collection, head, language)),
    versions: published.map(({ version, publishedOn, manifestSha256 }, place) => ({ version, publishedOn, manifestSha256, isCurrent: place === 0 })),
    publicPage: areaAddress(language, collection, REGION),
  };
}

async function candidateView(tx: Reading, collection: Collection, head: ReleaseHead, language: Language) {
  const methodology = await methodologyOf(tx, head.methodology);
  const points = (await candidateChecklist(tx, collection.id, await releaseInputs(tx, collection.id))) ?? [];
  const protection = await protectionSummary(tx, collection.id, head.version);
  const tallies = await areaTallies(tx, collection.id, head.version);
  const files = await releaseFileList(tx, collection.id, head.version);
  const names = new Map(tallies.map(({ area }) => [area.code, area.name[language]]));
  const nameOf = (area: string) => names.get(area) ?? countryName(area)[language];
  return {
    version: head.version,
    builtAt: head.builtAt,
    publishedOn: head.publishedOn,
    manifestSha256: head.manifestSha256,
    methodology: methodology.title[language],
    isStale: points.some((point) => point.kind === "stale"),
    approvals: points.flatMap((point) => (point.kind === "approval" ? [{ country: point.country, name: nameOf(point.country), done: point.done }] : [])),
    risks: points.flatMap((point) =>
      point.kind === "group"
        ? [{ item: point.item, field: `answer-${point.item.replaceAll(/[^A-Za-z0-9]+/g, "-")}`, sentence: riskLine(methodology, point.risk, language, nameOf), done: point.done }]
        : [],
    ),
    protection: protection && { cells: protection.cells, hidden: protection.hidden, byReason: protection.byReason, unavoidable: protection.unavoidable },
    tallies: tallies.map(({ area, cells }) => ({ code: area.code, name: area.name[language], design: area.design, cells })),
    drawings: files.flatMap(({ path }) => infographicOf(path) ?? []),
    others: files.filter(({ path }) => infographicOf(path) === undefined).map(({ path, size }) => ({ path, size })),
  };
}
