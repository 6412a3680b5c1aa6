import fc from "fast-check";
import { expect, test } from "vitest";
import { readDate } from "./date.ts";

test.each([
  ["05/09/2021", "2021-09-05"],
  ["5-9-2021", "2021-09-05"],
  ["2021-09-05 00:00:00", "2021-09-05"],
  ["5 de septiembre de 2021", "2021-09-05"],
  ["3 mar 2021", "2021-03-03"],
  ["44444", "2021-09-05"],
  ["29/02/2020", "2020-02-29"],
  ["29/02/2021", undefined],
  ["09/25/2021", undefined],
  ["05/09/21", undefined],
  ["ayer", undefined],
])("%s is read day first, or not at all", (text, day) => {
  expect(readDate(text, false)).toBe(day);
});

test("every day since 1901 survives being written dd/mm/yyyy and as a serial number of either calendar", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("1910-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10);
      const serial = Date.parse(iso) / 86_400_000 + 25_569;
      expect(readDate(iso.split("-").toReversed().join("/"), false)).toBe(iso);
      expect(readDate({ odd: "date", text: "", serial }, false)).toBe(iso);
      expect(readDate(serial - 1462, true)).toBe(iso);
    }),
  );
});
