import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { type Cell, type WriteSheet, writeXlsx } from "hucre";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { read } from "#database";
import { arrangePlan, arrangeReport, planKey } from "../../../test/planning-plan.ts";
import { ask } from "../../../test/route.ts";
import { type World, member, openWorld } from "../../../test/world.ts";
import { reportsOf } from "../progress/report.store.ts";
import { matrixOf } from "./matrix.store.ts";
import { loader as fileLoader } from "./pages/matrix-file.ts";
import MatrixUpload, * as upload from "./pages/matrix-upload.tsx";
import MatrixPage, * as page from "./pages/matrix.tsx";
import { type EntryColumn, entryColumns } from "./sheet.ts";

const [guatemala, honduras, secretariat] = [member("focal-point", "GTM"), member("focal-point", "HND"), member("secretariat")];
const year = new Date().getUTCFullYear();
const plan = "plan-de-prueba";
const month = `${year}-01`;
let world: World;
beforeAll(async () => {
  world = await openWorld();
  await arrangePlan(world, plan, year);
  await arrangePlan(world, "otro-plan", year - 1);
  await arrangePlan(world, "plan-en-borrador", year - 2, undefined, { isDraft: true });
  await arrangeReport(world, plan, { name: "of Guatemala", value: 50, until: `${month}-31`, country: "GTM", state: "under-way", narrative: "=Primera reunión" });
  await arrangeReport(world, plan, { name: "of every member", value: 80, until: `${month}-31`, country: "HND", state: "under-way" });
  await arrangeReport(world, plan, { name: "of every member", value: 99, until: `${month}-31`, country: "GTM", answer: null, state: "under-way" });
});
afterAll(() => world.close());

const at = (actor: Actor, path: string, rest: object = {}) => ({ database: world.database, actor, path: `/es/workspace/plans/${path}`, params: { plan: path.split("/")[0] ?? "" }, ...rest });
const rowsOf = async (query = "") => {
  const data = await ask(page.loader, at(secretariat, `${plan}/matrix${query}`));
  return [...data.table.text.matchAll(/<span class="code">([^<]*)</g)].map(([, code]) => code);
};

test("the matrix shows weights, newest accepted figures and the sums that a hand finds", async () => {
  const matrix = await read(world.database, secretariat, (tx) => matrixOf(tx, plan, {}, "es", `${year}-07-01`));
  const bands = (matrix?.lines ?? []).flatMap((line) => ("band" in line ? [[line.band.code, line.band.done, line.band.due, line.band.light]] : []));
  // 30 % of 50 and 70 % of 80 make 71; the second axis has no report and is due in October.
  expect(bands).toEqual([["1", "71", "100", "red"], ["1.1", "71", "100", "red"], ["2", "0", "0", "grey"], ["2.1", "0", "0", "grey"]]);
  const rows = (matrix?.lines ?? []).flatMap((line) => ("row" in line ? [[line.row.code, line.row.newest?.figure ?? null, line.row.countries.length]] : []));
  expect(rows).toEqual([["1.1.1", "50", 1], ["1.1.2", "80", 9], ["2.1.1", null, 0], ["2.1.a", null, 1], ["2.1.b", "0", 0]]);
});

test("it is narrowed by axis, country, responsible, period and state, and a word that means nothing narrows nothing", async () => {
  expect(await rowsOf()).toEqual(["1.1.1", "1.1.2", "2.1.1", "2.1.a", "2.1.b"]);
  expect(await rowsOf("?axis=2")).toEqual(["2.1.1", "2.1.a", "2.1.b"]);
  expect(await rowsOf("?country=HND")).toEqual(["1.1.2", "2.1.a"]);
  expect(await rowsOf("?responsible=secretariat")).toEqual(["2.1.1"]);
  expect(await rowsOf(`?from=${year}-10-01`)).toEqual(["2.1.1"]);
  expect(await rowsOf(`?until=${year}-03-31`)).toEqual(["1.1.1"]);
  expect(await rowsOf("?state=no-report")).toEqual(["2.1.1", "2.1.a"]);
  expect(await rowsOf("?state=nonsense&country=Guatemala")).toHaveLength(5);
});

test("the page prints its rows with their rule, in both languages", async () => {
  const loaderData = await ask(page.loader, at(secretariat, `${plan}/matrix`));
  for (const [language, rule] of [["es", "Cómo se lee"], ["en", "How to read it"]] as const) {
    const Stub = createRoutesStub([{ path: "*", Component: () => createElement(MatrixPage as never, { loaderData } as never) }]);
    const html = renderToStaticMarkup(createElement(Stub, { initialEntries: [`/${language}/workspace/plans/${plan}/matrix`] }));
    expect(html).toContain(rule);
    expect(html).toContain("1.1.2");
  }
  await expect(ask(page.loader, at(secretariat, "no-hay/matrix"))).rejects.toMatchObject({ init: { status: 404 } });
  await expect(ask(page.loader, at(member("administrator"), `${plan}/matrix`))).rejects.toMatchObject({ init: { status: 403 } });
  await expect(ask(page.loader, at(guatemala, "plan-en-borrador/matrix"))).rejects.toMatchObject({ init: { status: 404 } });
});

