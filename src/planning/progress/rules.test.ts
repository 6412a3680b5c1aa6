import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#basics";
import type { PlanNode, PlanResponsible } from "../plan/plan.ts";
import { rollUp } from "../plan/roll-up.ts";
import { startingLightRule } from "../plan/light.ts";
import { dashboardLines, dueLines, lateLines } from "./dashboard.ts";
import { evidenceAddress, evidencePlace } from "./evidence.ts";
import { endedPeriods } from "./owed.ts";
import { progressRemindersOn } from "./reminder.ts";
import { type ReportDraft, draftProblems, figureOf, quarterEnd } from "./report.ts";

const node = (over: Partial<PlanNode>): PlanNode => ({
  plan: "p", version: 1, key: "k", parent: null, kind: "activity", code: "1", position: 1, title: { es: "t", en: "t" }, detail: { es: "", en: "" }, sourcePage: "", weight: "100",
  target: { es: "", en: "" }, verification: { es: "", en: "" }, startsOn: null, endsOn: null, months: [], planFrom: "2026-01-01", planUntil: "2026-12-31", indicator: null, goals: [], ...over,
});
const party = (over: Partial<PlanResponsible>): PlanResponsible => ({ id: "i", key: "k", kind: "member", country: null, committee: null, organisation: null, role: "responsible", ...over });
const draft = (over: Partial<ReportDraft> = {}): ReportDraft => ({ id: "x", from: "2026-01-01", until: "2026-03-31", figure: "40", stateOf: "under-way", narrative: "Se hizo.", whyNot: "", ...over });
const plan = { from: "2026-01-01", until: "2026-12-31" };

test("a figure is read with a comma or a point, and nothing is guessed", () => {
  expect(["12", "12,5", "12.5", "62.5 %", "0"].map(figureOf)).toEqual([12, 12.5, 12.5, 62.5, 0]);
  expect(["", "1.025.000", "1e2", "-1", "12,55555", "doce", "NaN"].map(figureOf)).toEqual(Array(7).fill(undefined));
});

test("a whole report has no problems; a period that ends before it starts is told at its field", () => {
  expect(draftProblems(draft(), "progress", plan, "2026-04-02")).toEqual({});
  expect(draftProblems(draft({ from: "2026-03-31", until: "2026-01-01" }), "progress", plan, "2026-04-02")).toEqual({ until: ["period-reversed"] });
  expect(draftProblems(draft({ until: "2026-02-30" }), "progress", plan, "2026-04-02")).toEqual({ until: ["not-a-day"] });
  expect(draftProblems(draft({ until: "2026-09-30" }), "progress", plan, "2026-04-02")).toEqual({ until: ["period-ahead"] });
  expect(draftProblems(draft({ from: "2020-01-01", until: "2020-12-31" }), "progress", plan, "2026-04-02")).toEqual({ from: ["period-outside"] });
});

test("percent and state of an activity agree, and what is given up says why", () => {
  const problems = (over: Partial<ReportDraft>) => draftProblems(draft(over), "progress", plan, "2026-04-02");
  expect(problems({ figure: "101" })).toEqual({ figure: ["bad-progress"] });
  expect(problems({ stateOf: "done", figure: "99" })).toEqual({ figure: ["done-is-100"] });
  expect(problems({ stateOf: "not-begun", figure: "1" })).toEqual({ figure: ["not-begun-is-0"] });
  expect(problems({ stateOf: "under-way", figure: "100" })).toEqual({ stateOf: ["whole-is-done"] });
  expect(problems({ stateOf: "given-up", figure: "10" })).toEqual({ whyNot: ["why-needed"] });
  expect(problems({ stateOf: "" })).toEqual({ stateOf: ["choose"] });
});

test("the figure of an indicator is what the indicator counts", () => {
  const bad = (figure: string, kind: "count" | "percent" | "milestone") => draftProblems(draft({ figure }), kind, plan, "2026-04-02")["figure"];
  expect(bad("3", "count")).toBeUndefined();
  expect(bad("3,5", "count")).toEqual(["bad-count"]);
  expect(bad("100.5", "percent")).toEqual(["bad-percent"]);
  expect(bad("2", "milestone")).toEqual(["bad-milestone"]);
});

test("a quarter ends on the last day of March, June, September or December, and holds the day it was asked for", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
      const day = addDays("2010-01-01", days);
      const end = quarterEnd(day);
      expect(["03-31", "06-30", "09-30", "12-31"]).toContain(end.slice(5));
      expect(end >= day && addDays(end, -92) < day).toBe(true);
    }),
  );
});

