import fc from "fast-check";
import { expect, test } from "vitest";
import { exampleMembers } from "../../../test/example-year.ts";
import { TOTAL, cellAddress } from "../figure.ts";
import { type VictimRecord, aggregateRecords } from "../intake/index.ts";
import { trafficking1 as methodology } from "../methodology/trafficking-1.ts";
import { attack } from "../disclosure/index.ts";
import { dimensionOf } from "../methodology/plan.ts";
import { headline } from "./country-matrix.ts";
import type { EarlierRelease, MemberInput, ReleaseInputs } from "./inputs.ts";
import { ReleaseRefused, protectRelease } from "./protect-release.ts";
import { readerViews } from "./reader-view.ts";
import { type ReleaseData, REGION } from "./release-data.ts";

const inputs = (members: readonly MemberInput[], more: Partial<ReleaseInputs> = {}): ReleaseInputs => ({
  topic: "trafficking", year: 2022, version: 1, exercise: false, publishedOn: "2026-11-16", methodology, members, earlier: [], ...more,
});
const member = (country: string, figures: MemberInput["figures"]): MemberInput => ({ country, name: { es: country, en: country }, fictional: false, figures });
const one = <T>(from: readonly T[], at: number): T => from[at % from.length]!; // the lists below are never empty

/** Countries of very different size, from nobody to some hundreds, with correlated attributes. */
const countries = fc.array(fc.record({ persons: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 13, max: 260 })), seed: fc.nat(10_000) }), { minLength: 2, maxLength: 4 });

function recordsOf(persons: number, seed: number): VictimRecord[] {
  return Array.from({ length: persons }, (_, i) => {
    const at = (i * 7919 + seed * 104_729) >>> 3;
    const form = one(["SEX", "SEX", "SEX", "LAB", "LAB", "BEG", "CRIM"], at);
    return {
      row: i + 1, caseCode: `C${i}`, identifiedOn: "2022-05-05", status: at % 9 ? "IDENTIFIED" : "ACCREDITED",
      sex: one(["F", "F", "F", "M", "M", "O"], at >> 2), ageGroup: one(["MINOR", "ADULT", "ADULT", "_U"], at >> 4),
      forms: at % 5 ? [form] : [...new Set([form, "LAB"])], mainForm: form, citizenship: one(["GTM", "HND", "HND", "VEN", "FRA"], at >> 1),
      scope: one(["INTERNAL", "CROSS", "BOTH"], at >> 3), services: at % 3 ? ["HEALTH", "PSYCH"] : ["LEGAL"],
    };
  });
}

/** Every published total equals the sum of its published parts, wherever all of them are published. */
function falseMargins(release: ReleaseData): string[] {
  const value = new Map(release.cells.flatMap((cell) => (cell.published.kind === "observed" && !cell.years ? [[`${cell.area}/${cellAddress(cell.table, cell.codes)}`, cell.published.count] as const] : [])));
  return release.cells.flatMap((cell) => {
    if (cell.published.kind !== "observed" || cell.years) return [];
    const { count } = cell.published;
    const table = methodology.tables.find((each) => each.id === cell.table);
    return (table?.dimensions ?? []).flatMap((id, axis) => {
      const dimension = dimensionOf(methodology, id);
      if (cell.codes[axis] !== TOTAL || !dimension.additive) return [];
      const parts = dimension.codes.map((code) => value.get(`${cell.area}/${cellAddress(cell.table, cell.codes.with(axis, code))}`));
      const whole = parts.every((part) => part !== undefined) ? parts.reduce((sum, part) => sum + part, 0) : count;
      return whole === count ? [] : [`${cell.area}/${cellAddress(cell.table, cell.codes)}`];
    });
  });
}

