import { randomUUID } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentsOf } from "#archive";
import type { Actor } from "#basics";
import { read, write } from "#database";
import { type ArrangedMeeting, type Person, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { ask } from "../../../test/route.ts";
import { type World, asOwner, member, openWorld } from "../../../test/world.ts";
import { historyOf } from "../history/event.store.ts";
import { addItem } from "./agenda.store.ts";
import { convene } from "./convene.store.ts";
import { attachDocument, documentFile, documentsOfMeeting, withdrawDocument } from "./document.store.ts";
import { createMeeting } from "./meeting-draft.store.ts";
import * as filePage from "./pages/document-file.ts";
import * as packagePage from "./pages/package-file.ts";

let world: World;
let held: ArrangedMeeting;
let id: string;
const secretariat = member("secretariat");
const guatemala = member("delegate-titular", "GTM");
const observer = member("observer");
const items = { open: randomUUID(), closed: randomUUID() };
const now = new Date();

beforeAll(async () => {
  world = await openWorld();
  held = await arrangeMeeting(world, { ordinal: 1 });
  // The observer of `member()` beside the arranged one.
  await asOwner(world.ownerUrl, async (client) => {
    await client.query("insert into identity.account (id, name, email) values ($1, 'Observadora', 'obs@corett.test') on conflict do nothing", [observer.account]);
    await client.query("insert into identity.office (account, office, organisation) values ($1, 'observer', 'UNODC')", [observer.account]);
  });
  const startsAt = new Date(now.getTime() + 30 * 86_400_000);
  const made = await write(world.database, secretariat, (tx) =>
    createMeeting(tx, secretariat, 2, { kind: "ordinary", mode: "in-person", place: { es: "Belmopán", en: "Belmopan" }, timeZone: "America/Belize", startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), link: null }, now),
  );
  id = "id" in made ? made.id : "";
  const point = (title: string, openToObservers: boolean) => ({ kind: "other" as const, title: { es: title, en: `${title} (en)` }, detail: { es: "", en: "" }, minutes: 10, presenter: "", openToObservers });
  await write(world.database, secretariat, (tx) => addItem(tx, secretariat, id, items.open, point("Punto abierto", true)));
  await write(world.database, secretariat, (tx) => addItem(tx, secretariat, id, items.closed, point("Punto reservado", false)));
});
afterAll(() => world.close());

const text = (content: string) => ({ name: "nota.txt", type: "text/plain", bytes: new TextEncoder().encode(content) });
const attach = (actor: Person, wish: Partial<Parameters<typeof attachDocument>[3]> = {}, meeting = id) =>
  write(world.database, actor, (tx) =>
    attachDocument(tx, actor, meeting, { id: randomUUID(), item: items.open, title: "Nota", language: "es", openToObservers: true, file: text(randomUUID()), ...wish }),
  );
const titles = (actor: Actor) => read(world.database, actor, async (tx) => (await documentsOfMeeting(tx, id)).map(({ title }) => title));
const archived = (actor: Actor) => read(world.database, actor, async (tx) => (await documentsOf(tx, { class: "meeting-document" })).documents.map(({ title }) => title.es).toSorted());

test("papers of a draft are read by those who lead alone, in the archive too; with the convocation they open to who is convened", async () => {
  await attach(secretariat, { title: "Abierta" });
  await attach(secretariat, { title: "De delegaciones", openToObservers: false });
  await attach(secretariat, { title: "De punto reservado", item: items.closed });
  await attach(secretariat, { title: "De toda la reunión", item: null });
  for (const actor of [guatemala, observer, member("administrator"), { kind: "public" } as const]) expect(await archived(actor)).toEqual([]);
  for (const actor of [guatemala, observer]) expect(await titles(actor)).toEqual([]);
  expect(await write(world.database, member("presidency"), (tx) => convene(tx, member("presidency"), id, { now }))).toBeUndefined();
  expect(await titles(guatemala)).toEqual(["Abierta", "De delegaciones", "De punto reservado", "De toda la reunión"]);
  expect(await archived(guatemala)).toHaveLength(4);
  expect(await titles(observer)).toEqual(["Abierta", "De toda la reunión"]);
  expect(await archived(observer)).toEqual([`Reunión ${id}: Abierta`, `Reunión ${id}: De toda la reunión`]);
  for (const actor of [member("administrator"), { kind: "public" } as const]) expect(await archived(actor)).toEqual([]);
});

test("each gets the file that is open to them, and 404 for any other", async () => {
  const papers = await read(world.database, secretariat, (tx) => documentsOfMeeting(tx, id));
  const answerOf = async (actor: Actor, title: string) =>
    (await ask(filePage.loader, { database: world.database, actor, path: `/es/workspace/meetings/${id}/documents/x/file`, params: { meeting: id, document: papers.find((each) => each.title === title)?.id ?? "" } })).status;
  expect([await answerOf(guatemala, "De punto reservado"), await answerOf(observer, "De punto reservado"), await answerOf(observer, "De delegaciones"), await answerOf(observer, "Abierta")]).toEqual([200, 404, 404, 200]);
  expect(await answerOf(guatemala, "No existe")).toBe(404);
});

