import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentOf } from "#archive";
import type { Actor } from "#basics";
import { read, write } from "#database";
import { arrangePlan, arrangeReport, planKey, smallPlan } from "../../../test/planning-plan.ts";
import { type ArrangedMeeting, arrangeMeeting, nine } from "../../../test/plenary-meeting.ts";
import { type World, asOwner, openWorld } from "../../../test/world.ts";
import { acceptedOf } from "../plan/node.store.ts";
import { evidenceFor, keepEvidence } from "./evidence.store.ts";
import { postProgressReminders } from "./reminder.store.ts";
import { answerReport, reportsOf, reportsWaiting, submitReport } from "./report.store.ts";
import type { Member, ReportDraft } from "./report.ts";
import { waiting } from "./waiting.ts";

const plan = "plan-2026";
const today = "2026-11-10";
const november = new Date("2026-11-20T18:00:00Z");
const system: Actor = { kind: "system", task: "planning reminders" };
const key = (name: string) => planKey(plan, name);
let world: World;
let people: ArrangedMeeting;
beforeAll(async () => {
  world = await openWorld();
  people = await arrangeMeeting(world);
  await arrangePlan(world, plan, 2026);
  await arrangePlan(world, "plan-2025", 2025, smallPlan, { isDraft: true });
});
afterAll(() => world.close());

const draft = (over: Partial<ReportDraft> = {}): ReportDraft => ({ id: randomUUID(), from: "2026-01-01", until: "2026-03-31", figure: "40", stateOf: "under-way", narrative: "Se capacitó.", whyNot: "", ...over });
const submit = (actor: Actor, name: string, over: Partial<ReportDraft> = {}, of = plan) => write(world.database, actor, (tx) => submitReport(tx, actor, of, planKey(of, name), draft(over), today));
const answer = (actor: Member, id: string, how: "accepted" | "returned" = "accepted", note = "") => write(world.database, actor, (tx) => answerReport(tx, actor, id, { answer: how, note }));
const seen = (actor: Actor, name: string) => read(world.database, actor, async (tx) => (await reportsOf(tx, key(name))).map(({ id }) => id));

test("titular, alternate and focal point report on their country's activity; others are refused in words", async () => {
  for (const actor of [people.titular("GTM"), people.alternate("GTM"), people.focalPoint("GTM")]) expect(await submit(actor, "of Guatemala")).toHaveProperty("kept");
  expect(await submit(people.titular("HND"), "of Guatemala")).toEqual({ refusal: "not-answering" });
  expect(await submit(people.titular("HND"), "of every member")).toHaveProperty("kept");
  expect(await submit({ ...people.focalPoint("GTM"), office: "communicator" }, "of Guatemala")).toEqual({ refusal: "not-yours" });
  expect(await submit(people.observer, "of Guatemala")).toEqual({ refusal: "not-yours" });
  expect(await submit(people.secretariat, "of the secretariat")).toHaveProperty("kept");
  expect(await submit(people.presidency, "of the secretariat")).toEqual({ refusal: "not-answering" });
  expect(await submit(people.secretariat, "of Guatemala")).toEqual({ refusal: "not-answering" });
  expect(await submit(people.titular("GTM"), "axis 1")).toEqual({ refusal: "not-reportable" });
  expect(await submit(people.titular("GTM"), "nothing")).toEqual({ refusal: "unknown-node" });
});

test("a plan that is still a draft is not reported on", async () => {
  expect(await submit(people.titular("GTM"), "of Guatemala", {}, "plan-2025")).toEqual({ refusal: "unknown-node" });
});

test("a measured indicator refuses a typed figure, in words and in the database", async () => {
  expect(await submit(people.secretariat, "measured", { figure: "2" })).toEqual({ refusal: "measured-is-not-typed" });
  await expect(insertPast(people.secretariat, { key: key("measured"), country: null, progress: null, figure: 2 })).rejects.toThrow(/its figure is not typed/);
});

