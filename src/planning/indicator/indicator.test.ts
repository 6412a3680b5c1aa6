import { randomUUID } from "node:crypto";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { read, write } from "#database";
import { type ArrangedNode, arrangePlan, arrangeReport, planKey } from "../../../test/planning-plan.ts";
import { type ArrangedMeeting, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { ask } from "../../../test/route.ts";
import { type World, asOwner, openWorld } from "../../../test/world.ts";
import { treeOf } from "../plan/node.store.ts";
import { evidenceFor } from "../progress/evidence.store.ts";
import NodePage, * as place from "../progress/pages/node.tsx";
import { annotate, annotationsOf } from "./annotation.store.ts";
import { indicatorFigure, trendOf } from "./figure.store.ts";
import AgreementTraces, * as chain from "./pages/agreement-traces.tsx";
import NodeTraces, * as tracing from "./pages/node-traces.tsx";
import { answerStep, enterStep, stepsOf } from "./step.store.ts";
import type { StepDraft } from "./step.ts";
import { addTrace, endTrace, tracesOf, tracesOfAgreement } from "./trace.store.ts";

const plan = "plan-2024";
const today = "2025-02-01";
const nodes: readonly ArrangedNode[] = [
  { name: "axis", kind: "axis", code: "1", weight: "100" },
  { name: "activity", under: "axis", kind: "activity", code: "1.1", weight: "100", months: [1, 2, 3], responsible: ["GTM"] },
  { name: "measured", under: "axis", kind: "indicator", code: "1.a", figure: "count", measure: "plenary.agreements-fulfilled", target: 4 },
  { name: "measured share", under: "axis", kind: "indicator", code: "1.b", figure: "percent", measure: "plenary.agreements-fulfilled" },
  { name: "unknown measure", under: "axis", kind: "indicator", code: "1.c", figure: "count", measure: "nobody.publishes-this" },
  { name: "by hand", under: "axis", kind: "indicator", code: "1.d", figure: "count", responsible: ["HND"] },
  { name: "countries", under: "axis", kind: "indicator", code: "1.e", figure: "countries" },
];
const year = { from: "2024-01-01", until: "2024-12-31" };
const key = (name: string) => planKey(plan, name);
const number = (ordinal: number) => `ACUERDO-CORETT-2024-0${ordinal}`;
let world: World;
let people: ArrangedMeeting;
beforeAll(async () => {
  world = await openWorld();
  people = await arrangeMeeting(world);
  await arrangePlan(world, plan, 2024, nodes);
  // Fulfilled in 2024; in 2025; in 2024 without a known day; due in 2024 and open.
  const agreements = [["fulfilled", "2024-06-01", null], ["fulfilled", "2025-03-01", null], ["fulfilled", null, null], ["open", null, "2024-12-01"]] as const;
  await asOwner(world.ownerUrl, async (client) => {
    for (const [at_, [state, fulfilledOn, dueOn]] of agreements.entries())
      await client.query(
        `insert into plenary.agreement (number, year, ordinal, meeting, title_es, title_en, text_es, text_en, state, fulfilled_on, due_kind, due_on, is_record)
         values ($1, 2024, $2::smallint, $3, 'Acuerdo ' || $2::smallint, 'Agreement ' || $2::smallint, 'Texto', 'Text', $4, $5, case when $6::date is null then 'none' else 'date' end, $6::date, true)`,
        [number(at_ + 1), at_ + 1, people.id, state, fulfilledOn, dueOn],
      );
  });
});
afterAll(() => world.close());

function draw(page: unknown, path: string, loaderData: unknown, actionData?: unknown): string {
  const Stub = createRoutesStub([{ id: "page", path: "*", Component: page as () => null, loader: () => loaderData, action: () => null, HydrateFallback: () => null }]);
  const hydrationData = { loaderData: { page: loaderData }, ...(actionData === undefined ? {} : { actionData: { page: actionData } }) };
  return renderToStaticMarkup(createElement(Stub, { initialEntries: [path], hydrationData }));
}
const at = (name: string, tail = "", language = "es") => `/${language}/workspace/plans/${plan}/nodes/${key(name)}${tail}`;
const page = (actor: Actor, name: string, language = "es") => ask(place.loader, { database: world.database, actor, path: at(name, "", language), params: { plan, key: key(name) } });
const send = (actor: Actor, name: string, form: Record<string, string>) => ask(place.action, { database: world.database, actor, path: at(name), params: { plan, key: key(name) }, form });
const statusOf = (answer: unknown) => (answer instanceof Response ? answer.status : (answer as { init?: { status?: number } }).init?.status);
const turned = (asking: Promise<unknown>) => asking.then(() => 200, statusOf);
const nodeOf = async (tx: Parameters<typeof treeOf>[0], name: string) => {
  const found = (await treeOf(tx, plan)).find((node) => node.key === key(name));
  if (!found) throw new Error(`No node ${name}`);
  return found;
};
const figure = (actor: Actor, name: string, period = year) => read(world.database, actor, async (tx) => indicatorFigure(tx, await nodeOf(tx, name), period));

test("the figure of a measured indicator is the one counted by hand, and its records add up to it", async () => {
  const measured = await figure(people.titular("HND"), "measured");
  expect(measured).toMatchObject({ source: "measured", value: 2, denominator: 3 });
  if (measured?.source !== "measured") throw new Error("not measured");
  expect(measured.records.map(({ href }) => href).toSorted()).toEqual([`/workspace/agreements/${number(1)}`, `/workspace/agreements/${number(3)}`]);
  expect(measured.records.reduce((sum, { value }) => sum + value, 0)).toBe(2);
  // Two of three, in percent with four decimals.
  expect(await figure(people.titular("HND"), "measured share")).toMatchObject({ value: 66.6667 });
});

test("a measured figure counts only what its reader may see", async () => {
  expect(await figure({ kind: "public" }, "measured")).toMatchObject({ value: 0, records: [] });
});

test("a share without its whole is no figure, and a measure that nobody publishes is none", async () => {
  expect(await figure(people.secretariat, "measured share", { from: "2030-01-01", until: "2030-12-31" })).toEqual({ source: "none" });
  expect(await figure(people.secretariat, "unknown measure")).toEqual({ source: "none" });
  expect(draw(NodePage, at("unknown measure"), await page(people.secretariat, "unknown measure"))).toContain("una medida que la plataforma no publica");
});

test("the page shows the measured figure with baseline, target, trend, table and the records as links; no form types it", async () => {
  const shown = await page(people.titular("HND"), "measured", "en");
  const html = draw(NodePage, at("measured", "", "en"), shown);
  expect(html).toContain("2 of 3");
  expect(html).toContain("Nobody types this figure");
  expect(html).toContain(`href="/en/workspace/agreements/${number(1)}"`);
  expect(html).toMatch(/<svg[^>]*role="img"[\s\S]*<title>/);
  expect(html).toContain("The same series in a table");
  expect(html).not.toContain("/report\"");
  expect(html).not.toContain("style=");
});

test("the leaders annotate a measured indicator; a country does not, and nothing else takes an annotation", async () => {
  const note = (actor: Actor, name: string, over: object = {}) =>
    write(world.database, actor, (tx) => annotate(tx, actor, plan, key(name), { id: randomUUID(), text: "Un acuerdo no tiene día en la fuente.", from: "", until: "", ...over }));
  expect(await note(people.presidency, "measured")).toHaveProperty("kept");
  expect(await note(people.titular("GTM"), "measured")).toEqual({ refusal: "not-yours" });
  expect(await note(people.secretariat, "activity")).toEqual({ refusal: "not-an-indicator" });
  expect(await note(people.secretariat, "measured", { from: "2024-05-01", until: "2024-01-01" })).toEqual({ problems: { annotationUntil: ["period-reversed"] } });
  expect(statusOf(await send(people.secretariat, "measured", { intent: "annotate", text: " " }))).toBe(400);
  expect(await turned(send(people.titular("GTM"), "measured", { intent: "annotate", text: "x" }))).toBe(403);
  expect(await read(world.database, people.titular("GTM"), (tx) => annotationsOf(tx, key("measured")))).toHaveLength(1);
  expect(draw(NodePage, at("measured"), await page(people.titular("GTM"), "measured"))).toContain("Un acuerdo no tiene día en la fuente.");
});

test("an indicator fed by hand shows accepted figures only, the newest of each year", async () => {
  await arrangeReport(world, plan, { name: "by hand", value: 3, until: "2024-06-30", country: "HND" });
  await arrangeReport(world, plan, { name: "by hand", value: 5, until: "2024-12-31", country: "HND" });
  await arrangeReport(world, plan, { name: "by hand", value: 9, until: "2024-12-31", country: "HND", answer: null });
  expect(await figure(people.titular("GTM"), "by hand")).toEqual({ source: "reported", value: 5, on: "2024-12-31" });
  expect(await figure(people.secretariat, "by hand", { from: "2024-01-01", until: "2024-07-31" })).toEqual({ source: "reported", value: 3, on: "2024-06-30" });
  expect((await read(world.database, people.secretariat, async (tx) => trendOf(tx, await nodeOf(tx, "by hand"), today))).map(({ year: of, value }) => [of, value])).toEqual([[2024, 5]]);
});

const stepDraft = (over: Partial<StepDraft> = {}): StepDraft => ({ id: randomUUID(), step: "approved", on: "2024-05-01", note: "Acuerdo gubernativo", ...over });
const enter = (actor: Actor, over: Partial<StepDraft> = {}, name = "countries") => write(world.database, actor, (tx) => enterStep(tx, actor, plan, key(name), stepDraft(over), today));

test("a country enters its own step, it counts once accepted, and others see it only then", async () => {
  const id = randomUUID();
  expect(await enter(people.focalPoint("GTM"), { id })).toEqual({ kept: id });
  expect(await enter(people.titular("GTM"), { step: "implemented" })).toEqual({ refusal: "step-waiting" });
  const seen = (actor: Actor) => read(world.database, actor, async (tx) => (await stepsOf(tx, key("countries"))).map((each) => each.id));
  expect(await seen(people.titular("HND"))).toEqual([]);
  expect(await seen(people.observer)).toEqual([]);
  expect(await figure(people.secretariat, "countries")).toMatchObject({ source: "countries", value: 0, denominator: 9, counted: "approved" });
  expect(draw(NodePage, at("countries"), await page(people.titular("HND"), "countries"))).not.toContain("Acuerdo gubernativo");
  const answer = (actor: Actor, how: "accepted" | "returned", note = "") => write(world.database, actor, (tx) => answerStep(tx, actor, id, { answer: how, note }));
  expect(await answer(people.titular("HND"), "accepted")).toBe("not-yours");
  expect(await answer(people.secretariat, "returned")).toBe("reason-needed");
  expect(await answer(people.secretariat, "accepted")).toBeUndefined();
  expect(await answer(people.presidency, "accepted")).toBe("already-answered");
  expect(await figure(people.titular("HND"), "countries")).toMatchObject({ value: 1 });
  expect(await figure(people.titular("HND"), "countries", { from: "2024-01-01", until: "2024-04-30" })).toMatchObject({ value: 0 });
  const html = draw(NodePage, at("countries"), await page(people.titular("HND"), "countries"));
  expect(html).toContain("Acuerdo gubernativo");
  expect(html).toContain("aprobado");
});

test("a step is refused in words where it has no place, and by the database past the rules", async () => {
  expect(await enter(people.secretariat)).toEqual({ refusal: "not-yours" });
  expect(await enter(people.observer)).toEqual({ refusal: "not-yours" });
  expect(await enter({ ...people.titular("GTM"), office: "communicator" })).toEqual({ refusal: "not-yours" });
  expect(await enter(people.titular("NIC"), {}, "by hand")).toEqual({ refusal: "not-of-countries" });
  expect(await enter(people.titular("NIC"), { on: "2999-01-01" })).toEqual({ problems: { on: ["day-ahead"] } });
  expect(await enter(people.titular("GTM"), { step: "none", note: "" })).toEqual({ problems: { note: ["back-needs-note"] } });
  const actor = people.titular("HND");
  await expect(
    write(world.database, actor, (tx) =>
      tx.insertInto("planning.country_step").values({ key: key("countries"), country: "GTM", step: "none", on_day: "2024-01-01", account: actor.account, name: actor.name }).execute(),
    ),
  ).rejects.toThrow(/row-level security/);
  const own = people.titular("NIC");
  await expect(
    write(world.database, own, (tx) =>
      tx.insertInto("planning.country_step").values({ key: key("by hand"), country: "NIC", step: "approved", on_day: "2024-01-01", account: own.account, name: own.name }).execute(),
    ),
  ).rejects.toThrow("Only an indicator that counts countries");
});

test("on the page a country sends its step and the secretariat returns it with the reason", async () => {
  const id = randomUUID();
  const form = { intent: "step", id, step: "implemented", on: "2024-03-01", note: "Protocolo", url: "https://example.org/protocolo" };
  expect(draw(NodePage, at("countries"), await page(people.titular("PAN"), "countries"))).toContain("El paso de su país");
  expect(statusOf(await send(people.titular("PAN"), "countries", { ...form, step: "", url: "nada" }))).toBe(400);
  expect(statusOf(await send(people.titular("PAN"), "countries", form))).toBe(303);
  expect(statusOf(await send(people.titular("PAN"), "countries", { ...form, id: randomUUID() }))).toBe(409);
  const answer = { intent: "answer-step", of: id, [`answer:${id}`]: "returned", [`note:${id}`]: "" };
  expect(statusOf(await send(people.secretariat, "countries", answer))).toBe(400);
  expect(statusOf(await send(people.secretariat, "countries", { ...answer, [`note:${id}`]: "El enlace no abre." }))).toBe(303);
  expect(draw(NodePage, at("countries"), await page(people.titular("PAN"), "countries"))).toContain("El enlace no abre.");
});

test("from an agreement one comes to the activity, its indicator and the proof, and back", async () => {
  const add = (actor: Actor, name: string, draft: Parameters<typeof addTrace>[3]) => write(world.database, actor, (tx) => addTrace(tx, actor, key(name), draft));
  const head = () => ({ id: randomUUID(), label: "" });
  const agreement = { ...head(), kind: "agreement" as const, number: number(1) };
  expect(await add(people.secretariat, "activity", agreement)).toBeUndefined();
  expect(await add(people.secretariat, "activity", { ...agreement, id: randomUUID() })).toBe("already-traced");
  expect(await add(people.presidency, "activity", { ...head(), kind: "node", target: key("countries") })).toBeUndefined();
  expect(await add(people.secretariat, "countries", { ...head(), kind: "proof", address: "/statistics/2024" })).toBeUndefined();
  expect(await add(people.titular("GTM"), "activity", agreement)).toBe("not-yours");
  expect(await add(people.secretariat, "activity", { ...head(), kind: "node", target: key("activity") })).toBe("to-itself");
  expect(await add(people.secretariat, "activity", { ...head(), kind: "node", target: key("axis") })).toBe("unknown-target");
  expect(await add(people.secretariat, "activity", { ...head(), kind: "agreement", number: "ACUERDO-CORETT-1999-01" })).toBe("unknown-target");
  expect(await add(people.secretariat, "activity", { ...head(), kind: "proof", document: "ACTA-NADA" })).toBe("unknown-target");
  const [found] = await read(world.database, people.titular("HND"), (tx) => tracesOfAgreement(tx, people.titular("HND"), number(1)));
  expect(found?.node.key).toBe(key("activity"));
  expect(found?.onward.map(({ kind }) => kind)).toEqual(["indicator", "release"]);
  const back = await read(world.database, people.titular("HND"), (tx) => tracesOf(tx, people.titular("HND"), key("countries")));
  expect(back.back.map(({ from }) => from)).toEqual([key("activity")]);
  const path = `/es/workspace/plans/traces?agreement=${number(1)}`;
  const html = draw(AgreementTraces, path, await ask(chain.loader, { database: world.database, actor: people.observer, path }));
  expect(html).toContain(`Del acuerdo ${number(1)} a lo que lo prueba`);
  expect(html).toContain(`href="/es/workspace/agreements/${number(1)}"`);
  expect(html).toContain(`/es/workspace/plans/${plan}/nodes/${key("countries")}`);
  expect(html).toContain('href="/es/statistics/2024"');
  const unknown = "/es/workspace/plans/traces?agreement=nada'--";
  expect(draw(AgreementTraces, unknown, await ask(chain.loader, { database: world.database, actor: people.observer, path: unknown }))).toContain("No hay ningún acuerdo con ese número");
  await write(world.database, people.secretariat, (tx) => endTrace(tx, people.secretariat, key("activity"), agreement.id));
  expect(await read(world.database, people.secretariat, (tx) => tracesOfAgreement(tx, people.secretariat, number(1)))).toEqual([]);
  expect(await write(world.database, people.secretariat, (tx) => endTrace(tx, people.secretariat, key("activity"), agreement.id))).toBe("unknown-trace");
});

test("a trace to what the reader may not open bears no address", async () => {
  await write(world.database, people.secretariat, (tx) => addTrace(tx, people.secretariat, key("activity"), { id: randomUUID(), label: "", kind: "proof", address: "/workspace/collection/2024" }));
  const html = draw(NodePage, at("activity"), await page(people.titular("HND"), "activity"));
  expect(html).toContain("no está abierto a su cargo");
  expect(html).not.toContain("/workspace/collection/2024");
  expect(draw(NodePage, at("activity"), await page(people.secretariat, "activity"))).toContain("/workspace/collection/2024");
});

test("an agreement is evidence for those who may read it, and closed to the others", async () => {
  const shown = (actor: Actor) => read(world.database, actor, (tx) => evidenceFor(tx, actor, { evidenceUrl: `/workspace/agreements/${number(1)}`, evidenceDocument: null, country: "GTM" }));
  expect(await shown(people.titular("HND"))).toEqual([{ kind: "record", href: `/workspace/agreements/${number(1)}` }]);
  expect(await shown({ kind: "public" })).toEqual([{ kind: "closed", part: "address" }]);
});

test("the leaders add and end traces on their page; what is missing is said at its field; a country is turned away", async () => {
  const asking = { database: world.database, path: at("by hand", "/traces"), params: { plan, key: key("by hand") } };
  const post = (form: Record<string, string>) => ask(tracing.action, { ...asking, actor: people.secretariat, form });
  expect(await turned(ask(tracing.loader, { ...asking, actor: people.titular("GTM") }))).toBe(403);
  expect(await turned(ask(tracing.action, { ...asking, actor: people.titular("GTM"), form: { intent: "node" } }))).toBe(403);
  expect(draw(NodeTraces, asking.path, await ask(tracing.loader, { ...asking, actor: people.secretariat }))).toContain("Con un acuerdo de la Plenaria");
  expect(statusOf(await post({ intent: "node", node: "" }))).toBe(400);
  expect(statusOf(await post({ intent: "agreement", agreement: "ACUERDO-CORETT-1999-01" }))).toBe(400);
  expect(statusOf(await post({ intent: "proof", proof: "javascript:alert(1)" }))).toBe(400);
  const id = randomUUID();
  expect(statusOf(await post({ intent: "agreement", id, agreement: number(2).toLowerCase(), "label:agreement": "Lo cumple" }))).toBe(303);
  expect(statusOf(await post({ intent: "agreement", id: randomUUID(), agreement: number(2) }))).toBe(409);
  const html = draw(NodeTraces, asking.path, await ask(tracing.loader, { ...asking, actor: people.secretariat }));
  expect(html).toContain("Terminar el enlace con Lo cumple");
  expect(statusOf(await post({ intent: "end", trace: id }))).toBe(303);
  expect(statusOf(await post({ intent: "end", trace: id }))).toBe(409);
});

test("a redefined indicator shows its bridge, and what was reported under the old definition keeps its value", async () => {
  const of = "plan-2023";
  await arrangePlan(world, of, 2023, [{ name: "axis", kind: "axis", code: "1", weight: "100" }, { name: "redefined", under: "axis", kind: "indicator", code: "1.a", figure: "count" }]);
  await arrangeReport(world, of, { name: "redefined", value: 10, until: "2023-06-30" });
  await asOwner(world.ownerUrl, async (client) => {
    await client.query("begin");
    await client.query("insert into planning.version (plan, version) values ($1, 2)", [of]);
    await client.query(
      `insert into planning.node (plan, version, key, parent, kind, code, position, title_es, title_en, weight, figure, bridge_factor, bridge_note_es, bridge_note_en)
       select plan, 2, key, parent, kind, code, position, title_es, title_en, weight, figure, case when kind = 'indicator' then 2.5 end,
         case when kind = 'indicator' then 'Antes contaba talleres.' else '' end, case when kind = 'indicator' then 'It counted workshops.' else '' end
       from planning.node where plan = $1 and version = 1`,
      [of],
    );
    await client.query("update planning.version set state = 'superseded' where plan = $1 and version = 1", [of]);
    await client.query("update planning.version set state = 'approved' where plan = $1 and version = 2", [of]);
    await client.query("commit");
  });
  const path = `/es/workspace/plans/${of}/nodes/${planKey(of, "redefined")}`;
  const shown = await ask(place.loader, { database: world.database, actor: people.titular("GTM"), path, params: { plan: of, key: planKey(of, "redefined") } });
  expect(shown.indicator?.trend).toEqual([{ year: 2023, value: 25, isRunning: false, isBridged: true, told: 10 }]);
  expect(shown.reports.map((report) => report.figure)).toEqual([10]);
  const html = draw(NodePage, path, shown);
  expect(html).toContain("El indicador cambió de definición");
  expect(html).toContain("Antes contaba talleres.");
  expect(html).toContain("Según la definición anterior: 10");
});
