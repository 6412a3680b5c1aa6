import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, sql, write } from "#database";
import { type ArrangedMeeting, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { type World, openWorld } from "../../../test/world.ts";
import { historyOf } from "../history/event.store.ts";
import { proposeMotion } from "../vote/motion.store.ts";
import type { Member, Responsible } from "./agreement.ts";
import { type AgreementDraft, addResponsible, changeAgreement, enterAgreement, motionsWithoutAgreement, removeResponsible } from "./agreement-entry.store.ts";
import { closeAgreement, publishAgreement, reopenAgreement } from "./agreement-close.store.ts";
import { agreementOf, agreements, agreementsOfMeeting, convenedMeetings, eventsOf, offspringOf } from "./agreement.store.ts";
import { directory } from "./directory.store.ts";
import { dueDate } from "./due.ts";
import { type OffspringDraft, addOffspring } from "./offspring.store.ts";

let world: World;
let meeting: ArrangedMeeting;
let convened: ArrangedMeeting;
beforeAll(async () => {
  world = await openWorld();
  meeting = await arrangeMeeting(world);
  convened = await arrangeMeeting(world, { state: "convened", ordinal: 6 });
});
afterAll(() => world.close());

const party = (over: Partial<Responsible>): Responsible => ({ kind: "plenary", country: null, committee: null, organisation: null, role: "responsible", ...over });
const guatemala = party({ kind: "member", country: "GTM" });
const draft = (over: Partial<AgreementDraft> = {}): AgreementDraft => ({
  id: randomUUID(),
  meeting: meeting.id,
  title: { es: "Un título", en: "A title" },
  text: { es: "Se acuerda algo.", en: "Something is agreed." },
  due: { kind: "none" },
  dueSaid: "",
  responsible: [guatemala],
  ...over,
});
const enter = (actor: Member, over: Partial<AgreementDraft> = {}) => write(world.database, actor, (tx) => enterAgreement(tx, actor, draft(over)));
async function entered(over: Partial<AgreementDraft> = {}): Promise<string> {
  const done = await enter(meeting.secretariat, over);
  if (!("number" in done)) throw new Error(done.refusal);
  return done.number;
}
const one = (number: string, actor: Member = meeting.secretariat) => read(world.database, actor, (tx) => agreementOf(tx, number));
const toldOf = async (number: string) => (await read(world.database, meeting.secretariat, (tx) => eventsOf(tx, { meeting: meeting.id, number }))).map(({ sentence }) => sentence.es);

/** Puts a motion and lets the plenary adopt it by consensus. */
async function adopted(): Promise<string> {
  const [motion, consensus] = [randomUUID(), randomUUID()];
  await write(world.database, meeting.secretariat, (tx) =>
    proposeMotion(tx, meeting.secretariat, {
      id: motion,
      meeting: meeting.id,
      item: meeting.items.motion,
      purpose: "substance",
      title: { es: "Moción", en: "Motion" },
      text: { es: "La Plenaria acuerda capacitar.", en: "The plenary agrees to train." },
    }),
  );
  await write(world.database, meeting.secretariat, (tx) => sql`select plenary.open_consensus(${motion}::uuid, ${consensus}::uuid)`.execute(tx));
  await write(world.database, meeting.secretariat, (tx) => sql`select plenary.close_consensus(${consensus}::uuid)`.execute(tx));
  return motion;
}

test("an agreement gets the next number of its year and a line in the history of its meeting", async () => {
  const number = await entered();
  const next = await entered();
  expect(number).toMatch(/^ACUERDO-CORETT-2024-\d\d$/);
  expect(Number(next.slice(-2))).toBe(Number(number.slice(-2)) + 1);
  expect(await toldOf(number)).toEqual([`Se registró el acuerdo ${number}: Un título.`]);
  expect((await read(world.database, meeting.titular("GTM"), (tx) => historyOf(tx, meeting.id))).some(({ kind }) => kind === "agreement.entered")).toBe(true);
});

test("the text of an adopted motion is carried over word by word, once", async () => {
  const motion = await adopted();
  expect((await read(world.database, meeting.secretariat, (tx) => motionsWithoutAgreement(tx, meeting.id))).map(({ id }) => id)).toContain(motion);
  const number = await entered({ motion, text: { es: "Otra cosa", en: "Something else" } });
  const agreement = await one(number);
  expect(agreement?.text).toEqual({ es: "La Plenaria acuerda capacitar.", en: "The plenary agrees to train." });
  expect(agreement?.item).toBe(meeting.items.motion);
  expect(await enter(meeting.presidency, { motion })).toEqual({ refusal: "motion-has-agreement" });
  expect(await read(world.database, meeting.secretariat, (tx) => motionsWithoutAgreement(tx, meeting.id))).toEqual([]);
});

test("a motion that was not adopted makes no agreement, and the database holds the same", async () => {
  expect(await enter(meeting.secretariat, { motion: randomUUID() })).toEqual({ refusal: "motion-not-adopted" });
  const motion = await adopted();
  const forged = write(world.database, meeting.secretariat, (tx) =>
    tx
      .insertInto("plenary.agreement")
      .values({
        number: "ACUERDO-CORETT-2024-90", year: 2024, ordinal: 90, meeting: meeting.id, motion, title_es: "a", title_en: "a",
        text_es: "Otra cosa", text_en: "Something else", entered_by: meeting.secretariat.account,
      })
      .execute(),
  );
  await expect(forged).rejects.toThrow(/carries the text of a motion/);
});

test("the same form sent twice makes one agreement, and two people at once get two numbers", async () => {
  const id = randomUUID();
  const first = await enter(meeting.secretariat, { id });
  expect(await enter(meeting.secretariat, { id })).toEqual(first);
  const together = await Promise.all([enter(meeting.secretariat), enter(meeting.presidency), enter(meeting.secondSecretary)]);
  expect(new Set(together.map((done) => ("number" in done ? done.number : done.refusal))).size).toBe(3);
});

test("the hundredth agreement of a year has three digits", async () => {
  await write(world.database, meeting.secretariat, (tx) =>
    tx
      .insertInto("plenary.agreement")
      .values({
        number: "ACUERDO-CORETT-2024-99", year: 2024, ordinal: 99, meeting: meeting.id, title_es: "a", title_en: "a", text_es: "a", text_en: "a",
        entered_by: meeting.secretariat.account,
      })
      .execute(),
  );
  expect(await entered()).toBe("ACUERDO-CORETT-2024-100");
});

test("an agreement is refused for a meeting that is not held, without anybody responsible, or with one that does not exist", async () => {
  expect(await enter(meeting.secretariat, { meeting: convened.id })).toEqual({ refusal: "meeting-not-held" });
  expect(await enter(meeting.secretariat, { meeting: "IX-2024" })).toEqual({ refusal: "unknown-meeting" });
  expect(await enter(meeting.secretariat, { item: convened.items.motion })).toEqual({ refusal: "unknown-item" });
  expect(await enter(meeting.secretariat, { responsible: [] })).toEqual({ refusal: "responsible-needed" });
  expect(await enter(meeting.secretariat, { responsible: [{ ...guatemala, role: "supports" }] })).toEqual({ refusal: "responsible-needed" });
  for (const wrong of [party({ kind: "member", country: "USA" }), party({ kind: "committee", committee: randomUUID() }), party({ kind: "observer", organisation: "nobody" })])
    expect(await enter(meeting.secretariat, { responsible: [wrong] })).toEqual({ refusal: "unknown-responsible" });
});

test("delegates and observers do not enter agreements, by rule and by policy", async () => {
  for (const actor of [meeting.titular("GTM"), meeting.focalPoint("GTM"), meeting.observer]) {
    expect(await enter(actor)).toEqual({ refusal: "not-yours" });
    const past = write(world.database, actor, (tx) =>
      tx
        .insertInto("plenary.agreement")
        .values({ number: "ACUERDO-CORETT-2024-91", year: 2024, ordinal: 91, meeting: meeting.id, title_es: "a", title_en: "a", text_es: "a", text_en: "a", entered_by: actor.account })
        .execute(),
    );
    await expect(past).rejects.toThrow(/permission denied/);
  }
});

test("a due date in words becomes a day when its meeting is convened", async () => {
  const number = await entered({ due: { kind: "plenary", ordinal: 6, year: 2024 }, dueSaid: "sexta plenaria de 2024" });
  const last = await entered({ due: { kind: "next-plenary", after: "2000-01-01" }, dueSaid: "próxima plenaria" });
  const found = await read(world.database, meeting.titular("GTM"), async (tx) => ({ meetings: await convenedMeetings(tx), agreement: await agreementOf(tx, number), next: await agreementOf(tx, last) }));
  const day = found.meetings.find(({ ordinal }) => ordinal === 6)?.startsOn;
  expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(found.agreement && dueDate(found.agreement.due, found.meetings, "2024-01-01")).toEqual({ date: day, by: "meeting" });
  expect(found.next?.due).toEqual({ kind: "next-plenary", after: "2000-01-01" });
  const seventh = await entered({ due: { kind: "plenary", ordinal: 7, year: 2024 }, dueSaid: "séptima plenaria de 2024" });
  const before = await read(world.database, meeting.secretariat, async (tx) => ({ meetings: await convenedMeetings(tx), agreement: await agreementOf(tx, seventh) }));
  expect(before.agreement && dueDate(before.agreement.due, before.meetings, "2024-01-01")).toBe("not-yet-convened");
  await arrangeMeeting(world, { state: "convened", ordinal: 7 });
  const after = await read(world.database, meeting.secretariat, (tx) => convenedMeetings(tx));
  expect(before.agreement && dueDate(before.agreement.due, after, "2024-01-01")).toMatchObject({ by: "meeting" });
});

test("title and due date of an open agreement change; its text never does", async () => {
  const number = await entered();
  const change = { title: { es: "Mejor título", en: "Better title" }, due: { kind: "date", date: "2030-03-31" } as const, dueSaid: "31 de marzo de 2030" };
  expect(await write(world.database, meeting.titular("GTM"), (tx) => changeAgreement(tx, meeting.titular("GTM"), number, change))).toBe("not-yours");
  expect(await write(world.database, meeting.presidency, (tx) => changeAgreement(tx, meeting.presidency, number, change))).toBeUndefined();
  expect(await one(number)).toMatchObject({ title: change.title, due: change.due, dueSaid: change.dueSaid, text: { es: "Se acuerda algo." } });
  expect((await toldOf(number)).at(-1)).toBe(`Se cambió el plazo del acuerdo ${number}: 31 de marzo de 2030.`);
  await expect(write(world.database, meeting.secretariat, (tx) => tx.updateTable("plenary.agreement").set({ text_es: "Otro" }).where("number", "=", number).execute())).rejects.toThrow(/permission denied/);
  await expect(write(world.database, meeting.secretariat, (tx) => tx.deleteFrom("plenary.agreement").where("number", "=", number).execute())).rejects.toThrow(/permission denied/);
});

test("those who answer are added and taken out, and somebody always answers", async () => {
  const number = await entered();
  const add = (each: Responsible) => write(world.database, meeting.secretariat, (tx) => addResponsible(tx, meeting.secretariat, number, each));
  const remove = (each: Responsible) => write(world.database, meeting.secretariat, (tx) => removeResponsible(tx, meeting.secretariat, number, each));
  expect(await remove(guatemala)).toBe("last-responsible");
  expect(await add(party({ kind: "observer", organisation: "iom", role: "supports" }))).toBeUndefined();
  expect(await add(guatemala)).toBe("already-responsible");
  expect(await remove(guatemala)).toBe("last-responsible");
  expect(await add(party({ kind: "secretariat" }))).toBeUndefined();
  expect(await remove(guatemala)).toBeUndefined();
  expect((await one(number))?.responsible.map(({ kind, role }) => [kind, role])).toEqual([["secretariat", "responsible"], ["observer", "supports"]]);
  expect(await write(world.database, meeting.titular("GTM"), (tx) => addResponsible(tx, meeting.titular("GTM"), number, guatemala))).toBe("not-yours");
});

test("an agreement is closed with a note, once, and opened again with a reason", async () => {
  const number = await entered();
  const today = "2030-01-01";
  const close = (actor: Member, how: Parameters<typeof closeAgreement>[3]) => write(world.database, actor, (tx) => closeAgreement(tx, actor, number, how, today));
  expect(await close(meeting.titular("GTM"), { state: "withdrawn", note: "x" })).toBe("not-yours");
  expect(await close(meeting.secretariat, { state: "withdrawn", note: " " })).toBe("reason-needed");
  expect(await close(meeting.secretariat, { state: "fulfilled", on: "2031-01-01", note: "x" })).toBe("day-in-future");
  expect(await close(meeting.secretariat, { state: "fulfilled", on: "2020-01-01", note: "x" })).toBe("day-before-meeting");
  expect(await close(meeting.secretariat, { state: "fulfilled", on: "2029-02-30", note: "x" })).toBe("not-a-day");
  expect(await close(meeting.secretariat, { state: "fulfilled", on: "2029-05-01", note: "Consta en el acta." })).toBeUndefined();
  expect(await one(number)).toMatchObject({ state: "fulfilled", fulfilledOn: "2029-05-01", closingNote: "Consta en el acta." });
  expect(await close(meeting.presidency, { state: "withdrawn", note: "x" })).toBe("closed");
  expect(await write(world.database, meeting.secretariat, (tx) => addResponsible(tx, meeting.secretariat, number, party({})))).toBe("closed");
  const reopen = (reason: string) => write(world.database, meeting.presidency, (tx) => reopenAgreement(tx, meeting.presidency, number, reason));
  expect(await reopen("")).toBe("reason-needed");
  expect(await reopen("Faltaba un país.")).toBeUndefined();
  expect(await reopen("Otra vez")).toBe("already-open");
  expect(await close(meeting.secretariat, { state: "withdrawn", note: "Lo sustituye otro." })).toBeUndefined();
  expect((await toldOf(number)).slice(1)).toEqual([
    `El acuerdo ${number} se dio por cumplido: Consta en el acta.`,
    `El acuerdo ${number} se reabrió: Faltaba un país.`,
    `El acuerdo ${number} se retiró: Lo sustituye otro.`,
  ]);
});

test("the public sees an agreement once the leaders make it public, and no longer when they take it back", async () => {
  const number = await entered();
  const shown = () => read(world.database, { kind: "public" }, async (tx) => (await agreements(tx)).map((each) => each.number));
  const publish = (actor: Member, isPublic: boolean) => write(world.database, actor, (tx) => publishAgreement(tx, actor, number, isPublic));
  expect(await shown()).not.toContain(number);
  expect(await publish(meeting.titular("GTM"), true)).toBe("not-yours");
  expect(await publish(meeting.secretariat, true)).toBeUndefined();
  expect(await shown()).toContain(number);
  expect(await publish(meeting.secretariat, false)).toBeUndefined();
  expect(await shown()).not.toContain(number);
  expect((await read(world.database, meeting.observer, (tx) => agreements(tx))).map((each) => each.number)).toContain(number);
});

test("an agreement creates a committee with its volunteers, once, and the committee answers for it", async () => {
  const number = await entered({ due: { kind: "date", date: "2031-03-31" }, dueSaid: "31/03/2031" });
  const offspring: OffspringDraft = {
    id: randomUUID(),
    kind: "committee",
    title: { es: "Petit comité de prueba", en: "Test petit comité" },
    committee: { mandate: { es: "Preparar", en: "Prepare" }, members: ["HND", "MEX"], coordinator: "MEX", collaborators: ["iom"] },
  };
  const add = (actor: Member, each: OffspringDraft) => write(world.database, actor, (tx) => addOffspring(tx, actor, number, each));
  expect(await add(meeting.titular("MEX"), offspring)).toBe("not-yours");
  expect(await add(meeting.secretariat, offspring)).toBeUndefined();
  expect(await add(meeting.secretariat, offspring)).toBeUndefined();
  const { committees } = await read(world.database, meeting.observer, directory);
  const made = committees.filter(({ name }) => name.es === "Petit comité de prueba");
  expect(made).toMatchObject([{ agreement: number, createdAtMeeting: meeting.id, dueOn: "2031-03-31", members: [{ country: "MEX", coordinates: true }, { country: "HND" }] }]);
  const agreement = await one(number);
  expect(agreement?.responsible.map(({ committee }) => committee)).toContain(made[0]?.id);
  expect(await read(world.database, meeting.titular("BLZ"), (tx) => offspringOf(tx, agreement?.id ?? ""))).toMatchObject([{ kind: "committee", committee: made[0]?.id }]);
  expect(await add(meeting.secretariat, { ...offspring, id: randomUUID(), committee: { id: randomUUID() } })).toBe("unknown-committee");
  expect(await add(meeting.secretariat, { id: randomUUID(), kind: "document", title: offspring.title, document: "ACTA-CORETT-NADA" })).toBe("unknown-document");
  expect(await add(meeting.presidency, { id: randomUUID(), kind: "memorandum", title: { es: "MdE", en: "MoU" }, url: "https://example.org/mou" })).toBeUndefined();
  expect((await toldOf(number)).at(-1)).toBe(`Del acuerdo ${number} surgió: MdE.`);
});

test("an act prints the agreements of its meeting with who answers and until when", async () => {
  const number = await entered({ due: { kind: "plenary", ordinal: 1, year: 2031 }, responsible: [guatemala, party({ kind: "observer", organisation: "iom", role: "supports" })] });
  const lines = await read(world.database, meeting.titular("NIC"), (tx) => agreementsOfMeeting(tx, meeting.id));
  const line = lines.find((each) => each.number === number);
  expect(line?.responsibleText).toEqual({ es: "Guatemala; con el apoyo de OIM", en: "Guatemala; with the support of IOM" });
  expect(line?.dueText).toEqual({ es: "primera plenaria de 2031", en: "first plenary of 2031" });
  expect(lines.map(({ ordinal }) => ordinal)).toEqual(lines.map(({ ordinal }) => ordinal).toSorted((a, b) => a - b));
  expect(await read(world.database, meeting.secretariat, (tx) => agreementsOfMeeting(tx, convened.id))).toEqual([]);
});