const insertPast = (actor: Member, over: object) =>
  write(world.database, actor, (tx) =>
    tx
      .insertInto("planning.report")
      .values({ plan, version: 1, key: key("of Guatemala"), country: actor.country ?? null, office: actor.office, from_day: "2026-01-01", until_day: "2026-03-31", progress: 10, state_of: "under-way", narrative: "x", account: actor.account, name: actor.name, ...over })
      .execute(),
  );

test("the database refuses past the rules: for another country, of another's activity, or a period that ends before it starts", async () => {
  await expect(insertPast(people.titular("HND"), {})).rejects.toThrow(/row-level security/);
  await expect(insertPast(people.titular("GTM"), { country: "HND" })).rejects.toThrow(/row-level security/);
  await expect(insertPast({ ...people.titular("GTM"), office: "communicator" }, {})).rejects.toThrow(/row-level security/);
  await expect(insertPast(people.titular("GTM"), { from_day: "2026-04-01" })).rejects.toThrow(/period_is_a_period/);
  expect(await submit(people.titular("GTM"), "of Guatemala", { from: "2026-03-31", until: "2026-01-01" })).toEqual({ problems: { until: ["period-reversed"] } });
});

test("another country sees a report once it is accepted, and not before; then it counts", async () => {
  const id = randomUUID();
  await submit(people.titular("GTM"), "of Guatemala", { id, figure: "62,5", until: "2026-09-30" });
  expect(await seen(people.focalPoint("GTM"), "of Guatemala")).toContain(id);
  for (const actor of [people.titular("HND"), people.observer, { kind: "public" } as const]) expect(await seen(actor, "of Guatemala")).not.toContain(id);
  expect(await answer(people.secretariat, id)).toBeUndefined();
  for (const actor of [people.titular("HND"), people.observer, { kind: "public" } as const]) expect(await seen(actor, "of Guatemala")).toContain(id);
  const accepted = await read(world.database, people.titular("HND"), (tx) => acceptedOf(tx, plan));
  expect(accepted.get(key("of Guatemala"))).toEqual({ progress: "62.5", until: "2026-09-30" });
  expect(await answer(people.presidency, id, "returned", "x")).toBe("already-answered");
});

test("a report is answered by another person of the leaders, and returned with a reason; then it is sent again", async () => {
  const own = randomUUID();
  await submit(people.secretariat, "of the secretariat", { id: own });
  expect(await answer(people.secretariat, own)).toBe("own-report");
  expect(await answer(people.titular("GTM"), own)).toBe("not-yours");
  expect(await answer(people.secondSecretary, own, "returned", " ")).toBe("reason-needed");
  expect(await answer(people.secondSecretary, own, "returned", "Falta la evidencia.")).toBeUndefined();
  expect(await answer(people.presidency, randomUUID())).toBe("unknown-report");
  const again = randomUUID();
  expect(await submit(people.secretariat, "of the secretariat", { id: again })).toEqual({ kept: again });
  expect(await answer(people.presidency, again)).toBeUndefined();
  const waits = await read(world.database, people.secretariat, (tx) => reportsWaiting(tx));
  expect(waits.map(({ id }) => id)).not.toContain(own);
});

test("the same form sent twice keeps one report", async () => {
  const id = randomUUID();
  const send = () => submit(people.titular("NIC"), "of every member", { id, until: "2026-06-30" });
  expect(await send()).toEqual({ kept: id });
  expect(await send()).toEqual({ kept: id });
  expect((await seen(people.titular("NIC"), "of every member")).filter((each) => each === id)).toHaveLength(1);
});

