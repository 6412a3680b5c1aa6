import { createHash, randomUUID } from "node:crypto";
import { unzipSync } from "fflate";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { read, write } from "#database";
import { readPdfStructure, tagsInOrder } from "#documents";
import { arrangePlan, arrangeReport, smallPlan } from "../../../test/planning-plan.ts";
import { ask } from "../../../test/route.ts";
import { type World, asOwner, member, openWorld } from "../../../test/world.ts";
import { enterRecord } from "../../plenary/record/enter.store.ts";
import { beginReport } from "../accountability/accountability.store.ts";
import { readMatrix } from "../matrix/sheet-read.ts";
import Dashboard, * as dashboard from "../progress/pages/dashboard.tsx";
import { contentsDocument } from "./document.ts";
import { packageFacts } from "./facts.store.ts";
import { packageNumber, readWish } from "./handover.ts";
import { makePackage } from "./package.store.ts";
import * as file from "./pages/package-file.ts";
import PackagePage, * as page from "./pages/package.tsx";

const secretariat = member("secretariat");
const presidency = member("presidency");
const guatemala = member("delegate-titular", "GTM");
const plan = "plan-de-entrega";
/** Guatemala held the presidency in 2023. */
const wish = { office: "presidency", day: "2023-06-30" } as const;
const where = "/es/workspace/plans/handover";
let world: World;
let zip: Record<string, Uint8Array>;
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const get = (actor: Actor, query = "") => ask(page.loader, { database: world.database, actor, path: `${where}${query}` });
const post = (actor: Actor, form: Record<string, string>) => ask(file.action, { database: world.database, actor, path: `${where}/package.zip`, form });
const draw = (component: unknown, path: string, loaderData: unknown) => {
  const Stub = createRoutesStub([{ path: "*", Component: () => createElement(component as never, { loaderData } as never) }]);
  return renderToStaticMarkup(createElement(Stub, { initialEntries: [path] }));
};

beforeAll(async () => {
  world = await openWorld();
  await enterRecord(world.database);
  const nodes = smallPlan.map((node) => (node.name === "of every member" ? { ...node, months: [8] } : node));
  await arrangePlan(world, plan, 2023, nodes);
  // The activity of Guatemala was due in March and stands at half: late. A report of Honduras waits, and its author writes a formula.
  await arrangeReport(world, plan, { name: "of Guatemala", value: 50, until: "2023-03-31", country: "GTM" });
  await arrangeReport(world, plan, { name: "counted", value: 4, until: "2023-05-31", country: "HND", answer: null });
  await asOwner(world.ownerUrl, async (client) => {
    await client.query("set session_replication_role = replica");
    await client.query("update planning.report set name = '=HYPERLINK(1)' where answer is null");
  });
  await write(world.database, secretariat, async (tx) => {
    const draft = { id: randomUUID(), kind: "presidency-term", number: "INFORME-PRESIDENCIA-2023", titleEs: "Informe de la Presidencia 2023", titleEn: "Report of the presidency 2023", from: "2023-01-01", until: "2023-12-31", plans: [plan] };
    await beginReport(tx, secretariat, draft);
    await beginReport(tx, secretariat, { ...draft, id: randomUUID(), kind: "secretariat-term", number: "INFORME-SECRETARIA-2023" });
  });
  const made = await makePackage(world.database, secretariat, wish, "2023-07-01", "http://corett.test");
  if ("refusal" in made) throw new Error(made.refusal);
  zip = unzipSync(made.bytes);
});
afterAll(() => world.close());
const inside = (path: string) => zip[`${packageNumber(wish)}/${path}`];

