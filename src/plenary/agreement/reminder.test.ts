import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, type Text } from "#basics";
import { read, write } from "#database";
import { outbox } from "#mail";
import { type ArrangedMeeting, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { type World, openWorld } from "../../../test/world.ts";
import type { Responsible } from "./agreement.ts";
import { closeAgreement } from "./agreement-close.store.ts";
import { changeAgreement, enterAgreement } from "./agreement-entry.store.ts";
import { reportProgress } from "./progress.store.ts";
import { occasionOn } from "./reminder.ts";
import { postAgreementReminders } from "./reminder.store.ts";
import { waiting } from "./waiting.ts";

let world: World;
let meeting: ArrangedMeeting;
beforeAll(async () => {
  world = await openWorld();
  meeting = await arrangeMeeting(world);
});
afterAll(() => world.close());

const platform: Actor = { kind: "system", task: "remind" };
const at = (day: string) => new Date(`${day}T15:00:00Z`);
const errand = (day: string) => write(world.database, platform, (tx) => postAgreementReminders(tx, at(day)));
const party = (over: Partial<Responsible>): Responsible => ({ kind: "member", country: null, committee: null, organisation: null, role: "responsible", ...over });
const title: Text = { es: "Título reservado", en: "Reserved title" };
async function agreement(date: string, responsible: readonly Responsible[]): Promise<string> {
  const done = await write(world.database, meeting.secretariat, (tx) =>
    enterAgreement(tx, meeting.secretariat, { id: randomUUID(), meeting: meeting.id, title, text: title, due: { kind: "date", date }, dueSaid: date, responsible }),
  );
  if (!("number" in done)) throw new Error(done.refusal);
  return done.number;
}
const mails = () => read(world.database, meeting.secretariat, (tx) => outbox(tx, 500));
const close = (number: string) => write(world.database, meeting.secretariat, (tx) => closeAgreement(tx, meeting.secretariat, number, { state: "withdrawn", note: "Fin de la prueba." }, "2040-01-01"));

test("an agreement is reminded of thirty and seven days before, the day after, and then each month", () => {
  const due = "2040-03-31";
  const days: Record<string, string | undefined> = {
    "2040-02-29": undefined, "2040-03-01": "before-30", "2040-03-23": "before-30", "2040-03-24": "before-7", "2040-03-31": "before-7",
    "2040-04-01": "after-1", "2040-04-29": "after-1", "2040-04-30": "after-month-1", "2040-05-30": "after-month-1", "2040-05-31": "after-month-2", "2041-03-31": "after-month-12",
  };
  for (const [day, occasion] of Object.entries(days)) expect(occasionOn(due, day), day).toBe(occasion);
});

test("from one day to the next an occasion is never an earlier one", () => {
  const place = (occasion: string | undefined) =>
    occasion === undefined ? 0 : occasion === "before-30" ? 1 : occasion === "before-7" ? 2 : occasion === "after-1" ? 3 : 3 + Number(occasion.slice(12));
  const day = (count: number) => new Date(Date.UTC(2030, 0, 1 + count)).toISOString().slice(0, 10);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 1500 }), (due, today) => {
      expect(place(occasionOn(day(due), day(today)))).toBeLessThanOrEqual(place(occasionOn(day(due), day(today + 1))));
    }),
  );
});

