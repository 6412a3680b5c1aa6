import { randomUUID } from "node:crypto";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { read } from "#database";
import { arrangePlan, arrangeReport, planKey } from "../../../test/planning-plan.ts";
import { type ArrangedMeeting, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { ask } from "../../../test/route.ts";
import { type World, openWorld } from "../../../test/world.ts";
import Dashboard, * as dashboard from "./pages/dashboard.tsx";
import NodePage, * as place from "./pages/node.tsx";
import ReportPage, * as reporting from "./pages/report.tsx";
import Reports, * as list from "./pages/reports.tsx";
import { reportsOf } from "./report.store.ts";

const plan = "plan-2024";
const key = (name: string) => planKey(plan, name);
let world: World;
let people: ArrangedMeeting;
beforeAll(async () => {
  world = await openWorld();
  people = await arrangeMeeting(world);
  await arrangePlan(world, plan, 2024);
});
afterAll(() => world.close());

/** Draws a page with what its loader gave, as a browser without script gets it. */
function draw(page: unknown, path: string, loaderData: unknown, actionData?: unknown): string {
  const Stub = createRoutesStub([{ id: "page", path: "*", Component: page as () => null, loader: () => loaderData, action: () => null, HydrateFallback: () => null }]);
  const hydrationData = { loaderData: { page: loaderData }, ...(actionData === undefined ? {} : { actionData: { page: actionData } }) };
  return renderToStaticMarkup(createElement(Stub, { initialEntries: [path], hydrationData }));
}
const at = (name: string, tail = "", language = "es") => `/${language}/workspace/plans/${plan}/nodes/${key(name)}${tail}`;
const get = <T>(loader: (args: never) => T, actor: Actor, path: string, params = {}) => ask(loader, { database: world.database, actor, path, params });
const post = <T>(action: (args: never) => T, actor: Actor, name: string, form: Record<string, string> | FormData, tail = "") =>
  ask(action, { database: world.database, actor, path: at(name, tail), params: { plan, key: key(name) }, form });
const statusOf = (answer: unknown) => (answer instanceof Response ? answer.status : (answer as { init?: { status?: number } }).init?.status);
const turned = (asking: Promise<unknown>) => asking.then(() => 200, statusOf);
const node = (actor: Actor, name: string, tail = "", language = "es") => get(place.loader, actor, at(name, tail, language), { plan, key: key(name) });
const fields = (over: Record<string, string> = {}) => ({ id: randomUUID(), from: "2024-01-01", until: "2024-03-31", stateOf: "under-way", figure: "40", narrative: "Se capacitó a 40 personas.", whyNot: "", url: "", ...over });

test("a country reports, the secretariat returns it, the country corrects it and the presidency accepts", async () => {
  const titular = people.titular("GTM");
  const page = await get(reporting.loader, titular, at("of Guatemala", "/report"), { plan, key: key("of Guatemala") });
  // The period that is owed stands in the form already.
  expect(page.first).toMatchObject({ from: "2024-01-01", until: "2024-03-31" });
  expect(draw(ReportPage, at("of Guatemala", "/report"), page)).toContain("Informar sobre 1.1.1");
  const first = fields({ id: page.id });
  const wrong = (await post(reporting.action, titular, "of Guatemala", { ...first, from: "2024-03-31", until: "2024-01-01", url: "javascript:alert(1)" }, "/report")) as unknown as { init: { status: number }; data: { problems: Record<string, string[]> } };
  expect(wrong.init.status).toBe(400);
  expect(wrong.data.problems).toEqual({ until: ["period-reversed"], url: ["bad-link"] });
  const back = draw(ReportPage, at("of Guatemala", "/report"), page, wrong.data);
  expect(back).toContain("El período termina antes de comenzar");
  expect(back).toContain("Se capacitó a 40 personas.");
  expect(statusOf(await post(reporting.action, titular, "of Guatemala", first, "/report"))).toBe(303);
  expect((await node(people.titular("HND"), "of Guatemala")).reports).toEqual([]);
  const leader = await node(people.secretariat, "of Guatemala");
  expect(draw(NodePage, at("of Guatemala"), leader)).toContain("Guardar respuesta");
  const answer = (over: Record<string, string>) => ({ intent: "answer", report: first.id, [`answer:${first.id}`]: "returned", [`note:${first.id}`]: "", ...over });
  expect(await turned(post(place.action, titular, "of Guatemala", answer({})))).toBe(403);
  expect(statusOf(await post(place.action, people.secretariat, "of Guatemala", answer({})))).toBe(400);
  expect(statusOf(await post(place.action, people.secretariat, "of Guatemala", answer({ [`note:${first.id}`]: "Falta la lista." })))).toBe(303);
  const returned = draw(NodePage, at("of Guatemala"), await node(titular, "of Guatemala"));
  expect(returned).toContain("Se devolvió: Falta la lista.");
  const again = await get(reporting.loader, titular, at("of Guatemala", `/report?from=${first.id}`), { plan, key: key("of Guatemala") });
  expect(again.first).toMatchObject({ narrative: "Se capacitó a 40 personas.", figure: "40" });
  expect(again.note).toBe("Falta la lista.");
  const second = fields({ url: "https://example.org/lista" });
  expect(statusOf(await post(reporting.action, titular, "of Guatemala", second, "/report"))).toBe(303);
  const accept = { intent: "answer", report: second.id, [`answer:${second.id}`]: "accepted", [`note:${second.id}`]: "" };
  expect(statusOf(await post(place.action, people.presidency, "of Guatemala", accept))).toBe(303);
  expect(statusOf(await post(place.action, people.secretariat, "of Guatemala", accept))).toBe(409);
  const other = await node(people.titular("HND"), "of Guatemala", "", "en");
  expect(other.reports).toHaveLength(1);
  const html = draw(NodePage, at("of Guatemala", "", "en"), other);
  expect(html).toContain("40% done");
  expect(html).toContain("https://example.org/lista");
  expect(other.progress).toMatchObject({ done: "40.0000", due: "100.0000", light: "red" });
});

test("a file that is refused leaves no report, and a good one is evidence that only its circle opens", async () => {
  const send = (name: string, bytes: string) => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields({ narrative: "Con documento." }))) form.append(field, value);
    form.append("file", new File([bytes], name));
    const request = new Request(`http://corett.test${at("of every member", "/report")}`, { method: "POST", body: form });
    return ask((args: Parameters<typeof reporting.action>[0]) => reporting.action({ ...args, request }), { database: world.database, actor: people.titular("BLZ"), path: at("of every member", "/report"), params: { plan, key: key("of every member") } });
  };
  expect(statusOf(await send("informe.pdf", "MZ este es un programa"))).toBe(400);
  expect(await read(world.database, people.secretariat, (tx) => reportsOf(tx, key("of every member")))).toEqual([]);
  expect(statusOf(await send("informe.txt", "Lista de asistencia"))).toBe(303);
  const own = await node(people.titular("BLZ"), "of every member");
  expect(draw(NodePage, at("of every member"), own)).toMatch(/EVIDENCIA-PLAN-2024-/);
  const [sent] = own.reports;
  // The presidency accepts; only the secretariat widens the circle of the document.
  await post(place.action, people.presidency, "of every member", { intent: "answer", report: sent?.id ?? "", [`answer:${sent?.id}`]: "accepted", [`note:${sent?.id}`]: "" });
  const html = draw(NodePage, at("of every member"), await node(people.titular("HND"), "of every member"));
  expect(html).toContain("Hay evidencia, y no está abierta a su cargo.");
  expect(html).not.toContain("EVIDENCIA-");
});

