import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { read } from "#database";
import { type World, asOwner, member, openWorld } from "../../../test/world.ts";
import { enterRecord } from "../../plenary/record/enter.store.ts";
import { acceptedOf, treeOf } from "../plan/node.store.ts";
import { startingLightRule } from "../plan/light.ts";
import { rollUp } from "../plan/roll-up.ts";
import { reportOf } from "../accountability/accountability.store.ts";
import { textsOf } from "../accountability/text.store.ts";
import { demoAccountability } from "./demo-accountability.ts";
import { seedDemoPlan } from "./demo.store.ts";
import { enterPlans } from "./enter.store.ts";

const visitor: Actor = { kind: "public" };
const id = "plan-operativo-2026";
const cast = {
  meeting: "IV-2023",
  motion: null,
  secretariat: member("secretariat"),
  presidency: member("presidency"),
  delegate: (country: string) => member("delegate-titular", country),
  today: "2026-11-22",
};
let world: World;

beforeAll(async () => {
  world = await openWorld();
  await enterRecord(world.database);
  await enterPlans(world.database);
  await seedDemoPlan(world.database, cast);
}, 60_000);
afterAll(() => world.close());

test("the demonstration has a plan of 2026 in force: four axes, 24 activities with months, two indicators by country", async () => {
  const nodes = await read(world.database, visitor, (tx) => treeOf(tx, id));
  const of = (kind: string) => nodes.filter((node) => node.kind === kind);
  expect([of("axis").length, of("operational-objective").length, of("activity").length]).toEqual([4, 9, 24]);
  expect(of("indicator").map(({ indicator }) => indicator?.figure)).toEqual(["countries", "countries"]);
  expect(of("activity").filter(({ months }) => months.length === 0)).toEqual([]);
  expect(new Set(of("axis").map(({ weight }) => weight)).size).toBeGreaterThan(1);
});

test("its reports are accepted, returned and waiting, and four activities past their months have none", async () => {
  const reports = await read(world.database, cast.secretariat, (tx) => tx.selectFrom("planning.report").select(["key", "answer", "account", "answered_by"]).execute());
  expect(Map.groupBy(reports, ({ answer }) => answer ?? "waiting").get("returned")).toHaveLength(2);
  expect(reports.filter(({ answer }) => answer === null)).toHaveLength(2);
  expect(reports.filter(({ answer }) => answer === "accepted").length).toBeGreaterThan(15);
  expect(reports.filter(({ account, answered_by }) => account === answered_by)).toEqual([]);
  const late = await read(world.database, visitor, async (tx) => {
    const nodes = await treeOf(tx, id);
    const progress = rollUp(nodes, await acceptedOf(tx, id), cast.today, startingLightRule);
    return nodes.filter(({ kind, key }) => kind === "activity" && progress.get(key)?.light === "red" && progress.get(key)?.done === "0.0000").map(({ code }) => code);
  });
  for (const code of ["1.1.3", "2.1.4", "2.2.2", "3.2.2"]) expect(late).toContain(code);
});

test("activities are traced to agreements of the record, to indicators of the Strategic Plan and to a published statistic", async () => {
  const traces = await read(world.database, visitor, (tx) =>
    tx.selectFrom("planning.trace as t").leftJoin("plenary.agreement as a", "a.id", "t.agreement").select(["t.kind", "a.number"]).orderBy("t.kind").orderBy("a.number").execute(),
  );
  expect(traces.flatMap(({ number }) => (number === null ? [] : [number.slice(-7)]))).toEqual(["2022-04", "2022-06", "2023-04", "2023-05"]);
  expect(traces.filter(({ kind }) => kind === "indicator")).toHaveLength(7);
  expect(traces.filter(({ kind }) => kind === "release")).toHaveLength(1);
});

test("the report of the two years is begun, its first parts written in both languages", async () => {
  const report = await read(world.database, cast.secretariat, (tx) => reportOf(tx, demoAccountability.number));
  expect(report).toMatchObject({ state: "draft", plans: [id] });
  const texts = await read(world.database, cast.secretariat, (tx) => textsOf(tx, report?.id ?? ""));
  expect(texts.map(({ part, language }) => `${part} ${language}`)).toEqual(["axis-1 en", "axis-1 es", "introduction en", "introduction es"]);
  expect(await read(world.database, visitor, (tx) => reportOf(tx, demoAccountability.number)), "nobody else reads a draft").toBeUndefined();
});

test("filling it again changes nothing", async () => {
  const count = () => asOwner(world.ownerUrl, async (client) => (await client.query("select count(*)::int as n from audit.entry where relation like 'planning.%'")).rows[0].n as number);
  const before = await count();
  await seedDemoPlan(world.database, cast);
  expect(await count()).toBe(before);
});

test("before the year is over it tells nothing of days that have not come", async () => {
  const early = await openWorld();
  try {
    await enterRecord(early.database);
    await enterPlans(early.database);
    await seedDemoPlan(early.database, { ...cast, today: "2026-05-02" });
    const reports = await read(early.database, cast.secretariat, (tx) => tx.selectFrom("planning.report").select("until_day").execute());
    expect(new Set(reports.map(({ until_day }) => until_day))).toEqual(new Set(["2026-03-31"]));
  } finally {
    await early.close();
  }
}, 60_000);
