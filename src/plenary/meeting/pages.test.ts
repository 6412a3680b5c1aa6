import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { read } from "#database";
import { type ArrangedMeeting, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { ask } from "../../../test/route.ts";
import { type World, asOwner, member, openWorld } from "../../../test/world.ts";
import { agendaOf, meetingOf } from "./meeting.store.ts";
import { noticesOf } from "./notice.store.ts";
import * as agendaItemPage from "./pages/agenda-item.tsx";
import * as agendaPage from "./pages/agenda.tsx";
import * as calendarPage from "./pages/calendar-file.ts";
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
import * as publicPage from "./pages/public-meeting.tsx";
import * as publicListPage from "./pages/public-meetings.tsx";
import { waiting } from "./waiting.ts";
import { localTime } from "./zone.ts";

let world: World;
let arranged: ArrangedMeeting;
const secretariat = member("secretariat");
const guatemala = member("delegate-titular", "GTM");
const everyone = { kind: "public" } as const;

beforeAll(async () => {
  world = await openWorld();
  arranged = await arrangeMeeting(world, { state: "convened", year: 2024, ordinal: 1 });
});
afterAll(() => world.close());

const open = <T>(page: (args: never) => T, actor: Actor, part = "", params: Record<string, string> = {}, language = "es") =>
  ask(page, { database: world.database, actor, path: `/${language}/workspace/meetings${part}`, params });
const send = <T>(page: (args: never) => T, actor: Actor, params: Record<string, string>, form: Record<string, string>) =>
  ask(page, { database: world.database, actor, path: "/es/workspace/meetings", params, form });

const inDays = (days: number, hour = "09:00") => `${localTime(new Date(Date.now() + days * 86_400_000), "America/Panama").slice(0, 10)}T${hour}`;
const good = () => ({
  ordinal: "5", kind: "ordinary", mode: "hybrid", placeEs: "Ciudad de Panamá", placeEn: "Panama City", timeZone: "America/Panama",
  starts: inDays(25), ends: inDays(25, "17:00"), url: "https://meet.example.org/sala", linkNote: "",
});

/** Answers of actions are either whole responses or data with a status. */
function statusOf(answer: unknown): number {
  if (answer instanceof Response) return answer.status;
  return (answer as { init?: { status?: number } }).init?.status ?? 200; // what React Router's data() makes
}
const dataOf = (answer: unknown) => (answer as { data: unknown }).data; // as above

test("a meeting goes through its pages: prepared, its agenda begun, convened, answered, acknowledged, proven", async () => {
  const made = await send(newPage.action, secretariat, {}, good());
  expect(statusOf(made)).toBe(303);
  const id = /meetings\/([^/]+)\/agenda/.exec(made instanceof Response ? (made.headers.get("location") ?? "") : "")?.[1] ?? "";
  expect(id).toMatch(/^V-20\d\d$/);
  expect(statusOf(await send(newPage.action, secretariat, {}, good()))).toBe(303);
  expect(statusOf(await send(newPage.action, secretariat, {}, { ...good(), placeEs: "Colón", placeEn: "Colón" }))).toBe(400);
  expect(await open(convocationPage.loader, secretariat, "", { meeting: id })).toMatchObject({ readiness: { checks: expect.arrayContaining([{ check: "agenda", result: "blocks" }]) } });
  expect(statusOf(await send(convocationPage.action, secretariat, { meeting: id }, { act: "convene" }))).toBe(409);
  expect(statusOf(await send(agendaPage.action, secretariat, { meeting: id }, { act: "starter" }))).toBe(303);
  expect(statusOf(await send(convocationPage.action, secretariat, { meeting: id }, { act: "convene" }))).toBe(303);

  const desk = await waiting(world.database, guatemala);
  expect(desk).toEqual(expect.arrayContaining([expect.objectContaining({ href: `/workspace/meetings/${id}/delegations/GTM`, label: expect.objectContaining({ es: `Convocatoria a la reunión ${id}: confirme la asistencia de su delegación` }) })]));
  expect(statusOf(await send(delegationPage.action, guatemala, { meeting: id, country: "GTM" }, { act: "answer", answer: "attends" }))).toBe(400);
  expect(statusOf(await send(delegationPage.action, guatemala, { meeting: id, country: "GTM" }, { act: "answer", answer: "attends", mode: "virtual" }))).toBe(303);
  await expect(send(delegationPage.action, guatemala, { meeting: id, country: "BLZ" }, { act: "answer", answer: "attends", mode: "virtual" })).rejects.toMatchObject({ init: { status: 403 } });
  expect((await waiting(world.database, guatemala)).filter(({ href }) => href.includes(id)).map(({ label }) => label.es)).toEqual([`Reunión ${id}: designe a las personas de su delegación`]);

  const belize = member("delegate-alternate", "BLZ");
  expect(statusOf(await send(overviewPage.action, belize, { meeting: id }, { act: "acknowledge" }))).toBe(303);
  const proof = await open(convocationPage.loader, secretariat, "", { meeting: id });
  expect(proof.record).toMatchObject({ kept: true, required: "15" });
  expect(proof.delegations.filter(({ standing }) => standing === "notified").map(({ country }) => country)).toEqual(["BLZ", "GTM"]);
  const own = await open(convocationPage.loader, belize, "", { meeting: id }, "en");
  expect(new Set(own.people.map(({ of }) => of))).toEqual(new Set(["Belize"]));
  expect((await open(historyPage.loader, guatemala, "", { meeting: id })).lines.length).toBeGreaterThan(3);
});

test("wrong fields come back at their fields in words, and what was typed is kept", async () => {
  const answer = await send(newPage.action, secretariat, {}, { ...good(), ordinal: "0", placeEn: "", timeZone: "America/New_York", starts: "2027-03-14T02:30", ends: "2027-03-14T09:00", url: "http://x" });
  expect(statusOf(answer)).toBe(400);
  expect(dataOf(answer)).toMatchObject({ problems: { ordinal: ["ordinal-unreal"], placeEn: ["place-both"], starts: ["time-unreal"], url: ["link-not-https"] }, typed: { placeEs: ["Ciudad de Panamá"] } });
  expect(dataOf(await send(newPage.action, secretariat, {}, { ...good(), ordinal: "7", starts: "2024-03-20T09:00", ends: "2024-03-20T17:00" }))).toMatchObject({ problems: { starts: ["in-the-past"] } });
  expect(dataOf(await send(agendaPage.action, secretariat, { meeting: arranged.id }, { act: "add", item: randomUUID(), kind: "motion", titleEs: "Uno" }))).toMatchObject({ problems: { titleEn: ["title-both"] } });
});

test("the first opening of a meeting by who was convened is its proof of reading, and the reader's own hour is told", async () => {
  const id = (await open(listPage.loader, secretariat)).upcoming.find((each) => each.id.startsWith("V-"))?.id ?? "";
  const dominican = member("delegate-titular", "DOM");
  const seen = async () => (await read(world.database, dominican, (tx) => noticesOf(tx, id))).find(({ account }) => account === dominican.account)?.seenAt;
  expect(await seen()).toBeNull();
  const frame = await open(framePage.loader, dominican, `/${id}`, { meeting: id });
  expect(frame.when).toContain("09:00 en Ciudad de Panamá · 10:00 en su hora (Santo Domingo)");
  const first = await seen();
  expect(first).toBeInstanceOf(Date);
  await open(framePage.loader, dominican, `/${id}`, { meeting: id });
  expect(await seen()).toEqual(first);
});

test("each page is for its readers: drafts are not there, the administrator is turned away, observers see neither board nor history", async () => {
  const made = await send(newPage.action, secretariat, {}, { ...good(), ordinal: "8" });
  const id = /meetings\/([^/]+)\/agenda/.exec(made instanceof Response ? (made.headers.get("location") ?? "") : "")?.[1] ?? "";
  for (const page of [framePage.loader, overviewPage.loader, agendaPage.loader, documentsPage.loader, convocationPage.loader, delegationsPage.loader])
    await expect(open<unknown>(page, guatemala, "", { meeting: id })).rejects.toMatchObject({ init: { status: 404 } });
  for (const page of [framePage.loader, agendaPage.loader, listPage.loader]) await expect(open<unknown>(page, member("administrator"), "", { meeting: arranged.id })).rejects.toMatchObject({ init: { status: 403 } });
  for (const page of [editPage.loader, cancelPage.loader]) await expect(open<unknown>(page, guatemala, "", { meeting: arranged.id })).rejects.toMatchObject({ init: { status: 403 } });
  await expect(open(historyPage.loader, arranged.observer, "", { meeting: arranged.id })).rejects.toMatchObject({ init: { status: 403 } });
  expect(await open(delegationsPage.loader, arranged.observer, "", { meeting: arranged.id })).toMatchObject({ isObserver: true, isNamed: true });
  for (const actor of [guatemala, member("focal-point", "GTM")]) await expect(send(convocationPage.action, actor, { meeting: arranged.id }, { act: "convene" })).rejects.toMatchObject({ init: { status: 403 } });
});

test("points are moved by a button and by a number, and a change of one comes back to the agenda", async () => {
  const { id } = arranged;
  const before = (await open(agendaPage.loader, secretariat, "", { meeting: id })).agenda;
  const last = before.at(-1);
  expect(statusOf(await send(agendaPage.action, secretariat, { meeting: id }, { act: "move:1", item: last?.id ?? "" }))).toBe(303);
  expect((await read(world.database, secretariat, (tx) => agendaOf(tx, id)))[0]?.id).toBe(last?.id);
  const changed = await send(agendaItemPage.action, secretariat, { meeting: id, item: last?.id ?? "" }, { kind: "closing", titleEs: "Clausura", titleEn: "Closing", position: String(before.length) });
  expect(statusOf(changed)).toBe(303);
  expect((await read(world.database, secretariat, (tx) => agendaOf(tx, id))).map((item) => item.id)).toEqual(before.map((item) => item.id));
  await expect(send(agendaPage.action, guatemala, { meeting: id }, { act: "starter" })).rejects.toMatchObject({ init: { status: 403 } });
});

test("a hostile file is refused at its field in the reader's words", async () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ act: "attach", paper: randomUUID(), title: "Agenda", language: "es" })) form.set(name, value);
  form.set("file", new File(["MZ"], "agenda.exe"));
  const answer = await ask(documentsPage.action, { database: world.database, actor: secretariat, path: `/es/workspace/meetings/${arranged.id}/documents`, params: { meeting: arranged.id }, form });
  expect(statusOf(answer)).toBe(400);
  expect(dataOf(answer)).toMatchObject({ problems: { file: ["Es un programa y, por seguridad, no se recibe. Envíe el documento mismo."] }, typed: { title: ["Agenda"] } });
});

