import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { read, sql, write } from "#database";
import { shellWords } from "#words";
import { submitFileFor } from "../../src/statistics/collection/file-submit.ts";
import { refusalText } from "../../src/statistics/collection/refusal.ts";
import { writeMatrixCsv } from "../../src/statistics/intake/index.ts";
import { trafficking1 } from "../../src/statistics/methodology/trafficking-1.ts";
import { buildCandidate, publish, releaseRefusalText } from "../../src/statistics/release/publish.store.ts";
import { bringTo, times } from "./support/figures.ts";
import { type Platform, demoMember, openPlatform, openYear } from "./support/platform.ts";
import { type Asker, askerFor, strangers } from "./support/request.ts";

/** Guatemala's identified persons: 7320 in the year that is about to be published, 7640 in the one that waits for signature. */
const factors = { prepared: 183, waiting: 191 } as const;
/**
 * Guatemala's four-digit figures as pages and files write them. Not as a part of a longer number, word or digest: an
 * instant in milliseconds or a hash holds any four digits some day.
 */
const written = (figures: string) => new RegExp(String.raw`(?<![\w+/=-])(${figures})(?![\w+/=-])`, "u");
const waitingFigures = String.raw`7[.,\s]?640|2[.,\s]?292|3[.,\s]?820`;
const figure = written(String.raw`7[.,\s]?320|2[.,\s]?196|3[.,\s]?660|${waitingFigures}`);
const waitingFigure = written(waitingFigures);
const errors = shellWords.es.errors;

let platform: Platform;
let prepared: string;
let waiting: string;
/** A file that Guatemala sent, with its figures in it; and one with an error, that can be had back with its marks. */
let upload: string;
let faulty: string;

beforeAll(async () => {
  platform = await openPlatform();
  const { database } = platform.world;
  [prepared, waiting] = [await openYear(platform, 2021, ["GTM", "HND"]), await openYear(platform, 2022, ["GTM", "HND"])];
  await bringTo("accepted", platform, { collection: prepared, country: "GTM" }, times(factors.prepared));
  await bringTo("accepted", platform, { collection: prepared, country: "HND" }, times(1));
  const bytes = writeMatrixCsv(times(factors.waiting), { methodology: trafficking1, country: { code: "GTM", name: { es: "Guatemala", en: "Guatemala" } }, year: 2022 });
  const send = async (content: Uint8Array) =>
    (await submitFileFor(database, demoMember("focal-point", "GTM"), { collection: waiting, country: "GTM", name: "guatemala.csv", bytes: content, now: new Date() })).upload ?? "";
  upload = await send(bytes);
  faulty = await send(Buffer.from(Buffer.from(bytes).toString("utf8").replace("2292", "doce")));
  await bringTo("submitted", platform, { collection: waiting, country: "GTM" }, times(factors.waiting));
  await bringTo("entered", platform, { collection: waiting, country: "HND" }, times(1));
  const built = await buildCandidate(database, prepared, { baseUrl: "https://corett.example" });
  if ("refusal" in built) throw new Error(built.refusal);
});
afterAll(() => platform?.close());

const own = (part = "") => `/es/workspace/collections/${waiting}/GTM${part}`;
const release = (part = "") => `/es/workspace/collections/${prepared}/release${part}`;
const workspacePages = () => [
  ...["", "/enter", "/enter/victims", "/enter/records", "/file", `/file/${upload}`, `/file/${faulty}`, "/validation", "/remarks", "/differences", "/history", "/sign", "/return"].map(own),
  release(),
  release("/GTM"),
];
const workspaceFiles = () => [
  own("/template"),
  own("/template?kind=records"),
  own(`/file/${faulty}/marked`),
  ...["infographics/GTM-es.png", "infographics/GTM-en.svg", "infographics/region-es.svg", "tables/victims.csv", "release.json", "tables.es.xlsx"].map((path) => release(`/files/${path}`)),
];

test("what the refusals are about is there for those whose it is", async () => {
  const focal = await askerFor(platform, demoMember("focal-point", "GTM"));
  const titular = await askerFor(platform, demoMember("delegate-titular", "GTM"));
  for (const path of [own(), `${own()}.data`, own(`/file/${upload}`)]) expect((await focal.get(path)).text, path).toMatch(figure);
  expect((await titular.get(own("/sign"))).text).toMatch(figure);
  expect((await focal.get(own("/template"))).status).toBe(200);
  expect((await focal.get(own(`/file/${faulty}/marked`))).text).toMatch(figure);
  expect((await titular.get(release("/GTM"))).text).toMatch(figure);
  expect((await titular.get(release("/files/infographics/GTM-es.svg"))).status).toBe(200);
});

