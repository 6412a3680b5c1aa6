import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#database";
import { ask } from "../../../test/route.ts";
import { type World, member, openWorld } from "../../../test/world.ts";
import { enterPlans } from "../content/enter.store.ts";
import { plansOf, responsibleOf, treeOf } from "./node.store.ts";
import { difference } from "./difference.ts";
import PlanPublic, * as publicOne from "./pages/plan-public.tsx";
import PlanSchedule, * as schedule from "./pages/plan-schedule.tsx";
import PlanSums, * as sums from "./pages/plan-sums.tsx";
import PlanPage, * as tree from "./pages/plan.tsx";
import { beginRevision } from "./plan-act.store.ts";
import { writePlan } from "./refusal.ts";

const secretariat = member("secretariat");
let world: World;
beforeAll(async () => {
  world = await openWorld();
  await enterPlans(world.database);
});
afterAll(() => world.close());

function draw(page: unknown, path: string, loaderData: unknown): string {
  const Stub = createRoutesStub([{ id: "page", path: "*", Component: page as () => null, loader: () => loaderData, HydrateFallback: () => null }]);
  return renderToStaticMarkup(createElement(Stub, { initialEntries: [path], hydrationData: { loaderData: { page: loaderData } } }));
}

test("each plan of the starting content is shown whole, in both languages, to members and to everybody", async () => {
  const plans = await read(world.database, secretariat, plansOf);
  expect(plans.map(({ kind }) => kind).toSorted()).toEqual(["communication", "operational", "strategic"]);
  for (const { id, title } of plans) {
    const nodes = await read(world.database, secretariat, (tx) => treeOf(tx, id));
    for (const language of ["es", "en"] as const) {
      const asking = { database: world.database, params: { plan: id } };
      const path = `/${language}/workspace/plans/${id}`;
      const page = await ask(tree.loader, { ...asking, actor: secretariat, path });
      expect(page.lines).toHaveLength(nodes.length);
      expect(draw(PlanPage, path, page)).toContain(title[language]);
      expect(draw(PlanSums, path, await ask(sums.loader, { ...asking, actor: secretariat, path }))).toContain(title[language]);
      expect(draw(PlanSchedule, path, await ask(schedule.loader, { ...asking, actor: secretariat, path }))).toContain(title[language]);
      const shown = await ask(publicOne.loader, { ...asking, actor: { kind: "public" }, path: `/${language}/plans/${id}` });
      expect(shown.content.reduce((count, { lines }) => count + 1 + lines.length, 0)).toBe(nodes.length);
      expect(draw(PlanPublic, `/${language}/plans/${id}`, shown)).not.toContain("<script");
    }
  }
});

test("a revision of any plan of the starting content begins as the very same plan", async () => {
  for (const { id } of await read(world.database, secretariat, plansOf)) {
    expect(await writePlan(world.database, secretariat, (tx) => beginRevision(tx, secretariat, id, { es: "Revisión", en: "Revision" }))).toEqual({ version: 2 });
    const versioned = (version: number) => read(world.database, secretariat, async (tx) => ({ nodes: await treeOf(tx, id, version), responsible: await responsibleOf(tx, id, version) }));
    const [before, after] = [await versioned(1), await versioned(2)];
    expect(difference(before, after)).toEqual([]);
    expect(after.nodes.map(({ key }) => key)).toEqual(before.nodes.map(({ key }) => key));
  }
});