test("credentials are checked, and people named and withdrawn, on the delegation's page", async () => {
  const { id } = arranged;
  const person = randomUUID();
  expect(statusOf(await send(delegationPage.action, guatemala, { meeting: id, country: "GTM" }, { act: "name", person, capacity: "adviser", name: "Ana Cú" }))).toBe(303);
  expect(statusOf(await send(delegationPage.action, secretariat, { meeting: id, country: "GTM" }, { act: "return", person, note: "" }))).toBe(409);
  expect(statusOf(await send(delegationPage.action, secretariat, { meeting: id, country: "GTM" }, { act: "check", person }))).toBe(303);
  expect((await open(delegationPage.loader, guatemala, "", { meeting: id, country: "GTM" })).people.find((each) => each.id === person)).toMatchObject({ credentials: "checked" });
  expect(statusOf(await send(delegationPage.action, guatemala, { meeting: id, country: "GTM" }, { act: "withdraw", person }))).toBe(303);
  await expect(send(delegationPage.action, arranged.titular("PAN"), { meeting: id, country: "GTM" }, { act: "withdraw", person })).rejects.toMatchObject({ init: { status: 403 } });
  expect(statusOf(await send(delegationsPage.action, secretariat, { meeting: id }, { act: "remind" }))).toBe(303);
});

