import { expect, test } from "vitest";
import { clockIn, earlierTime } from "./clock.ts";

const now = new Date("2024-03-10T15:30:00Z"); // 9:30 in Guatemala

test("a typed time is of the day of the meeting, on its own clocks", () => {
  expect(earlierTime("09:05", now, "America/Guatemala")).toEqual(new Date("2024-03-10T15:05:00Z"));
  expect(earlierTime("9:05", now, "America/Panama")).toEqual(new Date("2024-03-10T14:05:00Z"));
});

test("an empty field means now, and what is no time is refused", () => {
  expect(earlierTime("", now, "America/Guatemala")).toBeUndefined();
  for (const typed of ["nueve", "25:00", "9:5", "09:60"]) expect(earlierTime(typed, now, "America/Guatemala")).toBe("not-a-time");
});

test("clocks are told without a leading zero", () => {
  expect(clockIn(now, "America/Guatemala")).toBe("09:30");
  expect(clockIn(now, "America/Panama")).toBe("10:30");
});
