import fc from "fast-check";
import { expect, test } from "vitest";
import { seriesOf, yearsOf } from "./series.ts";
import { type CountryStep, countedSteps, countriesAt, reaches, standingOn, stepProblems, steps } from "./step.ts";

const entered = (over: Partial<CountryStep>): CountryStep => ({
  id: "i", key: "k", country: "GTM", step: "drafted", on: "2026-01-01", note: "", evidenceUrl: null, evidenceDocument: null, account: "a", name: "n", at: new Date("2026-01-01"), answer: "accepted", answerNote: "", ...over,
});

test("a country counts at the step that the indicator counts, or beyond", () => {
  expect(steps.map((step) => reaches(step, "approved"))).toEqual([false, false, true, true]);
  expect(steps.map((step) => reaches(step, "implemented"))).toEqual([false, false, false, true]);
});

test("only what was accepted, by its day, tells where a country stands; the newest day holds", () => {
  const all = [
    entered({ step: "drafted", on: "2025-05-01" }),
    entered({ step: "approved", on: "2026-02-01" }),
    entered({ step: "implemented", on: "2026-03-01", answer: null }),
    entered({ country: "HND", step: "implemented", on: "2026-06-01" }),
  ];
  expect(standingOn(all, "2026-12-31").get("GTM")?.step).toBe("approved");
  expect(standingOn(all, "2026-01-31").get("GTM")?.step).toBe("drafted");
  expect(countriesAt(all, ["GTM", "HND", "BLZ"], "approved", "2026-12-31")).toBe(2);
  expect(countriesAt(all, ["GTM", "HND", "BLZ"], "approved", "2026-05-31")).toBe(1);
  expect(countriesAt(all, ["GTM", "HND", "BLZ"], "implemented", "2026-12-31")).toBe(1);
});

test("the further the counted step, the fewer countries; never more than there are members", () => {
  const step = fc.record({ country: fc.constantFrom("GTM", "HND", "BLZ"), step: fc.constantFrom(...steps), on: fc.constantFrom("2025-01-01", "2026-01-01", "2026-06-01"), answer: fc.constantFrom("accepted" as const, "returned" as const, null) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (all) => {
      const rows = all.map((each) => entered(each));
      const figures = countedSteps.map((counted) => countriesAt(rows, ["GTM", "HND", "BLZ"], counted, "2026-12-31"));
      expect(figures.every((figure, place) => figure <= (figures[place - 1] ?? 3))).toBe(true);
    }),
  );
});

test("a step back asks for a word why; a day to come is refused", () => {
  const draft = { id: "x", step: "drafted", on: "2026-01-01", note: "" };
  expect(stepProblems(draft, "approved", "2026-06-01")).toEqual({ note: ["back-needs-note"] });
  expect(stepProblems({ ...draft, note: "Se derogó." }, "approved", "2026-06-01")).toEqual({});
  expect(stepProblems({ ...draft, on: "2026-06-02", step: "" }, "none", "2026-06-01")).toEqual({ step: ["choose"], on: ["day-ahead"] });
});

test("a redefined indicator keeps its old figures and makes them comparable by the bridge", () => {
  const report = (until: string, figure: number, version: number, answer: "accepted" | null = "accepted") => ({ until, figure, version, answer, at: new Date(until) });
  const series = seriesOf([report("2020-12-31", 10, 1), report("2021-12-31", 12, 1, null), report("2022-12-31", 30, 2)], { factor: 2.5, note: { es: "", en: "" } }, 2);
  expect(series).toEqual([
    { on: "2020-12-31", value: 10, comparable: 25, isBridged: true },
    { on: "2022-12-31", value: 30, comparable: 30, isBridged: false },
  ]);
});

test("the years of a plan run from its start to today, cut at its ends", () => {
  expect(yearsOf({ from: "2018-07-01", until: "2027-12-31" }, "2020-05-01")).toEqual([
    { year: 2018, from: "2018-07-01", until: "2018-12-31", isRunning: false },
    { year: 2019, from: "2019-01-01", until: "2019-12-31", isRunning: false },
    { year: 2020, from: "2020-01-01", until: "2020-12-31", isRunning: true },
  ]);
  expect(yearsOf({ from: "2026-01-01", until: "2026-12-31" }, "2030-01-01").map(({ isRunning }) => isRunning)).toEqual([false]);
  expect(yearsOf({ from: "2027-01-01", until: "2027-12-31" }, "2026-01-01")).toEqual([]);
});
