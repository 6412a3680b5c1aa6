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
import VersionsPage, * as versions from "./pages/accountability-versions.tsx";
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
  expect(clash).toMatchObject({ init: { status: 409 }, data: { stale: [{ language: "en", body: "One", version: 1 }], typed: { en: "Other" }, bases: { es: 1, en: 0 } } });
  const html = draw(PartPage, { loaderData: await ask(part.loader, at(secretariat, where, params)), actionData: (clash as { data: unknown }).data });
  expect(html).toContain("Otra persona guardó antes que usted");
  expect(html).toContain("Other");
  // Both languages were saved meanwhile: both come back, and nothing that was not shown is what the next save stands upon.
  const both = await ask(part.action, at(secretariat, where, params, { "body-es": "Mío", "base-es": "0", "body-en": "Mine", "base-en": "0" }));
  expect(both).toMatchObject({ init: { status: 409 }, data: { stale: [{ language: "es", body: "Uno" }, { language: "en", body: "One" }] } });
  const shown = draw(PartPage, { loaderData: await ask(part.loader, at(secretariat, where, params)), actionData: (clash as { data: unknown }).data });
  expect(shown).toMatch(/name="base-es" value="1"[\s\S]*name="base-en" value="1"/);
  await expect(ask(part.loader, at(secretariat, where, { number, part: "axis-99" }))).rejects.toMatchObject({ init: { status: 404 } });
  await expect(ask(part.loader, at(guatemala, where, params))).rejects.toMatchObject({ init: { status: 404 } });
});

test("after a refusal the page of a part reads how things stand now, with script as without", () => {
  expect(part.shouldRevalidate({ actionStatus: 409, defaultShouldRevalidate: false })).toBe(true);
  expect(part.shouldRevalidate({ actionStatus: 400, defaultShouldRevalidate: false })).toBe(false);
});

test("every saved text of a part is on its page of versions, with who, when and what changed", async () => {
  const where = `/${number}/parts/conclusions`;
  const params = { number, part: "conclusions" };
  await ask(part.action, at(secretariat, where, params, { "body-es": "Se avanzó.\n\nFaltó tiempo.", "base-es": "0", "body-en": "", "base-en": "0" }));
  await ask(part.action, at(member("presidency"), where, params, { "body-es": "Se avanzó.\n\nFaltaron fondos.", "base-es": "1", "body-en": "", "base-en": "0" }));
  const page = (query = "", actor: Actor = secretariat) => ask(versions.loader, at(actor, `${where}/versions${query}`, params));
  const html = draw(VersionsPage, { loaderData: await page() });
  expect(html).toMatch(/Versión 2[\s\S]*Versión 1/);
  expect(html).toMatch(/<del>Faltó tiempo\.<\/del>[\s\S]*<ins[^>]*>Faltaron fondos\./);
  expect(html).toContain(member("presidency").name);
  const first = draw(VersionsPage, { loaderData: await page("?version=1") });
  expect(first).toContain("Faltó tiempo.");
  expect(first).not.toContain("<del>");
  expect(draw(VersionsPage, { loaderData: await page("?lang=en&version=nada") }, "en")).toContain("No text has been saved in this language yet.");
  expect(draw(PartPage, { loaderData: await ask(part.loader, at(secretariat, where, params)) })).toContain(`${where}/versions"`);
  await expect(page("", guatemala)).rejects.toMatchObject({ init: { status: 404 } });
  await expect(ask(versions.loader, at(secretariat, `/${number}/parts/x/versions`, { number, part: "x" }))).rejects.toMatchObject({ init: { status: 404 } });
});

test("without a decision of the plenary the approval waits, and an approval without choice is sent back", async () => {
  const loaderData = await ask(approve.loader, at(secretariat, `/${number}/approve`, { number }));
  expect(draw(ApprovePage, { loaderData })).toMatch(/No hay ninguna decisión|Decisión de la Plenaria/);
  expect(await ask(approve.action, at(secretariat, `/${number}/approve`, { number }, {}))).toMatchObject({ init: { status: 400 }, data: { problems: { decision: ["decisionMissing"], confirm: ["confirmMissing"] } } });
  // A decision that is none is refused with its sentence, and the form must be confirmed anew.
  const refused = await ask(approve.action, at(secretariat, `/${number}/approve`, { number }, { decision: "motion:none", expected: "0", confirm: "yes" }));
  expect(refused).toMatchObject({ init: { status: 409 }, data: { refusal: expect.stringContaining("El informe cambió") } });
  const decisions = [{ value: "motion:x", meeting: "I-2025", motion: { id: "x", number: 1, title: { es: "Una", en: "One" } }, on: "2025-02-01" }];
  const again = draw(ApprovePage, { loaderData: { ...loaderData, decisions }, actionData: (refused as { data: unknown }).data });
  expect(again).toContain("El informe cambió");
  expect(again).not.toContain("checked");
});
