import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, sql, write } from "#database";
import { type ArrangedMeeting, type Person, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { type World, openWorld } from "../../../test/world.ts";
import { historyOf } from "../history/event.store.ts";
import { countryReportsOf, handInReport, presentReport } from "./country-report.store.ts";
import { enterRepresentation, hearRepresentation, reportRepresentation, representationOf, representations } from "./representation.store.ts";
import { waiting } from "./waiting.ts";

let world: World;
let of: ArrangedMeeting;
beforeAll(async () => {
  world = await openWorld();
  of = await arrangeMeeting(world);
});
afterAll(() => world.close());

const handIn = (actor: Person, body: string, file?: { name: string; type: string; bytes: Uint8Array }) =>
  write(world.database, actor, (tx) => handInReport(tx, actor, of.id, { body, ...(file ? { file } : {}) }));
const text = (content: string) => ({ name: "informe.txt", type: "text/plain", bytes: new TextEncoder().encode(content) });

test("a delegation hands in its report, mends it, and no longer once it is presented", async () => {
  const actor = of.titular("GTM");
  expect((await waiting(world.database, actor)).some(({ href }) => href.endsWith("/session/reports"))).toBe(true);
  expect(await handIn(actor, "  ")).toEqual({ refusal: "body-missing" });
  expect(await handIn(actor, "Situación de Guatemala")).toBeUndefined();
  expect(await handIn(of.alternate("GTM"), "Situación de Guatemala, corregida", text("Anexo"))).toBeUndefined();
  expect((await waiting(world.database, actor)).some(({ href }) => href.endsWith("/session/reports"))).toBe(false);
  expect(await write(world.database, actor, (tx) => presentReport(tx, actor, of.id, "GTM"))).toBe("not-yours");
  const as = of.secretariat;
  expect(await write(world.database, as, (tx) => presentReport(tx, as, of.id, "BLZ"))).toBe("not-handed-in");
  expect(await write(world.database, as, (tx) => presentReport(tx, as, of.id, "GTM"))).toBeUndefined();
  expect(await write(world.database, as, (tx) => presentReport(tx, as, of.id, "GTM"))).toBe("already-presented");
  expect(await handIn(actor, "Otra cosa")).toEqual({ refusal: "already-presented" });
  expect(await read(world.database, of.titular("BLZ"), (tx) => countryReportsOf(tx, of.id))).toMatchObject([
    { country: "GTM", body: "Situación de Guatemala, corregida", documentNumber: `INFORME-${of.id}-GTM`, presentedAt: expect.any(Date) },
  ]);
  const told = (await read(world.database, as, (tx) => historyOf(tx, of.id))).filter(({ kind }) => kind.startsWith("report."));
  expect(told.map(({ kind }) => kind)).toEqual(["report.handed-in", "report.replaced", "report.presented"]);
});

test("a report is a delegate's act, for the own country; not a focal point's, nor past the store by SQL", async () => {
  expect(await handIn(of.focalPoint("PAN"), "Texto")).toEqual({ refusal: "not-yours" });
  expect(await handIn(of.secretariat, "Texto")).toEqual({ refusal: "not-yours" });
  await expect(
    write(world.database, of.focalPoint("PAN"), (tx) => sql`insert into plenary.country_report (meeting, country, body, handed_in_by) values (${of.id}, 'PAN', 'x', ${of.focalPoint("PAN").account})`.execute(tx)),
  ).rejects.toThrow("row-level security");
  await expect(
    write(world.database, of.titular("PAN"), (tx) => sql`insert into plenary.country_report (meeting, country, body, handed_in_by) values (${of.id}, 'BLZ', 'x', ${of.titular("PAN").account})`.execute(tx)),
  ).rejects.toThrow("row-level security");
});

test("the document of a report is kept in the language of its country: English for Belize, Spanish for the others", async () => {
  expect(await handIn(of.titular("BLZ"), "Situation of Belize", text("Annex"))).toBeUndefined();
  expect(await handIn(of.titular("PAN"), "Situación de Panamá", text("Anexo"))).toBeUndefined();
  const { rows } = await read(world.database, of.secretariat, (tx) =>
    sql<{ number: string; language: string }>`select d.number, r.language from archive.document d join archive.rendition r on r.document = d.id where d.number in (${`INFORME-${of.id}-BLZ`}, ${`INFORME-${of.id}-PAN`}) order by 1`.execute(tx),
  );
  expect(rows.map(({ language }) => language)).toEqual(["en", "es"]);
});

test("a file that runs is refused by name, and nothing of the report is kept", async () => {
  const answer = await handIn(of.titular("CRI"), "Situación", { name: "informe.exe", type: "", bytes: new Uint8Array([0x4d, 0x5a, 0, 0]) });
  expect(answer).toEqual({ file: "program" });
  expect((await read(world.database, of.secretariat, (tx) => countryReportsOf(tx, of.id))).some(({ country }) => country === "CRI")).toBe(false);
});

test("the presidency delegates a representation to a member state, which reports; the plenary hears it once", async () => {
  const id = randomUUID();
  const draft = { id, event: "Foro regional", place: "Bogotá", fromDay: "2024-02-01", untilDay: "2024-02-02", delegatedTo: "PAN" };
  const as = of.presidency;
  const enter = (actor: Person, more: object = {}) => write(world.database, actor, (tx) => enterRepresentation(tx, actor, { ...draft, ...more }));
  expect(await enter(of.titular("PAN"))).toBe("not-yours");
  expect(await enter(as, { event: " " })).toBe("event-missing");
  expect(await enter(as, { untilDay: "2024-01-01" })).toBe("bad-days");
  expect(await enter(as, { untilDay: "2024-02-31" })).toBe("bad-days");
  expect(await enter(as, { delegatedTo: "XXX" })).toBe("unknown-country");
  expect(await enter(as)).toBeUndefined();
  expect(await enter(as)).toBeUndefined();
  expect(await read(world.database, as, representations)).toHaveLength(1);
  expect(await read(world.database, of.observer, representations)).toHaveLength(0);
  expect((await waiting(world.database, of.titular("PAN"))).some(({ href }) => href.endsWith(id))).toBe(true);
  const report = (actor: Person, words: string) => write(world.database, actor, (tx) => reportRepresentation(tx, actor, id, words));
  const hear = (actor: Person) => write(world.database, actor, (tx) => hearRepresentation(tx, actor, id, of.id));
  expect(await hear(as)).toBe("not-reported-yet");
  expect(await report(of.titular("GTM"), "No es suyo")).toBe("not-yours");
  expect(await report(of.titular("PAN"), " ")).toBe("text-missing");
  expect(await report(of.titular("PAN"), "Se presentó el plan estratégico")).toBeUndefined();
  expect(await read(world.database, of.observer, representations)).toHaveLength(1);
  expect(await hear(of.titular("PAN"))).toBe("not-yours");
  expect(await hear(as)).toBeUndefined();
  expect(await hear(as)).toBe("already-heard");
  expect(await report(of.titular("PAN"), "Cambio tardío")).toBe("already-heard");
  expect(await read(world.database, as, (tx) => representationOf(tx, id))).toMatchObject({ reportedIn: of.id, report: "Se presentó el plan estratégico" });
  const told = (await read(world.database, as, (tx) => historyOf(tx, of.id))).find(({ kind }) => kind === "representation.heard");
  expect(told?.sentence.es).toBe("Se escuchó el informe de Panamá sobre la representación en «Foro regional».");
});

test("an address that is no key finds no representation", async () => {
  expect(await read(world.database, of.secretariat, (tx) => representationOf(tx, "nada"))).toBeUndefined();
});
