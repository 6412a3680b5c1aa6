import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { read, sql, write } from "#database";
import { type World, asOwner, member, openWorld } from "../../../../test/world.ts";
import { ask } from "../../../../test/route.ts";
import { accept } from "../../collection/accept.store.ts";
import { beginReview } from "../../collection/begin-review.store.ts";
import { enterExample, explainAll, openExampleYear } from "../../collection/example.ts";
import { reopen } from "../../collection/reopen.store.ts";
import { returnWithReasons } from "../../collection/return.store.ts";
import { sign } from "../../collection/sign.store.ts";
import { submit } from "../../collection/submit.store.ts";
import type { Figure } from "../../figure.ts";
import { exampleFigures, figure } from "../../validation/example-figures.ts";
import { buildCandidate, publish } from "../publish.store.ts";
import { waiting } from "../waiting.ts";
import * as countryPage from "./country-page.tsx";
import * as file from "./release-file.ts";
import * as page from "./release.tsx";

const secretariat = member("secretariat");
const titular = { GTM: member("delegate-titular", "GTM"), HND: member("delegate-titular", "HND") };
const focal = { GTM: member("focal-point", "GTM"), HND: member("focal-point", "HND") };
const now = new Date("2030-04-01T15:00:00Z");
type Country = keyof typeof titular;

let world: World;
let collection: string;
beforeAll(async () => {
  world = await openWorld();
  collection = await openExampleYear(world.database, 2021, ["GTM", "HND"]);
});
afterAll(() => world.close());

/** Guatemala: 80 persons, of whom 3 boys: a count that must not be printed. */
const guatemalaFigures = () => {
  const changed: Record<string, number> = { "victims:M.MINOR": 3, "victims:M.ADULT": 13, "victims:_T.MINOR": 27, "victims:_T.ADULT": 53 };
  return exampleFigures().map((each) => (each.value.kind === "count" ? figure(each.cell, changed[each.cell] ?? each.value.count * 2) : each));
};
/** Honduras: all 40 trafficked inside the country, a large group that shares an attribute. */
const hondurasFigures = () => exampleFigures().map((each) => (each.cell === "scope:INTERNAL" ? figure(each.cell, 40) : each.cell === "scope:CROSS" ? figure(each.cell, 0) : each));

async function accepted(country: Country, figures: readonly Figure[]): Promise<void> {
  const of = { collection, country };
  await enterExample(world.database, focal[country], of, figures);
  await explainAll(world.database, focal[country], of, "2030-04-01");
  const act = async (actor: Actor, work: Parameters<typeof write<unknown>>[2]) => expect(await write(world.database, actor, work)).toBeUndefined();
  await act(focal[country], (tx) => submit(tx, focal[country], of, now));
  await act(titular[country], (tx) => sign(tx, titular[country], of, now));
  await act(secretariat, (tx) => beginReview(tx, secretariat, of));
  await act(secretariat, (tx) => accept(tx, secretariat, of));
}

async function corrected(country: Country, figures: readonly Figure[]): Promise<void> {
  const of = { collection, country };
  await write(world.database, secretariat, (tx) => reopen(tx, secretariat, of, "El país avisó de un error."));
  await write(world.database, secretariat, (tx) => returnWithReasons(tx, secretariat, of, [{ body: "Corrija el dato." }]));
  await accepted(country, figures);
}

const build = () => buildCandidate(world.database, collection, { baseUrl: "https://corett.example" });
const path = () => `/es/workspace/collections/${collection}/release`;
const open = (actor: Actor) => ask(page.loader, { database: world.database, actor, path: path(), params: { collection } });
const send = (actor: Actor, form: Record<string, string>) => ask(page.action, { database: world.database, actor, path: path(), params: { collection }, form });
const openPage = (actor: Actor, country: string) => ask(countryPage.loader, { database: world.database, actor, path: `${path()}/${country}`, params: { collection, country } });
const approve = (actor: Actor, country: string, form: Record<string, string>) =>
  ask(countryPage.action, { database: world.database, actor, path: `${path()}/${country}`, params: { collection, country }, form });
