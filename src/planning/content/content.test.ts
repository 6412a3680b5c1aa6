import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { read, write } from "#database";
import { measures } from "#plenary";
import { type World, asOwner, member, openWorld } from "../../../test/world.ts";
import { matrixOf } from "../matrix/matrix.store.ts";
import { treeOf } from "../plan/node.store.ts";
import { type SourcePage, operationalChecklist, strategicChecklist } from "./checklist.ts";
import { communicationChecklist } from "./checklist-communication.ts";
import { demoPlan } from "./demo-plan.ts";
import { enterPlans, startingPlans } from "./enter.store.ts";
import type { Entry } from "./entry.ts";
import { nodeKey } from "./key.ts";
import { placed } from "./place.ts";

const visitor: Actor = { kind: "public" };
let world: World;

beforeAll(async () => {
  world = await openWorld();
  await enterPlans(world.database);
});
afterAll(() => world.close());

const checklists: readonly (readonly [plan: string, pages: readonly SourcePage[]])[] = [
  ["plan-estrategico-2018-2027", strategicChecklist],
  ["plan-operativo-2018", operationalChecklist],
  ["estrategia-de-comunicacion-2019-2027", communicationChecklist],
];
const tree = (plan: string) => read(world.database, visitor, (tx) => treeOf(tx, plan));

test.each(checklists)("%s holds every line of its source on its page, in its order, and nothing else", async (plan, pages) => {
  const lines = pages.flatMap(({ page, lines: of }) => of.map(([kind, code, words]) => ({ page, kind, code, words })));
  const nodes = await tree(plan);
  expect(nodes.map(({ kind, code, sourcePage }) => ({ page: sourcePage, kind, code }))).toEqual(lines.map(({ page, kind, code }) => ({ page, kind, code })));
  for (const [at, { words, page }] of lines.entries()) {
    const node = nodes[at];
    expect(node?.title.es.toLowerCase(), `${plan} ${page}`).toContain(words.toLowerCase());
    expect(node?.title.en.trim(), `${plan} ${page}: ${words}`).not.toBe("");
    expect(node?.title.en, `${plan} ${page}: ${words}`).not.toBe(node?.title.es);
  }
});

test("the plans have as many parts as their sources: 4 axes, 6 strategic objectives, 9 results, 12 indicators; 11 and 13 in 2018", async () => {
  const found = await read(world.database, visitor, (tx) =>
    tx
      .selectFrom("planning.node")
      .select((each) => ["plan", "kind", each.fn.countAll<number>().as("count")])
      .groupBy(["plan", "kind"])
      .orderBy("plan")
      .orderBy("kind")
      .execute(),
  );
  const of = (plan: string) => Object.fromEntries(found.filter((each) => each.plan === plan).map(({ kind, count }) => [kind, count]));
  expect(of("plan-estrategico-2018-2027")).toEqual({ section: 1, axis: 4, objective: 6, result: 9, indicator: 12 });
  expect(of("plan-operativo-2018")).toEqual({ axis: 4, objective: 6, "operational-objective": 11, activity: 13 });
  expect(of("estrategia-de-comunicacion-2019-2027")).toEqual({ section: 54, objective: 4, tactic: 8, result: 17, activity: 49 });
});

test("every line stands below the line that it belongs to in the source", async () => {
  const mayStandUnder: Record<string, readonly (string | undefined)[]> = {
    "plan-estrategico-2018-2027": ["section<", "axis<", "objective<axis", "result<objective", "indicator<result"],
    "plan-operativo-2018": ["axis<", "objective<axis", "operational-objective<objective", "activity<operational-objective"],
    "estrategia-de-comunicacion-2019-2027": ["section<", "section<section", "objective<section", "objective<objective", "tactic<section", "result<tactic", "activity<result", "activity<tactic", "activity<section"],
  };
  for (const [plan] of checklists) {
    const nodes = await tree(plan);
    const kindOf = new Map(nodes.map(({ key, kind }) => [key, kind]));
    expect(new Set(nodes.map(({ kind, parent }) => `${kind}<${kindOf.get(parent ?? "") ?? ""}`)), plan).toEqual(new Set(mayStandUnder[plan]));
  }
  // Where numbers are repeated, the parent tells them apart.
  const strategic = await tree("plan-estrategico-2018-2027");
  const twice = strategic.filter(({ kind, code }) => kind === "result" && code === "2.1");
  expect(twice.map(({ parent }) => strategic.find(({ key }) => key === parent)?.code)).toEqual(["2.1", "2.2"]);
});

