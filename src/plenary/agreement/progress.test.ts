import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentOf } from "#archive";
import { read, write } from "#database";
import { type ArrangedMeeting, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { type World, openWorld } from "../../../test/world.ts";
import type { Member, Responsible } from "./agreement.ts";
import { enterAgreement } from "./agreement-entry.store.ts";
import { agreementOf, progressOf } from "./agreement.store.ts";
import { keepEvidence } from "./evidence.store.ts";
import { addOffspring } from "./offspring.store.ts";
import { type ReportAnswer, type ReportDraft, answerReport, claimsWaiting, reportProgress } from "./progress.store.ts";

let world: World;
let meeting: ArrangedMeeting;
beforeAll(async () => {
  world = await openWorld();
  meeting = await arrangeMeeting(world);
});
afterAll(() => world.close());

const today = "2030-01-01";
const party = (over: Partial<Responsible>): Responsible => ({ kind: "member", country: null, committee: null, organisation: null, role: "responsible", ...over });
async function agreement(responsible: readonly Responsible[]): Promise<string> {
  const done = await write(world.database, meeting.secretariat, (tx) =>
    enterAgreement(tx, meeting.secretariat, {
      id: randomUUID(), meeting: meeting.id, title: { es: "Título", en: "Title" }, text: { es: "Texto", en: "Text" }, due: { kind: "none" }, dueSaid: "", responsible,
    }),
  );
  if (!("number" in done)) throw new Error(done.refusal);
  return done.number;
}
const ofGuatemala = () => agreement([party({ country: "GTM" }), party({ country: "BLZ", role: "supports" })]);
const report = (actor: Member, number: string, over: Partial<ReportDraft> = {}) =>
  write(world.database, actor, (tx) => reportProgress(tx, actor, number, { id: randomUUID(), kind: "progress", text: "Se avanzó.", ...over }));
const answer = (actor: Member, id: string, over: Partial<ReportAnswer> = {}) =>
  write(world.database, actor, (tx) => answerReport(tx, actor, id, { answer: "accepted", note: "", ...over }, today));
const seen = (actor: Member, number: string) =>
  read(world.database, actor, async (tx) => (await progressOf(tx, (await agreementOf(tx, number))?.id ?? "")).map(({ text }) => text));

test("titular, alternate and focal point of a country that answers report; another country, an observer and a communicator do not", async () => {
  const number = await ofGuatemala();
  for (const actor of [meeting.titular("GTM"), meeting.alternate("GTM"), meeting.focalPoint("GTM")]) expect(await report(actor, number)).toBeUndefined();
  expect(await report(meeting.titular("HND"), number)).toBe("not-answering");
  expect(await report(meeting.observer, number)).toBe("not-yours");
  expect(await report({ ...meeting.focalPoint("GTM"), office: "communicator" }, number)).toBe("not-yours");
  expect(await report(meeting.presidency, number)).toBeUndefined();
  expect(await report(meeting.titular("GTM"), "ACUERDO-CORETT-2024-999")).toBe("unknown-agreement");
});

test("the database refuses a report past the rule: of another country, for another country, or on a closed agreement", async () => {
  const number = await ofGuatemala();
  const id = (await read(world.database, meeting.secretariat, (tx) => agreementOf(tx, number)))?.id ?? "";
  const past = (actor: Member, over: { country?: string; kind?: string } = {}) =>
    write(world.database, actor, (tx) =>
      tx
        .insertInto("plenary.agreement_progress")
        .values({ agreement: id, text: "x", account: actor.account, name: actor.name, country: actor.country ?? null, office: actor.office, ...over })
        .execute(),
    );
  await expect(past(meeting.titular("HND"))).rejects.toThrow(/row-level security/);
  await expect(past(meeting.titular("HND"), { country: "GTM" })).rejects.toThrow(/row-level security/);
  await expect(past({ ...meeting.titular("GTM"), office: "communicator" })).rejects.toThrow(/row-level security/);
  await expect(past(meeting.observer)).rejects.toThrow(/permission denied/);
  await expect(past(meeting.titular("BLZ"), { kind: "fulfilled" })).rejects.toThrow(/row-level security/);
  await past(meeting.titular("BLZ"));
});

test("a country that supports reports progress and does not claim fulfilment", async () => {
  const number = await ofGuatemala();
  expect(await report(meeting.titular("BLZ"), number)).toBeUndefined();
  expect(await report(meeting.titular("BLZ"), number, { kind: "fulfilled" })).toBe("supports-only");
});

test("the countries of a committee answer for what it was given, the others do not; every member answers for the plenary's", async () => {
  const number = await agreement([party({ kind: "secretariat" })]);
  await write(world.database, meeting.secretariat, (tx) =>
    addOffspring(tx, meeting.secretariat, number, {
      id: randomUUID(), kind: "committee", title: { es: "Comité", en: "Committee" }, committee: { mandate: { es: "m", en: "m" }, members: ["NIC"], collaborators: [] },
    }),
  );
  expect(await report(meeting.titular("NIC"), number)).toBeUndefined();
  expect(await report(meeting.titular("PAN"), number)).toBe("not-answering");
  const all = await agreement([party({ kind: "plenary" })]);
  expect(await report(meeting.focalPoint("DOM"), all)).toBeUndefined();
});

test("another country and the observers see a report when it is accepted, and not before", async () => {
  const number = await ofGuatemala();
  const id = randomUUID();
  await report(meeting.titular("GTM"), number, { id, text: "Solo nuestro." });
  expect(await seen(meeting.focalPoint("GTM"), number)).toEqual(["Solo nuestro."]);
  expect(await seen(meeting.secretariat, number)).toEqual(["Solo nuestro."]);
  expect(await seen(meeting.titular("HND"), number)).toEqual([]);
  expect(await seen(meeting.observer, number)).toEqual([]);
  expect(await answer(meeting.secretariat, id)).toBeUndefined();
  expect(await seen(meeting.titular("HND"), number)).toEqual(["Solo nuestro."]);
  expect(await seen(meeting.observer, number)).toEqual(["Solo nuestro."]);
  await expect(read(world.database, { kind: "public" }, (tx) => progressOf(tx, randomUUID()))).rejects.toThrow(/permission denied/);
});

test("a claim that another person accepts fulfils the agreement and is told", async () => {
  const number = await ofGuatemala();
  const id = randomUUID();
  expect(await report(meeting.titular("GTM"), number, { id, kind: "fulfilled", text: "Se cumplió." })).toBeUndefined();
  expect(await report(meeting.alternate("GTM"), number, { kind: "fulfilled" })).toBe("claim-waiting");
  expect((await read(world.database, meeting.presidency, claimsWaiting)).map(({ agreement: of }) => of)).toContain(number);
  expect(await answer(meeting.titular("GTM"), id)).toBe("not-yours");
  expect(await answer(meeting.secretariat, id, { on: "2035-01-01" })).toBe("day-in-future");
  expect(await answer(meeting.secretariat, id, { on: "2029-12-31" })).toBeUndefined();
  expect(await answer(meeting.presidency, id)).toBe("already-answered");
  expect(await read(world.database, meeting.titular("MEX"), (tx) => agreementOf(tx, number))).toMatchObject({ state: "fulfilled", fulfilledOn: "2029-12-31" });
  expect(await report(meeting.titular("GTM"), number)).toBe("closed");
  expect((await read(world.database, meeting.presidency, claimsWaiting)).map(({ agreement: of }) => of)).not.toContain(number);
});

test("a claim is returned with the reason, the agreement stays open, and the country may claim again", async () => {
  const number = await ofGuatemala();
  const id = randomUUID();
  await report(meeting.titular("GTM"), number, { id, kind: "fulfilled" });
  expect(await answer(meeting.presidency, id, { answer: "returned" })).toBe("reason-needed");
  expect(await answer(meeting.presidency, id, { answer: "returned", note: "Falta la evidencia." })).toBeUndefined();
  expect((await read(world.database, meeting.titular("GTM"), (tx) => agreementOf(tx, number)))?.state).toBe("open");
  expect(await seen(meeting.titular("HND"), number)).toEqual([]);
  expect(await report(meeting.titular("GTM"), number, { kind: "fulfilled" })).toBeUndefined();
});

test("nobody accepts their own claim, in the page or past it", async () => {
  const number = await ofGuatemala();
  const id = randomUUID();
  await report(meeting.secretariat, number, { id, kind: "fulfilled" });
  expect(await answer(meeting.secretariat, id)).toBe("own-report");
  const past = write(world.database, meeting.secretariat, (tx) =>
    tx.updateTable("plenary.agreement_progress").set({ answer: "accepted", answered_at: new Date(), answered_by: meeting.secretariat.account }).where("id", "=", id).execute(),
  );
  await expect(past).rejects.toThrow(/answered_by_another/);
  expect(await answer(meeting.secondSecretary, id)).toBeUndefined();
  expect(await answer(meeting.secondSecretary, randomUUID())).toBe("unknown-report");
});

test("the same report sent twice is kept once; two claims at once leave one", async () => {
  const number = await ofGuatemala();
  const id = randomUUID();
  await report(meeting.titular("GTM"), number, { id });
  expect(await report(meeting.titular("GTM"), number, { id })).toBeUndefined();
  expect(await seen(meeting.titular("GTM"), number)).toHaveLength(1);
  const both = await Promise.all([meeting.titular("GTM"), meeting.alternate("GTM")].map((actor) => report(actor, number, { kind: "fulfilled" })));
  expect(new Set(both)).toEqual(new Set(["claim-waiting", undefined]));
});

test("what was reported cannot be changed or removed, and an answer stands", async () => {
  const number = await ofGuatemala();
  const id = randomUUID();
  await report(meeting.titular("GTM"), number, { id });
  await expect(write(world.database, meeting.secretariat, (tx) => tx.updateTable("plenary.agreement_progress").set({ text: "otro" }).where("id", "=", id).execute())).rejects.toThrow(/permission denied/);
  await expect(write(world.database, meeting.secretariat, (tx) => tx.deleteFrom("plenary.agreement_progress").where("id", "=", id).execute())).rejects.toThrow(/permission denied/);
  await answer(meeting.secretariat, id);
  const again = await write(world.database, meeting.presidency, (tx) =>
    tx.updateTable("plenary.agreement_progress").set({ answer: "returned", answer_note: "x", answered_by: meeting.presidency.account }).where("id", "=", id).executeTakeFirst(),
  );
  expect(again.numUpdatedRows).toBe(0n);
});

test("evidence is read by its country and the leaders, by the other members once accepted, and a program is refused", async () => {
  const number = await ofGuatemala();
  const id = randomUUID();
  const titular = meeting.titular("GTM");
  const title = { es: "Título", en: "Title" };
  const file = new File(["Lista de talleres"], "talleres.txt", { type: "text/plain" });
  const kept = await write(world.database, titular, (tx) => keepEvidence(tx, titular, { number, title }, id, file));
  if (!("id" in kept)) throw new Error(kept.refusal.es);
  await report(titular, number, { id, evidenceDocument: kept.id });
  const reads = (actor: Member) => read(world.database, actor, async (tx) => (await documentOf(tx, kept.id))?.number);
  expect(await reads(titular)).toBe(`EVIDENCIA-${number}-${id.slice(0, 8).toUpperCase()}`);
  expect(await reads(meeting.titular("HND"))).toBeUndefined();
  expect(await answer(meeting.secretariat, id)).toBeUndefined();
  expect(await reads(meeting.titular("HND"))).toBeDefined();
  expect(await reads(meeting.observer)).toBeUndefined();
  const program = new File([Buffer.from("MZ-program")], "informe.pdf", { type: "application/pdf" });
  expect(await write(world.database, titular, (tx) => keepEvidence(tx, titular, { number, title }, randomUUID(), program))).toHaveProperty("refusal.es");
});