const openFile = (actor: Actor, name: string) => ask(file.loader, { database: world.database, actor, path: `${path()}/files/${name}`, params: { collection, "*": name } });
const candidate = async () => {
  const found = (await open(secretariat)).candidate;
  if (!found) throw new Error("There is no candidate");
  return found;
};
const digestOf = async (country: Country) => (await openPage(titular[country], country)).candidate?.digest ?? "";
const tasksOf = async (actor: Actor) => (await waiting(world.database, actor)).map((item) => item.label.es);
const turnedAway = (status: number) => ({ init: { status } });

test("before every country's figures are accepted, the page says who is missing and nothing can be prepared", async () => {
  await accepted("GTM", guatemalaFigures());
  expect(await open(secretariat)).toMatchObject({ waiting: ["Honduras"], candidate: undefined });
  expect(await send(secretariat, { act: "build" })).toMatchObject({ ...turnedAway(409), data: { refusal: expect.stringContaining("no se han aceptado") } });
  expect((await openPage(titular.GTM, "GTM")).candidate).toBeUndefined();
});

test("the preparation is asked for once, as a task that leads back to the page", async () => {
  expect(await tasksOf(secretariat)).toEqual([]);
  await accepted("HND", hondurasFigures());
  expect(await tasksOf(secretariat)).toEqual(["Preparar la publicación de 2021: las cifras de todos los países están aceptadas"]);
  expect(await send(secretariat, { act: "build" })).toMatchObject({ status: 303 });
  expect((await open(secretariat)).task).toMatchObject({ state: "waiting" });
  expect(await send(secretariat, { act: "build" })).toMatchObject(turnedAway(409));
  const tasks = await asOwner(world.ownerUrl, (client) => client.query("select kind, payload->>'page' as page from jobs.task"));
  expect(tasks.rows).toEqual([{ kind: "release-build", page: `/workspace/collections/${collection}/release` }]);
});

test("the release page is the secretariat's alone", async () => {
  for (const actor of [titular.GTM, focal.GTM, member("presidency"), member("administrator"), member("observer")]) {
    await expect(open(actor)).rejects.toMatchObject(turnedAway(403));
    await expect(send(actor, { act: "publish", confirm: "yes" })).rejects.toMatchObject(turnedAway(403));
  }
});

test("the candidate shows its checklist in words, its protection in numbers, and every drawing", async () => {
  expect(await build()).toEqual({ version: 1 });
  const shown = await candidate();
  expect(shown.approvals.map(({ country, done }) => [country, done])).toEqual([
    ["GTM", undefined],
    ["HND", undefined],
  ]);
  expect(shown.risks.map(({ sentence }) => sentence).join("\n")).toContain("Las 40 personas víctimas de Honduras en 2021 comparten: Ámbito de la trata: Interna");
  expect(shown.protection?.hidden).toBeGreaterThan(0);
  expect(shown.isStale).toBe(false);
  expect(shown.drawings).toHaveLength(3 * 2 * 4);
});

test("a country reads its own page with what is hidden and why not; nobody else's is found", async () => {
  const own = await openPage(focal.GTM, "GTM");
  const victims = own.candidate?.tables.find((table) => table.id === "victims");
  expect(victims?.rows.flatMap((row) => row.cells.map((cell) => cell?.text))).toEqual(expect.arrayContaining(["80", "protegido"]));
  expect(own).toMatchObject({ mayApprove: false, candidate: { headline: "80", approval: undefined } });
  await expect(openPage(titular.HND, "GTM")).rejects.toMatchObject(turnedAway(404));
  await expect(openPage(titular.GTM, "_R")).rejects.toMatchObject(turnedAway(404));
  await expect(openPage(member("communicator", "GTM"), "GTM")).rejects.toMatchObject(turnedAway(403));
});