test("a measured indicator has no form: the page says why, and a figure that is sent all the same is refused", async () => {
  const page = await get(reporting.loader, people.secretariat, at("measured", "/report"), { plan, key: key("measured") });
  const html = draw(ReportPage, at("measured", "/report"), page);
  expect(html).toContain("su cifra no se escribe");
  expect(html).not.toContain("<form");
  const refused = (await post(reporting.action, people.secretariat, "measured", fields({ figure: "7" }), "/report")) as unknown as { init: { status: number }; data: { refusal: string } };
  expect(refused.init.status).toBe(409);
  expect(refused.data.refusal).toContain("no se escribe");
  expect((await node(people.secretariat, "measured")).mayReport).toBe(false);
});

test("the list shows the leaders what waits and a country its own with their states; observers are turned away", async () => {
  await arrangeReport(world, plan, { name: "of Guatemala", value: 70, until: "2024-09-30", country: "GTM", answer: null });
  const leader = await get(list.loader, people.secretariat, "/es/workspace/reports");
  expect(leader.toReview.map(({ of }) => of)).toContain("Guatemala");
  expect(draw(Reports, "/es/workspace/reports", leader)).toContain("Por revisar");
  const own = await get(list.loader, people.titular("GTM"), "/en/workspace/reports");
  expect(own).toMatchObject({ isLeader: false, toReview: [] });
  expect(new Set(own.own.map(({ answer }) => answer))).toEqual(new Set(["accepted", "returned", null]));
  expect(draw(Reports, "/en/workspace/reports", own)).toContain("Waits for an answer");
  expect((await get(list.loader, people.titular("HND"), "/es/workspace/reports")).own).toEqual([]);
  expect(await turned(get(list.loader, people.observer, "/es/workspace/reports"))).toBe(403);
});

