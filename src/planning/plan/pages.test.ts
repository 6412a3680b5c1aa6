import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, dayOf } from "#basics";
import { read, write } from "#database";
import { type ArrangedMeeting, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { ask } from "../../../test/route.ts";
import { type World, asOwner, openWorld } from "../../../test/world.ts";
import { planOf, treeOf } from "./node.store.ts";
import NodeAdd, * as add from "./pages/node-add.tsx";
import NodeEdit, * as node from "./pages/node-edit.tsx";
import NodeWeights, * as weights from "./pages/node-weights.tsx";
import PlanApprove, * as approve from "./pages/plan-approve.tsx";
import PlanDifference, * as changes from "./pages/plan-difference.tsx";
import PlanDiscard, * as discard from "./pages/plan-discard.tsx";
import PlanEdit, * as edit from "./pages/plan-edit.tsx";
import PlanNew, * as create from "./pages/plan-new.tsx";
import PlanPublic, * as publicOne from "./pages/plan-public.tsx";
import PlanSchedule, * as schedule from "./pages/plan-schedule.tsx";
import PlanSums, * as sums from "./pages/plan-sums.tsx";
import PlanVersions, * as versions from "./pages/plan-versions.tsx";
import PlanPage, * as tree from "./pages/plan.tsx";
import PlansPublic, * as publicList from "./pages/plans-public.tsx";
import Plans, * as list from "./pages/plans.tsx";
import { createPlan } from "./plan-act.store.ts";

const visitor: Actor = { kind: "public" };
const year = Number(dayOf(new Date()).slice(0, 4));
const plan = `plan-operativo-${year}`;
const base = `/es/workspace/plans/${plan}`;
let world: World;
let meeting: ArrangedMeeting;
let motion: string;
beforeAll(async () => {
  world = await openWorld();
  meeting = await arrangeMeeting(world);
  motion = await asOwner(world.ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into plenary.motion (meeting, item, number, title_es, title_en, text_es, text_en, proposed_by_office, state, entered_by, decided_at)
       values ($1, $2, 90, 'Aprobar el plan', 'Approve the plan', 'Se aprueba', 'It is approved', 'presidency', 'adopted', $3, now()) returning id`,
      [meeting.id, meeting.items.motion, meeting.secretariat.account],
    );
    return rows[0]?.id ?? "";
  });
  await write(world.database, meeting.secretariat, (tx) =>
    createPlan(tx, meeting.secretariat, { kind: "strategic", title: { es: "Plan Estratégico", en: "Strategic Plan" }, from: `${year - 8}-01-01`, until: `${year + 1}-12-31`, parent: null }),
  );
});
afterAll(() => world.close());

/** Draws a page with what its loader gave, as a browser without script gets it. */
function draw(page: unknown, path: string, loaderData: unknown, actionData?: unknown): string {
  const Stub = createRoutesStub([{ id: "page", path: "*", Component: page as () => null, loader: () => loaderData, action: () => null, HydrateFallback: () => null }]);
  const hydrationData = { loaderData: { page: loaderData }, ...(actionData === undefined ? {} : { actionData: { page: actionData } }) };
  return renderToStaticMarkup(createElement(Stub, { initialEntries: [path], hydrationData }));
}
const get = <T>(loader: (args: never) => T, path: string, actor: Actor = meeting.secretariat, params = {}) => ask(loader, { database: world.database, actor, path, params: { plan, ...params } });
const post = (action: (args: never) => unknown, path: string, form: Record<string, string> | FormData, params = {}, actor: Actor = meeting.secretariat) =>
  ask(action, { database: world.database, actor, path, params: { plan, ...params }, form });
const statusOf = (answer: unknown) => (answer instanceof Response ? answer.status : (answer as { init?: { status?: number } }).init?.status);
const turned = (asking: Promise<unknown>) => asking.then(() => 200, statusOf);
/** What came back to the form: its status and its data for the page. */
const back = (answer: unknown) => answer as { init: { status: number }; data: { problems?: Record<string, string[]>; refusal?: string; typed: Record<string, string[]> } };
const nodes = () => read(world.database, meeting.secretariat, async (tx) => treeOf(tx, plan, (await planOf(tx, plan))?.draft ?? undefined));
const keyOf = async (title: string) => (await nodes()).find((each) => each.title.es === title)?.key ?? "";
async function addPart(kind: string, title: string, parent: string, over: Record<string, string> = {}) {
  const query = parent === "" ? "" : `?parent=${parent}`;
  const key = (await get(add.loader, `${base}/edit/add${query}`)).open?.key ?? "";
  return post(add.action, `${base}/edit/add${query}`, { kind, parent, key, titleEs: title, titleEn: `${title} (en)`, ...over });
}

test("a plan is created by its form; what is wrong is said at its field and what was typed comes back", async () => {
  const page = await get(create.loader, "/es/workspace/plans/new");
  const typed = { kind: "operational", titleEs: "Plan Operativo", titleEn: "", from: `${year}-12-31`, until: `${year}-01-01`, parent: "" };
  const wrong = back(await post(create.action, "/es/workspace/plans/new", typed));
  expect(wrong.init.status).toBe(400);
  expect(wrong.data.problems).toEqual({ titleEn: ["needed"], until: ["backwards"] });
  const html = draw(PlanNew, "/es/workspace/plans/new", page, wrong.data);
  expect(html).toContain("Termina antes de empezar");
  expect(html).toContain('value="Plan Operativo"');
  const whole = { ...typed, titleEn: "Operational Plan", from: `${year}-01-01`, until: `${year}-12-31` };
  expect(back(await post(create.action, "/es/workspace/plans/new", whole))).toMatchObject({ init: { status: 409 }, data: { refusal: "Diga qué plan estratégico desarrolla este plan." } });
  const parent = page.parents.find(({ label }) => label === "Plan Estratégico")?.value ?? "";
  const done = await post(create.action, "/es/workspace/plans/new", { ...whole, parent });
  expect(statusOf(done)).toBe(303);
  expect((done as Response).headers.get("location")).toBe(`${base}/edit`);
});

test("parts are added with their schedule; a period that ends before it begins keeps nothing", async () => {
  expect(statusOf(await addPart("axis", "Prevención", ""))).toBe(303);
  const axis = await keyOf("Prevención");
  const wrong = back(await addPart("activity", "Campaña", axis, { startsOn: `${year}-05-01`, endsOn: `${year}-04-01`, targetEs: "Cinco" }));
  expect(wrong).toMatchObject({ init: { status: 400 }, data: { problems: { endsOn: ["backwards"], targetEn: ["both"] } } });
  expect(await keyOf("Campaña")).toBe("");
  expect(statusOf(await addPart("activity", "Campaña", axis, { months: "1" }))).toBe(303);
  expect(statusOf(await addPart("activity", "Cartilla", axis, { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` }))).toBe(303);
  expect(back(await addPart("axis", "Mal puesto", axis))).toMatchObject({ init: { status: 409 } });
  const indicator = back(await addPart("indicator", "Casos", axis, { unitEs: "casos", unitEn: "cases", baseline: "muchos" }));
  expect(indicator.data.problems).toEqual({ baseline: ["number"], figure: ["choose"] });
  expect(statusOf(await addPart("indicator", "Casos", axis, { unitEs: "casos", unitEn: "cases", figure: "count", baseline: "1,5" }))).toBe(303);
  expect((await nodes()).find(({ kind }) => kind === "indicator")?.indicator).toMatchObject({ baseline: 1.5, figure: "count" });
  const html = draw(NodeAdd, `${base}/edit/add?parent=${axis}&kind=indicator`, await get(add.loader, `${base}/edit/add?parent=${axis}&kind=indicator`));
  expect(html).toContain("Línea de base");
  expect(html).not.toContain("Primer día");
});