test("an activity is owed once for each quarter that its schedule touches, once that is over", () => {
  const activity = node({ months: [2, 3, 5, 12] });
  expect(endedPeriods(activity, "2026-03-31")).toEqual([]);
  expect(endedPeriods(activity, "2026-04-01")).toEqual([{ from: "2026-02-01", until: "2026-03-31" }]);
  expect(endedPeriods(activity, "2027-01-01")).toEqual([
    { from: "2026-02-01", until: "2026-03-31" },
    { from: "2026-05-01", until: "2026-05-31" },
    { from: "2026-12-01", until: "2026-12-31" },
  ]);
  expect(endedPeriods(node({ startsOn: "2026-02-10", endsOn: "2026-08-05" }), "2026-12-01")).toEqual([
    { from: "2026-02-10", until: "2026-03-31" },
    { from: "2026-04-01", until: "2026-06-30" },
    { from: "2026-07-01", until: "2026-08-05" },
  ]);
  expect(endedPeriods(node({}), "2026-12-01")).toEqual([]);
});

test("who answers and has not told of the period is reminded; who supports, told, waits or was given up on is not", () => {
  const facts = (over: object = {}) => ({
    nodes: [node({ months: [1, 2, 3] })],
    responsible: new Map([["k", [party({ country: "GTM" }), party({ country: "HND" }), party({ country: "BLZ", role: "supports" }), party({ kind: "secretariat" })]]]),
    reports: [], members: ["GTM", "HND", "BLZ"], committees: new Map(), ...over,
  });
  const told = { key: "k", country: "GTM", until: "2026-03-31", answer: null, progress: 40, stateOf: "under-way" as const };
  const recipients = (over: object, today = "2026-04-01") => progressRemindersOn(facts(over), today).map((each) => each.recipients);
  expect(recipients({}, "2026-03-31")).toEqual([]);
  expect(recipients({})).toEqual([["GTM", "HND", "secretariat"]]);
  expect(recipients({ reports: [told] })).toEqual([["HND", "secretariat"]]);
  expect(recipients({ reports: [{ ...told, answer: "returned" }] })).toEqual([["GTM", "HND", "secretariat"]]);
  expect(recipients({ reports: [{ ...told, until: "2026-02-28" }] })).toEqual([["GTM", "HND", "secretariat"]]);
  expect(recipients({ reports: [{ ...told, until: "2026-02-28", answer: "accepted", progress: 100 }] })).toEqual([["HND", "secretariat"]]);
  expect(recipients({ reports: [{ ...told, until: "2026-02-28", answer: "accepted", stateOf: "given-up" }] })).toEqual([["HND", "secretariat"]]);
  expect(recipients({}, "2026-12-31")).toEqual([]);
});

test("evidence is an address of the web or a record of the platform; nothing else is ever linked to", () => {
  const origin = "https://corett.test";
  expect(evidenceAddress("https://example.org/a", origin)).toBe("https://example.org/a");
  expect(evidenceAddress("https://corett.test/es/workspace/agreements/X", origin)).toBe("/workspace/agreements/X");
  expect(evidenceAddress("/en/statistics/2024", origin)).toBe("/statistics/2024");
  for (const bad of ["javascript:alert(1)", "//evil.test", "/\\evil", "ftp://x", "/es//evil", "x", "/"]) expect(evidenceAddress(bad, origin)).toBeUndefined();
  expect(evidencePlace("/workspace/archive/ACTA-1")).toEqual({ kind: "document", id: "ACTA-1" });
  expect(evidencePlace("/workspace/collection/2026")).toEqual({ kind: "workspace" });
  expect(evidencePlace("/statistics/2026")).toEqual({ kind: "public" });
});

test("what costs the plan most comes first: weight in the whole plan times lag", () => {
  const tree = [
    node({ key: "a", kind: "axis", weight: "60" }),
    node({ key: "a1", parent: "a", weight: "30", months: [1, 2, 3] }),
    node({ key: "a2", parent: "a", weight: "70", months: [4, 5, 6], position: 2 }),
    node({ key: "b", kind: "axis", weight: "40", position: 2 }),
    node({ key: "b1", parent: "b", weight: "100", months: [10, 11] }),
  ];
  const today = "2026-11-10";
  const progress = rollUp(tree, new Map([["a2", { progress: "50", until: "2026-06-30" }]]), today, startingLightRule);
  const lines = dashboardLines(tree, progress, today);
  // By hand: a2 60 × 70 % = 42, lag 50, costs 21; b1 weighs 40, half of its months are over, costs 20; a1 weighs 18, lag 100.
  expect(lines.map((each) => [each.node.key, each.weight, each.cost])).toEqual([
    ["a2", "42.0000", "21.0000"],
    ["b1", "40.0000", "20.0000"],
    ["a1", "18.0000", "18.0000"],
  ]);
  expect(lines[0]?.axis.key).toBe("a");
  expect(lateLines(lines)).toHaveLength(3);
  expect(dueLines(lines, today).map((each) => each.node.key)).toEqual(["b1"]);
  expect(dueLines(lines, "2026-12-01")).toEqual([]);
});
