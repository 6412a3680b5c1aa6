import { randomUUID } from "node:crypto";
import { type ComponentType, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { sql, write } from "#database";
import { type ArrangedMeeting, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { ask } from "../../../test/route.ts";
import { type World, asOwner, member, openWorld } from "../../../test/world.ts";
import * as attendancePage from "../attendance/pages/attendance.tsx";
import * as listPage from "../attendance/pages/attendance-list.tsx";
import { beginItem } from "./item.store.ts";
import * as reportsPage from "./pages/country-reports.tsx";
import * as notePage from "./pages/item-note.tsx";
import * as newPage from "./pages/representation-new.tsx";
import * as onePage from "./pages/representation.tsx";
import * as representationsPage from "./pages/representations.tsx";
import * as roomPage from "./pages/room.tsx";
import * as screenPage from "./pages/screen.tsx";
import * as closePage from "./pages/session-close.tsx";
import * as sessionPage from "./pages/session.tsx";
import { enterRepresentation } from "./representation.store.ts";
import { saveNote } from "./note.store.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

let year = 2400;
const arrange = (wish: Parameters<typeof arrangeMeeting>[1] = {}) => arrangeMeeting(world, { year: (year += 1), ordinal: 6, ...wish });

interface Page {
  readonly loader: (args: never) => unknown;
  readonly action?: (args: never) => unknown;
  readonly default: ComponentType<never>;
}

const at = (language: string, id: string, part: string) => `/${language}/workspace/meetings/${id}/${part}`;

/** The page as a reader without script gets it. */
async function html(page: Page, actor: Actor, path: string, params: Record<string, string>): Promise<string> {
  const loaded = await ask(page.loader, { database: world.database, actor, path, params });
  const Stub = createRoutesStub([{ id: "page", path: "*", Component: () => createElement(page.default as unknown as ComponentType<Record<string, unknown>>, { loaderData: loaded, params }) }]);
  return renderToStaticMarkup(createElement(Stub, { initialEntries: [path] }));
}
const post = (page: Page, actor: Actor, path: string, params: Record<string, string>, form: Record<string, string>) => {
  if (!page.action) throw new Error("This page takes no form");
  return ask(page.action, { database: world.database, actor, path, params, form });
};
const room = (of: ArrangedMeeting, actor: Actor, language = "es", more = "") => html(roomPage, actor, `${at(language, of.id, "room")}${more}`, { meeting: of.id });

test("the room tells a titular in the room that they are, an alternate with the titular present whose ballot it is, an observer what is theirs", async () => {
  const of = await arrange();
  await of.arrive("GTM", "alternate");
  expect(await room(of, of.titular("GTM"))).toContain("Está en la sala como titular.");
  expect(await room(of, of.alternate("GTM"))).toContain("Su titular está en la sala");
  await of.leave("GTM");
  expect(await room(of, of.alternate("GTM"))).toContain("usted decide por su delegación");
  expect(await room(of, of.alternate("GTM"), "en")).toContain("You are in the room as alternate.");
  expect(await room(of, of.titular("GTM"))).toContain("Estoy en la sala");
  expect(await room(of, of.observer)).toContain("No está en la sala (observación).");
  expect(await room(of, of.focalPoint("GTM"))).toContain("sin acreditación");
});

test("an open vote leads the one who may vote to the ballot, and nobody else", async () => {
  const of = await arrange();
  await of.arrive("GTM", "alternate");
  const motion = randomUUID();
  const vote = randomUUID();
  await write(world.database, of.secretariat, async (tx) => {
    await sql`select plenary.propose_motion(${motion}::uuid, ${of.id}, ${of.items.motion}::uuid, 'substance', 'Protocolo', 'Protocol', 'Texto', 'Text', null, null)`.execute(tx);
    await sql`select plenary.open_vote(${vote}::uuid, ${motion}::uuid, 'roll-call', 'simple', false)`.execute(tx);
  });
  const ballot = `votes/${vote}/ballot`;
  expect(await room(of, of.titular("GTM"))).toContain(ballot);
  expect(await room(of, of.alternate("GTM"))).not.toContain(ballot);
  expect(await room(of, of.observer)).not.toContain(ballot);
  await write(world.database, of.titular("GTM"), (tx) => sql`select plenary.cast_ballot(${vote}::uuid, 1::smallint)`.execute(tx));
  expect(await room(of, of.titular("GTM"))).toContain("Su delegación ya votó.");
  const screen = await html(screenPage, of.secretariat, at("es", of.id, "screen"), { meeting: of.id });
  expect(screen).toContain("Votó");
  expect(screen).toContain("Falta");
  expect(screen).not.toContain("A favor");
});

test("a delegate states the position of the delegation from the telephone; a reservation without its text comes back", async () => {
  const of = await arrange();
  const motion = randomUUID();
  const consensus = randomUUID();
  await write(world.database, of.secretariat, async (tx) => {
    await sql`select plenary.propose_motion(${motion}::uuid, ${of.id}, ${of.items.motion}::uuid, 'substance', 'Protocolo', 'Protocol', 'Texto', 'Text', null, null)`.execute(tx);
    await sql`select plenary.open_consensus(${motion}::uuid, ${consensus}::uuid)`.execute(tx);
  });
  const state = (actor: Actor, act: string, text = "") => post(roomPage, actor, at("es", of.id, "room"), { meeting: of.id }, { act, consensus, text, move: randomUUID() });
  expect(await state(of.titular("GTM"), "reservation")).toMatchObject({ init: { status: 400 }, data: { problems: { text: [expect.stringContaining("reserva")] } } });
  expect(await state(of.titular("GTM"), "agreement")).toMatchObject({ status: 303 });
  expect(await state(of.alternate("GTM"), "agreement")).toMatchObject({ init: { status: 409 } });
  expect(await room(of, of.titular("GTM"))).toContain("Su delegación está de acuerdo.");
});

test("from the telephone one enters, asks for the floor, withdraws and leaves, all by plain forms", async () => {
  const of = await arrange({ present: [] });
  const actor = of.titular("PAN");
  const act = (name: string) => post(roomPage, actor, at("es", of.id, "room"), { meeting: of.id }, { act: name, move: randomUUID() });
  expect(await act("floor")).toMatchObject({ init: { status: 409 } });
  for (const name of ["arrival", "floor", "withdraw", "point-of-order"]) expect(await act(name)).toMatchObject({ status: 303 });
  expect(await room(of, actor)).toContain("Usted es la siguiente persona en hablar.");
  expect(await act("departure")).toMatchObject({ status: 303 });
  expect(await act("departure")).toMatchObject({ init: { status: 409 }, data: { refusal: expect.stringContaining("no está en la sala") } });
  const stranger = of.focalPoint("PAN");
  expect(await post(roomPage, stranger, at("es", of.id, "room"), { meeting: of.id }, { act: "arrival", move: randomUUID() })).toMatchObject({ init: { status: 409 } });
});

test("without script the room loads again every ten seconds when asked to", async () => {
  const of = await arrange();
  expect(await room(of, of.titular("GTM"))).not.toContain("http-equiv");
  expect(await room(of, of.titular("GTM"), "es", "?refresh=1")).toMatch(/http-equiv="refresh" content="10"/i);
});

test("an observer's pages say nothing of a point that is closed to observers", async () => {
  const of = await arrange();
  await asOwner(world.ownerUrl, (client) => client.query("update plenary.agenda_item set open_to_observers = false, title_es = 'Punto reservado' where id = $1", [of.items.motion]));
  await write(world.database, of.secretariat, (tx) => beginItem(tx, of.secretariat, of.id, of.items.motion));
  expect(await room(of, of.titular("GTM"))).toContain("Punto reservado");
  expect(await room(of, of.observer)).toContain("Se trata un punto sin observadores.");
  const desk = await html(sessionPage, of.observer, at("es", of.id, "session"), { meeting: of.id });
  expect(desk).not.toContain("Punto reservado");
});

test("a room is not for visitors, administrators, or a meeting of the record", async () => {
  const of = await arrange();
  await expect(room(of, { kind: "public" })).rejects.toMatchObject({ status: 303 });
  await expect(room(of, member("administrator"))).rejects.toMatchObject({ init: { status: 403 } });
  await expect(html(roomPage, of.secretariat, at("es", "I-1999", "room"), { meeting: "I-1999" })).rejects.toMatchObject({ init: { status: 404 } });
});

test("the control desk opens, verifies, suspends and works through the agenda; a delegate reads and does none of it", async () => {
  const of = await arrange({ state: "convened" });
  const params = { meeting: of.id };
  const path = at("es", of.id, "session");
  const act = (form: Record<string, string>, actor: Actor = of.secretariat) => post(sessionPage, actor, path, params, form);
  expect(await html(sessionPage, of.secretariat, path, params)).toContain("Abrir la sesión");
  await expect(act({ act: "open" }, of.titular("GTM"))).rejects.toMatchObject({ init: { status: 403 } });
  expect(await act({ act: "open" })).toMatchObject({ status: 303 });
  expect(await act({ act: "verify" })).toMatchObject({ status: 303 });
  expect(await act({ act: "suspend", reason: "" })).toMatchObject({ init: { status: 400 } });
  expect(await act({ act: "suspend", reason: "Almuerzo", suspension: randomUUID() })).toMatchObject({ status: 303 });
  expect(await html(sessionPage, of.secretariat, path, params)).toContain("Almuerzo");
  expect(await act({ act: "next" })).toMatchObject({ init: { status: 409 } });
  expect(await act({ act: "resume" })).toMatchObject({ status: 303 });
  expect(await act({ act: "next" })).toMatchObject({ status: 303 });
  const desk = await html(sessionPage, of.secretariat, path, params);
  expect(desk).toContain("Se trata ahora");
  expect(desk).toContain("Última verificación");
  expect(await html(sessionPage, of.titular("GTM"), at("en", of.id, "session"), params)).not.toContain("Go to the next point");
  await expect(act({ act: "nonsense" })).rejects.toMatchObject({ init: { status: 404 } });
  expect(await html(closePage, of.secretariat, at("es", of.id, "session/close"), params)).toContain("Puntos que quedan sin tratar");
  expect(await post(closePage, of.secretariat, at("es", of.id, "session/close"), params, {})).toMatchObject({ init: { status: 409 } });
  expect(await post(closePage, of.secretariat, at("es", of.id, "session/close"), params, { pending: "yes" })).toMatchObject({ status: 303 });
  expect(await html(sessionPage, of.secretariat, path, params)).toContain("La sesión terminó.");
});

test("the attendance page records somebody earlier, says the quorum with its source, and draws its course", async () => {
  const of = await arrange({ present: ["BLZ", "CRI", "SLV", "GTM"] });
  const params = { meeting: of.id };
  const path = at("es", of.id, "attendance");
  expect(await post(attendancePage, of.secretariat, path, params, { act: "arrival", person: of.accreditation("HND"), move: randomUUID(), at: "9:xx" })).toMatchObject({ init: { status: 400 } });
  expect(await post(attendancePage, of.secretariat, path, params, { act: "arrival", person: of.accreditation("HND"), move: randomUUID(), at: "" })).toMatchObject({ status: 303 });
  const page = await html(attendancePage, of.secretariat, path, params);
  expect(page).toContain("5 de 9 delegaciones; se necesitan 5: hay quórum.");
  expect(page).toContain("Más de la mitad de los Estados miembros");
  expect(page).toContain("Lineamientos de Actuación");
  expect(page).toMatch(/<svg[^>]*role="img"/);
  expect(page).toContain("Tramos de la sesión según el quórum");
  expect(await html(attendancePage, of.titular("GTM"), at("en", of.id, "attendance"), params)).not.toContain("Record arrival");
  expect(await post(attendancePage, of.titular("GTM"), path, params, { act: "arrival", person: of.accreditation("PAN"), move: randomUUID() })).toMatchObject({ init: { status: 409 } });
  expect(await html(listPage, of.secretariat, at("es", of.id, "attendance/list"), params)).toContain("Firma");
});

test("one form of the board sent twice records one arrival", async () => {
  const of = await arrange({ present: [] });
  const form = { act: "arrival", person: of.accreditation("HND"), move: randomUUID() };
  for (let i = 0; i < 2; i += 1) expect(await post(attendancePage, of.secretariat, at("es", of.id, "attendance"), { meeting: of.id }, form)).toMatchObject({ status: 303 });
  const { rows } = await asOwner(world.ownerUrl, (client) => client.query("select 1 from plenary.presence where accreditation = $1", [of.accreditation("HND")]));
  expect(rows).toHaveLength(1);
});

test("notes saved upon an older version come back with both texts joined, and the next saving keeps them", async () => {
  const of = await arrange();
  const params = { meeting: of.id, item: of.items.motion };
  const path = at("es", of.id, `session/notes/${of.items.motion}`);
  await write(world.database, of.presidency, (tx) => saveNote(tx, of.presidency, of.id, of.items.motion, { body: "Palabras de la Presidencia", basedOn: 0 }));
  const answer = await post(notePage, of.secretariat, path, params, { body: "Palabras de la Secretaría", version: "0" });
  expect(answer).toMatchObject({ init: { status: 409 }, data: { refusal: "conflict", typed: { version: ["1"] }, clash: { author: of.presidency.name } } });
  const joined = (answer as { data: { typed: { body: string[] } } }).data.typed.body[0] ?? "";
  expect(joined).toContain("Palabras de la Presidencia");
  expect(joined).toContain("Palabras de la Secretaría");
  expect(await post(notePage, of.secretariat, path, params, { body: joined, version: "1" })).toMatchObject({ status: 303 });
  expect(await html(notePage, of.secretariat, path, params)).toContain("Palabras de la Presidencia");
  await expect(html(notePage, of.titular("GTM"), path, params)).rejects.toMatchObject({ init: { status: 403 } });
});

test("reports and representations have their pages", async () => {
  const of = await arrange();
  const params = { meeting: of.id };
  const path = at("es", of.id, "session/reports");
  expect(await post(reportsPage, of.titular("GTM"), path, params, { act: "hand-in", body: "" })).toMatchObject({ init: { status: 400 } });
  expect(await post(reportsPage, of.titular("GTM"), path, params, { act: "hand-in", body: "Situación" })).toMatchObject({ status: 303 });
  expect(await post(reportsPage, of.secretariat, path, params, { act: "present", country: "GTM" })).toMatchObject({ status: 303 });
  expect(await html(reportsPage, of.titular("GTM"), path, params)).toContain("Su informe ya se presentó");
  const id = randomUUID();
  await write(world.database, of.presidency, (tx) => enterRepresentation(tx, of.presidency, { id, event: "Foro", place: "", fromDay: "2024-01-01", untilDay: "2024-01-01" }));
  expect(await html(representationsPage, of.titular("GTM"), "/es/workspace/representations", {})).toContain("Foro");
  expect(await html(newPage, of.presidency, "/es/workspace/representations/new", {})).toContain("La Presidencia");
  expect(await post(newPage, of.presidency, "/es/workspace/representations/new", {}, { event: "", from: "", until: "", who: "presidency" })).toMatchObject({ init: { status: 400 } });
  expect(await post(newPage, of.presidency, "/es/workspace/representations/new", {}, { event: "Cumbre", place: "Lima", from: "2024-03-01", until: "2024-03-02", who: "GTM" })).toMatchObject({ status: 303 });
  expect(await post(onePage, of.presidency, `/es/workspace/representations/${id}`, { representation: id }, { act: "report", report: "Se informó" })).toMatchObject({ status: 303 });
  expect(await html(onePage, of.secretariat, `/en/workspace/representations/${id}`, { representation: id })).toContain(of.id);
});