test("weights that are off come back with what is missing; right ones and equal shares are kept", async () => {
  const axis = await keyOf("Prevención");
  const path = `${base}/edit/weights?parent=${axis}`;
  const page = await get(weights.loader, path);
  const siblings = page.open?.siblings ?? [];
  expect(siblings.map(({ name, weight }) => [name, weight])).toEqual([["Campaña", "100"], ["Cartilla", "0"]]);
  const form = (first: string, second: string) => {
    const fields = new FormData();
    for (const [place, { key }] of siblings.entries()) {
      fields.append("node", key);
      fields.append(`w-${key}`, place === 0 ? first : second);
    }
    return fields;
  };
  const off = back(await post(weights.action, path, form("60", "30,5")));
  expect(off).toMatchObject({ init: { status: 409 }, data: { refusal: "Suman 90.5: falta 9.5 para 100. Nada se guardó." } });
  const html = draw(NodeWeights, path, page, off.data);
  expect(html).toContain("falta 9.5");
  expect(html).toContain('value="30,5"');
  expect(back(await post(weights.action, path, form("60", "60"))).data.refusal).toBe("Suman 120: sobra 20. Nada se guardó.");
  expect(Object.values(back(await post(weights.action, path, form("60", "cuarenta"))).data.problems ?? {})).toEqual([["weight"]]);
  const share = form("60", "60");
  share.append("intent", "share");
  expect(statusOf(await post(weights.action, path, share))).toBe(303);
  expect((await get(weights.loader, path)).open?.siblings.map(({ weight }) => weight)).toEqual(["50", "50"]);
  expect(statusOf(await post(weights.action, path, form("75", "25")))).toBe(303);
});