test.each(Object.keys(strangers))("%s opens no page and no file of Guatemala's, nor the data behind a page", async (name) => {
  const member = strangers[name];
  const asker = await askerFor(platform, member);
  const whole = member === undefined ? [303] : [403, 404];
  for (const path of [...workspacePages(), ...workspaceFiles()]) {
    const answer = await asker.get(path);
    expect(whole, `${path} answers ${answer.status}`).toContain(answer.status);
    if (member === undefined) expect(answer.to).toMatch(/^\/es\/sign-in\?to=/);
    expect(answer.text, path).not.toMatch(figure);
  }
  for (const path of workspacePages()) {
    const answer = await asker.get(`${path}.data`);
    expect([202, 204, 303, 403, 404], `${path}.data answers ${answer.status}`).toContain(answer.status);
    expect(answer.text, path).not.toMatch(figure);
  }
});

test("the secretariat sees no figure before a country has signed, on no page and in no template", async () => {
  const secretariat = await askerFor(platform, demoMember("secretariat"));
  for (const path of ["", "/validation", "/remarks", "/differences", "/history"].map(own)) {
    const answer = await secretariat.get(path);
    expect(answer.status, path).toBe(200);
    expect(answer.text, path).not.toMatch(waitingFigure);
  }
  // Beside the blank cells stands the year before, which the country has signed.
  const template = async (asker: Asker) => JSON.stringify((await readXlsx((await asker.get(own("/template"))).bytes)).sheets.map(({ rows }) => rows));
  expect(await template(secretariat)).not.toMatch(waitingFigure);
  expect(await template(await askerFor(platform, demoMember("focal-point", "GTM")))).toMatch(/7640/);
  for (const part of ["/enter", "/enter/victims", "/file", `/file/${upload}`, "/sign"]) expect((await secretariat.get(own(part))).status, part).toBe(403);
});

test("nothing that is not published is public: no page, no file, no answer of the interface", async () => {
  const visitor = await askerFor(platform);
  for (const path of [
    "/es/statistics/2021",
    "/en/statistics/2021/GTM",
    "/es/statistics/2021/table/victims",
    "/es/statistics/2021?version=1",
    `/statistics/files/${prepared}/1/release.json`,
    `/statistics/files/${prepared}/1/tables/victims.csv`,
    `/statistics/files/${prepared}/1/infographics/GTM-es.png`,
    `/statistics/files/${prepared}/1/infographics/GTM-es.preview.png`,
    `/statistics/files/${prepared}/1/corett-${prepared}-v1.zip`,
    ...["", "/cells", "/cells?area=GTM", "/tables/victims.csv", "/tables/victims.json"].flatMap((part) => [`/api/v1/releases/${prepared}/1${part}`, `/api/v1/releases/${prepared}/latest${part}`]),
  ]) {
    const answer = await visitor.get(path);
    expect(answer.status, path).toBe(404);
    expect(answer.text, path).not.toMatch(figure);
  }
  expect(JSON.parse((await visitor.get("/api/v1/releases")).text)).toEqual({ releases: [] });
  for (const path of ["/es", "/es/statistics", "/api/v1/catalog.jsonld"]) expect((await visitor.get(path)).text, path).not.toMatch(figure);
  const insider = await askerFor(platform, demoMember("delegate-titular", "GTM"));
  expect((await insider.get(`/api/v1/releases/${prepared}/1/cells`)).status, "the interface reads as any visitor, whoever asks").toBe(404);
});

/** Every table that says something of a country, with the column that names it. */
const tables = {
  submission: "country", event: "country", upload: "country", figure: "country", figure_round: "country", record: "country", label_mapping: "country", remark: "country",
  page_approval: "country", release_area: "area", release_cell: "area", release_file: "area",
} as const;
const count = async (actor: Actor, table: keyof typeof tables): Promise<number | "denied"> =>
  read(platform.world.database, actor, async (tx) => {
    const rows = await sql<{ n: number }>`select count(*)::int as n from ${sql.ref(`statistics.${table}`)} where ${sql.ref(tables[table])} = 'GTM'`.execute(tx);
    return rows.rows[0]?.n ?? 0;
  }).catch((fault: Error) => {
    if (!fault.message.includes("permission denied")) throw fault;
    return "denied" as const;
  });