test("the weights of siblings add up to exactly 100 everywhere, and what works weighs alike", async () => {
  const rows = await read(world.database, visitor, (tx) =>
    tx
      .selectFrom("planning.node")
      .select((each) => ["plan", "parent", each.fn.sum<number>("weight").as("sum")])
      .where("kind", "!=", "indicator")
      .groupBy(["plan", "parent"])
      .execute(),
  );
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.filter(({ sum }) => sum !== 100)).toEqual([]);
  const communication = await tree("estrategia-de-comunicacion-2019-2027");
  const top = communication.filter(({ parent }) => parent === null).map(({ weight }) => weight);
  expect(top).toEqual(["0", "0", "0", ...Array.from({ length: 8 }, () => "11.1111"), "11.1112", "0", "0", "0", "0"]);
  expect(communication.filter(({ kind, weight }) => kind === "activity" && Number(weight) === 0)).toEqual([]);
});

test("two indicators of result 4.3 are fed by the plenary's measures, three are counted by country", async () => {
  const indicators = (await tree("plan-estrategico-2018-2027")).filter(({ indicator }) => indicator !== null);
  const measured = indicators.flatMap(({ title, indicator }) => (indicator?.measure ? [[title.es.slice(0, 30), indicator.measure]] : []));
  expect(measured).toEqual([
    ["Número de acuerdos de la Coali", "plenary.agreements-fulfilled"],
    ["Número de participación de los", "plenary.member-participation"],
  ]);
  for (const [, measure] of measured) expect(measures.map(({ id }) => id as string)).toContain(measure);
  expect(indicators.filter(({ indicator }) => indicator?.figure === "countries").map(({ title }) => title.es.slice(0, 32))).toEqual([
    "Número de Estrategias nacionales",
    "Número de protocolos nacionales ",
    "Número de países miembros que cu",
  ]);
});

test("an indicator whose title says implemented counts a country from there on, one whose title says has, from approval", async () => {
  const counted = (await tree("plan-estrategico-2018-2027")).flatMap(({ title, indicator }) => (indicator?.figure === "countries" ? [[title.es, indicator.countedStep] as const] : []));
  expect(counted).toHaveLength(3);
  for (const [title, step] of counted) expect([title, step]).toEqual([title, /implementad/.test(title) ? "implemented" : "approved"]);
  const ofDemo = [...demoTitles(demoPlan)];
  expect(ofDemo).toEqual([
    ["Países con protocolo nacional de repatriación aprobado", "approved"],
    ["Países con procedimiento de coordinación en uso", "implemented"],
  ]);
});

test("the matrix counts a national strategy once a country has implemented it, not when it was approved", async () => {
  const plan = "plan-estrategico-2018-2027";
  const node = (await tree(plan)).find(({ title }) => title.es.startsWith("Número de Estrategias nacionales"));
  const step = (word: string, day: string) =>
    asOwner(world.ownerUrl, async (client) => {
      await client.query("insert into planning.country_step (key, country, step, on_day, account, name, answer) values ($1, 'GTM', $2, $3, gen_random_uuid(), 'Persona', 'accepted')", [node?.key, word, day]);
    });
  const figure = async () => {
    const matrix = await read(world.database, member("secretariat"), (tx) => matrixOf(tx, plan, {}, "es", "2026-06-30"));
    return (matrix?.lines ?? []).flatMap((line) => ("row" in line && line.row.key === node?.key ? [line.row.newest?.figure] : []));
  };
  await step("approved", "2024-01-01");
  expect(await figure()).toEqual(["0"]);
  await step("implemented", "2025-01-01");
  expect(await figure()).toEqual(["1"]);
});

/** Title and counted step of each country indicator below some entries. */
function* demoTitles(entries: readonly Entry[]): Generator<readonly [string, string | undefined]> {
  for (const { title, indicator, children = [] } of entries) {
    if (indicator?.figure === "countries") yield [title.es, indicator.countedStep];
    yield* demoTitles(children);
  }
}

test("every tactic and activity of the communication strategy has its period and its result", async () => {
  const nodes = (await tree("estrategia-de-comunicacion-2019-2027")).filter(({ kind }) => kind === "tactic" || kind === "activity");
  expect(nodes.filter(({ startsOn, endsOn }) => startsOn === null || endsOn === null)).toEqual([]);
  expect(nodes.filter(({ kind, target }) => kind === "activity" && target.es === "")).toEqual([]);
  const period = (words: string) => nodes.find(({ kind, title }) => kind === "activity" && title.es.includes(words));
  expect(period("propuesta de actualización de marca")).toMatchObject({ startsOn: "2019-09-01", endsOn: "2019-12-31", detail: { es: expect.stringContaining("para implementar en 2025") } });
  expect(period("Distribución digital")).toMatchObject({ startsOn: "2022-01-01", endsOn: "2022-12-31" });
  expect(period("Mapeo de públicos")).toMatchObject({ startsOn: "2021-01-01", endsOn: "2022-12-31" });
  expect(period("Boletín trimestral")).toMatchObject({ startsOn: "2021-01-01", endsOn: "2025-12-31" });
  expect(period("Redactar informe")).toMatchObject({ startsOn: "2019-01-01", endsOn: "2027-12-31" });
});