test("one part is changed, named an answerer and moved by forms without script", async () => {
  const key = await keyOf("Campaña");
  const path = `${base}/edit/nodes/${key}`;
  expect(statusOf(await post(node.action, path, { intent: "name", who: "member:GTM" }, { key }))).toBe(303);
  expect(back(await post(node.action, path, { intent: "name", who: "member:GTM" }, { key })).data.refusal).toContain("Ya figura");
  expect(back(await post(node.action, path, { intent: "name", who: "" }, { key }))).toMatchObject({ init: { status: 400 } });
  expect(back(await post(node.action, path, { intent: "remove" }, { key })).data.refusal).toContain("repartir por igual");
  expect(back(await post(node.action, path, { intent: "move", to: "" }, { key })).data.problems).toEqual({ to: ["choose"] });
  expect(statusOf(await post(node.action, path, { intent: "change", code: "1.1", titleEs: "Campaña", titleEn: "Campaign", months: "1" }, { key }))).toBe(303);
  const html = draw(NodeEdit, path, await get(node.loader, path, meeting.secretariat, { key }));
  expect(html).toContain("Quitar a Guatemala");
  expect(html).toContain("Arriba, en el plan mismo");
  const draft = await get(edit.loader, `${base}/edit`);
  expect(draw(PlanEdit, `${base}/edit`, draft)).toContain("1 actividad no tiene responsable");
});

test("a draft is hidden from delegates and the public; its forms are for those who keep plans", async () => {
  const delegate = meeting.titular("GTM");
  expect(await turned(get(tree.loader, base, delegate))).toBe(404);
  expect(await turned(get(publicOne.loader, `/es/plans/${plan}`, visitor))).toBe(404);
  expect(await turned(get(list.loader, "/es/workspace/plans", visitor))).toBe(303);
  expect(await turned(get(list.loader, "/es/workspace/plans", { ...meeting.secretariat, office: "administrator" }))).toBe(403);
  expect(await turned(get(create.loader, base, delegate))).toBe(403);
  expect(await turned(get(edit.loader, base, delegate))).toBe(403);
  expect(await turned(get(add.loader, base, delegate))).toBe(403);
  expect(await turned(get(weights.loader, base, delegate))).toBe(403);
  expect(await turned(get(approve.loader, base, delegate))).toBe(403);
  expect(await turned(post(edit.action, base, { titleEs: "x", titleEn: "x" }, {}, delegate))).toBe(403);
});

test("the plenary's motion puts the draft in force, and then everybody reads it", async () => {
  const page = await get(approve.loader, `${base}/approve`);
  expect(draw(PlanApprove, `${base}/approve`, page)).toContain("moción 90: Aprobar el plan");
  expect(back(await post(approve.action, `${base}/approve`, { decision: "" })).data.problems).toEqual({ decision: ["choose"] });
  expect(back(await post(approve.action, `${base}/approve`, { decision: meeting.id })).data.refusal).toContain("elija la moción");
  expect(statusOf(await post(approve.action, `${base}/approve`, { decision: `${meeting.id} ${motion}` }))).toBe(303);
  expect(await turned(get(tree.loader, base, meeting.observer))).toBe(200);
});