test("the package holds, in the order of the agenda, what its reader may read, and a contents page that leads to it", async () => {
  const packageOf = async (actor: Actor, language = "es") => {
    const answer = await ask(packagePage.loader, { database: world.database, actor, path: `/${language}/workspace/meetings/${id}/documents.zip`, params: { meeting: id } });
    expect(answer.headers.get("content-type")).toBe("application/zip");
    return unzipSync(new Uint8Array(await answer.arrayBuffer()));
  };
  const all = await packageOf(guatemala);
  expect(Object.keys(all)).toEqual(["00 Contenido.html", "00 Documentos de la reunión/01 nota.txt", "01 Punto abierto/01 nota.txt", "01 Punto abierto/02 nota.txt", "02 Punto reservado/01 nota.txt"]);
  const page = strFromU8(all["00 Contenido.html"] ?? new Uint8Array());
  for (const [, link = ""] of page.matchAll(/href="([^"]+)"/g)) expect(Object.keys(all)).toContain(decodeURIComponent(link));
  const open = await packageOf(observer, "en");
  expect(Object.keys(open)).toEqual(["00 Contents.html", "00 Documents of the meeting/01 nota.txt", "01 Punto abierto (en)/01 nota.txt"]);
  expect(strFromU8(open["00 Contents.html"] ?? new Uint8Array())).not.toContain("reservado");
});

test("a form sent twice attaches one paper, and two papers never share a number", async () => {
  const wish = { id: randomUUID(), title: "Doble", file: text("doble") };
  expect(await attach(secretariat, wish)).toEqual({ document: wish.id });
  expect(await attach(secretariat, wish)).toEqual({ document: wish.id });
  expect((await titles(secretariat)).filter((title) => title === "Doble")).toHaveLength(1);
  await Promise.all(["a", "b", "c"].map((content) => attach(secretariat, { title: `A la vez ${content}`, file: text(content) })));
  const numbers = await read(world.database, secretariat, async (tx) => (await documentsOf(tx, { class: "meeting-document", perPage: 100 })).documents.map(({ number, latest }) => `${number} ${latest}`));
  expect(numbers).toHaveLength(8);
  expect(numbers.every((number) => number.endsWith(" 1"))).toBe(true);
});

test("a hostile file is refused by what it is, and nothing stays of it", async () => {
  const before = await titles(secretariat);
  const send = async (name: string, content: Uint8Array) => {
    const made = await attach(secretariat, { title: "Malo", file: { name, type: "", bytes: content } });
    return "file" in made ? made.file : "taken";
  };
  const bytes = (content: string) => new TextEncoder().encode(content);
  expect(await send("agenda.exe", bytes("MZ\u0090\u0000"))).toBe("program");
  expect(await send("agenda.pdf", bytes("<html><script>alert(1)</script></html>"))).not.toBe("taken");
  expect(await send("acta.pdf", bytes("%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF"))).toBe("active-pdf");
  expect(await send("acta.docx", bytes("PK no es un zip"))).not.toBe("taken");
  expect(await send("mapa.svg", bytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"))).toBe("drawing");
  expect(await send("vacio.pdf", new Uint8Array())).toBe("empty");
  expect(await titles(secretariat)).toEqual(before);
});

test("a withdrawn paper is kept for those who lead, and gone from the meeting for everybody else", async () => {
  const made = await attach(secretariat, { title: "Por retirar" });
  const paper = "document" in made ? made.document : "";
  expect(await titles(observer)).toContain("Por retirar");
  expect(await write(world.database, guatemala, (tx) => withdrawDocument(tx, guatemala, id, paper))).toBe("not-yours");
  const withdraw = () => write(world.database, held.presidency, (tx) => withdrawDocument(tx, held.presidency, id, paper));
  expect([await withdraw(), await withdraw()]).toEqual([undefined, undefined]);
  expect(await titles(guatemala)).not.toContain("Por retirar");
  expect(await titles(secretariat)).toContain("Por retirar");
  expect(await read(world.database, guatemala, (tx) => documentFile(tx, id, paper))).toBeUndefined();
  const kinds = (await read(world.database, guatemala, (tx) => historyOf(tx, id))).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "document.withdrawn")).toHaveLength(1);
});

test("only those who lead attach papers, to points that are there, and not to a meeting that is over", async () => {
  expect(await attach(guatemala)).toEqual({ refusal: "not-yours" });
  expect(await attach(secretariat, { item: randomUUID() })).toEqual({ refusal: "unknown-item" });
  await asOwner(world.ownerUrl, (client) => client.query("update plenary.meeting set state = 'closed' where id = $1", [held.id]));
  expect(await attach(secretariat, { item: null }, held.id)).toEqual({ refusal: "meeting-closed" });
});
