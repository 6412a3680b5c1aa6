import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor, Office } from "#basics";
import { read, write } from "#database";
import { createServer } from "../server/main.ts";
import { beginReview } from "../src/statistics/collection/begin-review.store.ts";
import { openCollection } from "../src/statistics/collection/collection.store.ts";
import { figuresOf } from "../src/statistics/collection/figure.store.ts";
import { submitFileFor } from "../src/statistics/collection/file-submit.ts";
import { adoptMethodology } from "../src/statistics/collection/methodology.store.ts";
import { recordsOf } from "../src/statistics/collection/record.store.ts";
import { openReasons } from "../src/statistics/collection/remark.ts";
import { remarksOf } from "../src/statistics/collection/remark.store.ts";
import { sign } from "../src/statistics/collection/sign.store.ts";
import { submissionOf } from "../src/statistics/collection/submission.store.ts";
import { uploadsOf } from "../src/statistics/collection/upload.store.ts";
import { trafficking1 } from "../src/statistics/methodology/trafficking-1.ts";
import { type World, asOwner, member, openWorld } from "./world.ts";
import { builtPages } from "./pages-build.ts";

const secretariat = member("secretariat");
const year = "trafficking-2021";
let world: World;
let app: ReturnType<typeof createServer>;

beforeAll(async () => {
  world = await openWorld();
  await write(world.database, { kind: "system", task: "test" }, (tx) => adoptMethodology(tx, trafficking1));
  for (const each of [2020, 2021])
    await write(world.database, secretariat, (tx) =>
      openCollection(tx, secretariat, {
        year: each,
        methodology: trafficking1.version,
        deadline: "2022-03-31",
        publishOn: "2022-06-30",
      }),
    );
  const pages = await builtPages();
  app = createServer({
    database: world.database,
    resolveActor: async (request) => actorOf(request.headers.get("cookie") ?? ""),
    build: pages.build,
  });
});
afterAll(async () => {
  await world.close();
});

const origin = "http://corett.test";

function actorOf(cookie: string): Actor {
  const [, office, country] = /as=([a-z-]+)(?::([A-Z]{3}))?/.exec(cookie) ?? [];
  return office === undefined ? { kind: "public" } : member(office as Office, country);
}

type As = Extract<Actor, { kind: "member" }>;
const cookieOf = ({ office, country }: As) => ({ cookie: `as=${office}${country === undefined ? "" : `:${country}`}` });
const at = (country: string, part = "") => `/es/workspace/collections/${year}/${country}${part}`;

async function open(as: As, path: string) {
  const answer = await app.request(`${origin}${path}`, { headers: cookieOf(as) });
  return { status: answer.status, html: await answer.clone().text(), answer };
}

async function post(as: As, path: string, fields: Record<string, string | string[] | File>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) form.append(name, each);
  const answer = await app.request(`${origin}${path}`, { method: "POST", body: form, headers: { ...cookieOf(as), origin } });
  return { status: answer.status, to: answer.headers.get("location") ?? "", html: await answer.text() };
}

const focal = (country: string) => member("focal-point", country);
const titular = (country: string) => member("delegate-titular", country);
const figures = (country: string) => read(world.database, focal(country), (tx) => figuresOf(tx, { collection: year, country }));
const stateOf = async (country: string) =>
  (await read(world.database, secretariat, (tx) => submissionOf(tx, { collection: year, country })))?.state;
const example = (country: string) =>
  readFileSync(resolve(import.meta.dirname, `../examples/trafficking/2021/corett-trata-${country}-2021.xlsx`));

/** Loads a country's example and submits it, so that a test begins where it means to. */
async function submitted(country: string) {
  const done = await submitFileFor(world.database, focal(country), {
    collection: year,
    country,
    name: `${country}.xlsx`,
    bytes: example(country),
    now: new Date(),
    submit: true,
    explain: () => "La fuente lo confirma.",
  });
  expect(done.submission).toBe("submitted");
}

async function underReview(country: string) {
  await submitted(country);
  const of = { collection: year, country };
  expect(await write(world.database, titular(country), (tx) => sign(tx, titular(country), of, new Date()))).toBeUndefined();
  expect(await write(world.database, secretariat, (tx) => beginReview(tx, secretariat, of))).toBeUndefined();
}

