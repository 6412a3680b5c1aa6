import fc from "fast-check";
import { expect, test } from "vitest";
import type { Figure } from "../figure.ts";
import { trafficking1 } from "../methodology/trafficking-1.ts";
import { exampleFigures, figure } from "./example-figures.ts";
import { aggregateRecords, type VictimRecord } from "../intake/index.ts";
import type { Finding } from "./finding.ts";
import type { ValidationInput } from "./matrix.ts";
import { validate } from "./validate.ts";

const sheet = { authority: "Ministerio Público", referenceDate: "2022-02-01", source: "Registro nacional" };
function input(figures: readonly Figure[], rest: Partial<ValidationInput> = {}): ValidationInput {
  return { methodology: trafficking1, country: "GTM", year: 2021, figures, sheet, earlier: [], today: "2022-03-01", ...rest };
}
/** The example year with some cells said otherwise; undefined leaves a cell blank. */
function but(changes: Record<string, Parameters<typeof figure>[1] | undefined>): Figure[] {
  return exampleFigures().flatMap((each) => {
    if (!(each.cell in changes)) return [each];
    const word = changes[each.cell];
    return word === undefined ? [] : [figure(each.cell, word)];
  });
}
const rules = (findings: readonly Finding[]) => findings.map((each) => each.rule);
const only = (findings: readonly Finding[], rule: string) => findings.filter((each) => each.rule === rule);

test("a year that agrees with itself is left in peace", () => {
  expect(validate(input(exampleFigures()))).toEqual([]);
});

test("completeness: the headline must be stated, or the reason why there is none", () => {
  expect(rules(validate(input(but({ "victims:_T._T": undefined }))))).toContain("headline-missing");
  expect(only(validate(input(but({ "victims:_T._T": "ND" }))), "headline-absent")[0]?.severity).toBe("warning");
});
test("completeness: a nil return needs a word", () => {
  const nil = exampleFigures().map(({ cell }) => figure(cell, 0));
  expect(rules(validate(input(nil)))).toEqual(["nil-return"]);
});
test("completeness: authority, reference date and source are asked for, and the date must make sense", () => {
  const nothing = { authority: null, referenceDate: null, source: null };
  expect(rules(validate(input(exampleFigures(), { sheet: nothing })))).toEqual(["authority-missing", "reference-date-missing", "source-missing"]);
  expect(rules(validate(input(exampleFigures(), { sheet: { ...sheet, referenceDate: "2021-06-30" } })))).toEqual(["reference-date-early"]);
  expect(rules(validate(input(exampleFigures(), { sheet: { ...sheet, referenceDate: "2023-06-30" } })))).toEqual(["reference-date-ahead"]);
});
test("completeness: blank tables are told together, a table that was begun is told by its blank cells", () => {
  const without = exampleFigures().filter(({ cell }) => !cell.startsWith("services:") && !cell.startsWith("scope:"));
  expect(only(validate(input(without)), "table-blank")[0]?.message.es).toBe("Estos cuadros están en blanco: «Trata interna o transnacional», «Servicios brindados».");
  const begun = but({ "services:FOOD": undefined, "services:HEALTH": undefined });
  expect(only(validate(input(begun)), "table-partial")[0]).toMatchObject({ severity: "warning", cells: ["services:FOOD", "services:HEALTH"] });
});
test("completeness: a blank that the other figures settle is no blank", () => {
  expect(validate(input(but({ "scope:BOTH": undefined, "victims:O.MINOR": undefined })))).toEqual([]);
});

test("value: what is no number of persons is refused, and so is a cell of another methodology", () => {
  const odd: Figure[] = [...but({ "status:RESCUED": undefined }), { cell: "status:RESCUED", value: { kind: "count", count: -1 } }, figure("old:X", 3)];
  expect(rules(validate(input(odd)))).toEqual(["cell-unknown", "count-impossible"]);
});
test("value: a source that hides more than the coalition would is asked for better", () => {
  const hidden: Figure[] = [...but({ "status:RESCUED": undefined }), { cell: "status:RESCUED", value: { kind: "suppressed", below: 10 } }];
  expect(only(validate(input(hidden)), "ceiling-high")[0]?.severity).toBe("warning");
  expect(rules(validate(input(but({ "status:RESCUED": "<5" }))))).toEqual([]);
});