test("evidence that is not open to the reader is said to be there, without its address", async () => {
  const titular = people.titular("GTM");
  const id = randomUUID();
  const kept = await write(world.database, titular, async (tx) =>
    keepEvidence(tx, titular, { plan, code: "1.1.1", title: { es: "A", en: "A" } }, id, new File(["Lista de asistencia"], "lista.txt", { type: "text/plain" })),
  );
  if ("refusal" in kept) throw new Error(kept.refusal.es);
  await submit(titular, "of Guatemala", { id, evidenceUrl: "/workspace/collection/2026", evidenceDocument: kept.id });
  const shown = (actor: Actor) => read(world.database, actor, (tx) => evidenceFor(tx, actor, { evidenceUrl: "/workspace/collection/2026", evidenceDocument: kept.id, country: "GTM" }));
  const open = await shown(people.focalPoint("GTM"));
  expect(open.map((each) => each.kind)).toEqual(["document", "record"]);
  expect(await shown(people.secretariat)).toEqual(open);
  const closed = [{ kind: "closed", part: "document" }, { kind: "closed", part: "address" }];
  expect(await shown(people.titular("HND"))).toEqual(closed);
  expect(await shown(people.observer)).toEqual(closed);
  await answer(people.secretariat, id);
  expect((await shown(people.titular("HND"))).map((each) => each.kind)).toEqual(["document", "closed"]);
  expect((await read(world.database, people.titular("HND"), (tx) => documentOf(tx, kept.id)))?.access).toBe("members");
});

test("who owes a report is reminded by mail once for each period, and the desk says what waits", async () => {
  const fresh = "plan-recordatorio";
  await arrangePlan(world, fresh, 2026, [
    { name: "axis", kind: "axis", code: "R", weight: "100" },
    { name: "first", under: "axis", kind: "activity", code: "R.1", weight: "50", months: [10], responsible: ["PAN"] },
    { name: "second", under: "axis", kind: "activity", code: "R.2", weight: "50", months: [10], responsible: ["PAN", "DOM"] },
  ]);
  await arrangeReport(world, fresh, { name: "second", value: 30, until: "2026-10-31", country: "DOM", answer: null });
  const post = async (day: string) => (await write(world.database, system, (tx) => postProgressReminders(tx, new Date(`${day}T18:00:00Z`)))).filter((each) => each.startsWith(fresh));
  expect(await post("2026-10-31")).toEqual([]);
  expect((await post("2026-11-01")).toSorted()).toEqual([`${fresh} R.1 PAN`, `${fresh} R.2 PAN`]);
  expect(await post("2026-11-01")).toEqual([]);
  expect(await post("2026-11-20")).toEqual([]);
  const mails = await asOwner(world.ownerUrl, async (client) => (await client.query<{ recipient: string; body: string }>("select recipient, body from mail.message where body like '%R.1%'")).rows);
  expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual([people.titular("PAN"), people.alternate("PAN"), people.focalPoint("PAN")].map(({ account }) => `${account}@corett.test`).toSorted());
  expect(mails[0]?.body).toContain("Actividad R.2");
  const desk = await waiting(world.database, people.titular("PAN"), november);
  expect(desk.map(({ href }) => href)).toContain(`/workspace/plans/${fresh}/nodes/${planKey(fresh, "first")}/report`);
  expect((await waiting(world.database, people.titular("DOM"), november)).map(({ href }) => href)).not.toContain(`/workspace/plans/${fresh}/nodes/${planKey(fresh, "second")}/report`);
  expect((await waiting(world.database, people.secretariat, november))[0]?.label.es).toMatch(/Revisar \d+ informes de avance/);
  expect(await waiting(world.database, people.observer)).toEqual([]);
});

test("an activity of every member reminds all nine", async () => {
  const posted = await write(world.database, system, (tx) => postProgressReminders(tx, new Date("2026-07-10T18:00:00Z")));
  const asked = posted.filter((each) => each.startsWith(`${plan} 1.1.2`)).map((each) => each.slice(-3));
  expect(asked.toSorted()).toEqual(nine.filter((country) => country !== "NIC").toSorted());
});