test("a stranger is sent to sign in", async () => {
  const answer = await app.request(`${origin}${at("GTM")}`);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, expect.stringContaining("/es/sign-in?to=")]);
});

test.each([
  "",
  "/enter",
  "/enter/victims",
  "/enter/records",
  "/file",
  "/validation",
  "/remarks",
  "/differences",
  "/history",
  "/template",
])("another country's submission is not there for a state: %s", async (part) => {
  expect((await open(focal("HND"), at("GTM", part))).status).toBe(404);
});

test("offices that read no submission are turned away, and follow the board if it is theirs", async () => {
  expect((await open(member("presidency"), at("GTM"))).status).toBe(403);
  expect((await open(member("observer"), at("GTM"))).status).toBe(403);
  const board = await open(member("presidency"), `/es/workspace/collections/${year}`);
  expect(board.status).toBe(200);
  expect(board.html).toContain("Guatemala");
  expect(board.html).not.toContain(at("GTM"));
  expect((await open(member("observer"), `/es/workspace/collections/${year}`)).status).toBe(403);
});

test("the secretariat opens no file of a country and enters no figure", async () => {
  expect((await open(secretariat, at("GTM", "/file"))).status).toBe(403);
  expect((await open(secretariat, at("GTM", "/enter"))).status).toBe(403);
  expect((await post(secretariat, at("GTM", "/enter/victims"), { "victims:F.MINOR": "3" })).status).toBe(403);
});

test("what is typed into a table is kept and leads on; a cell that cannot be read brings the whole form back", async () => {
  const wrong = await post(focal("NIC"), at("NIC", "/enter/victims"), { "victims:F.MINOR": "doce", "victims:F.ADULT": "7" });
  expect(wrong.status).toBe(400);
  expect(wrong.html).toContain('value="doce"');
  expect(wrong.html).toContain('value="7"');
  expect(wrong.html).toMatch(/«doce» no es un número de personas/);
  expect(await figures("NIC")).toEqual([]);

  const good = await post(focal("NIC"), at("NIC", "/enter/victims"), {
    "victims:F.MINOR": "12",
    "victims:F.ADULT": "<5",
    "victims:M.MINOR": "ND",
    "note:victims:F.MINOR": "Incluye un caso de 2020.",
    "forms:SEX.MINOR": "900",
    intent: "next",
  });
  expect([good.status, good.to]).toEqual([303, at("NIC", "/enter/forms?done=saved")]);
  expect(await figures("NIC")).toEqual([
    { cell: "victims:F.ADULT", value: { kind: "suppressed", below: 5 } },
    { cell: "victims:F.MINOR", value: { kind: "count", count: 12 }, note: "Incluye un caso de 2020." },
    { cell: "victims:M.MINOR", value: { kind: "absent", absence: "not-available" } },
  ]);
  const page = await open(focal("NIC"), at("NIC"));
  expect(page.html).toMatch(/&lt;5/);
  expect(page.html).toContain("no disponible");
  expect(page.html).toContain("Incluye un caso de 2020.");
});

test("a file with a column of names is sent back whole and its names are shown nowhere", async () => {
  const file = new File(["nombre,sexo,edad\nMaría López,F,12\n"], "casos.csv", { type: "text/csv" });
  const sent = await post(focal("BLZ"), at("BLZ", "/file"), { file });
  expect(sent.status).toBe(303);
  const report = await open(focal("BLZ"), sent.to);
  expect(report.html).toContain("El archivo no se puede usar");
  expect(report.html).not.toContain("López");
  expect(await figures("BLZ")).toEqual([]);
  expect((await open(focal("HND"), sent.to)).status).toBe(404);
  expect((await open(focal("HND"), sent.to.replace("/BLZ/", "/HND/"))).status).toBe(404);
});

test("no file, an empty file: the form says what is missing", async () => {
  expect(await post(focal("BLZ"), at("BLZ", "/file"), {})).toMatchObject({
    status: 400,
    html: expect.stringContaining("Elija un archivo."),
  });
  expect(await post(focal("BLZ"), at("BLZ", "/file"), { file: new File([], "vacio.csv") })).toMatchObject({ status: 400 });
});