test("consistency: parts never pass their total, and the numbers are told", () => {
  const [finding] = only(validate(input(but({ "scope:INTERNAL": 33 }))), "parts-exceed-total");
  expect(finding?.cells[0]).toBe("scope:_T");
  expect(finding?.message.es).toContain("las partes suman 43 y el total dice 40");
});
test("consistency: parts fall short only while 'unknown' is blank", () => {
  expect(only(validate(input(but({ "scope:INTERNAL": 27 }))), "parts-fall-short")[0]?.message.en).toContain("3 are missing");
  expect(only(validate(input(but({ "scope:INTERNAL": 27, "scope:_U": undefined }))), "parts-fall-short")).toEqual([]);
});
test("consistency: '<5' is reckoned as 0 to 4", () => {
  expect(rules(validate(input(but({ "scope:CROSS": 8, "scope:BOTH": "<5" }))))).toEqual([]);
  expect(rules(validate(input(but({ "scope:CROSS": 4, "scope:BOTH": "<5" }))))).toEqual(["parts-fall-short"]);
  expect(rules(validate(input(but({ "scope:CROSS": 11, "scope:BOTH": "<5" }))))).toEqual(["parts-exceed-total"]);
});
test("consistency: no form passes the persons of its age, and no main form passes its form", () => {
  expect(only(validate(input(but({ "forms:LAB.MINOR": 16, "forms:LAB._T": 23 }))), "passes-its-whole").map((each) => each.cells)).toContainEqual(["forms:LAB.MINOR", "victims:_T.MINOR"]);
  expect(only(validate(input(but({ "main_form:LAB": 13, "main_form:SEX": 27 }))), "passes-its-whole").map((each) => each.cells)).toContainEqual(["main_form:LAB", "forms:LAB._T"]);
});
test("consistency: accredited are among the identified, and tables of the same persons agree", () => {
  expect(rules(validate(input(but({ "status:ACCREDITED": 41 }))))).toContain("passes-its-whole");
  const differing = validate(input(but({ "status:IDENTIFIED": 41 })));
  expect(only(differing, "same-persons-differ")[0]?.cells).toEqual(["status:IDENTIFIED", "victims:_T._T"]);
  expect(rules(validate(input(but({ "forms_sex:LAB.M": 9, "forms_sex:LAB._T": 13 }))))).toContain("same-persons-differ");
});
test("consistency: figures that agree two by two and not together are found across tables", () => {
  // Total blank: girls and women alone are 32, while no age group leaves room for them.
  const figures = [figure("victims:_T.MINOR", 5), figure("victims:_T.ADULT", 5), figure("victims:_T._U", 0), figure("victims:F._T", 11)];
  const [finding] = only(validate(input(figures)), "impossible-together");
  expect(finding?.cells).toEqual(["victims:F._T", "victims:_T.ADULT", "victims:_T.MINOR", "victims:_T._U"]);
});
test("consistency: fewer mentions of forms than persons is asked about", () => {
  const fewer = but({ "forms:SEX.ADULT": 8, "forms:SEX._T": 18, "forms_sex:SEX.F": 18, "forms_sex:SEX._T": 18, "main_form:SEX": 18, "main_form:_U": 10 });
  expect(rules(validate(input(fewer)))).toEqual(["mentions-fall-short", "mentions-fall-short"]);
});

const victim = fc.record({
  sex: fc.constantFrom("F", "M", "O", "_U"),
  ageGroup: fc.constantFrom("MINOR", "ADULT", "_U"),
  forms: fc.uniqueArray(fc.constantFrom("SEX", "LAB", "SERV", "BEG", "OTHER"), { minLength: 1, maxLength: 3 }),
  citizenship: fc.constantFrom("GTM", "HND", "COL", "_U"),
  scope: fc.constantFrom("INTERNAL", "CROSS", "BOTH", "_U"),
  services: fc.uniqueArray(fc.constantFrom("SHELTER", "LEGAL"), { maxLength: 2 }),
  status: fc.constantFrom("IDENTIFIED", "ACCREDITED", "PRESUMED"),
});
const register = fc.array(victim, { minLength: 1, maxLength: 120 });
type Person = typeof victim extends fc.Arbitrary<infer P> ? P : never;
function matrixOf(persons: readonly Person[]): Figure[] {
  const records = persons.map((each, i): VictimRecord => ({ ...each, row: i + 1, caseCode: `C${i}`, identifiedOn: "2021-05-05", mainForm: each.forms[0] ?? "_U" }));
  return aggregateRecords(records, trafficking1);
}

test("no error is ever found in a matrix that was counted from records, however it is then hidden or left blank", () => {
  fc.assert(
    fc.property(register, fc.func(fc.constantFrom("keep", "keep", "keep", "blank", "hide", "absent")), (persons, fate) => {
      const figures = matrixOf(persons).flatMap((each): Figure[] => {
        const count = each.value.kind === "count" ? each.value.count : 0;
        const what = each.cell === "victims:_T._T" ? "keep" : fate(each.cell);
        if (what === "blank") return [];
        if (what === "absent") return [figure(each.cell, "ND")];
        return what === "hide" && count < 5 ? [figure(each.cell, "<5")] : [each];
      });
      expect(validate(input(figures)).filter((finding) => finding.severity === "error")).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("raising one part of a complete matrix is always noticed, and the cell is among those told", () => {
  fc.assert(
    fc.property(register, fc.nat(), fc.integer({ min: 1, max: 50 }), (persons, pick, more) => {
      const figures = matrixOf(persons);
      const parts = figures.filter(({ cell }) => cell.startsWith("victims:") && !cell.includes("_T"));
      const chosen = parts[pick % parts.length]?.cell;
      const raised = figures.map((each) => (each.cell === chosen && each.value.kind === "count" ? { ...each, value: { ...each.value, count: each.value.count + more } } : each));
      const errors = validate(input(raised)).filter((finding) => finding.severity === "error");
      expect(errors.flatMap((finding) => finding.cells)).toContain(chosen);
    }),
    { numRuns: 100 },
  );
});

test("the same figures give the same keys, and another number at the same cell gives another key", () => {
  const key = (count: number) => validate(input(but({ "scope:INTERNAL": count })))[0]?.key;
  expect(key(33)).toBe(key(33));
  expect(key(33)).not.toBe(key(34));
});
