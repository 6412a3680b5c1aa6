import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { read, write } from "#database";
import { type ArrangedMeeting, arrangeMeeting } from "../../test/plenary-meeting.ts";
import { type World, openWorld } from "../../test/world.ts";
import { closeAgreement, publishAgreement } from "./agreement/agreement-close.store.ts";
import { enterAgreement } from "./agreement/agreement-entry.store.ts";
import type { Due } from "./agreement/due.ts";
import { type Measure, type Period, measures } from "./measure.ts";
import { enterRecord } from "./record/enter.store.ts";

let world: World;
let meeting: ArrangedMeeting;
let thisYear: string;
beforeAll(async () => {
  world = await openWorld();
  await enterRecord(world.database);
  meeting = await arrangeMeeting(world);
  thisYear = new Date(Date.now() - 86_400_000).toISOString().slice(0, 4);
});
afterAll(() => world.close());

const visitor: Actor = { kind: "public" };
function measure(id: Measure["id"], period: Period, actor: Actor = visitor) {
  const found = measures.find((each) => each.id === id);
  if (!found) throw new Error(id);
  return read(world.database, actor, (tx) => found.read(tx, period));
}
const year = (each: number) => ({ from: `${each}-01-01`, until: `${each}-12-31` });
const sum = (records: readonly { readonly value: number }[]) => records.reduce((total, { value }) => total + value, 0);

test("the meetings of the record are counted in their years; one without a day only where its whole year is asked", async () => {
  const held = async (period: Period) => (await measure("plenary.meetings-held", period)).value;
  expect(await held(year(2022))).toBe(1);
  expect(await held(year(2023))).toBe(2);
  expect(await held({ from: "2023-11-01", until: "2023-12-31" })).toBe(1);
  expect(await held({ from: "2011-01-01", until: "2012-12-31" })).toBe(2);
  expect(await held(year(2013))).toBe(0);
  const both = await measure("plenary.meetings-held", year(2023));
  expect(both.records.map(({ label, day }) => [label.es, day])).toEqual([["III-2023, ordinaria", null], ["IV-2023, ordinaria, 30 de noviembre de 2023", "2023-11-30"]]);
});

test("participation counts each member once for each meeting, against those entitled where that is on record", async () => {
  const in2022 = await measure("plenary.member-participation", year(2022));
  expect(in2022).toMatchObject({ value: 9, denominator: 9 });
  expect(in2022.records.map(({ label }) => label.es)).toContain("III-2022: República Dominicana");
  // Mexico, Guatemala and four that volunteered; of III-2023 nobody is known, and how many were entitled is not told.
  const in2023 = await measure("plenary.member-participation", year(2023));
  expect(in2023.value).toBe(6);
  expect(in2023).not.toHaveProperty("denominator");
  expect((await measure("plenary.member-participation", { from: "2011-01-01", until: "2023-12-31" })).value).toBe(7 + 9 + 6);
  expect(await measure("plenary.member-participation", year(2013))).toEqual({ value: 0, denominator: 0, records: [] });
  for (const each of [in2022, in2023]) expect(sum(each.records)).toBe(each.value);
});

test("agreements fulfilled are counted on their day, against them and those due in the period", async () => {
  // A, B, C and G of III-2022; none was due.
  expect(await measure("plenary.agreements-fulfilled", year(2022))).toMatchObject({ value: 4, denominator: 4 });
  // 1, 2 and 6 of IV-2023.
  expect((await measure("plenary.agreements-fulfilled", year(2023))).records.map(({ href }) => href)).toEqual(
    ["2023-01", "2023-02", "2023-06"].map((end) => `/workspace/agreements/ACUERDO-CORETT-${end}`),
  );
  // The guidelines were due at the first plenary of 2024, which is not on record: the end of that year.
  expect(await measure("plenary.agreements-fulfilled", { from: "2024-01-01", until: "2024-12-30" })).toMatchObject({ value: 0, denominator: 0 });
  expect(await measure("plenary.agreements-fulfilled", { from: "2024-01-01", until: "2025-06-30" })).toMatchObject({ value: 0, denominator: 1 });
  // The operational plan of February 2012 has no day: it counts with its whole year.
  expect((await measure("plenary.agreements-fulfilled", year(2012))).value).toBe(1);
  expect((await measure("plenary.agreements-fulfilled", { from: "2012-01-01", until: "2012-06-30" })).value).toBe(0);
});

test("an agreement that is fulfilled, due or withdrawn moves the figure as its rule says, and the reader counts what the reader sees", async () => {
  const { secretariat } = meeting;
  const enter = async (due: Due) => {
    const done = await write(world.database, secretariat, (tx) =>
      enterAgreement(tx, secretariat, {
        id: crypto.randomUUID(), meeting: meeting.id, title: { es: "T", en: "T" }, text: { es: "X", en: "X" }, due, dueSaid: "",
        responsible: [{ kind: "secretariat", country: null, committee: null, organisation: null, role: "responsible" }],
      }),
    );
    if (!("number" in done)) throw new Error(done.refusal);
    return done.number;
  };
  const period = { from: "2039-01-01", until: "2039-12-31" };
  const [kept, late, gone] = [await enter({ kind: "none" }), await enter({ kind: "date", date: "2039-05-01" }), await enter({ kind: "date", date: "2039-06-01" })];
  const close = (number: string, how: Parameters<typeof closeAgreement>[3]) => write(world.database, secretariat, (tx) => closeAgreement(tx, secretariat, number, how, "2040-01-01"));
  await close(kept, { state: "fulfilled", on: "2039-12-31", note: "Hecho" });
  await close(gone, { state: "withdrawn", note: "No" });
  expect(await measure("plenary.agreements-fulfilled", period, secretariat)).toMatchObject({ value: 1, denominator: 2 });
  await close(late, { state: "fulfilled", on: "2039-01-01", note: "Hecho" });
  expect(await measure("plenary.agreements-fulfilled", period, meeting.titular("GTM"))).toMatchObject({ value: 2, denominator: 2 });
  expect(await measure("plenary.agreements-fulfilled", period, visitor)).toMatchObject({ value: 0, denominator: 0 });
  await write(world.database, secretariat, (tx) => publishAgreement(tx, secretariat, kept, true));
  expect((await measure("plenary.agreements-fulfilled", period, visitor)).value).toBe(1);
});

test("a meeting that is not closed counts nowhere", async () => {
  expect((await measure("plenary.meetings-held", year(Number(thisYear)), meeting.secretariat)).value).toBe(0);
});

test("every measure says its rule in both languages", () => {
  expect(measures.map(({ id }) => id)).toEqual(["plenary.agreements-fulfilled", "plenary.member-participation", "plenary.meetings-held"]);
  for (const { title, unit, definition } of measures) for (const text of [title, unit, definition]) expect(text.es !== text.en && text.es.length > 4 && text.en.length > 4).toBe(true);
});
