import { randomUUID } from "node:crypto";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { arrangePlan, arrangeReport } from "../../../test/planning-plan.ts";
import { ask } from "../../../test/route.ts";
import { type World, member, openWorld } from "../../../test/world.ts";
import ApprovePage, * as approve from "./pages/accountability-approve.tsx";
import { loader as draftFile } from "./pages/accountability-file.ts";
import ListPage, * as list from "./pages/accountability-list.tsx";
import NewPage, * as begin from "./pages/accountability-new.tsx";
import PartPage, * as part from "./pages/accountability-part.tsx";
import ReportPage, * as one from "./pages/accountability.tsx";

const secretariat = member("secretariat");
const guatemala = member("delegate-titular", "GTM");
const number = "RENDICION-PAGINAS-2023";
let world: World;
beforeAll(async () => {
  world = await openWorld();
  await arrangePlan(world, "plan-de-paginas", 2023);
  await arrangeReport(world, "plan-de-paginas", { name: "of Guatemala", value: 50, until: "2023-03-31", country: "GTM" });
});
afterAll(() => world.close());

const at = (actor: Actor, path: string, params: Record<string, string> = {}, form?: Record<string, string>) => ({ database: world.database, actor, path: `/es/workspace/accountability${path}`, params, ...(form ? { form } : {}) });
const draw = (page: unknown, props: object, language = "es") => {
  const Stub = createRoutesStub([{ path: "*", Component: () => createElement(page as never, props as never) }]);
  return renderToStaticMarkup(createElement(Stub, { initialEntries: [`/${language}/workspace/accountability`] }));
};
const good = { id: randomUUID(), kind: "biennial", number, "title-es": "Rendición 2023", "title-en": "Accountability 2023", from: "2023-01-01", until: "2023-12-31", plans: "plan-de-paginas" };

test("an empty list says who begins a report; a bad form comes back with its problems, a good one leads to the report", async () => {
  expect(draw(ListPage, { loaderData: await ask(list.loader, at(guatemala, "")) })).toContain("Todavía no hay informes");
  const wrong = await ask(begin.action, at(secretariat, "/new", {}, { ...good, until: "2022-01-01", number: "x y" }));
  expect(wrong).toMatchObject({ init: { status: 400 }, data: { problems: { until: ["periodReversed"], number: ["numberBad"] } } });
  expect(draw(NewPage, { loaderData: await ask(begin.loader, at(secretariat, "/new")), actionData: (wrong as { data: unknown }).data })).toContain("El período termina antes de empezar");
  expect(await ask(begin.action, at(secretariat, "/new", {}, good))).toMatchObject({ status: 303 });
  expect(await ask(begin.action, at(secretariat, "/new", {}, { ...good, id: randomUUID() }))).toMatchObject({ init: { status: 409 } });
  await expect(ask(begin.action, at(guatemala, "/new", {}, good))).rejects.toMatchObject({ init: { status: 403 } });
});

test("the report reads as it will print, with what stands against it, in both languages; a country does not see a draft", async () => {
  const loaderData = await ask(one.loader, at(secretariat, `/${number}`, { number }));
  expect(draw(ReportPage, { loaderData })).toContain("Falta escribir «Introducción».");
  expect(draw(ReportPage, { loaderData })).toContain("9\u00a0%");
  expect(draw(ReportPage, { loaderData }, "en")).toContain("Before it is approved");
  await expect(ask(one.loader, at(guatemala, `/${number}`, { number }))).rejects.toMatchObject({ init: { status: 404 } });
  const file = await ask(draftFile, at(secretariat, `/${number}/draft.pdf`, { number }));
  expect(file.headers.get("content-disposition")).toContain(`BORRADOR-${number}-es.pdf`);
});

test("who saves upon an older text gets both texts back, and nothing of either language is kept", async () => {
  const where = `/${number}/parts/introduction`;
  const params = { number, part: "introduction" };
  expect(await ask(part.action, at(secretariat, where, params, { "body-es": "Uno", "base-es": "0", "body-en": "One", "base-en": "0" }))).toMatchObject({ status: 303 });
  const clash = await ask(part.action, at(secretariat, where, params, { "body-es": "Uno", "base-es": "1", "body-en": "Other", "base-en": "0" }));
  expect(clash).toMatchObject({ init: { status: 409 }, data: { stale: { language: "en", body: "One" }, typed: { en: "Other" } } });
  const html = draw(PartPage, { loaderData: await ask(part.loader, at(secretariat, where, params)), actionData: (clash as { data: unknown }).data });
  expect(html).toContain("Otra persona guardó antes que usted");
  expect(html).toContain("Other");
  await expect(ask(part.loader, at(secretariat, where, { number, part: "axis-99" }))).rejects.toMatchObject({ init: { status: 404 } });
  await expect(ask(part.loader, at(guatemala, where, params))).rejects.toMatchObject({ init: { status: 404 } });
});

test("without a decision of the plenary the approval waits, and an approval without choice is sent back", async () => {
  const loaderData = await ask(approve.loader, at(secretariat, `/${number}/approve`, { number }));
  expect(draw(ApprovePage, { loaderData })).toMatch(/No hay ninguna decisión|Decisión de la Plenaria/);
  expect(await ask(approve.action, at(secretariat, `/${number}/approve`, { number }, {}))).toMatchObject({ init: { status: 400 }, data: { problems: { decision: ["decisionMissing"], confirm: ["confirmMissing"] } } });
});
