import { renderToStaticMarkup } from "react-dom/server";
import { type ComponentType, createElement } from "react";
import { createRoutesStub } from "react-router";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { type ArrangedMeeting, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { ask } from "../../../test/route.ts";
import { type World, member, openWorld } from "../../../test/world.ts";
import * as agendaItemPage from "./pages/agenda-item.tsx";
import * as agendaPage from "./pages/agenda.tsx";
import * as convocationPage from "./pages/convocation.tsx";
import * as delegationPage from "./pages/delegation.tsx";
import * as delegationsPage from "./pages/delegations.tsx";
import * as documentsPage from "./pages/documents.tsx";
import * as cancelPage from "./pages/meeting-cancel.tsx";
import * as editPage from "./pages/meeting-edit.tsx";
import * as framePage from "./pages/meeting-frame.tsx";
import * as historyPage from "./pages/meeting-history.tsx";
import * as newPage from "./pages/meeting-new.tsx";
import * as overviewPage from "./pages/meeting-overview.tsx";
import * as listPage from "./pages/meetings.tsx";
import * as publicListPage from "./pages/public-meetings.tsx";

let world: World;
let arranged: ArrangedMeeting;
const secretariat = member("secretariat");
beforeAll(async () => {
  world = await openWorld();
  arranged = await arrangeMeeting(world, { state: "convened" });
  const days = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  await ask(newPage.action, {
    database: world.database,
    actor: secretariat,
    path: "/es/workspace/meetings/new",
    form: { ordinal: "1", kind: "ordinary", mode: "in-person", placeEs: "Managua", placeEn: "Managua, Nicaragua", timeZone: "America/Managua", starts: `${days}T09:00`, ends: `${days}T17:00`, url: "", linkNote: "" },
  });
});
afterAll(() => world.close());

interface Page {
  readonly loader: (args: never) => unknown;
  readonly default: unknown;
}

/** The page as the server draws it for a reader: what the loader gives, in the component. */
async function shown(page: Page, actor: Actor, language: "es" | "en", part: string, params: Record<string, string> = {}): Promise<string> {
  const path = `/${language}/workspace/meetings${part}`;
  const loaderData = await ask(page.loader, { database: world.database, actor, path, params });
  // Each page's component takes its own properties; the stub hands them over as the framework does.
  const Stub = createRoutesStub([{ id: "page", path: "*", Component: page.default as ComponentType, loader: () => loaderData }]);
  return renderToStaticMarkup(createElement(Stub, { initialEntries: [path], hydrationData: { loaderData: { page: loaderData } } }));
}

/** Controls of a page that no label names. */
function unnamed(html: string): string[] {
  const labelled = new Set([...html.matchAll(/<label[^>]*for="([^"]+)"/g)].map(([, id]) => id));
  return [...html.matchAll(/<(input|select|textarea)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/type="(hidden|radio|checkbox)"/.test(tag) && !/aria-label=/.test(tag) && !labelled.has(/id="([^"]+)"/.exec(tag)?.[1] ?? ""));
}

const pages: readonly [name: string, page: Page, part: string][] = [
  ["list", listPage, ""],
  ["new", newPage, "/new"],
  ["frame", framePage, "/ID"],
  ["overview", overviewPage, "/ID"],
  ["agenda", agendaPage, "/ID/agenda"],
  ["agenda item", agendaItemPage, "/ID/agenda/item"],
  ["documents", documentsPage, "/ID/documents"],
  ["convocation", convocationPage, "/ID/convocation"],
  ["delegations", delegationsPage, "/ID/delegations"],
  ["delegation", delegationPage, "/ID/delegations/GTM"],
  ["history", historyPage, "/ID/history"],
  ["edit", editPage, "/ID/edit"],
  ["cancel", cancelPage, "/ID/cancel"],
  ["public list", publicListPage, ""],
];

test.each(pages)("the page %s is drawn in both languages, every control named, nothing left undefined", async (_name, page, part) => {
  const params = { meeting: arranged.id, country: "GTM", item: arranged.items.motion };
  for (const language of ["es", "en"] as const) {
    const html = await shown(page, secretariat, language, part.replace("ID", arranged.id), params);
    expect(html.length).toBeGreaterThan(100);
    expect(html).not.toMatch(/undefined|\[object Object\]|NaN/);
    expect(unnamed(html)).toEqual([]);
  }
});

test("the readiness of a draft is drawn with what is missing", async () => {
  const html = await shown(listPage, secretariat, "es", "");
  const id = /I-20\d\d/.exec(html)?.[0] ?? "";
  const page = await shown(convocationPage, secretariat, "es", `/${id}/convocation`, { meeting: id });
  expect(page).toContain("La agenda tiene puntos");
  expect(page).toContain("Falta");
  expect(page).toMatch(/<button[^>]*disabled=""[^>]*>Convocar la reunión/);
});

test("a delegate finds the form of the answer, an observer no board, and neither finds acts of those who lead", async () => {
  const params = { meeting: arranged.id, country: "GTM" };
  const own = await shown(delegationPage, member("delegate-titular", "GTM"), "es", `/${arranged.id}/delegations/GTM`, params);
  expect(own).toContain("¿Asiste la delegación?");
  expect(own).not.toContain("Dar por acreditada");
  const other = await shown(delegationPage, member("delegate-titular", "BLZ"), "en", `/${arranged.id}/delegations/GTM`, params);
  expect(other).not.toContain("<form");
  const observer = await shown(delegationsPage, arranged.observer, "es", `/${arranged.id}/delegations`, params);
  expect(observer).not.toContain("confirmaron que asisten");
  const agenda = await shown(agendaPage, member("focal-point", "GTM"), "es", `/${arranged.id}/agenda`, params);
  expect(agenda).not.toContain("<form");
});