test("the package holds the matrix of each plan, the lists, and the report of the term of that office alone, in both languages", async () => {
  const names = Object.keys(zip).map((name) => name.replace(`${packageNumber(wish)}/`, ""));
  expect(names.toSorted()).toEqual(
    [
      "00-contents.pdf", "00-indice.pdf", "SHA256SUMS.txt",
      "en/DRAFT-INFORME-PRESIDENCIA-2023-en.pdf", "en/accountability.csv", "en/falling-due.csv", "en/late.csv", "en/lists.pdf", `en/matrix-${plan}-v1-2023-06-30.xlsx`, "en/open-agreements.csv", "en/waiting.csv",
      "es/BORRADOR-INFORME-PRESIDENCIA-2023-es.pdf", "es/acuerdos-abiertos.csv", "es/atrasado.csv", "es/esperan-respuesta.csv", "es/listas.pdf", `es/matriz-${plan}-v1-2023-06-30.xlsx`, "es/por-vencer.csv", "es/rendicion-de-cuentas.csv",
    ].toSorted(),
  );
  const matrix = await readMatrix(inside(`es/matriz-${plan}-v1-2023-06-30.xlsx`) ?? new Uint8Array());
  expect("stamp" in matrix && matrix.stamp).toMatchObject({ plan, version: 1, language: "es", day: "2023-06-30", reader: "organ" });
});

test("late and due are judged on the chosen day: what ended behind is late, what ends within six months is due", () => {
  expect(text(inside("es/atrasado.csv")).split("\r\n").slice(1, -1)).toEqual(["1.1.1 Lo of Guatemala,Plan operativo 2023,Guatemala,50,100,Con mucho atraso,2023-03-31"]);
  const due = text(inside("en/falling-due.csv")).split("\r\n").slice(1, -1);
  expect(due.map((line) => line.split(",")[0])).toEqual(["1.1.2 What is of every member", "2.1.1 What is of the secretariat"]);
  expect(due[1]).toContain("2023-11-30");
});

test("no cell of a list is a formula, and open agreements and reports come with their state", () => {
  expect(text(inside("es/esperan-respuesta.csv"))).toContain("Informe de avance,Honduras,'=HYPERLINK(1),2023-05-31");
  expect(text(inside("en/accountability.csv"))).toContain("INFORME-PRESIDENCIA-2023,Report of the presidency 2023");
  const open = text(inside("es/acuerdos-abiertos.csv")).trim().split("\r\n");
  expect(open[0]).toContain("Número,Acuerdo,Responde,Estado,Vence");
  expect(open.length).toBeGreaterThan(1);
  for (const line of open.slice(1)) expect(line).toMatch(/,(abierto|vencido),/);
  // An agreement of a meeting after the chosen day is none of that day's.
  expect(open.join(" ")).not.toContain("ACUERDO-CORETT-2024");
});

test("the table of contents gives the fingerprint of every file, and they are those of the files", async () => {
  const sums = text(inside("SHA256SUMS.txt")).trim().split("\n").map((line) => line.split("  "));
  expect(sums).toHaveLength(Object.keys(zip).length - 1);
  for (const [sum, path = ""] of sums) expect([path, createHash("sha256").update(inside(path) ?? "").digest("hex")]).toEqual([path, sum]);
  const structure = await readPdfStructure(inside("00-indice.pdf") ?? new Uint8Array());
  expect(structure).toMatchObject({ isMarked: true, language: expect.stringMatching(/^es/) });
  const rows = tagsInOrder(structure.tags).filter(({ role }) => role === "TR");
  // A head, and each file but the two tables of contents and the sums.
  expect(rows).toHaveLength(1 + Object.keys(zip).length - 3);
  const facts = await read(world.database, secretariat, (tx) => packageFacts(tx, wish));
  if (facts === "no-term") throw new Error(facts);
  const files = [{ path: "es/listas.pdf", what: { es: "Listas", en: "Lists" }, size: 1200, sha256: ["a", "b", "c", "d"].map((each) => each.repeat(16)).join("") }];
  const table = contentsDocument(facts, files, "en").body.find(({ kind }) => kind === "table");
  expect(table).toMatchObject({ rows: [["es/listas.pdf\nLists", "1,200", ["a", "b", "c", "d"].map((each) => each.repeat(16)).join("\n")]] });
});

test("the printed lists are a tagged document with headings and tables", async () => {
  const structure = await readPdfStructure(inside("en/lists.pdf") ?? new Uint8Array());
  expect(structure).toMatchObject({ isMarked: true, arePagesTagged: true, language: expect.stringMatching(/^en/) });
  const roles = tagsInOrder(structure.tags).map(({ role }) => role);
  expect(roles.filter((role) => role === "H2")).toHaveLength(6);
  // Plans, late, due, waiting, agreements and reports: none of the lists is empty here.
  expect(roles.filter((role) => role === "Table")).toHaveLength(6);
});

