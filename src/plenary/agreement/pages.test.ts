import { randomUUID } from "node:crypto";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { read, write } from "#database";
import { type ArrangedMeeting, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { ask } from "../../../test/route.ts";
import { type World, openWorld } from "../../../test/world.ts";
import { enterRecord } from "../record/enter.store.ts";
import { enterAgreement } from "./agreement-entry.store.ts";
import { agreementOf, progressOf } from "./agreement.store.ts";
import AgreementEdit, * as edit from "./pages/agreement-edit.tsx";
import AgreementNew, * as enter from "./pages/agreement-new.tsx";
import AgreementOffspring, * as offspring from "./pages/agreement-offspring.tsx";
import AgreementPublic, * as publicOne from "./pages/agreement-public.tsx";
import AgreementPage, * as one from "./pages/agreement.tsx";
import { loader as file } from "./pages/agreements-file.ts";
import AgreementsPublic, * as publicBoard from "./pages/agreements-public.tsx";
import Agreements, * as board from "./pages/agreements.tsx";
import MeetingAgreements, * as tab from "./pages/meeting-agreements.tsx";
import { reportProgress } from "./progress.store.ts";

const visitor: Actor = { kind: "public" };
const guidelines = "ACUERDO-CORETT-2023-05";
let world: World;
let meeting: ArrangedMeeting;
let number: string;
beforeAll(async () => {
  world = await openWorld();
  await enterRecord(world.database);
  meeting = await arrangeMeeting(world);
  number = await entered("=HYPERLINK(\"http://evil\")");
});
afterAll(() => world.close());

async function entered(title: string): Promise<string> {
  const done = await write(world.database, meeting.secretariat, (tx) =>
    enterAgreement(tx, meeting.secretariat, {
      id: randomUUID(), meeting: meeting.id, title: { es: title, en: title }, text: { es: "Texto del acuerdo", en: "Text of the agreement" }, due: { kind: "none" }, dueSaid: "",
      responsible: [{ kind: "member", country: "GTM", committee: null, organisation: null, role: "responsible" }],
    }),
  );
  if (!("number" in done)) throw new Error(done.refusal);
  return done.number;
}

/** Draws a page with what its loader gave, as a browser without script gets it. */
function draw(page: unknown, path: string, loaderData: unknown, actionData?: unknown): string {
  const Stub = createRoutesStub([{ id: "page", path: "*", Component: page as () => null, loader: () => loaderData, action: () => null, HydrateFallback: () => null }]);
  const hydrationData = { loaderData: { page: loaderData }, ...(actionData === undefined ? {} : { actionData: { page: actionData } }) };
  return renderToStaticMarkup(createElement(Stub, { initialEntries: [path], hydrationData }));
}
const get = <T>(loader: (args: never) => T, actor: Actor, path: string, params = {}) => ask(loader, { database: world.database, actor, path, params });
const post = <T>(action: (args: never) => T, actor: Actor, path: string, form: Record<string, string>, params = {}) => ask(action, { database: world.database, actor, path, params, form });
/** The status of an answer that turned away or came back with problems. */
const statusOf = (answer: unknown) => (answer instanceof Response ? answer.status : (answer as { init?: { status?: number } }).init?.status);
const turned = (asking: Promise<unknown>) => asking.then(() => 200, statusOf);

test("the board shows a delegate its own country's agreements first, and the secretariat the late ones first", async () => {
  const own = await get(board.loader, meeting.titular("GTM"), "/es/workspace/agreements");
  expect(own.own.map((row) => row.number)).toContain(number);
  expect(own.own.map((row) => row.number)).toContain(guidelines);
  expect(own.groups.flatMap(({ rows }) => rows.map((row) => row.number))).not.toContain(number);
  expect(own.mayEnter).toBe(false);
  const all = await get(board.loader, meeting.secretariat, "/es/workspace/agreements");
  expect(all.hasOwn).toBe(false);
  expect(all.groups.map(({ standing }) => standing)).toEqual(["overdue", "open", "fulfilled"]);
  expect(all.groups[0]?.rows.map((row) => row.number)).toEqual([guidelines]);
  const html = draw(Agreements, "/es/workspace/agreements", all);
  expect(html).toContain("Vencidos (1)");
  expect(html).toContain("primera plenaria de 2024; esa reunión no consta y el plazo venció el 31 de diciembre de 2024");
  expect(draw(Agreements, "/en/workspace/agreements", own)).toContain("Your country&#x27;s");
});

test("a page for a country holds what it answers for, also by its committees", async () => {
  const page = await get(board.loader, meeting.secretariat, "/es/workspace/agreements?country=DOM&year=2023");
  expect(page.country).toBe("República Dominicana");
  expect(page.groups.flatMap(({ rows }) => rows.map((row) => row.number))).toContain(guidelines);
  expect(page.groups.flatMap(({ rows }) => rows.map((row) => row.number))).not.toContain("ACUERDO-CORETT-2023-02");
  const nothing = await get(board.loader, meeting.secretariat, "/es/workspace/agreements?year=2012&standing=overdue&responsible=nobody'--");
  expect(nothing.groups).toEqual([]);
  expect(draw(Agreements, "/es/workspace/agreements", nothing)).toContain("Ningún acuerdo corresponde");
});

test("the administrator and strangers are turned away; the observer reads", async () => {
  expect(await turned(get(board.loader, { ...meeting.secretariat, office: "administrator" }, "/es/workspace/agreements"))).toBe(403);
  expect(await turned(get(board.loader, visitor, "/es/workspace/agreements"))).toBe(303);
  const page = await get(one.loader, meeting.observer, `/es/workspace/agreements/${number}`, { number });
  expect(page).toMatchObject({ mayReport: false, isLeader: false, events: [] });
  const html = draw(AgreementPage, `/es/workspace/agreements/${number}`, page);
  expect(html).toContain(`href="/es/workspace/plans/traces?agreement=${number}"`);
  expect(html).toContain("Lo que este acuerdo movió en los planes");
  const titular = meeting.titular("GTM");
  expect(await turned(get(enter.loader, titular, "/es/workspace/agreements/new"))).toBe(403);
  expect(await turned(get(edit.loader, titular, "/es/workspace/agreements/x/edit", { number }))).toBe(403);
  expect(await turned(get(offspring.loader, titular, "/es/workspace/agreements/x/offspring", { number }))).toBe(403);
  expect(await turned(get(one.loader, meeting.secretariat, "/es/workspace/agreements/x", { number: "ACUERDO-CORETT-1999-01" }))).toBe(404);
});

test("the list as a file carries no formula", async () => {
  const answer = await get(file, meeting.titular("GTM"), "/es/workspace/agreements/file?year=2024");
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const text = await answer.text();
  expect(text).toContain(`"'=HYPERLINK(""http://evil"")"`);
  expect(text.split("\r\n")[0]).toContain("Número,Reunión,Título");
  expect(text).not.toContain(guidelines);
});

test("an agreement is entered with its due date in words; what is missing is said at its field and what was typed comes back", async () => {
  const first = await get(enter.loader, meeting.secretariat, "/es/workspace/agreements/new");
  expect(draw(AgreementNew, "/es/workspace/agreements/new", first)).toContain("Elegir reunión");
  const path = `/es/workspace/agreements/new?meeting=${meeting.id}`;
  const page = await get(enter.loader, meeting.secretariat, path);
  expect(draw(AgreementNew, path, page)).toContain("Quién responde");
  const typed = { id: page.id, meeting: meeting.id, titleEs: "Nuevo", titleEn: "New", textEs: "Se hará", textEn: "To be done", due: "cuando se pueda" };
  const wrong = (await post(enter.action, meeting.secretariat, path, typed)) as unknown as { init: { status: number }; data: { problems: Record<string, string[]> } };
  expect(wrong.init.status).toBe(400);
  expect(Object.keys(wrong.data.problems).toSorted()).toEqual(["due", "responsible"]);
  const back = draw(AgreementNew, path, page, wrong.data);
  expect(back).toContain("No se entendió el plazo");
  expect(back).toContain('value="cuando se pueda"');
  const done = (await post(enter.action, meeting.secretariat, path, { ...typed, due: "primera plenaria del 2040", responsible: "GTM", supports: "observer:iom" })) as Response;
  expect(done.status).toBe(303);
  const made = done.headers.get("location")?.split("/").at(-1)?.split("?")[0] ?? "";
  expect(await read(world.database, meeting.titular("GTM"), (tx) => agreementOf(tx, made))).toMatchObject({ due: { kind: "plenary", ordinal: 1, year: 2040 }, dueSaid: "primera plenaria del 2040" });
  expect(statusOf(await post(enter.action, meeting.secretariat, path, { ...typed, id: randomUUID(), meeting: "IX-2031", due: "", responsible: "GTM" }))).toBe(409);
  expect(await turned(post(enter.action, meeting.titular("GTM"), path, typed))).toBe(403);
});

test("a country reports and claims, the leaders answer on the page, and a returned claim says why", async () => {
  const of = await entered("Con informe");
  const path = `/es/workspace/agreements/${of}`;
  const act = (actor: Actor, form: Record<string, string>) => post(one.action, actor, path, form, { number: of }).catch((turnedAway: unknown) => turnedAway);
  const titular = meeting.titular("GTM");
  const claim = { intent: "report", id: randomUUID(), kind: "fulfilled", text: "Se capacitó a 40 personas.", url: "" };
  expect(statusOf(await act(titular, { ...claim, text: " " }))).toBe(400);
  expect(statusOf(await act(titular, { ...claim, url: "javascript:alert(1)" }))).toBe(400);
  expect(statusOf(await act(meeting.titular("HND"), claim))).toBe(409);
  expect(statusOf(await act(meeting.observer, claim))).toBe(403);
  expect(statusOf(await act(titular, { ...claim, url: "https://example.org/informe" }))).toBe(303);
  expect(statusOf(await act(titular, { ...claim, id: randomUUID() }))).toBe(409);
  const leader = await get(one.loader, meeting.secretariat, path, { number: of });
  const html = draw(AgreementPage, path, leader);
  expect(html).toContain("https://example.org/informe");
  expect(html).toContain("Guardar respuesta");
  expect(await get(one.loader, meeting.titular("HND"), path, { number: of })).toMatchObject({ reports: [] });
  const answer = { intent: "answer", report: claim.id, [`answer:${claim.id}`]: "returned", [`note:${claim.id}`]: "" };
  expect(statusOf(await act(titular, answer))).toBe(403);
  const unsaid = (await act(meeting.secretariat, answer)) as { data: { problems: Record<string, string[]> } };
  expect(unsaid.data.problems).toEqual({ [`note:${claim.id}`]: ["Escriba el motivo."] });
  expect(statusOf(await act(meeting.secretariat, { ...answer, [`note:${claim.id}`]: "Falta la lista." }))).toBe(303);
  expect(draw(AgreementPage, path, await get(one.loader, titular, path, { number: of }))).toContain("Se devolvió: Falta la lista.");
});

test("a leader closes, opens again and publishes, and each wrong step says what is wrong", async () => {
  const of = await entered("Por cerrar");
  const path = `/es/workspace/agreements/${of}`;
  const act = (actor: Actor, form: Record<string, string>) => post(one.action, actor, path, form, { number: of }).catch((turnedAway: unknown) => turnedAway);
  expect(statusOf(await act(meeting.secretariat, { intent: "close", note: "x" }))).toBe(400);
  expect(statusOf(await act(meeting.secretariat, { intent: "close", how: "fulfilled", closedOn: "2999-01-01", note: "x" }))).toBe(400);
  expect(statusOf(await act(meeting.titular("GTM"), { intent: "close", how: "withdrawn", note: "x" }))).toBe(403);
  expect(statusOf(await act(meeting.secretariat, { intent: "close", how: "withdrawn", note: "Sustituido." }))).toBe(303);
  expect(statusOf(await act(meeting.presidency, { intent: "close", how: "withdrawn", note: "Otra vez." }))).toBe(409);
  expect(draw(AgreementPage, path, await get(one.loader, meeting.secretariat, path, { number: of }))).toContain("Reabrir acuerdo");
  expect(statusOf(await act(meeting.presidency, { intent: "reopen", reason: "Sigue." }))).toBe(303);
  expect(statusOf(await act(meeting.presidency, { intent: "publish", public: "yes" }))).toBe(303);
  expect(await turned(get(publicOne.loader, visitor, `/es/agreements/${of}`, { number: of }))).toBe(200);
  expect(statusOf(await act(meeting.presidency, { intent: "nothing" }))).toBe(404);
});

test("evidence is uploaded with its report, and a file that is refused leaves no report", async () => {
  const of = await entered("Con evidencia");
  const titular = meeting.titular("GTM");
  const send = (name: string, bytes: string) => {
    const form = new FormData();
    for (const [field, value] of Object.entries({ intent: "report", id: randomUUID(), kind: "progress", text: "Con documento." })) form.append(field, value);
    form.append("file", new File([bytes], name));
    const request = new Request(`http://corett.test/es/workspace/agreements/${of}`, { method: "POST", body: form });
    return ask((args: Parameters<typeof one.action>[0]) => one.action({ ...args, request }), { database: world.database, actor: titular, path: `/es/workspace/agreements/${of}`, params: { number: of } });
  };
  const reports = () => read(world.database, titular, async (tx) => progressOf(tx, (await agreementOf(tx, of))?.id ?? ""));
  expect(statusOf(await send("informe.pdf", "MZ este es un programa"))).toBe(400);
  expect(await reports()).toEqual([]);
  expect(statusOf(await send("informe.txt", "Lista de asistencia a los talleres"))).toBe(303);
  expect((await reports())[0]?.evidenceDocument).not.toBeNull();
  expect(draw(AgreementPage, `/en/workspace/agreements/${of}`, await get(one.loader, titular, `/en/workspace/agreements/${of}`, { number: of }))).toContain(`EVIDENCIA-${of}-`);
});

test("title, due date and those who answer are changed on their page; offspring is noted on its own", async () => {
  const of = await entered("Por cambiar");
  const params = { number: of };
  const path = `/es/workspace/agreements/${of}/edit`;
  const change = (form: Record<string, string>) => post(edit.action, meeting.secretariat, path, form, params);
  expect(draw(AgreementEdit, path, await get(edit.loader, meeting.secretariat, path, params))).toContain("Quitar a Guatemala");
  expect(statusOf(await change({ intent: "change", titleEs: "", titleEn: "x", due: "31/02/2040" }))).toBe(400);
  expect(statusOf(await change({ intent: "change", titleEs: "Nuevo", titleEn: "New", due: "31/03/2040" }))).toBe(303);
  expect(statusOf(await change({ intent: "remove", who: "GTM" }))).toBe(409);
  expect(statusOf(await change({ intent: "add", who: "committee:c0000000-0000-4000-8000-000000002018", role: "supports" }))).toBe(303);
  expect(statusOf(await change({ intent: "add", who: "nobody" }))).toBe(400);
  const at = `/es/workspace/agreements/${of}/offspring`;
  const page = await get(offspring.loader, meeting.secretariat, at, params);
  expect(draw(AgreementOffspring, at, page)).toContain("Países que lo forman");
  const note = (form: Record<string, string>) => post(offspring.action, meeting.secretariat, at, form, params);
  expect(statusOf(await note({ id: page.id, kind: "committee", titleEs: "C", titleEn: "C" }))).toBe(400);
  expect(statusOf(await note({ id: page.id, kind: "document", titleEs: "D", titleEn: "D", document: "ACTA-CORETT-NADA" }))).toBe(400);
  expect(statusOf(await note({ id: page.id, kind: "committee", titleEs: "Comité nuevo", titleEn: "New committee", mandateEs: "m", mandateEn: "m", members: "HND", coordinator: "HND", collaborators: "iom" }))).toBe(303);
  const after = await get(one.loader, meeting.titular("HND"), `/es/workspace/agreements/${of}`, params);
  expect(after.responsible).toContain("Comité nuevo");
  expect(after.mayClaim).toBe(true);
});

test("the tab of a meeting shows its agreements; a meeting that one may not see is not there", async () => {
  const page = await get(tab.loader, meeting.titular("GTM"), `/es/workspace/meetings/${meeting.id}/agreements`, { meeting: meeting.id });
  expect(page.rows.map((row) => row.number)).toContain(number);
  expect(page.mayEnter).toBe(false);
  expect(draw(MeetingAgreements, `/en/workspace/meetings/${meeting.id}/agreements`, page)).toContain("Agreements of this meeting");
  expect(await turned(get(tab.loader, meeting.titular("GTM"), "/es/workspace/meetings/IX-2031/agreements", { meeting: "IX-2031" }))).toBe(404);
});

test("the public pages show public agreements alone, to members as to anyone, and no progress", async () => {
  const titular = meeting.titular("GTM");
  await write(world.database, titular, (tx) => reportProgress(tx, titular, number, { id: randomUUID(), kind: "progress", text: "Reservado." }));
  for (const actor of [visitor, meeting.secretariat]) {
    const page = await get(publicBoard.loader, actor, "/es/agreements?year=2022");
    expect(page).toMatchObject({ fulfilled: 4, open: 3 });
    expect(page.rows.map((row) => row.number)).not.toContain(number);
    expect(await turned(get(publicOne.loader, actor, `/es/agreements/${number}`, { number }))).toBe(404);
    expect(draw(AgreementsPublic, "/es/agreements", page)).toContain("cumplidos: 4 · abiertos: 3");
  }
  const page = await get(publicOne.loader, visitor, `/en/agreements/${guidelines}`, { number: guidelines });
  const html = draw(AgreementPublic, `/en/agreements/${guidelines}`, page);
  expect(html).toContain("Petit comité for the internal guidelines");
  expect(html).toContain("Summary of meeting IV-2023");
  expect(html).not.toContain("Reservado");
  expect(html).not.toContain("<script");
});
