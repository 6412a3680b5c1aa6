import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentOf, verify } from "#archive";
import { type PdfStructure, readDocxStructure, readPdfStructure } from "#documents";
import { read, sql, write } from "#database";
import { type ArrangedMeeting, type Person, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { type World, asOwner, openWorld } from "../../../test/world.ts";
import { handoverNumber, stepOf } from "./handover.ts";
import { handoverFacts } from "./handover-fact.store.ts";
import { depositHandover } from "./handover-file.store.ts";
import { type HandoverDraft, handOver, handoverOf, handovers, prepareHandover, receiveHandover, writeHandover } from "./handover.store.ts";
import { waiting } from "./waiting.ts";

let world: World;
let meeting: ArrangedMeeting;
beforeAll(async () => {
  world = await openWorld();
  meeting = await arrangeMeeting(world, { year: 2024 });
});
afterAll(() => world.close());

const as = <T>(actor: Person, work: Parameters<typeof write<T>>[2]) => write(world.database, actor, work);
const draft = (other: Partial<HandoverDraft> = {}): HandoverDraft => ({ id: randomUUID(), office: "presidency", from: "Honduras", to: "Panamá", periodFrom: "2024-01-01", periodUntil: "2024-12-31", ...other });
const seen = (actor: Person, id: string) => read(world.database, actor, (tx) => handoverOf(tx, id));

test("a presidency hands over to another person, and the report is deposited once, as PDF and Word file, for the members to read", async () => {
  const incoming: Person = { ...meeting.presidency, account: randomUUID(), name: "presidencia entrante" };
  await asOwner(world.ownerUrl, async (client) => {
    await client.query("begin; set local role corett_auth");
    await client.query("insert into identity.account (id, name, email) values ($1, $2, 'entrante@corett.test')", [incoming.account, incoming.name]);
    await client.query("insert into identity.office (account, office) values ($1, 'presidency')", [incoming.account]);
    await client.query("commit");
  });
  const { presidency, secretariat } = meeting;
  const wish = draft();
  const { id } = wish;
  expect(await as(presidency, (tx) => prepareHandover(tx, wish))).toBe("prepared");
  expect(await as(presidency, (tx) => prepareHandover(tx, wish))).toBe("prepared"); // the form sent twice
  expect(await as(presidency, (tx) => prepareHandover(tx, draft()))).toBe("another-open");
  expect(await as(presidency, (tx) => handOver(tx, id, []))).toBe("report-missing");
  expect(await as(presidency, (tx) => writeHandover(tx, id, "Primer párrafo.\n\nSegundo párrafo.", 0))).toBe("written");
  expect(await as(secretariat, (tx) => writeHandover(tx, id, "Otro texto", 0))).toBe("changed-meanwhile");
  expect(await seen(meeting.titular("CRI"), id)).toBeUndefined(); // not before it is handed over
  expect(await as(incoming, (tx) => receiveHandover(tx, id))).toBe("not-handed-yet");

  const facts = await read(world.database, presidency, (tx) => handoverFacts(tx, wish));
  expect(facts.filter(({ group }) => group === "meeting").map(({ title }) => title.es)).toContain("Reunión V-2024");
  expect(facts.some(({ group, isPending }) => group === "committee" && isPending)).toBe(true); // the starting content has committees at work
  expect(await as(presidency, (tx) => handOver(tx, id, facts))).toBe("handed");
  expect(await as(presidency, (tx) => handOver(tx, id, []))).toBe("already-handed");
  expect(await as(presidency, (tx) => writeHandover(tx, id, "Más", 1))).toBe("already-handed");
  expect(await as(presidency, (tx) => receiveHandover(tx, id))).toBe("same-person");
  expect(await as(secretariat, (tx) => receiveHandover(tx, id))).toBe("not-yours");
  expect(await depositHandover(world.database, secretariat, id, "http://corett.test")).toBe("not-received-yet");
  expect((await waiting(world.database, incoming)).map(({ href }) => href)).toEqual([`/workspace/handover/${id}`]);
  expect(await waiting(world.database, presidency)).toEqual([]);
  expect(await as(incoming, (tx) => receiveHandover(tx, id))).toBe("received");
  expect(await as(incoming, (tx) => receiveHandover(tx, id))).toBe("already-received");
  expect(await depositHandover(world.database, meeting.titular("CRI"), id, "http://corett.test")).toBe("not-yours");

  expect(await depositHandover(world.database, incoming, id, "http://corett.test")).toBe("filed");
  expect(await depositHandover(world.database, secretariat, id, "http://corett.test")).toBe("already-filed");
  const handover = await seen(meeting.titular("CRI"), id);
  if (!handover?.document) throw new Error("not deposited");
  expect(stepOf(handover)).toBe("filed");
  expect(handover.checklist).toEqual(facts);
  const { document: archived } = handover;
  const document = await read(world.database, meeting.titular("CRI"), (tx) => documentOf(tx, archived));
  expect(document).toMatchObject({ number: handoverNumber(handover), class: "term-report", access: "members" });
  const [version] = document?.versions ?? [];
  expect(version?.files.map(({ format, language }) => `${format} ${language}`).sort()).toEqual(["docx en", "docx es", "pdf en", "pdf es"]);
  const code = version?.codes[0] ?? "";
  expect(await read(world.database, { kind: "public" }, (tx) => verify(tx, { code }))).toMatchObject([{ number: handoverNumber(handover) }]);
  await filesSayIt(archived);
}, 60_000);

/** Reads the files back: what was written is in them, under its headings. */
async function filesSayIt(document: string): Promise<void> {
  const files = await asOwner(world.ownerUrl, async (client) => {
    const { rows } = await client.query<{ format: string; bytes: Buffer }>(
      "select r.format, f.bytes from archive.rendition r join archive.file f on f.sha256 = r.file where r.document = $1 and r.language = 'es'",
      [document],
    );
    return new Map(rows.map(({ format, bytes }) => [format, new Uint8Array(bytes)]));
  });
  const pdf: PdfStructure = await readPdfStructure(files.get("pdf") ?? new Uint8Array());
  expect(JSON.stringify(pdf)).toContain("Informe de entrega: Presidencia");
  const docx = readDocxStructure(files.get("docx") ?? new Uint8Array());
  expect(JSON.stringify(docx)).toContain("Segundo párrafo.");
}

test("a delegation, an observer and a wrong period are refused, and the refusals are in the audit", async () => {
  const state = meeting.titular("CRI");
  const { id } = draft();
  expect(await as(state, (tx) => prepareHandover(tx, draft({ id, office: "secretariat" })))).toBe("not-yours");
  expect(await as(meeting.secretariat, (tx) => prepareHandover(tx, draft({ office: "secretariat", periodUntil: "2023-01-01" })))).toBe("period-not-valid");
  expect(await as(meeting.secretariat, (tx) => prepareHandover(tx, draft({ office: "observer" })))).toBe("unknown-office");
  expect(await as(meeting.secretariat, (tx) => prepareHandover(tx, draft({ office: "secretariat", to: " " })))).toBe("name-missing");
  const { rows } = await read(world.database, meeting.secretariat, (tx) =>
    sql<{ n: number }>`select count(*) as n from audit.entry where action = 'attempt' and relation = 'plenary.handover' and after->>'of' = ${id}`.execute(tx),
  );
  expect(rows[0]?.n).toBe(1);
  await expect(read(world.database, meeting.observer, handovers)).rejects.toThrow("permission denied");
});

test("what was handed over stays as it was, behind the platform's back too", async () => {
  const wish = draft({ office: "secretariat" });
  await as(meeting.secretariat, (tx) => prepareHandover(tx, wish));
  await as(meeting.secretariat, (tx) => writeHandover(tx, wish.id, "Informe", 0));
  await as(meeting.secretariat, (tx) => handOver(tx, wish.id, []));
  await expect(asOwner(world.ownerUrl, (client) => client.query("update plenary.handover set report = 'otro' where id = $1", [wish.id]))).rejects.toThrow("stays as it was");
  expect(await as(meeting.secondSecretary, (tx) => receiveHandover(tx, wish.id))).toBe("received");
});