test("a country has the files about itself, the secretariat all", async () => {
  const answer = await openFile(titular.GTM, "infographics/GTM-es.png");
  expect(answer.headers.get("content-type")).toBe("image/png");
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  for (const name of ["infographics/HND-es.png", "infographics/region-es.png", "tables/victims.csv", "release.json", "no-such-file"]) {
    await expect(openFile(titular.GTM, name)).rejects.toMatchObject(turnedAway(404));
  }
  expect((await openFile(secretariat, "tables/victims.csv")).status).toBe(200);
});

test("the database itself keeps another country's candidate page from a state, and all of it from the public", async () => {
  const seen = (actor: Actor, table: "release_cell" | "release_file" | "release_area") =>
    read(world.database, actor, async (tx) => (await sql<{ area: string }>`select distinct area from statistics.${sql.ref(table)}`.execute(tx)).rows.map(({ area }) => area));
  for (const table of ["release_cell", "release_file", "release_area"] as const) {
    expect(await seen(titular.GTM, table)).toEqual(["GTM"]);
    expect(await seen({ kind: "public" }, table)).toEqual([]);
    expect(await seen(member("presidency"), table)).toEqual([]);
  }
  await expect(read(world.database, titular.GTM, (tx) => sql`select report from statistics.release_protection`.execute(tx))).rejects.toThrow("permission denied");
});

test("nothing is published while a point is open, whatever the form says", async () => {
  const { manifestSha256 } = await candidate();
  expect(await send(secretariat, { act: "publish", confirm: "yes", manifest: manifestSha256 })).toMatchObject({ ...turnedAway(409), data: { refusal: "Quedan puntos abiertos en la lista de verificación." } });
  expect(await publish(world.database, titular.GTM, collection)).toBe("not-yours");
});

test("only the country's delegates approve, and only what they read", async () => {
  const digest = await digestOf("GTM");
  await expect(approve(focal.GTM, "GTM", { digest, confirm: "yes" })).rejects.toMatchObject(turnedAway(403));
  await expect(approve(secretariat, "GTM", { digest, confirm: "yes" })).rejects.toMatchObject(turnedAway(403));
  await expect(approve(titular.HND, "GTM", { digest, confirm: "yes" })).rejects.toMatchObject(turnedAway(404));
  expect(await approve(titular.GTM, "GTM", { digest })).toMatchObject({ ...turnedAway(400), data: { problems: { confirm: ["confirmMissing"] } } });
  expect(await approve(titular.GTM, "GTM", { digest: "0".repeat(64), confirm: "yes" })).toMatchObject({ ...turnedAway(409), data: { refusal: expect.stringContaining("cambió mientras") } });
  expect(await tasksOf(titular.GTM)).toEqual(["Leer y aprobar la página de Guatemala, año 2021, antes de publicarla"]);
  expect(await approve(titular.GTM, "GTM", { digest, confirm: "yes" })).toMatchObject({ status: 303 });
  expect((await openPage(focal.GTM, "GTM")).candidate?.approval).toMatchObject({ author: titular.GTM.name });
  expect(await approve(titular.GTM, "GTM", { digest, confirm: "yes" })).toMatchObject(turnedAway(409));
  expect(await tasksOf(titular.GTM)).toEqual([]);
});

test("a page that changed while it was read is not approved, and the other country's approval holds", async () => {
  const before = await digestOf("HND");
  await corrected("HND", hondurasFigures().map((each) => (each.cell === "services:LEGAL" ? figure(each.cell, 25) : each)));
  expect((await candidate()).isStale).toBe(true);
  expect(await tasksOf(secretariat)).toEqual(["Preparar de nuevo la publicación de 2021: las cifras cambiaron"]);
  expect(await build()).toEqual({ version: 1 });
  expect(await approve(titular.HND, "HND", { digest: before, confirm: "yes" })).toMatchObject(turnedAway(409));
  const { approvals, isStale } = await candidate();
  expect(isStale).toBe(false);
  expect(approvals.map(({ country, done }) => [country, done?.author])).toEqual([
    ["GTM", titular.GTM.name],
    ["HND", undefined],
  ]);
  expect(await approve(titular.HND, "HND", { digest: await digestOf("HND"), confirm: "yes" })).toMatchObject({ status: 303 });
});