const recordHeader =
  "codigo de caso;fecha de identificacion;situacion;sexo;grupo de edad;formas de explotacion;nacionalidad;ambito;servicios";

test("a national word is tied once to the regional list, and the file is then in order, committed and remembered", async () => {
  const row = (code: string, form: string) => `${code};05/03/2021;Identificada;Mujer;18 años o más;${form};Panamá;Interna;`;
  const file = () =>
    new File([`${recordHeader}\n${row("A-1", "zafra de caña")}\n${row("A-2", "Explotación sexual")}\n`], "registros.csv");
  const sent = await post(focal("PAN"), at("PAN", "/file"), { file: file() });
  const report = await open(focal("PAN"), sent.to);
  expect(report.html).toContain("Palabras que la plataforma no conoce");
  expect(report.html).toContain("zafra de caña");
  expect(report.html).toContain("fila 2");
  expect(await post(focal("PAN"), sent.to, { intent: "map" })).toMatchObject({ status: 400 });
  expect(await post(focal("PAN"), sent.to, { intent: "map", "map-0": "LAB" })).toMatchObject({ status: 303 });
  const clean = await open(focal("PAN"), sent.to);
  expect(clean.html).toContain("El archivo está en orden");
  expect(await figures("PAN")).toEqual([]);

  expect(await post(focal("PAN"), sent.to, { intent: "commit" })).toMatchObject({
    status: 303,
    to: at("PAN", "?done=committed"),
  });
  expect((await figures("PAN")).find((figure) => figure.cell === "forms:LAB.ADULT")?.value).toEqual({
    kind: "count",
    count: 1,
  });
  const again = await post(focal("PAN"), at("PAN", "/file"), { file: file() });
  expect((await open(focal("PAN"), again.to)).html).toContain("El archivo está en orden");
});

test("the template of a country comes back in without a change", async () => {
  const template = await open(focal("CRI"), at("CRI", "/template?kind=matrix&language=en"));
  expect(template.status).toBe(200);
  expect(template.answer.headers.get("content-disposition")).toContain("CRI-2021.xlsx");
  const sent = await post(focal("CRI"), at("CRI", "/file"), {
    file: new File([await template.answer.arrayBuffer()], "plantilla.xlsx"),
  });
  const [upload] = await read(world.database, focal("CRI"), (tx) => uploadsOf(tx, { collection: year, country: "CRI" }));
  expect(sent.to).toContain(upload?.id);
  expect(upload?.report).toMatchObject({ outcome: "clean", differenceCount: 0 });
});

