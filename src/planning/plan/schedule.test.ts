import { expect, test } from "vitest";
import { fourDecimals } from "./decimal.ts";
import { type Scheduled, dueOf, isOver, lastDayOf, stretchesOf, yearSpans, yearsOf } from "./schedule.ts";

const plan = { planFrom: "2026-01-01", planUntil: "2026-12-31", startsOn: null, endsOn: null, months: [] } satisfies Scheduled;
const due = (node: Scheduled, today: string) => {
  const found = dueOf(node, today);
  return found && fourDecimals(found);
};

test("months are due as they end: the current one does not count yet", () => {
  const node = { ...plan, months: [2, 3, 11] };
  expect(due(node, "2026-02-28")).toBe("0.0000");
  expect(due(node, "2026-03-01")).toBe("33.3333");
  expect(due(node, "2026-11-30")).toBe("66.6667");
  expect(due(node, "2026-12-01")).toBe("100.0000");
  expect(lastDayOf(node)).toBe("2026-11-30");
  expect(isOver(node, "2026-11-30")).toBe(false);
  expect(isOver(node, "2026-12-01")).toBe(true);
});

test("without months the days of its own period count, today not among them", () => {
  const node = { ...plan, startsOn: "2026-03-01", endsOn: "2026-03-10" };
  expect(due(node, "2026-03-01")).toBe("0.0000");
  expect(due(node, "2026-03-02")).toBe("10.0000");
  expect(due(node, "2026-03-10")).toBe("90.0000");
  expect(due(node, "2026-03-11")).toBe("100.0000");
});

test("without months and days nothing is scheduled, and nothing where the end lies before the beginning", () => {
  expect(dueOf(plan, "2026-06-01")).toBeUndefined();
  expect(stretchesOf({ ...plan, startsOn: "2026-05-01", endsOn: "2026-04-01" })).toEqual([]);
});

test("months of a plan of several years count in each year, cut at the ends of the period", () => {
  const node = { ...plan, planFrom: "2025-01-01", planUntil: "2027-12-31", startsOn: "2025-06-15", endsOn: "2026-06-10", months: [6] };
  expect(stretchesOf(node)).toEqual([
    { from: "2025-06-15", until: "2025-06-30" },
    { from: "2026-06-01", until: "2026-06-10" },
  ]);
  expect(yearsOf([node])).toEqual([2025, 2026]);
  expect(due(node, "2026-01-01")).toBe("50.0000");
});

test("a stretch is drawn where it lies in its year and not in another", () => {
  expect(yearSpans([{ from: "2026-01-01", until: "2026-12-31" }], 2026)).toEqual([{ from: 0, until: 1 }]);
  expect(yearSpans([{ from: "2025-12-01", until: "2025-12-31" }], 2026)).toEqual([]);
  const [january] = yearSpans([{ from: "2025-12-01", until: "2026-01-31" }], 2026);
  expect(january?.from).toBe(0);
  expect(january?.until).toBeCloseTo(31 / 365);
});