test("each reminder goes out once, to those who answer, in words without title or names of persons", async () => {
  const number = await agreement("2040-06-30", [party({ country: "GTM" }), party({ country: "BLZ", role: "supports" })]);
  expect(await errand("2040-05-30")).toEqual([]);
  const before = new Set((await mails()).map(({ id }) => id));
  expect(await errand("2040-05-31")).toEqual([`${number} GTM`]);
  expect(await errand("2040-05-31")).toEqual([]);
  expect(await errand("2040-06-10")).toEqual([]);
  const sent = (await mails()).filter(({ id }) => !before.has(id));
  expect(sent.map(({ recipient }) => recipient).toSorted()).toEqual(
    [meeting.titular("GTM"), meeting.alternate("GTM"), meeting.focalPoint("GTM")].map(({ account }) => `${account}@corett.test`).toSorted(),
  );
  for (const { subject, body } of sent) {
    expect(body).toContain(number);
    expect(`${subject} ${body}`).not.toContain("reservado");
    expect(`${subject} ${body}`).not.toContain("delegate");
  }
  expect(await errand("2040-06-23")).toEqual([`${number} GTM`]);
  expect(await errand("2040-07-01")).toEqual([`${number} GTM`]);
  expect(await errand("2040-07-20")).toEqual([]);
  expect(await errand("2040-07-30")).toEqual([`${number} GTM`]);
  await close(number);
  expect(await errand("2040-08-30")).toEqual([]);
});

test("a date that is moved is reminded of anew", async () => {
  const number = await agreement("2041-01-31", [party({ country: "PAN" })]);
  expect(await errand("2041-01-30")).toEqual([`${number} PAN`]);
  await write(world.database, meeting.secretariat, (tx) => changeAgreement(tx, meeting.secretariat, number, { title, due: { kind: "date", date: "2041-02-05" }, dueSaid: "" }));
  expect(await errand("2041-01-30")).toEqual([`${number} PAN`]);
  await close(number);
});

test("two servers on one morning send one reminder", async () => {
  const number = await agreement("2042-01-31", [party({ country: "PAN" }), party({ kind: "presidency" })]);
  const both = await Promise.all([errand("2042-01-30"), errand("2042-01-30")]);
  expect(both.flat().toSorted()).toEqual([`${number} PAN`, `${number} presidency`]);
  await close(number);
});

test("the countries of a committee, every member for the plenary, organs and observers are reminded as they answer", async () => {
  const guidelines = "c0000000-0000-4000-8000-000000002023";
  const number = await agreement("2043-01-31", [party({ kind: "committee", committee: guidelines }), party({ kind: "secretariat" }), party({ kind: "observer", organisation: "iom" })]);
  const before = new Set((await mails()).map(({ id }) => id));
  expect((await errand("2043-01-30")).toSorted()).toEqual(["CRI", "DOM", "GTM", "HND", "MEX", "SLV", "observer:iom", "secretariat"].map((each) => `${number} ${each}`));
  const to = (await mails()).filter(({ id }) => !before.has(id)).map(({ recipient }) => recipient);
  expect(to).toContain(`${meeting.observer.account}@corett.test`);
  expect(to).toContain(`${meeting.secondSecretary.account}@corett.test`);
  await close(number);
  const all = await agreement("2044-01-31", [party({ kind: "plenary" })]);
  expect(await errand("2044-01-30")).toHaveLength(9);
  await close(all);
});

test("the desk tells a country what it owes and the leaders which claims to review", async () => {
  const number = await agreement("2020-01-01", [party({ country: "NIC" })]);
  const desk = async (actor: Actor) => (await waiting(world.database, actor)).map(({ href, due }) => `${href.split("/").at(-1)} ${due ?? ""}`.trim());
  expect(await desk(meeting.titular("NIC"))).toEqual([`${number} 2020-01-01`]);
  expect(await desk(meeting.titular("HND"))).toEqual([]);
  expect(await desk(meeting.observer)).toEqual([]);
  expect(await desk(meeting.secretariat)).toEqual([]);
  await write(world.database, meeting.titular("NIC"), (tx) => reportProgress(tx, meeting.titular("NIC"), number, { id: randomUUID(), kind: "fulfilled", text: "Hecho." }));
  expect(await desk(meeting.secretariat)).toEqual([number]);
  expect(await desk(meeting.presidency)).toEqual([number]);
  expect((await waiting(world.database, meeting.presidency))[0]?.label.es).toBe(`Revisar la declaración de cumplimiento del acuerdo ${number}`);
});