test("a form of the draft that comes after the decision is refused, and its words stand beside the refusal", async () => {
  const campaign = await keyOf("Campaña");
  const late = "Campaña regional con las nueve delegaciones y sus organizaciones";
  const path = `${base}/edit/nodes/${campaign}`;
  const refused = back(await post(node.action, path, { intent: "change", titleEs: late, titleEn: "Campaign", months: "1" }, { key: campaign }));
  expect(refused).toMatchObject({ init: { status: 409 } });
  const html = draw(NodeEdit, path, await get(node.loader, path, meeting.secretariat, { key: campaign }), refused.data);
  for (const said of ["Este plan no tiene borrador", "Inicie una revisión", late]) expect(html).toContain(said);
  const fields = { kind: "axis", parent: "", key: "00000000-0000-4000-8000-00000000abcd", titleEs: late, titleEn: "Axis" };
  const added = back(await post(add.action, `${base}/edit/add`, fields));
  expect(draw(NodeAdd, `${base}/edit/add`, await get(add.loader, `${base}/edit/add`), added.data)).toContain(late);
  for (const [loader, page, where] of [[weights.loader, NodeWeights, "weights"], [approve.loader, PlanApprove, "approve"]] as const)
    expect(draw(page, `${base}/edit/${where}`, await get(loader as typeof approve.loader, `${base}/edit/${where}`))).toContain("Este plan no tiene borrador");
});

test("the tree prints weight, done, due, light in words, who answers, and the rule from which it is computed", async () => {
  const campaign = await keyOf("Campaña");
  await asOwner(world.ownerUrl, (client) =>
    client.query(
      `insert into planning.report (plan, version, key, country, office, from_day, until_day, progress, state_of, narrative, account, name, answer, answered_at, answered_by)
       values ($1, 1, $2, 'GTM', 'focal-point', '2020-01-01', '2020-02-01', 40, 'under-way', 'Avanza', gen_random_uuid(), 'Juana Nadie', 'accepted', now(), gen_random_uuid()),
         ($1, 1, $2, 'GTM', 'focal-point', '2020-02-02', '2020-03-01', 90, 'under-way', 'Sin revisar', gen_random_uuid(), 'Juana Nadie', null, null, null)`,
      [plan, campaign],
    ),
  );
  const page = await get(tree.loader, base, meeting.titular("GTM"));
  expect(page.lines.map(({ name, weight, done }) => [name, weight, done])).toEqual([
    ["Prevención", "100\u00a0%", "30\u00a0%"],
    ["1.1. Campaña", "75\u00a0%", "40\u00a0%"],
    ["Cartilla", "25\u00a0%", "0\u00a0%"],
    ["Casos", null, null],
  ]);
  const html = draw(PlanPage, base, page);
  for (const said of ["30\u00a0%</", "del plan está hecho", "Guatemala", "peso × avance ÷ 100", "Verde: hecho del todo, o atraso menor de 10 puntos", "Regla de partida de la plataforma"]) expect(html).toContain(said);
  expect(html).toContain(`href="${base}/nodes/${campaign}"`);
  expect(draw(PlanPage, base.replace("/es/", "/en/"), await get(tree.loader, base.replace("/es/", "/en/")))).toMatch(/30%<.*of the plan is done/su);
  expect(draw(Plans, "/es/workspace/plans", await get(list.loader, "/es/workspace/plans"))).toContain(`href="${base}"`);
});

test("the tables of sums give each score from its summands", async () => {
  const page = await get(sums.loader, `${base}/sums`);
  expect(page.sums.map(({ name, done }) => [name, done])).toEqual([[null, "30.0000"], ["Prevención", "30.0000"]]);
  expect(page.sums[1]?.parts.map(({ weight, done, gives }) => [weight, done, gives])).toEqual([["75", "40.0000", "30.0000"], ["25", "0.0000", "0.0000"]]);
  expect(draw(PlanSums, `${base}/sums`, page)).toContain("Peso × hecho ÷ 100");
});

test("the schedule is drawn with a line for today, and said in a table", async () => {
  const page = await get(schedule.loader, `${base}/schedule`);
  expect(page.bars.map(({ name, done }) => [name, done])).toEqual([["1.1. Campaña", 0.4], ["Cartilla", 0]]);
  const html = draw(PlanSchedule, `${base}/schedule`, page);
  expect(html).toContain("stroke-dasharray");
  expect(html).toContain(`enero ${year}`);
});

test("the public page tells progress in plain words with the goals, without script, countries or persons", async () => {
  const html = draw(PlanPublic, `/es/plans/${plan}`, await get(publicOne.loader, `/es/plans/${plan}`, visitor));
  for (const said of ["de lo previsto está hecho", "Avance por eje", "Prevención", "Objetivo 5", "Objetivo 8", "Objetivo 10", "Objetivo 16"]) expect(html).toContain(said);
  for (const kept of ["Guatemala", "Juana", "Sin revisar", "<script", "40\u00a0%"]) expect(html).not.toContain(kept);
  const listed = draw(PlansPublic, "/en/plans", await get(publicList.loader, "/en/plans", visitor));
  expect(listed).toContain(`/en/plans/${plan}`);
  expect(listed).not.toContain("Strategic Plan<");
});