test("of 2018 no month, target or figure is invented: the activities say that the matrix is not in the copy", async () => {
  const activities = (await tree("plan-operativo-2018")).filter(({ kind }) => kind === "activity");
  for (const { startsOn, months, target, detail } of activities) {
    expect([startsOn, months, target.es]).toEqual([null, [], ""]);
    expect(detail.es).toContain("no está en el ejemplar consultado");
    expect(detail.en).toContain("not in the copy consulted");
  }
  const named = await read(world.database, visitor, (tx) =>
    tx.selectFrom("planning.responsible as r").innerJoin("planning.node as n", (on) => on.onRef("n.key", "=", "r.key").onRef("n.plan", "=", "r.plan")).select(["n.title_es", "r.kind"]).where("r.plan", "=", "plan-operativo-2018").orderBy("r.kind").execute(),
  );
  expect(Object.fromEntries(Map.groupBy(named, ({ kind }) => kind).entries().map(([kind, all]) => [kind, all.length]))).toEqual({ committee: 2, "every-member": 4, presidency: 2, secretariat: 2 });
});

test("visitors read the plans of the record, each with one version in force, its source and where its weights come from", async () => {
  const found = await read(world.database, visitor, async (tx) => ({
    plans: await tx.selectFrom("planning.plan").select(["id", "kind", "parent", "is_record", "source_es"]).orderBy("id").execute(),
    versions: await tx.selectFrom("planning.version").select(["plan", "version", "state", "reason_es", "reason_en"]).orderBy("plan").execute(),
  }));
  expect(found.plans.map(({ id, kind, parent, is_record }) => [id, kind, parent, is_record])).toEqual([
    ["estrategia-de-comunicacion-2019-2027", "communication", "plan-estrategico-2018-2027", true],
    ["plan-estrategico-2018-2027", "strategic", null, true],
    ["plan-operativo-2018", "operational", "plan-estrategico-2018-2027", true],
  ]);
  expect(found.versions.map(({ version, state }) => [version, state])).toEqual([[1, "approved"], [1, "approved"], [1, "approved"]]);
  for (const { reason_es, reason_en } of found.versions) {
    expect(reason_es).toContain("no da pesos");
    expect(reason_en).toContain("gives no weights");
  }
});

test("keys are made from plan and path alone, and look like a UUID of version 8", () => {
  const rows = startingPlans.flatMap(({ id, entries }) => placed(id, entries));
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  for (const { key } of rows) expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(nodeKey("plan-estrategico-2018-2027", "/axis:1")).not.toBe(nodeKey("plan-operativo-2018", "/axis:1"));
});

test("keys stay what they were: reports in every installation hang on them", async () => {
  const nodes = await tree("plan-estrategico-2018-2027");
  expect(nodes.find(({ kind, code }) => kind === "axis" && code === "1")?.key).toBe(knownKeys.axis1);
  expect(nodes.find(({ indicator }) => indicator?.measure === "plenary.agreements-fulfilled")?.key).toBe(knownKeys.agreements);
});

const knownKeys = { axis1: "f28be16c-15e5-8d82-bdf0-3c51957522f4", agreements: "f09bb61b-da0a-8ccb-8936-c27a886fae06" };

test("a later start changes nothing", async () => {
  const count = () => asOwner(world.ownerUrl, async (client) => (await client.query("select count(*)::int as n from audit.entry where relation like 'planning.%'")).rows[0].n as number);
  const before = await count();
  expect(before).toBeGreaterThan(198);
  await enterPlans(world.database);
  expect(await count()).toBe(before);
});

test("two servers that start at once enter the plans once", async () => {
  const fresh = await openWorld();
  try {
    await Promise.all([enterPlans(fresh.database), enterPlans(fresh.database)]);
    const plans = await read(fresh.database, visitor, (tx) => tx.selectFrom("planning.plan").select("id").execute());
    expect(plans).toHaveLength(3);
  } finally {
    await fresh.close();
  }
});

test("a plan of the record cannot be changed in place, and nobody but the platform enters one", async () => {
  const secretariat = member("secretariat");
  await expect(
    write(world.database, secretariat, (tx) => tx.updateTable("planning.node").set({ title_es: "otro" }).where("plan", "=", "plan-operativo-2018").execute()),
  ).rejects.toThrow(/was decided/);
  for (const actor of [secretariat, member("delegate-titular", "GTM"), visitor])
    await expect(
      write(world.database, actor, (tx) =>
        tx
          .insertInto("planning.plan")
          .values({ id: "plan-falso", kind: "strategic", title_es: "a", title_en: "a", from_day: "2028-01-01", until_day: "2037-12-31", is_record: true, source_es: "a", source_en: "a" })
          .execute(),
      ),
    ).rejects.toThrow(/permission denied|row-level security/);
});
