import fc from "fast-check";
import { expect, test } from "vitest";
import { type Figure, TOTAL } from "../figure.ts";
import { cellsOf, dimensionOf } from "../methodology/plan.ts";
import { trafficking1 } from "../methodology/trafficking-1.ts";
import { RecordTally, type VictimRecord, aggregateRecords } from "./index.ts";

const codesOf = (list: string) => trafficking1.codeLists.find((each) => each.id === list)?.codes.map((each) => each.code) ?? [];
const record: fc.Arbitrary<VictimRecord> = fc
  .record({
    status: fc.constantFrom(...codesOf("victimStatus")),
    sex: fc.constantFrom(...codesOf("sex")),
    ageGroup: fc.constantFrom(...codesOf("ageGroup")),
    forms: fc.uniqueArray(fc.constantFrom(...codesOf("formOfExploitation")), { maxLength: 4 }),
    mainForm: fc.constantFrom(...codesOf("formOfExploitation")),
    citizenship: fc.constantFrom("GTM", "HND", "PER", "USA", "NPL", "AMR", "WLD", "_U"),
    scope: fc.constantFrom(...codesOf("scope")),
    services: fc.uniqueArray(fc.constantFrom(...codesOf("servicesProvided")), { maxLength: 5 }),
  })
  .map((rest) => ({ ...rest, row: 2, caseCode: "A", identifiedOn: "2021-01-01" }));

const lookup = (figures: readonly Figure[]) => {
  const counts = new Map(figures.map(({ cell, value }) => [cell, value.kind === "count" ? value.count : Number.NaN]));
  return (cell: string) => counts.get(cell) ?? Number.NaN;
};

test("every total is the sum of its parts, and every headcount table ends in the same headline", () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 60 }), (records) => {
      const of = lookup(aggregateRecords(records, trafficking1));
      const headline = records.filter(({ status }) => status === "IDENTIFIED" || status === "ACCREDITED").length;
      expect(of("victims:_T._T")).toBe(headline);
      expect(of("status:IDENTIFIED")).toBe(headline);
      expect(of("status:ACCREDITED")).toBe(records.filter(({ status }) => status === "ACCREDITED").length);
      expect(of("status:PRESUMED")).toBe(records.filter(({ status }) => status === "PRESUMED").length);
      for (const table of trafficking1.tables) {
        const axes = table.dimensions.map((id) => dimensionOf(trafficking1, id));
        for (const { cell, codes } of cellsOf(trafficking1, table)) {
          const at = codes.findIndex((code) => code === TOTAL);
          if (at === -1) continue;
          const parts = axes[at]?.codes.map((code) => `${table.id}:${codes.with(at, code).join(".")}`) ?? [];
          expect(of(cell)).toBe(parts.map(of).reduce((sum, part) => sum + part, 0));
        }
        const grand = table.counts === "persons" ? of(`${table.id}:${table.dimensions.map(() => TOTAL).join(".")}`) : headline;
        expect(grand).toBe(headline);
        const largest = Math.max(...cellsOf(trafficking1, table).map(({ cell }) => of(cell)));
        expect(largest).toBeLessThanOrEqual(table.counts === "statuses" ? records.length : headline);
      }
    }),
    { numRuns: 60 },
  );
});

test("counting in batches gives what counting at once gives", () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 40 }), fc.nat(40), (records, cut) => {
      const tally = new RecordTally(trafficking1);
      tally.add(records.slice(0, cut));
      tally.add(records.slice(cut));
      expect(tally.figures()).toEqual(aggregateRecords(records, trafficking1));
    }),
    { numRuns: 30 },
  );
});

test("narrow codes are counted into their broad ones, once a person, and citizenship into the rest of its continent", () => {
  const of = lookup(
    aggregateRecords(
      [{ row: 2, caseCode: "A", identifiedOn: "2021-01-01", status: "ACCREDITED", sex: "F", ageGroup: "N12_17", forms: ["SEX_CSEC", "SEX_PORN", "LAB_DOM"], mainForm: "SEX_CSEC", citizenship: "PER", scope: "CROSS_EXT", services: ["NONE"] }],
      trafficking1,
    ),
  );
  expect([of("forms:SEX.MINOR"), of("forms:LAB._T"), of("main_form:SEX"), of("origin:AMR"), of("scope:CROSS"), of("services:SHELTER")]).toEqual([1, 1, 1, 1, 1, 0]);
});