test("whatever the records, no small count is printed, printed margins are true, and the reader of the release recovers nothing", async () => {
  await fc.assert(
    fc.asyncProperty(countries, async (drawn) => {
      const members = drawn.map(({ persons, seed }, i) => member(one(["GTM", "HND", "MEX", "PAN"], i), aggregateRecords(recordsOf(persons, seed), methodology)));
      const { data } = await protectRelease(inputs(members));
      const small = data.cells.filter((cell) => cell.published.kind === "observed" && cell.published.count > 0 && cell.published.count < methodology.k);
      expect(small).toEqual([]);
      expect(falseMargins(data)).toEqual([]);
      const { view, prior } = readerViews(data, methodology);
      expect(await attack(view, { prior })).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 300_000);

test("the real years of the examples are protected, and every headline that the sources print survives", async () => {
  const members = await exampleMembers(2022);
  const { data } = await protectRelease(inputs(members));
  const shown = new Map(data.cells.filter((cell) => !cell.years && cellAddress(cell.table, cell.codes) === headline).map((cell) => [cell.area, cell.published]));
  expect(shown.get(REGION)).toEqual({ kind: "observed", count: 709 });
  expect(Object.fromEntries([...shown].map(([area, each]) => [area, each.kind === "observed" ? each.count : each.kind]))).toEqual({
    _R: 709, BLZ: 7, CRI: 43, DOM: 99, GTM: 228, HND: 56, MEX: 247, NIC: 8, PAN: "absent", SLV: 21,
  });
});

test("a region is the sum of those who reported, between two limits where one of them hides its own total", async () => {
  const { data } = await protectRelease(inputs(await exampleMembers(2020), { year: 2020 }));
  const region = data.cells.find((cell) => cell.area === REGION && cellAddress(cell.table, cell.codes) === headline);
  expect(region?.published).toEqual({ kind: "range", lo: 1485, hi: 1493 });
  expect(data.areas.find((area) => area.code === REGION)?.lacks).toEqual(["PAN"]);
});

test("a correction of fewer than k persons to a printed cell is refused, and one of k or more makes a new version", async () => {
  const members = await exampleMembers(2022);
  const first = await protectRelease(inputs(members));
  const earlier: EarlierRelease[] = [{ data: first.data, figures: new Map(members.map((each) => [each.country, each.figures])) }];
  const corrected = (by: number) =>
    members.map((each) =>
      each.country === "MEX"
        ? { ...each, figures: each.figures.map((figure) => (figure.value.kind === "count" && (figure.cell === headline || figure.cell === "status:IDENTIFIED") ? { ...figure, value: { kind: "count" as const, count: figure.value.count + by } } : figure)) }
        : each,
    );
  await expect(protectRelease(inputs(corrected(2), { version: 2, earlier }))).rejects.toThrow(ReleaseRefused);
  const second = await protectRelease(inputs(corrected(40), { version: 2, earlier }));
  const before = first.data.cells.filter((cell) => cell.published.kind === "protected").map((cell) => `${cell.area}/${cellAddress(cell.table, cell.codes)}`);
  const printed = new Set(second.data.cells.filter((cell) => cell.published.kind === "observed").map((cell) => `${cell.area}/${cellAddress(cell.table, cell.codes)}`));
  expect(before.filter((cell) => printed.has(cell))).toEqual([]);
});

test("three years of a small country are pooled when their window ends, and no sooner", async () => {
  const earlier: EarlierRelease[] = [];
  for (const year of [2020, 2021]) {
    const members = await exampleMembers(year);
    const { data } = await protectRelease(inputs(members, { year, earlier }));
    expect(data.cells.filter((cell) => cell.years)).toEqual([]);
    earlier.push({ data, figures: new Map(members.map((each) => [each.country, each.figures])) });
  }
  const { data } = await protectRelease(inputs(await exampleMembers(2022), { earlier }));
  const pooled = data.cells.filter((cell) => cell.years);
  expect(pooled.find((cell) => cell.area === "CRI" && cellAddress(cell.table, cell.codes) === headline)).toMatchObject({ years: [2020, 2022], published: { kind: "observed", count: 115 } });
  expect(pooled.some((cell) => cell.area === "GTM")).toBe(false);
});

test("a correction of a year prints what was printed, hides what was hidden, and protects the rest beside it", async () => {
  const earlier: EarlierRelease[] = [];
  for (const year of [2020, 2021, 2022]) {
    const members = await exampleMembers(year);
    const { data } = await protectRelease(inputs(members, { year, earlier: [...earlier] }));
    earlier.push({ data, figures: new Map(members.map((each) => [each.country, each.figures])) });
  }
  const members = (await exampleMembers(2022)).map((each) => (each.country === "PAN" ? { ...each, authority: "Otra institución" } : each));
  const { data } = await protectRelease(inputs(members, { version: 2, earlier }));
  const hidden = (release: ReleaseData) => release.cells.filter((cell) => cell.published.kind === "protected").map((cell) => `${cell.area}/${cellAddress(cell.table, cell.codes)}/${cell.years?.join("-") ?? ""}`);
  const first = earlier.at(-1)!.data; // three years were added above
  expect(hidden(data).toSorted()).toEqual(hidden(first).toSorted());
  const printed = (release: ReleaseData) => release.cells.filter((cell) => cell.published.kind === "observed" || cell.published.kind === "range").map((cell) => JSON.stringify(cell));
  expect(printed(data)).toEqual(printed(first));
});
