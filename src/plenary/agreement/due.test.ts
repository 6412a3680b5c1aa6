import fc from "fast-check";
import { expect, test } from "vitest";
import { type Due, dueDate, standing } from "./due.ts";

const meetings = [
  { ordinal: 4, year: 2023, startsOn: "2023-11-30" },
  { ordinal: 2, year: 2024, startsOn: "2024-06-20" },
  { ordinal: 1, year: 2024, startsOn: "2024-03-14" },
];
const first: Due = { kind: "plenary", ordinal: 1, year: 2024 };
const last: Due = { kind: "plenary", ordinal: "last", year: 2024 };
const open = (due: Due) => ({ due, state: "open" }) as const;

test("the first plenary of a year is a day once it is convened, and not before", () => {
  expect(dueDate(first, meetings.slice(0, 1), "2024-01-10")).toBe("not-yet-convened");
  expect(dueDate(first, meetings, "2024-01-10")).toEqual({ date: "2024-03-14", by: "meeting" });
  expect(standing(open(first), "2024-01-10", meetings.slice(0, 1))).toBe("open");
});

test("a plenary that its year never saw leaves the end of that year, so that no agreement is forgotten", () => {
  expect(dueDate({ kind: "plenary", ordinal: 4, year: 2024 }, meetings, "2024-12-31")).toBe("not-yet-convened");
  expect(dueDate({ kind: "plenary", ordinal: 4, year: 2024 }, meetings, "2025-01-01")).toEqual({
    date: "2024-12-31",
    by: "year-end",
  });
});

test("the last plenary of a year is not over as long as another may follow", () => {
  expect(dueDate(last, meetings, "2024-06-20")).toEqual({ date: "2024-06-20", by: "meeting" });
  expect(dueDate(last, meetings, "2024-06-21")).toBe("not-yet-convened");
  expect(dueDate(last, meetings, "2025-01-01")).toEqual({ date: "2024-06-20", by: "meeting" });
});

test("the next plenary is the first one after the agreement", () => {
  expect(dueDate({ kind: "next-plenary", after: "2023-11-30" }, meetings, "2024-01-10")).toEqual({
    date: "2024-03-14",
    by: "meeting",
  });
  expect(dueDate({ kind: "next-plenary", after: "2024-06-20" }, meetings, "2024-07-01")).toBe("not-yet-convened");
});

test("an agreement is due soon from thirty days before up to its day, and overdue the day after", () => {
  const due: Due = { kind: "date", date: "2024-03-31" };
  const days = ["2024-02-29", "2024-03-01", "2024-03-31", "2024-04-01"];
  expect(days.map((today) => standing(open(due), today, []))).toEqual(["open", "due-soon", "due-soon", "overdue"]);
});

test("what is fulfilled or withdrawn, and what has no date, is never overdue", () => {
  const due: Due = { kind: "date", date: "2020-01-01" };
  expect(standing({ due, state: "fulfilled" }, "2024-01-01", [])).toBe("fulfilled");
  expect(standing({ due, state: "withdrawn" }, "2024-01-01", [])).toBe("withdrawn");
  expect(standing(open({ kind: "none" }), "2999-12-31", [])).toBe("open");
});

test("as days go by an agreement with a date only moves from open to due soon to overdue", () => {
  const day = fc
    .integer({ min: 0, max: 2000 })
    .map((count) => new Date(Date.UTC(2022, 0, 1 + count)).toISOString().slice(0, 10));
  const rank = { open: 0, "due-soon": 1, overdue: 2, fulfilled: 3, withdrawn: 3 };
  fc.assert(
    fc.property(day, day, day, (date, one, other) => {
      const [early, late] = one < other ? [one, other] : [other, one];
      const at = (today: string) => rank[standing(open({ kind: "date", date }), today, [])];
      expect(at(early)).toBeLessThanOrEqual(at(late));
      expect(at(early) === 2).toBe(early > date);
    }),
  );
});