test("each making leaves an entry with who, for which day and every file; nobody changes it, and only the leaders see it", async () => {
  const made = await read(world.database, presidency, (tx) => tx.selectFrom("planning.handover_package").selectAll().execute());
  expect(made).toMatchObject([{ office: "presidency", on_day: wish.day, account: secretariat.account }]);
  const audited = await asOwner(world.ownerUrl, (client) => client.query("select account, jsonb_array_length(after->'files') as files from audit.entry where relation = 'planning.handover_package' and action = 'insert'"));
  expect(audited.rows).toEqual([{ account: secretariat.account, files: Object.keys(zip).length - 1 }]);
  expect(await read(world.database, guatemala, (tx) => tx.selectFrom("planning.handover_package").selectAll().execute())).toEqual([]);
  await expect(write(world.database, secretariat, (tx) => tx.deleteFrom("planning.handover_package").execute())).rejects.toThrow();
});

test("a delegation, an observer and the communicator are refused page and file", async () => {
  for (const actor of [guatemala, member("observer"), member("communicator")]) {
    await expect(get(actor)).rejects.toMatchObject({ init: { status: 403 } });
    await expect(post(actor, { ...wish })).rejects.toMatchObject({ init: { status: 403 } });
  }
  expect(await makePackage(world.database, guatemala, wish, "2023-07-01", "http://corett.test")).toEqual({ refusal: "not-yours" });
  await expect(
    write(world.database, guatemala, (tx) =>
      tx.insertInto("planning.handover_package").values({ office: "presidency", on_day: wish.day, term: randomUUID(), sha256: "0".repeat(64), files: "[]", account: guatemala.account, name: "Nadie" }).execute(),
    ),
  ).rejects.toThrow("permission denied");
});

test("the page says what the package holds, and gives it as a file", async () => {
  const html = draw(PackagePage, where, await get(presidency, `?office=presidency&day=${wish.day}`));
  for (const said of ["Guatemala", "1 de enero de 2023", "INFORME-PRESIDENCIA-2023 (borrador)", "Hacer el paquete", `action="${where}/package.zip"`]) expect(html).toContain(said);
  expect(draw(PackagePage, where.replace("es", "en"), await get(presidency, `?office=presidency&day=${wish.day}`))).toContain("Make the package");
  const answer = await post(presidency, { ...wish });
  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("content-disposition")]).toEqual([200, "application/zip", `attachment; filename="${packageNumber(wish)}.zip"`]);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const sum = createHash("sha256").update(bytes).digest("hex");
  expect(draw(PackagePage, where, await get(secretariat))).toContain(sum);
});

test("a day without a term, an office that is none and a day that does not exist come back with a sentence", async () => {
  expect(draw(PackagePage, where, await get(secretariat, "?office=presidency&day=2005-01-01"))).toContain("No consta quién ocupaba el cargo");
  expect((await post(secretariat, { office: "presidency", day: "2005-01-01" })).headers.get("location")).toBe(`${where}?office=presidency&day=2005-01-01`);
  expect(draw(PackagePage, where, await get(secretariat, "?office=plenary&day=2023-02-31"))).toMatch(/Elija la Presidencia o la Secretaría Técnica\.[\s\S]*Escriba un día que exista/);
  expect(readWish((name) => (name === "day" ? "mañana" : ""), "2026-01-01")).toEqual({ problems: { day: ["day"] } });
  expect(readWish(() => "", "2026-01-01")).toEqual({ wish: { office: "presidency", day: "2026-01-01" } });
});

test("the dashboard leads to the package for whoever may have it", async () => {
  const shown = async (actor: Actor) => draw(Dashboard, "/es/workspace/planning", await ask(dashboard.loader, { database: world.database, actor, path: `/es/workspace/planning?plan=${plan}` }));
  expect(await shown(presidency)).toContain(`href="${where}"`);
  expect(await shown(guatemala)).not.toContain(`href="${where}"`);
});
