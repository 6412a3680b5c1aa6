import fc from "fast-check";
import { expect, test } from "vitest";
import type { Due } from "./due.ts";
import { dueWords, readDue } from "./due-words.ts";

const read = (typed: string) => readDue(typed, "2023-11-30");

test("plenaries are understood as the coalition writes them, in both languages", () => {
  const firstOf2024 = { kind: "plenary", ordinal: 1, year: 2024 };
  for (const typed of [
    "primera plenaria de 2024",
    "Primera plenaria del 2024",
    "en la primera plenaria del año 2024",
    "1.ª plenaria 2024",
    "1ra reunión plenaria de 2024",
    "primer pleno de 2024",
    "First plenary of 2024",
    "the 1st plenary meeting in 2024",
    "at the first plenary session of 2024",
    "I-2024",
  ])
    expect(read(typed), typed).toEqual(firstOf2024);
  expect(read("séptima reunión de 2025")).toEqual({ kind: "plenary", ordinal: 7, year: 2025 });
  expect(read("última plenaria de 2024")).toEqual({ kind: "plenary", ordinal: "last", year: 2024 });
  expect(read("last plenary of 2024")).toEqual({ kind: "plenary", ordinal: "last", year: 2024 });
  for (const typed of ["próxima plenaria", "la siguiente reunión", "next plenary"])
    expect(read(typed), typed).toEqual({ kind: "next-plenary", after: "2023-11-30" });
});

test("dates are understood as people write them, day before month", () => {
  for (const typed of [
    "2024-03-31",
    "31 de marzo de 2024",
    "31 de Marzo del 2024",
    "el 31 de marzo de 2024",
    "31/03/2024",
    "31-3-2024",
    "31 March 2024",
    "March 31, 2024",
    "by 31st of March 2024",
  ])
    expect(read(typed), typed).toEqual({ kind: "date", date: "2024-03-31" });
  expect(read("1.º de setiembre de 2024")).toEqual({ kind: "date", date: "2024-09-01" });
  expect(read("04/05/2024")).toEqual({ kind: "date", date: "2024-05-04" });
});

test("nothing typed, or that there is none, is no date", () => {
  for (const typed of ["", "  ", "sin plazo", "No due date"]) expect(read(typed), typed).toEqual({ kind: "none" });
});

test("what cannot be is refused by the word that says why", () => {
  for (const typed of ["03/31/2024", "31 de abril de 2024", "2023-02-29", "0 de enero de 2024"])
    expect(read(typed), typed).toBe("no-such-day");
  for (const typed of ["31/03/1924", "primera plenaria de 2010", "2010-12-31"])
    expect(read(typed), typed).toBe("year-out-of-range");
  for (const typed of [
    "pronto",
    "primera plenaria",
    "próxima plenaria de 2024",
    "31/03/24",
    "marzo de 2024",
    "enésima plenaria de 2024",
    "plenaria de 2024",
    "0a plenaria de 2024",
  ])
    expect(read(typed), typed).toBe("not-understood");
});

test("every due date is understood again in the words in which it is shown", () => {
  const day = fc
    .integer({ min: 0, max: 300_000 })
    .map((count) => new Date(Date.UTC(2011, 0, 1 + count)).toISOString().slice(0, 10));
  const year = fc.integer({ min: 2011, max: 2999 });
  const anyDue = fc.oneof<fc.Arbitrary<Due>[]>(
    day.map((date) => ({ kind: "date", date })),
    fc
      .tuple(fc.oneof(fc.integer({ min: 1, max: 99 }), fc.constant("last" as const)), year)
      .map(([ordinal, each]) => ({ kind: "plenary", ordinal, year: each })),
    fc.constant({ kind: "next-plenary", after: "2023-11-30" }),
    fc.constant({ kind: "none" }),
  );
  fc.assert(
    fc.property(anyDue, fc.constantFrom("es", "en"), (due, language) => {
      expect(read(dueWords(due, language)), dueWords(due, language)).toEqual(due);
    }),
    { numRuns: 1000 },
  );
});

test("nothing that somebody types breaks the reader", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) => {
      const due = read(typed);
      expect(["not-understood", "no-such-day", "year-out-of-range", "date", "plenary", "next-plenary", "none"]).toContain(
        typeof due === "string" ? due : due.kind,
      );
    }),
  );
});
