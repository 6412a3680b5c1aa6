import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { write } from "#database";
import { openDoor } from "#identity";
import { ask } from "../../../test/route.ts";
import { type World, member, openWorld } from "../../../test/world.ts";
import { deposit } from "../deposit.store.ts";
import type { Deposit } from "../deposit.ts";
import { exampleAct, exampleBytes, examplePdf } from "../example.ts";
import * as inside from "./archive-inside.tsx";
import * as archive from "./archive.tsx";
import * as file from "./document-file.ts";
import * as documentInside from "./document-inside.tsx";
import * as document from "./document.tsx";
import * as verifyPage from "./verify.tsx";

const secretariat = member("secretariat");
const guatemala = member("delegate-titular", "GTM");
const observer = member("observer");
const visitor: Actor = { kind: "public" };
const code = "7K3M-9QXD-02HV";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  openDoor(world.database, { secret: world.secret, origin: "http://corett.test" });
  const keep = (wish: Deposit) => write(world.database, secretariat, (tx) => deposit(tx, secretariat, wish));
  await keep(exampleAct("ACTA-CORETT-IV-2023", { verificationCode: code, renditions: [examplePdf("cuatro", "Acta n.º 4 «firmada».pdf")] }));
  await keep(exampleAct("ACTA-CORETT-III-2022", { dated: "2022-09-05" }));
  await keep(exampleAct("INFORME-1", { class: "report", access: "members", dated: "2022-01-01" }));
});
afterAll(() => world.close());

const open = (actor: Actor, search = "") => ask(archive.loader, { database: world.database, actor, path: `/es/archive${search}` });
const numbers = ({ list }: Awaited<ReturnType<typeof open>>) => list.documents.map(({ number }) => number);
const openOne = (actor: Actor, number: string) => ask(document.loader, { database: world.database, actor, path: `/es/archive/${number}`, params: { number } });
const openInside = (actor: Actor, number: string) => ask(documentInside.loader, { database: world.database, actor, path: `/es/workspace/archive/${number}`, params: { number } });
const widen = (actor: Actor, number: string, form: Record<string, string>) =>
  ask(documentInside.action, { database: world.database, actor, path: `/es/workspace/archive/${number}`, params: { number }, form });
const openFile = (actor: Actor, number: string, name: string, version = "1") =>
  ask(file.loader, { database: world.database, actor, path: `/archive/files/${number}/${version}/x`, params: { number, version, file: name } });
const verify = (typed: string) => ask(verifyPage.loader, { database: world.database, actor: visitor, path: `/es/verify?${new URLSearchParams({ code: typed })}` });

test("the public list shows public documents to everyone alike, and is narrowed by class, year and words", async () => {
  expect(numbers(await open(visitor))).toEqual(["ACTA-CORETT-IV-2023", "ACTA-CORETT-III-2022"]);
  expect(numbers(await open(secretariat))).toEqual(["ACTA-CORETT-IV-2023", "ACTA-CORETT-III-2022"]);
  expect(numbers(await open(visitor, "?year=2022"))).toEqual(["ACTA-CORETT-III-2022"]);
  expect(numbers(await open(visitor, "?q=reunion+iv-2023"))).toEqual(["ACTA-CORETT-IV-2023"]);
  expect(numbers(await open(visitor, "?class=report"))).toEqual([]);
  expect((await open(visitor, "?class=all&year=all&page=99&q=")).list).toMatchObject({ page: 1, pages: 1, isFiltered: false, count: 2 });
  expect((await open(visitor, "?class=%27--&year=20&page=-1")).list).toMatchObject({ isFiltered: false, count: 2 });
});

test("a public document opens by its number; one that is not public is not there, and neither is one that never was", async () => {
  expect(await openOne(visitor, "ACTA-CORETT-IV-2023")).toMatchObject({ document: { versions: [{ version: 1, codes: [code] }] } });
  await expect(openOne(visitor, "INFORME-1")).rejects.toMatchObject({ init: { status: 404 } });
  await expect(openOne(secretariat, "INFORME-1")).rejects.toMatchObject({ init: { status: 404 } });
  await expect(openOne(visitor, "acta' or 1=1")).rejects.toMatchObject({ init: { status: 404 } });
});

test("a file comes with its fingerprint, its name and no leave to run", async () => {
  const answer = await openFile(visitor, "ACTA-CORETT-IV-2023", "Acta n.º 4 «firmada».pdf");
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  expect(answer.status).toBe(200);
  expect(bytes).toEqual(exampleBytes("cuatro"));
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    etag: `"${sha256}"`,
    "content-type": "application/pdf",
    "x-content-type-options": "nosniff",
    "content-disposition": "inline; filename=\"Acta n. 4 firmada.pdf\"; filename*=UTF-8''Acta%20n.%C2%BA%204%20%C2%ABfirmada%C2%BB.pdf",
    "cache-control": "public, max-age=31536000, immutable",
  });
});