test("the dashboard shows the leaders the whole plan and a country its own part", async () => {
  const all = await get(dashboard.loader, people.presidency, `/es/workspace/planning?plan=${plan}`);
  expect(all.view?.whole).not.toBeNull();
  expect(all.view?.late.map(({ label }) => label.split(" ")[0])).toContain("2.1.1");
  const html = draw(Dashboard, "/es/workspace/planning", all);
  expect(html).toContain("Dónde está el peso");
  expect(html).toContain("Regla de partida de la plataforma");
  const part = await get(dashboard.loader, people.titular("GTM"), `/es/workspace/planning?plan=${plan}`);
  const shown = new Set([...(part.view?.late ?? []), ...(part.view?.weight ?? []), ...(part.view?.due ?? [])].map(({ label }) => label.split(" ")[0]));
  expect(shown).toEqual(new Set(["1.1.1", "1.1.2"]));
  expect(part.view).toMatchObject({ country: "Guatemala", whole: null });
  const axis = await get(dashboard.loader, people.secretariat, `/es/workspace/planning?plan=${plan}&axis=${key("axis 2")}&responsible=nobody'--`);
  expect(axis.view?.late.map(({ label }) => label.split(" ")[0])).toEqual(["2.1.1"]);
  expect(draw(Dashboard, "/en/workspace/planning", part)).toContain("The part of Guatemala");
});

test("what is not there is not found; the administrator and strangers are turned away", async () => {
  expect(await turned(get(place.loader, people.secretariat, "/es/workspace/plans/x/nodes/y", { plan: "x", key: "y" }))).toBe(404);
  expect(await turned(get(place.loader, people.secretariat, "/es/workspace/plans/x/nodes/y", { plan, key: randomUUID() }))).toBe(404);
  expect(await turned(get(place.loader, { ...people.secretariat, office: "administrator" }, at("measured"), { plan, key: key("measured") }))).toBe(403);
  expect(await turned(get(place.loader, { kind: "public" }, at("measured"), { plan, key: key("measured") }))).toBe(303);
  expect(await turned(post(place.action, people.secretariat, "measured", { intent: "nothing" }))).toBe(404);
});