/** The actor's file with some cells typed over: by the row's name and column. */
async function filled(actor: Actor, cells: readonly (readonly [name: string, column: EntryColumn | "key", value: string | number | Date])[], of = plan): Promise<File> {
  const answer = await ask(fileLoader, at(actor, `${of}/matrix.xlsx`));
  expect(answer.headers.get("content-disposition")).toContain(`${of}-v1-`);
  const book = await readXlsx(new Uint8Array(await answer.arrayBuffer()), { readStyles: true });
  const sheets = book.sheets.map((sheet): WriteSheet => {
    if (sheet.rows[0]?.[0] !== "corett:matrix") return sheet as WriteSheet; // what was read is written as it was
    const typed = new Map<string, Partial<Cell>>(sheet.cells);
    for (const [name, column, value] of cells) {
      const row = sheet.rows.findIndex(([key]) => key === planKey(of, name));
      const place = `${row},${column === "key" ? 0 : 12 + entryColumns.indexOf(column)}`;
      typed.set(place, { ...typed.get(place), value });
    }
    return { ...(sheet as WriteSheet), cells: typed };
  });
  return new File([new Uint8Array(await writeXlsx({ sheets }))], "matriz.xlsx", { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" });
}

async function send(actor: Actor, file: File, of = plan) {
  const form = new FormData();
  form.set("file", file);
  return ask(upload.action, at(actor, `${of}/matrix/upload`, { form }));
}
const count = (name: string) => read(world.database, secretariat, async (tx) => (await reportsOf(tx, planKey(plan, name))).length);
const half = (name: string, figure = 75) =>
  [[name, "figure", figure], [name, "from", `${year}-01-01`], [name, "until", `${year}-01-31`], [name, "narrative", "Se celebró la segunda reunión."], [name, "link", "https://example.org/acta"]] as const;

test("a file that nobody changed makes no report", async () => {
  expect(await send(guatemala, await filled(guatemala, []))).toMatchObject({ init: { status: 409 }, data: { refusal: expect.stringContaining("No hay ninguna fila cambiada") } });
});

test("changed rows become reports, unchanged ones none, and the same file sent again keeps nothing twice", async () => {
  const before = await count("of every member");
  const file = await filled(guatemala, half("of Guatemala"));
  expect(await send(guatemala, file)).toMatchObject({ status: 303 });
  const [newest] = await read(world.database, guatemala, (tx) => reportsOf(tx, planKey(plan, "of Guatemala")));
  expect(newest).toMatchObject({ progress: 75, country: "GTM", stateOf: "under-way", narrative: "Se celebró la segunda reunión.", evidenceUrl: "https://example.org/acta", answer: null });
  expect(await count("of every member")).toBe(before);
  const again = await send(guatemala, file);
  expect((again as Response).headers.get("location")).toContain("reported=0");
  expect(await count("of Guatemala")).toBe(2);
});

test("one bad cell keeps the whole file out, with sheet, cell, value and how to mend it", async () => {
  const file = await filled(guatemala, [...half("of Guatemala", 90), ["of every member", "figure", 140], ["of every member", "until", `${year - 1}-01-31`]]);
  const answer = await send(guatemala, file);
  expect(answer).toMatchObject({ init: { status: 400 }, data: { cells: [{ kind: "period-reversed", sheet: "Matriz", letter: "P" }, { kind: "figure-range", letter: "M", value: "140" }] } });
  expect(await count("of Guatemala")).toBe(2);
  const Stub = createRoutesStub([{ path: "*", Component: () => createElement(MatrixUpload as never, { loaderData: { plan: { id: plan, title: "Plan" } }, actionData: (answer as { data: unknown }).data } as never) }]);
  expect(renderToStaticMarkup(createElement(Stub, { initialEntries: ["/es/x"] }))).toContain("El período termina antes de empezar.");
});

test("a country reports on its own rows only, a measured indicator takes no figure, and foreign or doubled codes are told", async () => {
  const cells = async (typed: Parameters<typeof filled>[1]) => {
    const answer = await send(honduras, await filled(honduras, typed));
    return (answer as { data: { cells: { kind: string }[] } }).data.cells.map(({ kind }) => kind);
  };
  expect(await cells(half("of Guatemala"))).toEqual(["not-yours"]);
  expect(await cells(half("of the secretariat"))).toEqual(["not-yours"]);
  expect(await cells(half("measured", 3))).toEqual(["measured"]);
  expect(await cells([["counted", "key", planKey("otro-plan", "counted")], ["of Guatemala", "key", "00000000-0000-4000-8000-000000000000"], ["measured", "key", planKey(plan, "of every member")]])).toEqual(expect.arrayContaining(["unknown-code", "code-twice", "foreign-code"]));
  expect(await cells([...half("counted", 4.5)])).toEqual(["figure-count"]);
  expect(await cells([...half("counted", 4), ["counted", "link", "/workspace/archive/NO-HAY"]])).toEqual(["closed-link"]);
});

test("a file of another plan, of another country, or made before somebody reported goes back", async () => {
  const own = await filled(honduras, half("counted", 4));
  expect(await send(guatemala, own)).toMatchObject({ init: { status: 409 }, data: { refusal: expect.stringContaining("otro país") } });
  expect(await send(honduras, own, "otro-plan")).toMatchObject({ init: { status: 409 }, data: { refusal: expect.stringContaining("otro plan") } });
  const late = await filled(honduras, half("counted", 5));
  expect(await send(honduras, own)).toMatchObject({ status: 303 });
  expect(await send(honduras, late)).toMatchObject({ data: { cells: [{ kind: "moved-on" }] } });
});

test("who does not report gets neither file nor upload", async () => {
  for (const office of ["communicator", "observer"] as const) await expect(ask(fileLoader, at(member(office, "GTM"), `${plan}/matrix.xlsx`))).rejects.toMatchObject({ init: { status: 403 } });
  await expect(send(member("observer"), new File(["x"], "a.xlsx"))).rejects.toMatchObject({ init: { status: 403 } });
});
