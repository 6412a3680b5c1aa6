import { expect, test } from "vitest";
import { countryName } from "./country.ts";
import { formatDate, formatInstant } from "./date.ts";
import { formatCount, formatShare } from "./number.ts";

test("a count is grouped as the reader's country writes it", () => {
  expect(formatCount(1025, "es")).toBe("1\u202f025");
  expect(formatCount(1025, "es", "CRI")).toBe("1\u202f025");
  expect(formatCount(1025, "es", "MEX")).toBe("1,025");
  expect(formatCount(1234567, "en", "BLZ")).toBe("1,234,567");
  expect(formatCount(7, "es")).toBe("7");
});

test("a fall is written with a true minus sign", () => {
  expect(formatCount(-1200, "en")).toBe("−1,200");
});

test("a share is whole per cent", () => {
  expect(formatShare(0.4249, "es")).toBe("42\u00a0%");
  expect(formatShare(1, "en")).toBe("100%");
});

test("a calendar day is written out and never slips to the day before", () => {
  expect(formatDate("2022-09-05", "es")).toBe("5 de septiembre de 2022");
  expect(formatDate("2022-09-05", "en")).toBe("5 September 2022");
});

test("an instant is told in the hour of the region", () => {
  expect(formatInstant("2023-12-01T02:30:00Z", "es")).toBe("30 de noviembre de 2023, 20:30");
});

test("a country is called by its name in the region, an unknown code by itself", () => {
  expect(countryName("DOM")).toEqual({ es: "República Dominicana", en: "Dominican Republic" });
  expect(countryName("BLZ")).toEqual({ es: "Belice", en: "Belize" });
  expect(countryName("ZZZ")).toEqual({ es: "ZZZ", en: "ZZZ" });
});