test("a file that is not public comes to its readers alone, and stays in no shared store", async () => {
  expect((await openFile(visitor, "INFORME-1", "acta.pdf")).status).toBe(404);
  expect((await openFile(observer, "INFORME-1", "acta.pdf")).status).toBe(404);
  const answer = await openFile(guatemala, "INFORME-1", "acta.pdf");
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "private, no-cache"]);
  expect((await openFile(guatemala, "INFORME-1", "otra.pdf")).status).toBe(404);
  expect((await openFile(guatemala, "INFORME-1", "acta.pdf", "2")).status).toBe(404);
  expect((await openFile(guatemala, "INFORME-1", "acta.pdf", "1; drop")).status).toBe(404);
});

test("inside, each member sees what its office may read", async () => {
  const list = async (actor: Actor) => (await ask(inside.loader, { database: world.database, actor, path: "/es/workspace/archive" })).list.documents.map(({ number }) => number);
  expect(await list(guatemala)).toEqual(["ACTA-CORETT-IV-2023", "ACTA-CORETT-III-2022", "INFORME-1"]);
  expect(await list(observer)).toEqual(["ACTA-CORETT-IV-2023", "ACTA-CORETT-III-2022"]);
  await expect(list(visitor)).rejects.toMatchObject({ status: 303 });
  await expect(openInside(observer, "INFORME-1")).rejects.toMatchObject({ init: { status: 404 } });
  expect(await openInside(guatemala, "INFORME-1")).toMatchObject({ wider: [] });
  expect(await openInside(secretariat, "INFORME-1")).toMatchObject({ wider: ["observers", "public"] });
});

test("the secretariat widens the readers on the page; another office, an empty choice and a narrower circle are turned back", async () => {
  await expect(widen(guatemala, "INFORME-1", { access: "public" })).rejects.toMatchObject({ init: { status: 403 } });
  expect(await widen(secretariat, "INFORME-1", {})).toMatchObject({ init: { status: 400 }, data: { problems: { access: ["widenMissing"] } } });
  expect(await widen(secretariat, "INFORME-1", { access: "organs" })).toMatchObject({ init: { status: 409 }, data: { refusal: expect.stringContaining("más amplio") } });
  expect(await widen(secretariat, "INFORME-1", { access: "public" })).toMatchObject({ status: 303 });
  expect(numbers(await open(visitor))).toContain("INFORME-1");
  await expect(widen(secretariat, "NO-HAY-1", { access: "public" })).rejects.toMatchObject({ init: { status: 404 } });
});

test("a document is verified by the code on paper, by its fingerprint, and by a link; what is unknown or malformed is said", async () => {
  expect(await verify(" 7k3m 9qxd o2hv ")).toMatchObject({ data: { kind: "code", found: [{ number: "ACTA-CORETT-IV-2023", isLatest: true }] } });
  const hash = createHash("sha256").update(exampleBytes("cuatro")).digest("hex");
  expect(await verify(hash.toUpperCase())).toMatchObject({ data: { kind: "hash", found: [{ number: "ACTA-CORETT-IV-2023" }] } });
  expect(await verify("ZZZZ-ZZZZ-ZZZZ")).toMatchObject({ data: { found: [] }, init: { status: 200 } });
  expect(await verify("hola")).toMatchObject({ data: { problem: true, found: undefined }, init: { status: 400 } });
  expect(await verify("")).toMatchObject({ data: { typed: "", problem: false } });
});

test("a network address that looks up many unknown codes has to wait, in words and with 429; what is found does not count", async () => {
  const from = (address: string, typed: string) => ask(verifyPage.loader, { database: world.database, actor: visitor, address, path: `/es/verify?${new URLSearchParams({ code: typed })}` });
  const statusOf = ({ init }: Awaited<ReturnType<typeof from>>) => init?.status;
  const unknown = (place: number) => `ZZZZ-ZZZZ-Z${String(place).padStart(3, "0")}`;
  const answers: unknown[] = [];
  for (let place = 0; place < 60; place += 1) {
    answers.push(statusOf(await from("192.0.2.60", unknown(place))));
    if (place % 6 === 0) answers.push(statusOf(await from("192.0.2.60", code)));
  }
  expect(new Set(answers)).toEqual(new Set([200]));
  const refused = await from("192.0.2.60", code);
  expect(refused).toMatchObject({ data: { found: undefined, wait: 1, typed: code }, init: { status: 429 } });
  const wait = new Headers(refused.init?.headers).get("Retry-After");
  expect(Number(wait)).toBeGreaterThan(0);
  const answered = verifyPage.headers({ loaderHeaders: new Headers(refused.init?.headers) } as Parameters<typeof verifyPage.headers>[0]); // the others are empty
  expect(answered).toMatchObject({ "Cache-Control": "no-store", "Retry-After": wait });
  expect(statusOf(await from("192.0.2.61", code))).toBe(200);
  expect(statusOf(await from("192.0.2.60", ""))).toBe(200);
});