test("a meeting's calendar file is given to who may read the meeting", async () => {
  const answer = await open(calendarPage.loader, guatemala, "", { meeting: arranged.id });
  expect(answer.headers.get("content-type")).toContain("text/calendar");
  expect(await answer.text()).toContain(`UID:plenary-${arranged.id}@corett`);
});

test("the public reads meetings that were held, with who took part, and nothing of the others", async () => {
  const ask = <T>(page: (args: never) => T, params = {}) => open(page, everyone, "", params);
  expect((await ask(publicListPage.loader)).meetings.some(({ id }) => id === arranged.id)).toBe(false);
  await expect(ask(publicPage.loader, { meeting: arranged.id })).rejects.toMatchObject({ init: { status: 404 } });
  const other = await arrangeMeeting(world, { ordinal: 9 });
  await asOwner(world.ownerUrl, async (client) => {
    await client.query("update plenary.meeting set state = 'closed' where id = $1", [other.id]);
    await client.query("insert into plenary.participation (meeting, country, mode) values ($1, 'GTM', 'virtual')", [other.id]);
  });
  expect((await ask(publicListPage.loader)).meetings.some(({ id }) => id === other.id)).toBe(true);
  expect(await ask(publicPage.loader, { meeting: other.id })).toMatchObject({ id: other.id, states: [{ name: "Guatemala", mode: "virtual" }], agenda: [] });
  expect((await read(world.database, everyone, (tx) => meetingOf(tx, other.id)))?.state).toBe("closed");
});

test("a cancelled meeting and a changed one are said on the desk of who was convened", async () => {
  const upcoming = (await open(listPage.loader, secretariat)).upcoming.find(({ id, state }) => id.startsWith("V-") && state === "convened");
  const id = upcoming?.id ?? "";
  const belize = member("delegate-alternate", "BLZ");
  const lines = async () => (await waiting(world.database, belize)).filter(({ label }) => label.en.includes(id)).map(({ label }) => label.en);
  expect(statusOf(await send(editPage.action, secretariat, { meeting: id }, { ...good(), starts: inDays(26), ends: inDays(26, "17:00") }))).toBe(303);
  expect(await lines()).toContain(`Meeting ${id} has changed: acknowledge receipt`);
  expect(statusOf(await send(cancelPage.action, secretariat, { meeting: id }, { reason: "" }))).toBe(400);
  expect(statusOf(await send(cancelPage.action, secretariat, { meeting: id }, { reason: "Huracán" }))).toBe(303);
  expect(await lines()).toEqual([`Meeting ${id} was cancelled: acknowledge receipt`]);
});

test("the list shows drafts to those who lead alone", async () => {
  const states = async (actor: Actor) => new Set((await open(listPage.loader, actor)).upcoming.map(({ state }) => state));
  expect(await states(secretariat)).toContain("draft");
  expect(await states(guatemala)).not.toContain("draft");
});