test("a workbook with problems can be fetched again with its cells marked, by its country alone", async () => {
  const file = new File(
    [`${recordHeader}\nA-1;05/03/2020;Identificada;Mujer;18 años o más;Explotación sexual;Belice;Interna;\n`],
    "ayer.csv",
  );
  const sent = await post(focal("CRI"), at("CRI", "/file"), { file });
  const marked = await open(focal("CRI"), `${sent.to}/marked`);
  expect([marked.status, marked.answer.headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
  expect(marked.html).toContain("2021");
  expect((await open(secretariat, `${sent.to}/marked`)).status).toBe(403);
});

test("one record is checked as a file is, kept, counted, and can be removed", async () => {
  const here = at("HND", "/enter/records");
  const record = {
    case: "H-001",
    identified_on: "2021-04-02",
    victim_status: "IDENTIFIED",
    sex: "F",
    age_group: "MINOR",
    forms: ["SEX", "LAB"],
    main_form: "SEX",
    citizenship: "HND",
    scope: "INTERNAL",
  };
  const wrong = await post(focal("HND"), here, { ...record, identified_on: "2020-04-02" });
  expect(wrong.status).toBe(400);
  expect(wrong.html).toContain('value="H-001"');
  expect(wrong.html).toContain("no es del año 2021");

  expect(await post(focal("HND"), here, record)).toMatchObject({ status: 303 });
  expect(await post(focal("HND"), here, record)).toMatchObject({
    status: 400,
    html: expect.stringContaining("ya está en otro registro"),
  });
  expect((await figures("HND")).find((figure) => figure.cell === "victims:F.MINOR")?.value).toEqual({
    kind: "count",
    count: 1,
  });
  const [kept] = await read(world.database, focal("HND"), (tx) => recordsOf(tx, { collection: year, country: "HND" }));
  expect(kept?.forms).toEqual(["SEX", "LAB"]);
  expect((await open(focal("HND"), here)).html).toContain("H-001");

  expect(await post(focal("HND"), here, { remove: "1" })).toMatchObject({ status: 303 });
  expect((await figures("HND")).find((figure) => figure.cell === "victims:F.MINOR")?.value).toEqual({
    kind: "count",
    count: 0,
  });
  expect(await post(focal("HND"), at("HND", "/enter"), { intent: "to-matrix" })).toMatchObject({ status: 303 });
  expect(await post(focal("HND"), at("HND", "/enter/victims"), { "victims:F.MINOR": "2" })).toMatchObject({ status: 303 });
});

test("sending waits for the checks: the button says why, and the act is refused all the same", async () => {
  const page = await open(focal("NIC"), at("NIC"));
  expect(page.html).toMatch(/<button[^>]*disabled[^>]*>Enviar a firma/);
  expect(page.html).toMatch(/Errores: \d+/);
  expect(await post(focal("NIC"), at("NIC"), { act: "submit" })).toMatchObject({
    status: 409,
    html: expect.stringContaining("Quedan errores por corregir"),
  });
  expect((await post(titular("NIC"), at("NIC"), { act: "submit" })).status).toBe(403);
});

test("who signs reads the very figures that are signed; a changed cell, or one and the same person, is refused", async () => {
  await submitted("SLV");
  const page = await open(titular("SLV"), at("SLV", "/sign"));
  const fingerprint = /name="fingerprint" value="([0-9a-f]{64})"/.exec(page.html)?.[1] ?? "";
  expect(page.html).toContain("personas víctimas identificadas");
  expect(await post(titular("SLV"), at("SLV", "/sign"), { fingerprint })).toMatchObject({
    status: 400,
    html: expect.stringContaining("Marque la confirmación"),
  });
  expect(await post(titular("SLV"), at("SLV", "/sign"), { confirm: "yes", fingerprint: "0".repeat(64) })).toMatchObject({
    status: 409,
  });
  expect(await stateOf("SLV")).toBe("submitted");

  const { account } = focal("SLV");
  await asOwner(world.ownerUrl, (client) => client.query("alter table statistics.submission disable trigger own_name"));
  await asOwner(world.ownerUrl, (client) =>
    client.query("update statistics.submission set submitted_by = $1 where country = 'SLV' and collection = $2", [
      titular("SLV").account,
      year,
    ]),
  );
  expect(await post(titular("SLV"), at("SLV", "/sign"), { confirm: "yes", fingerprint })).toMatchObject({
    status: 409,
    html: expect.stringContaining("se necesitan dos personas"),
  });
  await asOwner(world.ownerUrl, (client) =>
    client.query("update statistics.submission set submitted_by = $1 where country = 'SLV' and collection = $2", [
      account,
      year,
    ]),
  );
  await asOwner(world.ownerUrl, (client) => client.query("alter table statistics.submission enable trigger own_name"));

  expect((await post(focal("SLV"), at("SLV", "/sign"), { confirm: "yes", fingerprint })).status).toBe(403);
  expect(await post(titular("SLV"), at("SLV", "/sign"), { confirm: "yes", fingerprint })).toMatchObject({ status: 303 });
  expect(await stateOf("SLV")).toBe("signed");
});

test("the secretariat sees no figure before the signature, and every figure after it", async () => {
  expect((await open(secretariat, at("NIC"))).html).toContain("Las cifras se ven a partir de la firma");
  expect((await open(secretariat, at("NIC", "/validation"))).html).toContain("Las cifras se ven a partir de la firma");
  const seen = await open(secretariat, at("SLV"));
  expect(seen.html).toContain("Personas víctimas identificadas, por sexo y edad");
  expect((await post(secretariat, at("SLV"), { act: "accept" })).status).toBe(409);
  expect(await post(secretariat, at("SLV"), { act: "begin-review" })).toMatchObject({ status: 303 });
  expect((await post(titular("SLV"), at("SLV"), { act: "accept" })).status).toBe(403);
});

test("a return carries its reasons on cells, each waits for a reply, and what changed is laid side by side", async () => {
  await underReview("GTM");
  const more = await post(secretariat, at("GTM", "/return"), { rows: "3", intent: "more", "body-0": "Revise el total." });
  expect(more.status).toBe(200);
  expect(more.html).toContain("Revise el total.");
  expect(more.html).toContain('name="body-3"');
  expect((await post(secretariat, at("GTM", "/return"), { rows: "3" })).status).toBe(400);
  expect((await post(focal("GTM"), at("GTM", "/return"), { rows: "1", "body-0": "x" })).status).toBe(403);

  const reasons = {
    rows: "3",
    "cell-0": "victims:F.MINOR",
    "body-0": "Duplica el año anterior.",
    "body-1": "Nombre la institución.",
  };
  expect(await post(secretariat, at("GTM", "/return"), reasons)).toMatchObject({ status: 303 });
  expect(await stateOf("GTM")).toBe("returned");
  const desk = await open(focal("GTM"), "/es/workspace");
  expect(desk.html).toContain("Corregir lo devuelto de Guatemala del año 2021 (observaciones abiertas: 2)");

  const remarks = () => read(world.database, focal("GTM"), (tx) => remarksOf(tx, { collection: year, country: "GTM" }));
  const open1 = openReasons(await remarks())[0]?.id ?? "";
  expect((await post(focal("GTM"), at("GTM", "/remarks"), { answers: open1, [`reply:${open1}`]: " " })).status).toBe(400);
  expect(
    await post(focal("GTM"), at("GTM", "/remarks"), { answers: open1, [`reply:${open1}`]: "Hubo un operativo en mayo." }),
  ).toMatchObject({ status: 303 });
  expect(openReasons(await remarks())).toHaveLength(1);

  expect((await open(focal("GTM"), at("GTM", "/differences"))).html).toContain("Ninguna celda cambió");
  await post(focal("GTM"), at("GTM", "/enter/services"), { "services:SHELTER": "41" });
  const changed = await open(focal("GTM"), at("GTM", "/differences"));
  expect(changed.html).toContain("Del envío n.º 1 a lo que hay ahora");
  expect(changed.html).toContain("41");
  expect((await open(secretariat, at("GTM"))).html).not.toContain(">41<");
});

test("a year is opened once, by the secretariat alone, with what was typed given back", async () => {
  const path = "/es/workspace/collections/new";
  expect((await open(focal("GTM"), path)).status).toBe(403);
  const fields = {
    year: "2023",
    methodology: trafficking1.version,
    deadline: "2024-03-31",
    publishOn: "2024-06-30",
    exercise: "official",
  };
  const early = await post(secretariat, path, { ...fields, publishOn: "2024-01-01" });
  expect([early.status, early.html.includes('value="2023"')]).toEqual([400, true]);
  expect((await post(secretariat, path, { ...fields, year: "" })).status).toBe(400);
  expect(await post(secretariat, path, fields)).toMatchObject({
    status: 303,
    to: "/es/workspace/collections/trafficking-2023",
  });
  expect(await post(secretariat, path, fields)).toMatchObject({
    status: 409,
    html: expect.stringContaining("ya está abierto"),
  });
});

test("only the secretariat reminds, and a state sees of the others where they are and nothing more", async () => {
  const board = `/es/workspace/collections/${year}`;
  expect((await post(focal("GTM"), board, {})).status).toBe(403);
  expect(await post(secretariat, board, {})).toMatchObject({
    status: 200,
    html: expect.stringContaining("Se envió el recordatorio a:"),
  });
  expect((await post(secretariat, board, {})).html).toContain("Ningún país necesita recordatorio");
  const seen = await open(focal("GTM"), board);
  expect(seen.html).toContain("El Salvador");
  expect(seen.html).toContain(at("GTM"));
  expect(seen.html).not.toContain(at("SLV"));
});

test("the pages speak English at the English address", async () => {
  const page = await open(titular("SLV"), at("SLV").replace("/es/", "/en/"));
  expect(page.html).toContain("Identified victims, by sex and age");
  expect(page.html).not.toContain("Personas víctimas");
});
