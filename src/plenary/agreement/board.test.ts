import { expect, test } from "vitest";
import type { Agreement, Responsible } from "./agreement.ts";
import { partOf, reportRefusal } from "./agreement.ts";
import { boardLines, readResponsible, responsibleKey } from "./board.ts";
import { csvCell, csvFile } from "./csv.ts";
import type { Due } from "./due.ts";
import { dueOfRow, dueRow } from "./due-row.ts";

const party = (over: Partial<Responsible>): Responsible => ({ kind: "member", country: null, committee: null, organisation: null, role: "responsible", ...over });
const committees = new Map([["c1", ["HND", "MEX"]]]);
const guatemala = party({ country: "GTM" });

function agreement(ordinal: number, over: Partial<Agreement> = {}): Agreement {
  return {
    id: `a${ordinal}`, number: `ACUERDO-CORETT-2024-0${ordinal}`, year: 2024, ordinal, meeting: "V-2024", item: null, motion: null, mark: "",
    title: { es: "T", en: "T" }, text: { es: "X", en: "X" }, due: { kind: "none" }, dueSaid: "", isPublic: false, state: "open", fulfilledOn: null,
    closingNote: "", isRecord: false, enteredAt: new Date(0), responsible: [guatemala], ...over,
  };
}
const on = (date: string): Due => ({ kind: "date", date });
const numbers = (...args: Parameters<typeof boardLines>) => boardLines(...args).map((line) => `${line.standing} ${line.agreement.ordinal}`);

test("the board begins with what is late, the longest first, and ends with what is closed, the newest first", () => {
  const all = [
    agreement(1, { state: "fulfilled", fulfilledOn: "2024-05-01" }),
    agreement(2),
    agreement(3, { due: on("2024-05-31") }),
    agreement(4, { due: on("2024-06-20") }),
    agreement(5, { due: on("2024-05-01") }),
    agreement(6, { state: "fulfilled", fulfilledOn: "2024-05-02" }),
    agreement(7, { state: "withdrawn", closingNote: "x" }),
  ];
  expect(numbers(all, {}, "2024-06-01", [], committees)).toEqual([
    "overdue 5", "overdue 3", "due-soon 4", "open 2", "fulfilled 6", "fulfilled 1", "withdrawn 7",
  ]);
  expect(numbers(all, { standing: "overdue" }, "2024-06-01", [], committees)).toEqual(["overdue 5", "overdue 3"]);
});

test("a board is narrowed by year, meeting, the one named, and a country with all that falls to it", () => {
  const all = [
    agreement(1),
    agreement(2, { responsible: [party({ kind: "committee", committee: "c1" })] }),
    agreement(3, { responsible: [party({ kind: "plenary" })], meeting: "IV-2024" }),
    agreement(4, { year: 2023, responsible: [party({ country: "HND", role: "supports" })] }),
  ];
  const asked = (filter: Parameters<typeof boardLines>[1]) => boardLines(all, filter, "2024-06-01", [], committees).map((line) => line.agreement.ordinal).toSorted((one, other) => one - other);
  expect(asked({ country: "HND" })).toEqual([2, 3, 4]);
  expect(asked({ country: "GTM" })).toEqual([1, 3]);
  expect(asked({ responsible: "committee:c1" })).toEqual([2]);
  expect(asked({ responsible: "plenary" })).toEqual([3]);
  expect(asked({ year: 2023 })).toEqual([4]);
  expect(asked({ meeting: "IV-2024" })).toEqual([3]);
});

test("one who answers has a key that is read back, and nothing else is read", () => {
  const id = "c0000000-0000-4000-8000-000000002023";
  const all = [guatemala, party({ kind: "plenary" }), party({ kind: "presidency" }), party({ kind: "secretariat" }), party({ kind: "committee", committee: id }), party({ kind: "observer", organisation: "iom" })];
  for (const each of all) expect(readResponsible(responsibleKey(each))).toEqual({ kind: each.kind, country: each.country, committee: each.committee, organisation: each.organisation });
  for (const wrong of ["", "gtm", "committee:", "committee:x", "observer:", "observer:A", "delegate"]) expect(readResponsible(wrong), wrong).toBeUndefined();
});

test("responsible counts before supports where a country has both parts", () => {
  expect(partOf("HND", [party({ country: "HND", role: "supports" }), party({ kind: "plenary" })], committees)).toBe("responsible");
  expect(partOf("HND", [party({ country: "HND", role: "supports" })], committees)).toBe("supports");
  expect(partOf("PAN", [party({ kind: "committee", committee: "c1" })], committees)).toBeUndefined();
  expect(reportRefusal({ kind: "public" }, agreement(1), "progress", committees)).toBe("not-yours");
});

test("every due date comes back from the table as it went in", () => {
  const all: Due[] = [{ kind: "none" }, on("2024-03-31"), { kind: "plenary", ordinal: 12, year: 2024 }, { kind: "plenary", ordinal: "last", year: 2024 }, { kind: "next-plenary", after: "2023-11-30" }];
  for (const due of all) expect(dueOfRow(dueRow(due))).toEqual(due);
  expect(() => dueOfRow({ due_kind: "date", due_on: null, due_plenary: null, due_year: null })).toThrow("No due date");
});

test("no cell of an exported list is a formula", () => {
  for (const evil of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\u00A0=1", "\r\n=1", "＝1"]) expect(csvCell(evil).replace(/^"/, ""), JSON.stringify(evil)).toMatch(/^'/);
  expect(csvCell("Acuerdo, con «comillas» y \"otras\"")).toBe('"Acuerdo, con «comillas» y ""otras"""');
  expect(csvCell("Guatemala")).toBe("Guatemala");
  expect(csvFile([["a", "b;c"], ["1", "2"]])).toBe('\uFEFFa,"b;c"\r\n1,2\r\n');
});