test("the secretariat answers for each large group by name, with words", async () => {
  const { risks } = await candidate();
  expect(risks.length).toBeGreaterThan(0);
  expect(await tasksOf(secretariat)).toEqual([expect.stringContaining("Responder por")]);
  for (const { item, field } of risks) {
    expect(await send(secretariat, { act: "sign-off", item, field, [field]: " " })).toMatchObject({ ...turnedAway(400), data: { problems: { [field]: ["answerMissing"] } } });
    expect(await send(secretariat, { act: "sign-off", item, field, [field]: "El dato ya es público." })).toMatchObject({ status: 303 });
  }
  expect((await candidate()).risks.map(({ done }) => done)).toEqual(risks.map(() => ({ author: secretariat.name, body: "El dato ya es público." })));
  expect(await send(secretariat, { act: "sign-off", item: "no such point", field: "a", a: "x" })).toMatchObject(turnedAway(409));
});

test("with every point done it is published, once confirmed and only as it was read; the public then reads it", async () => {
  const { manifestSha256 } = await candidate();
  expect(await tasksOf(secretariat)).toEqual(["Publicar el año 2021: todos los puntos están hechos"]);
  expect(await send(secretariat, { act: "publish", manifest: manifestSha256 })).toMatchObject({ ...turnedAway(400), data: { problems: { confirm: ["confirmMissing"] } } });
  expect(await send(secretariat, { act: "publish", confirm: "yes", manifest: "0".repeat(64) })).toMatchObject(turnedAway(409));
  expect(await send(secretariat, { act: "publish", confirm: "yes", manifest: manifestSha256 })).toMatchObject({ status: 303 });
  expect(await open(secretariat)).toMatchObject({ hasNew: false, candidate: undefined, versions: [{ version: 1, isCurrent: true }], publicPage: "/es/statistics/2021" });
  expect(await openPage(titular.GTM, "GTM")).toMatchObject({ isPublished: true, candidate: undefined });
  const cells = await read(world.database, { kind: "public" }, (tx) => tx.selectFrom("statistics.release_cell").select("area").distinct().execute());
  expect(cells.map(({ area }) => area).toSorted()).toEqual(["GTM", "HND", "_R"]);
  expect(await send(secretariat, { act: "build" })).toMatchObject(turnedAway(409));
});

test("what is published cannot be changed or removed, not even by the platform", async () => {
  const platform: Actor = { kind: "system", task: "test" };
  const changes = [
    sql`update statistics.release set state = 'candidate'`,
    sql`delete from statistics.release where collection = ${collection}`,
    sql`delete from statistics.release_cell`,
    sql`insert into statistics.release_area (collection, version, area, position, document) values (${collection}, 1, 'XXX', 99, '{}')`,
  ];
  for (const change of changes) await expect(write(world.database, platform, (tx) => change.execute(tx))).rejects.toThrow("is published");
  await expect(asOwner(world.ownerUrl, (client) => client.query("set role corett_secretariat; update statistics.release set state = 'candidate'"))).rejects.toThrow("permission denied");
});

test("a correction is a new version: the old one stays, and every country whose page changed approves again", async () => {
  await corrected("GTM", guatemalaFigures().map((each) => (each.cell === "services:SHELTER" ? figure(each.cell, 56) : each)));
  expect(await build()).toEqual({ version: 2 });
  const shown = await open(secretariat);
  expect(shown.candidate?.approvals.map(({ country, done }) => [country, done === undefined])).toEqual([
    ["GTM", true],
    ["HND", false],
  ]);
  expect(shown.versions.map(({ version }) => version)).toEqual([1]);
  expect((await openPage(titular.GTM, "GTM")).candidate?.earlier).toMatchObject({ author: titular.GTM.name });
});
