import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { readSubmission } from "../intake/index.ts";
import type { Figure, Value } from "../figure.ts";
import { cellsOf } from "../methodology/plan.ts";
import { trafficking1 } from "../methodology/trafficking-1.ts";
import { neutralText, plainText, templateFileName, writeTemplate } from "./index.ts";

const country = { code: "GTM", name: { es: "Guatemala", en: "Guatemala" } };
const request = { methodology: trafficking1, country, year: 2021, language: "es", kind: "matrix", collectionId: "trafficking-2021" } as const;
const context = { methodology: trafficking1, country, year: 2021, mappings: [], language: "es" } as const;
const allCells = trafficking1.tables.flatMap((table) => cellsOf(trafficking1, table).map(({ cell }) => cell));

const value: fc.Arbitrary<Value> = fc.oneof(
  fc.nat(9_999_999).map((count): Value => ({ kind: "count", count })),
  fc.constantFrom(5, 10, 11).map((below): Value => ({ kind: "suppressed", below })),
  fc.constantFrom("not-collected", "not-available", "not-applicable").map((absence): Value => ({ kind: "absent", absence })),
);
const words = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
  fc.constantFrom("=1+1", "'=1+1", "''", "+503", "-5", "@cmd", "<&>\"'", "_x000D_", "ñandú  doble"),
);
/** Text that means something: a spreadsheet keeps no control signs and reads blank ends away. */
const note = words.map((text) => text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "").trim()).filter((text) => text !== "" && !/_x[0-9a-f]{4}_/i.test(text));

function figuresOf(values: readonly (Value | undefined)[], notes: readonly (string | undefined)[]): Figure[] {
  return allCells.flatMap((cell, i) => {
    const here = values[i];
    const said = notes[i];
    return here ? [said === undefined ? { cell, value: here } : { cell, value: here, note: said }] : [];
  });
}
const figures = fc
  .tuple(
    fc.array(fc.option(value, { nil: undefined }), { minLength: allCells.length, maxLength: allCells.length }),
    fc.array(fc.option(note, { nil: undefined, freq: 12 }), { minLength: allCells.length, maxLength: allCells.length }),
  )
  .map(([values, notes]) => figuresOf(values, notes));

describe("a template", () => {
  test("comes back with the same figures, notes and source that went out", async () => {
    await fc.assert(
      fc.asyncProperty(figures, fc.constantFrom("es" as const, "en" as const), fc.boolean(), note, async (out, language, withLastYear, authority) => {
        const source = { authority, referenceDate: "2022-03-01", source: "=HYPERLINK(1)" };
        const bytes = await writeTemplate({ ...request, language, figures: out, source, ...(withLastYear ? { lastYear: out } : {}) });
        const back = await readSubmission({ name: "x.xlsx", bytes }, context);
        expect(back.problems).toEqual([]);
        expect(back.figures).toEqual(out);
        expect(back.source).toEqual(source);
        expect(back.stamp).toMatchObject({ country: "GTM", year: 2021, methodology: "trafficking-1", language, kind: "matrix" });
      }),
      { numRuns: 12 },
    );
  });

  test("that nobody filled in has no figure at all, and no zero", async () => {
    const back = await readSubmission({ name: "x.xlsx", bytes: await writeTemplate({ ...request, lastYear: [{ cell: "victims:F.MINOR", value: { kind: "count", count: 9 } }] }) }, context);
    expect(back.figures).toEqual([]);
    expect(back.totals.errors).toBe(0);
  });

  test("locks everything but the cells to fill in, and offers the cells of the notes as a list", async () => {
    const book = await readXlsx(await writeTemplate(request), { readStyles: true });
    const victims = book.sheets.find((sheet) => sheet.name === "2 Sexo, edad");
    expect(victims?.protection?.sheet).toBe(true);
    expect(victims?.cells?.get("7,2")?.style?.protection?.locked).toBe(false);
    expect(victims?.cells?.get("7,0")?.style?.protection?.locked).not.toBe(false);
    expect(victims?.columns?.[0]?.hidden).toBe(true);
    expect(book.sheets.find((sheet) => sheet.name === "Notas")?.dataValidations?.[0]?.formula1).toBe(`_lists!$A$2:$A$${allCells.length + 1}`);
    expect(book.sheets.find((sheet) => sheet.name === "_corett")?.veryHidden).toBe(true);
  });

  test("for records offers lists in its language and is read back by the hidden codes of its columns", async () => {
    const records = [
      { row: 7, caseCode: "A-001", identifiedOn: "2021-03-05", status: "IDENTIFIED", sex: "F", ageGroup: "N12_17", age: 15, forms: ["SEX_CSEC", "BEG"], mainForm: "SEX_CSEC", citizenship: "HND", scope: "CROSS", services: ["SHELTER", "PSYCH"] },
      { row: 8, caseCode: "A-002", identifiedOn: "2021-12-31", status: "PRESUMED", sex: "M", ageGroup: "ADULT", forms: ["LAB"], mainForm: "LAB", citizenship: "PER", scope: "_U", services: [] },
    ];
    const bytes = await writeTemplate({ ...request, kind: "records", language: "en", records });
    const read: unknown[] = [];
    const back = await readSubmission({ name: "x.xlsx", bytes }, context, (batch) => void read.push(...batch));
    expect(back.problems).toEqual([]);
    expect(read).toEqual(records);
  });

  test("of another country, year or methodology goes back whole, and a stamp that was typed over is noticed", async () => {
    const bytes = await writeTemplate(request);
    const honduras = { ...context, country: { code: "HND", name: { es: "Honduras", en: "Honduras" } } };
    await expect(readSubmission({ name: "x", bytes }, honduras)).rejects.toMatchObject({ code: "wrong-country" });
    await expect(readSubmission({ name: "x", bytes }, { ...context, year: 2022 })).rejects.toMatchObject({ code: "wrong-year" });
    await expect(readSubmission({ name: "x", bytes }, { ...context, methodology: { ...trafficking1, version: "trafficking-2" } })).rejects.toMatchObject({ code: "wrong-methodology" });
  });

  test("refuses to be written with a figure for a cell that the methodology does not have", async () => {
    await expect(writeTemplate({ ...request, figures: [{ cell: "victims:X.Y", value: { kind: "count", count: 1 } }] })).rejects.toThrow("has no cell victims:X.Y");
  });

  test("is named after its country and year", () => {
    expect(templateFileName("GTM", 2021, "es")).toBe("corett-trata-GTM-2021.xlsx");
  });
});

describe("text on its way out", () => {
  test("never begins like a formula, and comes back unchanged", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), words, fc.constantFrom("=", "+", "-", "@", "\t", "\r").chain((sign) => fc.string().map((rest) => sign + rest))), (text) => {
        const out = neutralText(text);
        expect(out).not.toMatch(/^[=+\-@\t\r]/);
        expect(plainText(out)).toBe(text);
      }),
    );
  });
});