test("a revision is begun with its reason and its differences are told line by line; the decided version stays", async () => {
  expect(back(await post(versions.action, `${base}/versions`, { intent: "revise", reasonEs: "Cambió la meta", reasonEn: "" })).data.problems).toEqual({ reasonEn: ["needed"] });
  expect(statusOf(await post(versions.action, `${base}/versions`, { intent: "revise", reasonEs: "Cambió la meta", reasonEn: "The target changed" }))).toBe(303);
  const key = await keyOf("Campaña");
  await post(node.action, base, { intent: "change", code: "1.1", titleEs: "Campaña regional", titleEn: "Regional campaign", months: "2" }, { key });
  const page = await get(changes.loader, `${base}/versions/2`, meeting.secretariat, { version: "2" });
  expect(page.lines.map(({ what, before, after }) => [what, before, after])).toEqual([
    ["Título o número", "1.1. Campaña", "1.1. Campaña regional"],
    ["Calendario", `enero ${year}`, `febrero ${year}`],
  ]);
  const html = draw(PlanDifference, `${base}/versions/2`, page);
  expect(html).toContain("Cambió la meta");
  expect(html).toContain("Todavía sin decidir");
  expect(await turned(get(changes.loader, `${base}/versions/2`, meeting.titular("GTM"), { version: "2" }))).toBe(404);
  expect((await get(tree.loader, base)).lines.map(({ name }) => name)).toContain("1.1. Campaña");
  const all = draw(PlanVersions, `${base}/versions`, await get(versions.loader, `${base}/versions`));
  expect(all).toContain("moción 90");
  expect(back(await post(versions.action, `${base}/versions`, { intent: "revise", reasonEs: "Otra", reasonEn: "Another" })).data.refusal).toContain("ya tiene un borrador");
});

test("the plan of the next year is proposed from the page of versions", async () => {
  const next = await post(versions.action, `${base}/versions`, { intent: "propose" });
  expect((next as Response).headers.get("location")).toBe(`/es/workspace/plans/plan-operativo-${year + 1}/edit`);
});

test("the secretariat discards the proposed draft from its page; the list and the versions say so, and no other office may", async () => {
  const next = { plan: `plan-operativo-${year + 1}` };
  const there = `/es/workspace/plans/${next.plan}`;
  expect(draw(PlanVersions, `${there}/versions`, await get(versions.loader, `${there}/versions`, meeting.secretariat, next))).toContain(`href="${there}/discard"`);
  const page = await get(discard.loader, `${there}/discard`, meeting.secretariat, next);
  expect(draw(PlanDiscard, `${there}/discard`, page)).toContain("borrador de la versión 1");
  expect(draw(PlanDiscard, `/en/workspace/plans/${next.plan}/discard`, page)).toContain("Why it is discarded");
  expect(await turned(get(discard.loader, `${there}/discard`, meeting.presidency, next))).toBe(403);
  expect(await turned(Promise.resolve(post(discard.action, `${there}/discard`, { version: "1", reason: "No" }, next, meeting.presidency)))).toBe(403);
  expect(back(await post(discard.action, `${there}/discard`, { version: "1", reason: " " }, next)).data.problems).toEqual({ reason: ["needed"] });
  const stale = back(await post(discard.action, `${there}/discard`, { version: "7", reason: "Otra" }, next));
  expect([stale.init.status, stale.data.refusal]).toEqual([409, expect.stringContaining("no tiene borrador")]);
  expect(statusOf(await post(discard.action, `${there}/discard`, { version: "1", reason: "Se hará en dos años." }, next))).toBe(303);
  const told = draw(PlanVersions, `${there}/versions`, await get(versions.loader, `${there}/versions`, meeting.secretariat, next));
  for (const said of ["Descartada", "Se hará en dos años.", "Retomar el plan"]) expect(told).toContain(said);
  expect(told).not.toContain(`href="${there}/sums"`);
  expect(draw(Plans, "/es/workspace/plans", await get(list.loader, "/es/workspace/plans"))).toContain("sus borradores se descartaron");
  expect(await turned(get(tree.loader, there, meeting.secretariat, next))).toBe(303);
  expect(draw(PlanPage, `${there}?version=1`, await get(tree.loader, `${there}?version=1`, meeting.secretariat, next))).toContain("que se descartó");
});
