import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Reading, type Writing, read, write } from "#database";
import { type ArrangedMeeting, type Person, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { type World, asOwner, openWorld } from "../../../test/world.ts";
import { difference } from "./difference.ts";
import { type NodeText, addNode, changeNode, moveNode, removeNode, setWeights, shareOutWeights, shiftNode } from "./node-act.store.ts";
import { acceptedOf, planOf, responsibleOf, treeOf, versionsOf } from "./node.store.ts";
import { approvePlan, beginRevision, createPlan, discardDraft } from "./plan-act.store.ts";
import { proposeNextPlan } from "./propose.store.ts";
import { writePlan } from "./refusal.ts";
import { addPlanResponsible, removePlanResponsible } from "./responsible-act.store.ts";

let world: World;
let meeting: ArrangedMeeting;
let motion: string;
let year = 2018;
let strategic: string;
/** A fresh operational plan of its own year for each test. */
let plan: string;

const nothing = { es: "", en: "" };
const text = (title: string, over: Partial<NodeText> = {}): NodeText => ({
  code: "", title: { es: title, en: title }, detail: nothing, sourcePage: "", target: nothing, verification: nothing, startsOn: null, endsOn: null, months: [], indicator: null, goals: [], ...over,
});
const act = <T>(work: (tx: Writing) => Promise<T>) => writePlan(world.database, meeting.secretariat, work);
const see = <T>(work: (tx: Reading) => Promise<T>, as: Person = meeting.secretariat) => read(world.database, as, work);
const done = <T>(answer: T | string): T => {
  if (typeof answer === "string") throw new Error(answer);
  return answer;
};
const add = async (parent: string | null, kind: Parameters<typeof addNode>[4], title: string, over?: Partial<NodeText>) =>
  done(await act((tx) => addNode(tx, meeting.secretariat, plan, parent, kind, text(title, over)))).key;
const approve = (of = plan, chosen: string | null = motion) => act((tx) => approvePlan(tx, meeting.secretariat, of, { meeting: meeting.id, motion: chosen }));
const weigh = (parent: string | null, weights: Record<string, string>) => act((tx) => setWeights(tx, meeting.secretariat, plan, parent, new Map(Object.entries(weights))));
const revise = () => act((tx) => beginRevision(tx, meeting.secretariat, plan, { es: "Cambió el plazo", en: "The date changed" }));

beforeAll(async () => {
  world = await openWorld();
  meeting = await arrangeMeeting(world);
  motion = await asOwner(world.ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into plenary.motion (meeting, item, number, title_es, title_en, text_es, text_en, proposed_by_office, state, entered_by, decided_at)
       values ($1, $2, 90, 'Aprobar el plan', 'Approve the plan', 'Se aprueba', 'It is approved', 'presidency', 'adopted', $3, now()) returning id`,
      [meeting.id, meeting.items.motion, meeting.secretariat.account],
    );
    return rows[0]?.id ?? "";
  });
  strategic = done(
    await act((tx) => createPlan(tx, meeting.secretariat, { kind: "strategic", title: { es: "Plan", en: "Plan" }, from: "1918-01-01", until: "2099-12-31", parent: null })),
  ).id;
});
afterAll(() => world.close());
beforeEach(async () => {
  year += 2;
  plan = done(
    await act((tx) =>
      createPlan(tx, meeting.secretariat, { kind: "operational", title: { es: `Plan ${year}`, en: `Plan ${year}` }, from: `${year}-01-01`, until: `${year}-12-31`, parent: strategic }),
    ),
  ).id;
});

/** An axis of 100 with two activities of 60 and 40. */
async function twoActivities() {
  const axis = await add(null, "axis", "Eje");
  const [one, two] = [await add(axis, "activity", "Una", { months: [1, 2] }), await add(axis, "activity", "Dos", { months: [3] })];
  expect(await weigh(null, { [axis]: "100" })).toBeUndefined();
  expect(await weigh(axis, { [one]: "60", [two]: "40" })).toBeUndefined();
  return { axis, one, two };
}
const reportAs = (key: string, progress: number, version = 1) =>
  asOwner(world.ownerUrl, (client) =>
    client.query(
      `insert into planning.report (plan, version, key, country, office, from_day, until_day, progress, state_of, narrative, account, name, answer, answered_at, answered_by)
       values ($1, $2, $3, 'GTM', 'focal-point', '2020-01-01', '2020-02-01', $4, 'under-way', 'Avanza', gen_random_uuid(), 'Nadie', 'accepted', now(), gen_random_uuid())`,
      [plan, version, key, progress],
    ),
  );

test("an operational plan lies under a strategic one and within its years; the same kind and year only once", async () => {
  const begin = (over: object) =>
    act((tx) => createPlan(tx, meeting.secretariat, { kind: "operational", title: { es: "P", en: "P" }, from: "1990-01-01", until: "1990-12-31", parent: strategic, ...over }));
  expect(await begin({})).toEqual({ id: "plan-operativo-1990", version: 1 });
  expect(await begin({})).toBe("plan-exists");
  expect(await begin({ parent: null })).toBe("parent-needed");
  expect(await begin({ parent: plan })).toBe("parent-needed");
  expect(await begin({ from: "2150-01-01", until: "2150-12-31" })).toBe("outside-parent");
  expect(await begin({ from: "1991-12-31", until: "1991-01-01" })).toBe("period-backwards");
  const delegate = meeting.titular("GTM");
  expect(await write(world.database, delegate, (tx) => createPlan(tx, delegate, { kind: "strategic", title: nothing, from: "2020-01-01", until: "2021-01-01", parent: null }))).toBe("not-yours");
});

test("a delegate changes nothing in a draft and does not even see it", async () => {
  const { axis, one } = await twoActivities();
  const delegate = meeting.titular("GTM");
  const asDelegate = <T>(work: (tx: Writing) => Promise<T>) => writePlan(world.database, delegate, work);
  expect(await asDelegate((tx) => addNode(tx, delegate, plan, axis, "activity", text("Ajena")))).toBe("not-yours");
  expect(await asDelegate((tx) => changeNode(tx, delegate, plan, one, text("Ajena")))).toBe("not-yours");
  expect(await asDelegate((tx) => removeNode(tx, delegate, plan, one, true))).toBe("not-yours");
  expect(await asDelegate((tx) => approvePlan(tx, delegate, plan, { meeting: meeting.id, motion }))).toBe("not-yours");
  expect(await see((tx) => planOf(tx, plan), delegate)).toBeUndefined();
  expect(await see((tx) => treeOf(tx, plan, 1), delegate)).toEqual([]);
});

test("weights are kept when they add up to 100, else nothing is kept and what is missing is told", async () => {
  const { axis, one, two } = await twoActivities();
  expect(await weigh(axis, { [one]: "60", [two]: "30" })).toEqual({ sum: "90", missing: "10" });
  expect(await weigh(axis, { [one]: "70", [two]: "30.0001" })).toEqual({ sum: "100.0001", missing: "-0.0001" });
  expect((await see((tx) => treeOf(tx, plan))).map(({ weight }) => weight)).toEqual(["100", "60", "40"]);
  expect(await weigh(axis, { [one]: "100" })).toBe("siblings-changed");
  expect(await weigh(two, {})).toBe("nothing-to-weigh");
});

test("the database refuses weights that are off, whoever writes them, and the refusal is a word", async () => {
  const { one } = await twoActivities();
  const behindTheBack = act((tx) => tx.updateTable("planning.node").set({ weight: 59 }).where("plan", "=", plan).where("key", "=", one).execute());
  expect(await behindTheBack).toBe("weights-off");
  expect((await see((tx) => treeOf(tx, plan))).find(({ key }) => key === one)?.weight).toBe("60");
  const leaving = act((tx) => tx.updateTable("planning.node").set({ parent: null, position: 9, weight: 0 }).where("plan", "=", plan).where("key", "=", one).execute());
  expect(await leaving).toBe("weights-off");
});

test("equal shares of three are 33.3333, 33.3333 and 33.3334", async () => {
  const axis = await add(null, "axis", "Eje");
  for (const title of ["A", "B", "C"]) await add(axis, "activity", title);
  await add(axis, "indicator", "Mide", { indicator: { unit: { es: "u", en: "u" }, figure: "count", countedStep: null, direction: null, baseline: null, baselineOn: null, targetFigure: null, targetOn: null, measure: null, bridge: null } });
  expect(await act((tx) => shareOutWeights(tx, meeting.secretariat, plan, axis))).toBeUndefined();
  expect((await see((tx) => treeOf(tx, plan))).filter(({ parent }) => parent === axis).map(({ weight }) => weight)).toEqual(["33.3333", "33.3333", "33.3334", null]);
});

test("a part that weighs leaves only if its weight is shared out; what has parts below stays", async () => {
  const { axis, one, two } = await twoActivities();
  const remove = (key: string, shareOut: boolean) => act((tx) => removeNode(tx, meeting.secretariat, plan, key, shareOut));
  expect(await remove(axis, true)).toBe("has-children");
  expect(await remove(one, false)).toBe("weighs");
  expect(await remove(one, true)).toBeUndefined();
  expect((await see((tx) => treeOf(tx, plan))).map(({ key, weight }) => [key, weight])).toEqual([[axis, "100"], [two, "100"]]);
  expect(await remove(one, true)).toBe("unknown-node");
});

test("a part moves with what is below it, never into itself nor where its kind does not belong", async () => {
  const { axis, one, two } = await twoActivities();
  const other = await add(null, "axis", "Otro");
  expect((await see((tx) => treeOf(tx, plan))).find(({ key }) => key === other)?.weight).toBe("0");
  const objective = await add(axis, "objective", "Objetivo");
  const move = (key: string, to: string | null, shareOut = false) => act((tx) => moveNode(tx, meeting.secretariat, plan, key, to, shareOut));
  expect(await move(objective, objective)).toBe("into-itself");
  expect(await move(axis, objective)).toBe("into-itself");
  expect(await move(axis, other)).toBe("kind-not-here");
  expect(await move(one, other)).toBe("weighs");
  expect(await move(one, other, true)).toBeUndefined();
  const tree = new Map((await see((tx) => treeOf(tx, plan))).map((node) => [node.key, node]));
  expect(tree.get(one)).toMatchObject({ parent: other, weight: "100" });
  expect(tree.get(two)?.weight).toBe("100");
  expect(await act((tx) => shiftNode(tx, meeting.secretariat, plan, other, -1))).toBeUndefined();
  expect((await see((tx) => treeOf(tx, plan))).find(({ parent }) => parent === null)?.key).toBe(other);
});

test("who answers is named once, from the register, and taken off again", async () => {
  const { one } = await twoActivities();
  const party = { kind: "member", country: "GTM", committee: null, organisation: null, role: "responsible" } as const;
  const name = (over = {}) => act((tx) => addPlanResponsible(tx, meeting.secretariat, plan, one, { ...party, ...over }));
  expect(await name()).toBeUndefined();
  expect(await name()).toBe("already-responsible");
  expect(await name({ country: "FRA" })).toBe("unknown-responsible");
  expect(await name({ kind: "every-member", country: null, role: "supports" })).toBeUndefined();
  const named = (await see((tx) => responsibleOf(tx, plan, 1))).get(one) ?? [];
  expect(named.map(({ kind, role }) => [kind, role])).toEqual([["member", "responsible"], ["every-member", "supports"]]);
  expect(await act((tx) => removePlanResponsible(tx, meeting.secretariat, plan, named[0]?.id ?? ""))).toBeUndefined();
  expect((await see((tx) => responsibleOf(tx, plan, 1))).get(one)).toHaveLength(1);
});

test("a draft is approved by an adopted motion of its meeting and by nothing less", async () => {
  expect(await approve()).toBe("plan-is-empty");
  const { one } = await twoActivities();
  expect(await approve(plan, null)).toBe("motion-needed");
  expect(await approve(plan, randomUUID())).toBe("motion-not-adopted");
  expect(await act((tx) => approvePlan(tx, meeting.secretariat, plan, { meeting: "I-1999", motion: null }))).toBe("unknown-meeting");
  expect(await approve()).toBeUndefined();
  expect(await see((tx) => versionsOf(tx, plan), meeting.titular("GTM"))).toMatchObject([{ version: 1, state: "approved", decidedIn: meeting.id, motion }]);
  expect(await act((tx) => changeNode(tx, meeting.secretariat, plan, one, text("Otra")))).toBe("no-draft");
  expect(await approve()).toBe("no-draft");
});

test("a meeting of record approves without a motion", async () => {
  await asOwner(world.ownerUrl, (client) =>
    client.query(`insert into plenary.meeting (id, year, ordinal, mode, state, is_record, source_es, source_en) values ('VII-2011', 2011, 7, 'in-person', 'closed', true, 'Acta', 'Act') on conflict do nothing`),
  );
  await twoActivities();
  expect(await act((tx) => approvePlan(tx, meeting.secretariat, plan, { meeting: "VII-2011", motion: null }))).toBeUndefined();
  expect(await see((tx) => versionsOf(tx, plan))).toMatchObject([{ state: "approved", decidedIn: "VII-2011", motion: null, decidedOn: null }]);
});

test("what was decided does not change, not even behind the platform's back", async () => {
  const { one } = await twoActivities();
  await approve();
  const owner = (statement: string) => asOwner(world.ownerUrl, (client) => client.query(statement, [plan]));
  await expect(owner("update planning.node set title_es = 'Otra' where plan = $1")).rejects.toThrow("was decided");
  await expect(owner("delete from planning.responsible where plan = $1; ").then(() => owner("insert into planning.responsible (plan, version, key, kind) select plan, version, key, 'plenary' from planning.node where plan = $1 limit 1"))).rejects.toThrow("was decided");
  await expect(owner("update planning.version set reason_es = 'Otra' where plan = $1")).rejects.toThrow("stays as it is");
  expect((await see((tx) => treeOf(tx, plan))).find(({ key }) => key === one)?.title.es).toBe("Una");
});

test("a revision keeps keys and past reports, tells what changed, and supersedes the older version once it is decided", async () => {
  const { axis, one, two } = await twoActivities();
  expect(await revise()).toBe("has-draft");
  await act((tx) => addPlanResponsible(tx, meeting.secretariat, plan, one, { kind: "member", country: "CRI", committee: null, organisation: null, role: "responsible" }));
  await approve();
  await reportAs(one, 50);
  expect(await act((tx) => beginRevision(tx, meeting.secretariat, plan, { es: "", en: "" }))).toBe("reason-needed");
  expect(await revise()).toEqual({ version: 2 });
  expect(await revise()).toBe("has-draft");
  expect((await see((tx) => responsibleOf(tx, plan, 2))).get(one)).toMatchObject([{ country: "CRI" }]);
  const three = await add(axis, "activity", "Tres");
  await act((tx) => changeNode(tx, meeting.secretariat, plan, one, text("Una nueva", { months: [5] })));
  await act((tx) => removeNode(tx, meeting.secretariat, plan, two, true));
  await act((tx) => shareOutWeights(tx, meeting.secretariat, plan, axis));
  const versioned = (version: number) => see(async (tx) => ({ nodes: await treeOf(tx, plan, version), responsible: await responsibleOf(tx, plan, version) }));
  const changes = difference(await versioned(1), await versioned(2));
  expect(changes.map(({ key, kind, aspects }) => [key, kind, aspects])).toEqual([
    [one, "changed", ["title", "weight", "schedule"]],
    [three, "added", []],
    [two, "removed", []],
  ]);
  // Until it is decided the older one is in force.
  expect((await see((tx) => treeOf(tx, plan))).map(({ key }) => key)).toEqual([axis, one, two]);
  expect(await approve()).toBeUndefined();
  expect((await see((tx) => versionsOf(tx, plan))).map(({ version, state }) => [version, state])).toEqual([[2, "approved"], [1, "superseded"]]);
  expect((await see((tx) => treeOf(tx, plan))).map(({ key }) => key)).toEqual([axis, one, three]);
  expect((await see((tx) => treeOf(tx, plan, 1))).map(({ key }) => key)).toEqual([axis, one, two]);
  expect((await see((tx) => acceptedOf(tx, plan))).get(one)).toEqual({ progress: "50", until: "2020-02-01" });
});

test("an indicator in force that is redefined needs its bridge to the old series", async () => {
  const { axis } = await twoActivities();
  const indicator = { unit: { es: "casos", en: "cases" }, figure: "count", countedStep: null, direction: "up", baseline: 1, baselineOn: null, targetFigure: 2.5, targetOn: null, measure: null, bridge: null } as const;
  const key = await add(axis, "indicator", "Mide", { indicator });
  await approve();
  await revise();
  const change = (over: Partial<NonNullable<NodeText["indicator"]>>) => act((tx) => changeNode(tx, meeting.secretariat, plan, key, text("Mide", { indicator: { ...indicator, ...over } })));
  expect(await change({ targetFigure: 3 })).toBeUndefined();
  expect(await change({ unit: { es: "víctimas", en: "victims" } })).toBe("bridge-needed");
  const bridge = { factor: 1.4, note: { es: "Un caso tiene 1.4 víctimas", en: "A case has 1.4 victims" } };
  expect(await change({ unit: { es: "víctimas", en: "victims" }, bridge })).toBeUndefined();
  expect((await see((tx) => treeOf(tx, plan, 2))).find((node) => node.key === key)?.indicator).toMatchObject({ bridge, unit: { es: "víctimas" } });
  // Redefined once more: the bridge of the last time does not serve.
  await approve();
  await revise();
  expect(await change({ unit: { es: "personas", en: "persons" }, bridge })).toBe("bridge-needed");
  expect(await change({ unit: { es: "personas", en: "persons" }, bridge: { ...bridge, factor: 1 } })).toBeUndefined();
});

test("the plan of the next year is proposed from what was left undone, with new keys that are traced to the old", async () => {
  expect(await act((tx) => proposeNextPlan(tx, meeting.secretariat, plan))).toBe("not-operational");
  const { one, two } = await twoActivities();
  await act((tx) => addPlanResponsible(tx, meeting.secretariat, plan, two, { kind: "member", country: "PAN", committee: null, organisation: null, role: "responsible" }));
  await approve();
  await reportAs(one, 100);
  await reportAs(two, 99.9999);
  const { id } = done(await act((tx) => proposeNextPlan(tx, meeting.secretariat, plan)));
  expect(id).toBe(`plan-operativo-${year + 1}`);
  const [axis, activity] = await see((tx) => treeOf(tx, id));
  expect(axis).toMatchObject({ kind: "axis", weight: "100" });
  expect(activity).toMatchObject({ title: { es: "Dos" }, weight: "100", months: [3], parent: axis?.key });
  expect(activity?.key).not.toBe(two);
  expect((await see((tx) => responsibleOf(tx, id, 1))).get(activity?.key ?? "")).toMatchObject([{ country: "PAN" }]);
  const traces = await see((tx) => tx.selectFrom("planning.trace").select(["kind", "target_key"]).where("key", "=", activity?.key ?? "").execute());
  expect(traces).toEqual([{ kind: "activity", target_key: two }]);
  expect(await act((tx) => proposeNextPlan(tx, meeting.secretariat, plan))).toBe("plan-exists");
});

test("a plan whose activities are all done proposes nothing", async () => {
  const { one, two } = await twoActivities();
  await approve();
  await reportAs(one, 100);
  await reportAs(two, 100);
  expect(await act((tx) => proposeNextPlan(tx, meeting.secretariat, plan))).toBe("all-done");
});

const discard = (version: number, reason = "La Plenaria no lo pidió.", as: Person = meeting.secretariat) => writePlan(world.database, as, (tx) => discardDraft(tx, as, plan, version, reason));

test("the secretariat discards a draft with a reason: the version in force stays, the number is not used again, and the audit keeps who and why", async () => {
  const { one } = await twoActivities();
  await approve();
  await revise();
  expect(await discard(2, " ")).toBe("discard-reason-needed");
  expect(await discard(1)).toBe("no-draft");
  expect(await discard(2, "Porque sí", meeting.presidency)).toBe("secretariat-discards");
  expect(await discard(2)).toBeUndefined();
  expect(await discard(2)).toBe("no-draft");
  expect(await see((tx) => planOf(tx, plan))).toMatchObject({ version: 1, draft: null });
  expect((await see((tx) => versionsOf(tx, plan))).map(({ version, state, discarded }) => [version, state, discarded?.reason ?? null])).toEqual([
    [2, "discarded", "La Plenaria no lo pidió."],
    [1, "approved", null],
  ]);
  const audited = await asOwner(world.ownerUrl, (client) =>
    client.query("select account, after->>'discard_reason' as reason from audit.entry where relation = 'planning.version' and after->>'plan' = $1 and after->>'state' = 'discarded'", [plan]),
  );
  expect(audited.rows).toEqual([{ account: meeting.secretariat.account, reason: "La Plenaria no lo pidió." }]);
  expect(await revise()).toEqual({ version: 3 });
  await expect(reportAs(one, 50, 2)).rejects.toThrow("Only the version in force is reported on");
  await expect(act((tx) => tx.updateTable("planning.version").set({ state: "approved", decided_in: meeting.id }).where("plan", "=", plan).where("version", "=", 2).execute())).rejects.toThrow("No act leads a version");
});

test("the database lets nobody but the secretariat discard, and shows a discarded draft to no delegation", async () => {
  await twoActivities();
  const { presidency } = meeting;
  await expect(
    write(world.database, presidency, (tx) => tx.updateTable("planning.version").set({ state: "discarded" }).where("plan", "=", plan).execute()),
  ).rejects.toThrow("The technical secretariat alone discards a draft");
  expect(await discard(1)).toBeUndefined();
  expect(await see((tx) => versionsOf(tx, plan), meeting.titular("GTM"))).toEqual([]);
  expect(await see((tx) => planOf(tx, plan), meeting.titular("GTM"))).toBeUndefined();
});

test("a plan whose only draft was discarded is taken up again from it, or begun anew for the same days, under the next number", async () => {
  const { axis } = await twoActivities();
  await discard(1);
  expect(await revise()).toEqual({ version: 2 });
  expect((await see((tx) => treeOf(tx, plan, 2))).map(({ title }) => title.es)).toEqual(["Eje", "Una", "Dos"]);
  expect((await see((tx) => treeOf(tx, plan, 2)))[0]?.key).toBe(axis);
  await discard(2);
  const begin = (until: string) =>
    act((tx) => createPlan(tx, meeting.secretariat, { kind: "operational", title: { es: "Otra vez", en: "Again" }, from: `${year}-01-01`, until, parent: strategic }));
  expect(await begin(`${year}-11-30`)).toBe("plan-exists");
  expect(await begin(`${year}-12-31`)).toEqual({ id: plan, version: 3 });
  expect(await see((tx) => treeOf(tx, plan))).toEqual([]);
  expect(await begin(`${year}-12-31`)).toBe("plan-exists");
});
