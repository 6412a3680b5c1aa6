import type { WriteSheet } from "hucre";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Entry, type SheetFile, blankEntry, entryColumns } from "./sheet.ts";
import { cellText, neutralText, plainText } from "./neutral.ts";
import { readMatrix } from "./sheet-read.ts";
import { writeMatrix } from "./sheet-write.ts";

const said = { code: "1.1", axis: "1. Prevención", above: "1.1. Objetivo", kind: "Actividad", title: "=HYPERLINK(\"http://x\")", baseline: "", target: "", verification: "", responsible: "Guatemala", months: "ene", weight: "30 %", due: "", light: "", accepted: "" };
const words = fc.oneof(fc.string({ unit: "grapheme", maxLength: 60 }), fc.constantFrom("=1+1", "+52", "-", "@a", "'quoted", "''=x", "línea\nnueva", " \tespacios ", "a_x000D_b", "<&>\"'")).map((text) => cellText(text));
const visible = words.filter((text) => text.trim() !== "");
const day = fc.date({ min: new Date("2018-01-01T00:00:00Z"), max: new Date("2029-12-31T00:00:00Z"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const blank = <T>(of: fc.Arbitrary<T>) => fc.oneof(fc.constant("" as const), of);
const entry: fc.Arbitrary<Entry> = fc.record({
  figure: blank(fc.integer({ min: 0, max: 999_999_999 }).map((units) => String(units / 10_000))),
  state: fc.constantFrom("", "not-begun", "under-way", "done", "given-up"),
  from: blank(day),
  until: blank(day),
  narrative: blank(visible),
  whyNot: blank(visible),
  link: blank(visible),
});
const rows = fc.uniqueArray(fc.tuple(fc.uuid(), entry), { selector: ([key]) => key, minLength: 1, maxLength: 6 });
const fileOf = (pairs: readonly (readonly [string, Entry])[], language: "es" | "en" = "es"): SheetFile => ({
  stamp: { format: 1, plan: "plan-prueba", version: 3, language, day: "2026-06-30", reader: "GTM" },
  title: "Plan de prueba",
  rows: pairs.map(([key, own]) => ({ key, kind: "activity" as const, isOpen: true, upon: "", entry: own, said })),
});

test("a matrix that is written and read back gives exactly the same, whatever words people use", async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom("es" as const, "en" as const), async (pairs, language) => {
      const file = fileOf(pairs, language);
      const back = await readMatrix(await writeMatrix(file));
      if ("refusal" in back) throw new Error(back.refusal);
      expect(back.problems).toEqual([]);
      expect(back.stamp).toEqual(file.stamp);
      expect(back.rows.map(({ key, entry: own }) => [key, own])).toEqual(pairs);
      expect([...back.bases].map(([key, base]) => [key, base.entry])).toEqual(pairs);
    }),
    { numRuns: 60 },
  );
});

test("nothing in the file is a formula, and text that looks like one comes back as it was", () => {
  fc.assert(
    fc.property(words, (text) => {
      expect(neutralText(text)).not.toMatch(/^[=+\-@\t\r]/);
      expect(plainText(neutralText(text))).toBe(text);
    }),
  );
});

test("a file of something else, one whose hidden sheets were typed over, and no workbook at all go back whole", async () => {
  const { writeXlsx } = await import("hucre");
  expect(await readMatrix(await writeXlsx({ sheets: [{ name: "Hoja1", rows: [["a"]] }] }))).toEqual({ refusal: "not-ours" });
  expect(await readMatrix(new TextEncoder().encode("no es un libro"))).toEqual({ refusal: "unreadable" });
  const { openXlsx, saveXlsx } = await import("hucre/xlsx");
  const book = await openXlsx(await writeMatrix(fileOf([["11111111-1111-4111-8111-111111111111", blankEntry]])));
  const stamp = book.sheets.find(({ name }) => name === "_corett");
  if (stamp) stamp.rows = stamp.rows.map((row) => (row[0] === "version" ? ["version", "4"] : row));
  for (const sheet of book.sheets) if (sheet.name === "_corett") sheet.cells = new Map();
  expect(await readMatrix(await saveXlsx(book))).toEqual({ refusal: "stamp-broken" });
});

test("formulas, errors, words for numbers and days that do not exist are told with sheet, row, column and value", async () => {
  const { writeXlsx } = await import("hucre");
  const { readXlsx } = await import("hucre/xlsx");
  const key = "11111111-1111-4111-8111-111111111111";
  const book = await readXlsx(await writeMatrix(fileOf([[key, blankEntry]])), { readStyles: true });
  const sheets = book.sheets.map((sheet) => {
    const cells = new Map(sheet.cells);
    if (sheet.name === "Matriz") {
      const at = (column: (typeof entryColumns)[number]) => `5,${12 + entryColumns.indexOf(column)}`;
      cells.set(at("figure"), { value: 50, type: "formula", formula: "25*2", formulaResult: 50 });
      cells.set(at("state"), { value: "Quizás", type: "string" });
      cells.set(at("from"), { value: "31/02/2026", type: "string" });
      cells.set(at("until"), { value: true, type: "boolean" });
    }
    return { ...(sheet as WriteSheet), cells }; // what was read is written back; it has no charts
  });
  const back = await readMatrix(await writeXlsx({ sheets }));
  if ("refusal" in back) throw new Error(back.refusal);
  expect(back.problems.map(({ kind, sheet, row, letter, value }) => [kind, sheet, row, letter, value])).toEqual([
    ["formula", "Matriz", 6, "M", "=25*2"],
    ["unknown-state", "Matriz", 6, "N", "Quizás"],
    ["not-a-day", "Matriz", 6, "O", "31/02/2026"],
    ["wrong-type", "Matriz", 6, "P", "true"],
  ]);
});