test("the database has rows of Guatemala's to refuse", async () => {
  for (const table of ["submission", "event", "upload", "figure", "figure_round", "release_area", "release_cell", "release_file"] as const)
    expect(await count(demoMember("focal-point", "GTM"), table), table).toBeGreaterThan(0);
});

// A communicator may read the own state's figures in the database, though no page shows them: here it is another state's.
const others: Readonly<Record<string, Actor>> = {
  ...Object.fromEntries(Object.entries(strangers).map(([name, member]) => [name, member ?? { kind: "public" }])),
  "another country's communicator": { ...demoMember("communicator", "GTM"), country: "HND" },
};

test.each(Object.entries(others).filter(([, actor]) => actor.kind !== "member" || actor.country !== "GTM"))("SQL in the name of %s finds no row of Guatemala's", async (name, actor) => {
  // The presidency follows who is where and who acted: states and acts, never a figure.
  const followed = name === "the presidency" ? ["submission", "event"] : [];
  for (const table of Object.keys(tables) as (keyof typeof tables)[]) {
    if (!followed.includes(table)) expect([0, "denied"], table).toContain(await count(actor, table));
  }
});

test("SQL in the name of the secretariat finds neither records nor files nor figures before the signature", async () => {
  const secretariat = demoMember("secretariat");
  for (const table of ["upload", "record", "label_mapping"] as const) expect(await count(secretariat, table), table).toBe("denied");
  for (const table of ["figure", "figure_round"]) {
    const { rows } = await read(platform.world.database, secretariat, (tx) => sql`select 1 from ${sql.ref(`statistics.${table}`)} where collection = ${waiting}`.execute(tx));
    expect(rows, table).toEqual([]);
  }
});

test.each([
  ["another country's titular delegate signs", demoMember("delegate-titular", "HND"), "update statistics.submission set state = 'signed' where country = 'GTM' returning 1"],
  ["another country's focal point enters a figure", demoMember("focal-point", "HND"), "insert into statistics.figure (collection, country, cell, lo, hi) values ('trafficking-2022', 'GTM', 'services:EDUC', 9, 9) returning 1"],
  ["another country's delegate approves the page", demoMember("delegate-titular", "HND"), "insert into statistics.page_approval (collection, country, page_sha256, account, author) values ('trafficking-2021', 'GTM', repeat('0', 64), identity.acting_account(), 'x') returning 1"],
  ["the country's focal point signs", demoMember("focal-point", "GTM"), "update statistics.submission set state = 'signed', signed_by = identity.acting_account() where collection = 'trafficking-2022' and country = 'GTM' returning 1"],
  ["the country's focal point accepts", demoMember("focal-point", "GTM"), "update statistics.submission set state = 'accepted' where collection = 'trafficking-2022' and country = 'GTM' returning 1"],
  ["the country's titular delegate submits", demoMember("delegate-titular", "HND"), "update statistics.submission set state = 'submitted', submitted_by = identity.acting_account() where collection = 'trafficking-2022' and country = 'HND' returning 1"],
  ["who sent the figures signs them, holding both offices", { ...demoMember("delegate-titular", "GTM"), account: demoMember("focal-point", "GTM").account }, "update statistics.submission set state = 'signed', signed_by = identity.acting_account(), signed_at = now() where collection = 'trafficking-2022' and country = 'GTM' returning 1"],
  ["figures change after they were sent", demoMember("focal-point", "GTM"), "delete from statistics.figure where collection = 'trafficking-2022' and country = 'GTM' returning 1"],
  ["the secretariat changes a figure", demoMember("secretariat"), "delete from statistics.figure where country = 'GTM' returning 1"],
  ["the presidency publishes", demoMember("presidency"), "update statistics.release set state = 'published' returning 1"],
  ["the secretariat publishes past the checklist", demoMember("secretariat"), "update statistics.release set state = 'published' returning 1"],
  ["an observer reads a candidate", demoMember("observer"), "select 1 from statistics.release_cell"],
])("SQL by which %s changes nothing", async (_act, actor, statement) => {
  const outcome = await write(platform.world.database, actor, (tx) => sql.raw(statement).execute(tx)).then(({ rows }) => rows, (fault: Error) => fault.message);
  if (typeof outcome === "string") expect(outcome).toMatch(/permission denied|row-level security|No act leads|two_persons/);
  else expect(outcome).toEqual([]);
});

