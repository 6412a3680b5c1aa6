import fc from "fast-check";
import { expect, test } from "vitest";
import { cityOf, hourFor, instantAt, isZone, localTime, zoneOf, zones } from "./zone.ts";

const members = ["BLZ", "CRI", "SLV", "GTM", "HND", "MEX", "NIC", "PAN", "DOM"];
const at = (local: string, zone: string) => {
  const answer = instantAt(local, zone);
  return typeof answer === "string" ? answer : `${answer.at.toISOString()}${answer.repeated ? " repeated" : ""}`;
};

test("each member state has its own zone and city, and forms offer them", () => {
  expect(new Set(members.map(zoneOf)).size).toBe(9);
  expect(zoneOf("PAN")).toBe("America/Panama");
  expect(zoneOf("toString")).toBe("America/Guatemala");
  for (const country of members) {
    expect(isZone(zoneOf(country)), country).toBe(true);
    expect(cityOf(zoneOf(country)).es).not.toContain("/");
  }
  expect(zones()).toContain("America/New_York");
  expect(isZone("Mars/Base")).toBe(false);
});

test("the hour is told in the meeting's zone and in the reader's", () => {
  const nine = new Date("2024-03-20T15:00:00Z");
  expect(hourFor(nine, "America/Guatemala", "America/Panama", "es")).toBe(
    "09:00 en Ciudad de Guatemala · 10:00 en su hora (Ciudad de Panamá)",
  );
  expect(hourFor(nine, "America/Guatemala", "America/Santo_Domingo", "en")).toBe(
    "09:00 in Guatemala City · 11:00 your time (Santo Domingo)",
  );
  expect(hourFor(nine, "America/Guatemala", "America/Costa_Rica", "es")).toBe("09:00 en Ciudad de Guatemala");
});

test("where the reader's clock shows another day, the day is told", () => {
  const late = new Date("2024-03-21T05:30:00Z");
  expect(hourFor(late, "America/Guatemala", "America/Panama", "es")).toBe(
    "23:30 en Ciudad de Guatemala · 00:30 del 21 de marzo de 2024 en su hora (Ciudad de Panamá)",
  );
});

test("a time that clocks skip is refused and one that they show twice is the first", () => {
  expect(at("2024-03-10T02:30", "America/New_York")).toBe("skipped-time");
  expect(at("2024-03-10T01:59", "America/New_York")).toBe("2024-03-10T06:59:00.000Z");
  expect(at("2024-03-10T03:00", "America/New_York")).toBe("2024-03-10T07:00:00.000Z");
  expect(at("2024-11-03T01:30", "America/New_York")).toBe("2024-11-03T05:30:00.000Z repeated");
  expect(at("2024-11-03T02:00", "America/New_York")).toBe("2024-11-03T07:00:00.000Z");
});

test("Mexico's last summer time, half-hour changes and a skipped calendar day are right", () => {
  expect(at("2022-04-03T02:30", "America/Mexico_City")).toBe("skipped-time");
  expect(at("2022-10-30T01:30", "America/Mexico_City")).toBe("2022-10-30T06:30:00.000Z repeated");
  expect(at("2023-04-02T02:30", "America/Mexico_City")).toBe("2023-04-02T08:30:00.000Z");
  expect(at("2024-10-06T02:15", "Australia/Lord_Howe")).toBe("skipped-time");
  expect(at("2024-04-07T01:45", "Australia/Lord_Howe")).toBe("2024-04-06T14:45:00.000Z repeated");
  expect(at("2011-12-30T12:00", "Pacific/Apia")).toBe("skipped-time");
});

test("what is no time and what is no zone is refused by its own word", () => {
  for (const local of ["2024-02-30T09:00", "2024-03-20T24:00", "2024-03-20", "20/03/2024 09:00", "2024-13-01T09:00", ""])
    expect(at(local, "America/Guatemala"), local).toBe("not-a-time");
  expect(at("2024-03-20T09:00", "America/Nowhere")).toBe("unknown-zone");
});

test("every minute shown by the clocks of any zone is found again", () => {
  const minutes = fc.integer({ min: Date.UTC(2011, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 });
  fc.assert(
    fc.property(minutes, fc.constantFrom(...zones()), (minute, zone) => {
      const instant = new Date(minute * 60_000);
      const answer = instantAt(localTime(instant, zone), zone);
      if (typeof answer === "string") throw new Error(`${answer} ${zone} ${instant.toISOString()}`);
      expect(localTime(answer.at, zone)).toBe(localTime(instant, zone));
      expect(answer.repeated ? answer.at <= instant : answer.at.getTime() === instant.getTime()).toBe(true);
    }),
    { numRuns: 1500 },
  );
});
