import fc from "fast-check";
import { expect, test } from "vitest";
import type { Figure } from "../../figure.ts";
import { exampleFigures, figure } from "../example-figures.ts";
import { trafficking1 } from "../../methodology/trafficking-1.ts";
import type { ValidationInput } from "../matrix.ts";
import { validate } from "../validate.ts";
import { spreadOf, surprise } from "./band.ts";
import { jump } from "./jump.ts";
import { oddNumber, repeatsDigits } from "./odd-number.ts";
import { sameAsEarlier } from "./same-as-earlier.ts";
import { shareShift } from "./share-shift.ts";
import { shiftedRows } from "./shifted-rows.ts";

const headline = "victims:_T._T";
const sheet = { authority: "MP", referenceDate: "2023-02-01", source: "Registro" };
function year(now: readonly Figure[], ...earlier: (readonly Figure[])[]): ValidationInput {
  return {
    methodology: trafficking1, country: "MEX", year: 2022, figures: now, sheet, today: "2023-03-01",
    earlier: earlier.map((figures, i) => ({ year: 2021 - i, figures })),
  };
}
const total = (word: Parameters<typeof figure>[1]) => [figure(headline, word)];
const alarms = (now: Parameters<typeof figure>[1], ...before: Parameters<typeof figure>[1][]) => jump(year(total(now), ...before.map(total))).length > 0;

test("115 to 824 and 247 to 2,015 alarm; 3 to 6 does not", () => {
  expect(alarms(824, 115)).toBe(true);
  expect(alarms(2015, 247)).toBe(true);
  expect(alarms(6, 3)).toBe(false);
});
test("a fall is noticed as a rise is", () => {
  expect(alarms(115, 824)).toBe(true);
  expect(alarms(0, 90)).toBe(true);
});
test("what small countries do from year to year is left in peace", () => {
  expect([alarms(5, "<5"), alarms(7, 5), alarms(11, 11), alarms(0, 8), alarms(8, 0), alarms(21, 51), alarms(9, 1)]).toEqual(Array(7).fill(false));
});
test("the changes that GLOTIP shows for the nine states alarm only where it is worth a question", () => {
  const series: Record<string, (number | "<5")[]> = {
    BLZ: [11, 11, "<5", "<5", 5, 7], CRI: ["<5", 20, 39, 30, 62, 51, 21, 43], DOM: [183, 157, 102, 102, 195, 83, 65, 99],
    GTM: [484, 333, 371, 434, 439, 425, 228], HND: [59, 83, 154, 64, 84, 67, 101, 56], MEX: [2015, 986, 970, 731, 824, 115, 247], PAN: [50, 84, 34, 28], SLV: [45, 49, 45, 46, 41, 21, 27, 21],
  };
  const found = Object.entries(series).flatMap(([country, counts]) =>
    counts.flatMap((count, i) => (i > 0 && alarms(count, ...counts.slice(0, i).toReversed()) ? [`${country} ${counts[i - 1]} → ${count}`] : [])),
  );
  expect(found).toEqual(["MEX 824 → 115"]);
});
test("one leap in the past does not excuse the next", () => {
  expect(alarms(824, 115, 824, 731, 970, 986)).toBe(true);
});
test("a count that its source hides alarms only if no value of its interval would do", () => {
  expect(alarms(20, "<5")).toBe(false);
  expect(alarms(60, "<5")).toBe(true);
});

const count = fc.integer({ min: 0, max: 5000 });
const point = (n: number) => ({ lo: n, hi: n });
test("the further a count is from last year's, the greater the surprise; upwards and downwards alike", () => {
  fc.assert(
    fc.property(count, count, fc.integer({ min: 1, max: 500 }), (x, m, more) => {
      const [low, high] = [Math.min(x, m), Math.max(x, m)];
      const near = surprise(point(high), point(low), 0.4);
      const far = surprise(point(high + more), point(low), 0.4);
      expect(far).toBeGreaterThanOrEqual(near - 1e-9);
      expect(surprise(point(low), point(high), 0.4)).toBeCloseTo(-near, 9);
    }),
  );
});
test("a series that wanders more is granted more, within limits", () => {
  const series = (counts: number[]) => counts.map((each, i) => ({ year: 2021 - i, count: each }));
  expect(spreadOf(series([100, 100, 100, 100]))).toBeLessThan(0.4);
  expect(spreadOf(series([300, 100, 300, 100]))).toBeGreaterThan(0.4);
  fc.assert(fc.property(fc.array(count, { maxLength: 12 }), (counts) => spreadOf(series(counts)) <= 1 && spreadOf(series(counts)) > 0.15));
});

test("a group that moves against the total is told; a group that moves with it is not", () => {
  const before = [figure(headline, 200), figure("origin:HND", 20), figure("origin:GTM", 150)];
  expect(shareShift(year([figure(headline, 400), figure("origin:HND", 40), figure("origin:GTM", 300)], before))).toEqual([]);
  const [finding] = shareShift(year([figure(headline, 200), figure("origin:HND", 160), figure("origin:GTM", 20)], before));
  expect(finding).toMatchObject({ rule: "share-shift", cells: ["origin:GTM"] });
});
test("the number of the year in a cell is asked about, and so are digits that repeat", () => {
  expect(oddNumber(year(total(2022)))[0]?.rule).toBe("count-is-year");
  expect(oddNumber(year(total(3333)))[0]?.rule).toBe("digits-repeat");
  expect([1111, 4343, 115115, 20202020].every(repeatsDigits)).toBe(true);
  expect([111, 77, 1234, 2015, 1000, 1212121].some(repeatsDigits)).toBe(false);
});
test("last year's file sent again is recognised, and so is a year shifted by more", () => {
  const same = exampleFigures();
  const other = same.map((each) => (each.value.kind === "count" && each.value.count > 0 ? figure(each.cell, each.value.count + 7) : each));
  expect(sameAsEarlier(year(same, same))[0]?.rule).toBe("same-as-last-year");
  expect(sameAsEarlier(year(same, other, same))[0]).toMatchObject({ rule: "same-as-another-year" });
  expect(sameAsEarlier(year(same, other))).toEqual([]);
  expect(sameAsEarlier(year([figure(headline, 11)], [figure(headline, 11)]))).toEqual([]);
});
test("figures pasted one line too low are recognised", () => {
  const before = ["BLZ", "CRI", "SLV", "GTM", "HND", "MEX"].map((code, i) => figure(`origin:${code}`, 11 + 7 * i));
  const after = ["CRI", "SLV", "GTM", "HND", "MEX", "NIC"].map((code, i) => figure(`origin:${code}`, 11 + 7 * i));
  expect(shiftedRows(year(after, before))[0]).toMatchObject({ rule: "rows-shifted" });
  expect(shiftedRows(year(before, before))).toEqual([]);
});
test("a first year has nothing to be compared with", () => {
  expect(validate(year(exampleFigures())).filter((each) => each.class === "plausibility")).toEqual([]);
});