/** An act that somebody tries whose it is not, and how it is turned away. */
const acts: readonly (readonly [act: string, by: () => Promise<Asker>, path: () => string, fields: Record<string, string>, status: number, words: string])[] = [
  ["another country's delegate signs", () => askerFor(platform, demoMember("delegate-titular", "HND")), () => own("/sign"), { confirm: "yes", fingerprint: "" }, 404, errors[404].title],
  ["the focal point signs what was sent", () => askerFor(platform, demoMember("focal-point", "GTM")), () => own("/sign"), { confirm: "yes", fingerprint: "" }, 403, errors[403].title],
  ["the secretariat signs for a country", () => askerFor(platform, demoMember("secretariat")), () => own("/sign"), { confirm: "yes", fingerprint: "" }, 403, errors[403].title],
  ["the titular delegate submits", () => askerFor(platform, demoMember("delegate-titular", "HND")), () => own().replace("/GTM", "/HND"), { act: "submit" }, 403, errors[403].title],
  ["the focal point accepts its own figures", () => askerFor(platform, demoMember("focal-point", "GTM")), () => own(), { act: "accept" }, 403, errors[403].title],
  ["the titular delegate accepts", () => askerFor(platform, demoMember("delegate-titular", "GTM")), () => own(), { act: "accept" }, 403, errors[403].title],
  ["the secretariat reviews what is not signed", () => askerFor(platform, demoMember("secretariat")), () => own(), { act: "begin-review" }, 409, refusalText("wrong-state").es],
  ["another country's focal point takes the figures back", () => askerFor(platform, demoMember("focal-point", "HND")), () => own(), { act: "take-back" }, 404, errors[404].title],
  ["a country reopens what was accepted", () => askerFor(platform, demoMember("delegate-titular", "GTM")), () => own().replace("2022", "2021"), { act: "reopen", reason: "x" }, 403, errors[403].title],
  ["the focal point approves the page", () => askerFor(platform, demoMember("focal-point", "GTM")), () => release("/GTM"), { confirm: "yes", digest: "" }, 403, errors[403].title],
  ["another country's delegate approves the page", () => askerFor(platform, demoMember("delegate-titular", "HND")), () => release("/GTM"), { confirm: "yes", digest: "" }, 404, errors[404].title],
  ["the secretariat approves for a country", () => askerFor(platform, demoMember("secretariat")), () => release("/GTM"), { confirm: "yes", digest: "" }, 403, errors[403].title],
  ["the presidency publishes", () => askerFor(platform, demoMember("presidency")), () => release(), { act: "publish", confirm: "yes", manifest: "" }, 403, errors[403].title],
  ["a delegate publishes", () => askerFor(platform, demoMember("delegate-titular", "GTM")), () => release(), { act: "publish", confirm: "yes", manifest: "" }, 403, errors[403].title],
  ["the secretariat publishes with points open", () => askerFor(platform, demoMember("secretariat")), () => release(), { act: "publish", confirm: "yes", manifest: "" }, 409, releaseRefusalText["points-open"].es],
  ["the public publishes", () => askerFor(platform), () => release(), { act: "publish", confirm: "yes", manifest: "" }, 303, ""],
];
test.each(acts)("when %s, it is refused with words and nothing happens", async (_act, by, path, fields, status, words) => {
  const asker = await by();
  const before = await standing();
  const answer = await asker.post(path(), fields);
  expect(answer.status).toBe(status);
  if (status !== 303) expect(answer.text).toContain(words);
  else expect(answer.to).toMatch(/^\/es\/sign-in/);
  expect(await standing()).toEqual(before);
});

test("the store refuses what the page would, whoever calls it", async () => {
  for (const office of ["presidency", "administrator", "observer"] as const) expect(await publish(platform.world.database, demoMember(office), prepared)).toBe("not-yours");
});

test("what the refusals left behind: every submission and the release stand where they stood", async () => {
  expect(await standing()).toEqual({ states: ["trafficking-2021 GTM accepted", "trafficking-2021 HND accepted", "trafficking-2022 GTM submitted", "trafficking-2022 HND draft"], release: "candidate" });
});

/** Where every submission and the release stand, as the platform itself sees them. */
function standing(): Promise<{ states: string[]; release: string | undefined }> {
  return read(platform.world.database, { kind: "system", task: "test" }, async (tx) => {
    const submissions = await tx.selectFrom("statistics.submission").select(["collection", "country", "state"]).execute();
    const head = await tx.selectFrom("statistics.release").select("state").executeTakeFirst();
    return { states: submissions.map(({ collection, country, state }) => `${collection} ${country} ${state}`).toSorted(), release: head?.state };
  });
}
