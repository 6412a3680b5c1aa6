import fc from "fast-check";
import iconv from "iconv-lite";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { trafficking1 } from "../methodology/trafficking-1.ts";
import { type IntakeContext, type VictimRecord, openRecords, readSubmission, validatedBatches } from "./index.ts";

const context: IntakeContext = { methodology: trafficking1, country: { code: "HND", name: { es: "Honduras", en: "Honduras" } }, year: 2021, mappings: [], language: "es" };
const header = ["Código de caso", "Fecha de identificación", "Situación", "Sexo", "Edad", "Grupo de edad", "Modalidad", "Forma principal", "País de origen", "Ámbito", "Servicios"];
const person = ["A-001", "05/09/2021", "Identificada", "Mujer", "15", "Menor de edad", "Explotación sexual; Mendicidad", "Explotación sexual", "Hondureña", "Interna", "Albergue; Atención psicológica"];
const expected = {
  caseCode: "A-001", identifiedOn: "2021-09-05", status: "IDENTIFIED", sex: "F", age: 15, ageGroup: "MINOR", forms: ["SEX", "BEG"], mainForm: "SEX",
  citizenship: "HND", scope: "INTERNAL", services: ["SHELTER", "PSYCH"],
};

function csv(rows: readonly (readonly string[])[], delimiter = ";", lineEnd = "\r\n"): string {
  const quote = (cell: string) => (cell.includes(delimiter) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quote).join(delimiter)).join(lineEnd) + lineEnd;
}

async function read(bytes: Uint8Array, changes: Partial<IntakeContext> = {}) {
  const records: VictimRecord[] = [];
  const result = await readSubmission({ name: "file", bytes }, { ...context, ...changes }, (batch) => void records.push(...batch));
  return { ...result, read: records };
}
const readText = (text: string, changes: Partial<IntakeContext> = {}) => read(Buffer.from(text), changes);
const withCell = (column: string, value: string) => person.map((cell, i) => (header[i] === column ? value : cell));

describe("a record file is understood", () => {
  test.each([";", ",", "\t", "|"])("with the separator «%s»", async (delimiter) => {
    const result = await readText(csv([header, person], delimiter));
    expect(result.problems).toEqual([]);
    expect(result.read).toMatchObject([expected]);
  });

  test.each([
    ["utf8", {}],
    ["utf8", { addBOM: true }],
    ["utf16le", { addBOM: true }],
    ["utf16le", {}],
    ["utf16be", { addBOM: true }],
    ["win1252", {}],
  ] as const)("in the encoding %s %j", async (encoding, options) => {
    const result = await read(iconv.encode(csv([header, person]), encoding, options));
    expect(result.problems).toEqual([]);
    expect(result.read).toMatchObject([expected]);
  });

  test("with lines that end as in old Macintosh files, and with Excel's hint of the separator", async () => {
    expect((await readText(csv([header, person], ";", "\r"))).read).toMatchObject([expected]);
    expect((await readText(`sep=|\r\n${csv([header, person], "|")}`)).read).toMatchObject([expected]);
  });

  test("under titles, a blank line and a doubled header whose upper row is merged", async () => {
    const groups = ["Caso", "", "", "Persona", "", "", "Hechos", "", "", "", "Respuesta"];
    const result = await readText(csv([["Registro de personas víctimas 2021"], [""], groups, header, person]));
    expect(result.read).toMatchObject([{ ...expected, row: 5 }]);
  });

  test("when a name stands only in the upper of two header rows, because the cells were merged downwards", async () => {
    const upper = header.map((name, i) => (i < 3 ? name : i === 3 ? "Persona" : ""));
    const lower = header.map((name, i) => (i < 3 ? "" : name));
    expect((await readText(csv([upper, lower, person]))).read).toMatchObject([expected]);
  });

  test("with English names and labels, or with codes", async () => {
    const names = ["case_code", "identified_on", "victim_status", "sex", "age", "age_group", "forms", "main_form", "citizenship", "scope", "services"];
    const labels = ["A-001", "2021-09-05", "Identified victim", "female", "15", "0-17 years (children and adolescents)", "Sexual exploitation|Forced begging", "Sexual exploitation", "Honduran", "internal", "shelter, psychological care"];
    const codes = ["A-001", "2021-09-05", "IDENTIFIED", "F", "15", "MINOR", "SEX;BEG", "SEX", "HND", "INTERNAL", "SHELTER;PSYCH"];
    for (const row of [labels, codes]) expect((await readText(csv([names, row], ","))).read).toMatchObject([expected]);
  });

  test("as a workbook with title rows, merged headers and dates as Excel keeps them", async () => {
    const serial = Date.parse("2021-09-05") / 86_400_000 + 25_569;
    const row = person.map((cell, i) => (i === 1 ? serial : i === 4 ? 15 : cell));
    const groups = ["Caso", null, null, "Persona", null, null, "Hechos", null, null, null, "Respuesta"];
    const bytes = await writeXlsx({
      sheets: [{ name: "Hoja1", rows: [["Registro nacional"], [], groups, header, row], merges: [{ startRow: 2, endRow: 2, startCol: 0, endCol: 2 }], columns: header.map((_, i) => (i === 1 ? { numFmt: "dd/mm/yyyy" } : {})) }],
    });
    const result = await read(bytes);
    expect(result.problems).toEqual([]);
    expect(result.read).toMatchObject([{ ...expected, row: 5 }]);
  });

  test("with letters that went through the wrong encoding, and says so", async () => {
    const result = await readText(csv([header, withCell("País de origen", "MÃ©xico"), withCell("País de origen", "M?xico").map((cell, i) => (i === 0 ? "A-002" : cell))]));
    expect(result.read.map((each) => each.citizenship)).toEqual(["MEX", "MEX"]);
    expect(result.problems.filter((each) => each.code === "broken-letters")).toMatchObject([{ row: 2, severity: "warning" }, { row: 3 }]);
  });
});

describe("a national word that nobody knows", () => {
  const rows = csv([header, withCell("Modalidad", "Ciberexplotación sexual"), withCell("Modalidad", "ciberexplotacion SEXUAL").map((cell, i) => (i === 0 ? "A-002" : cell))]);

  test("is asked for once, with its count and suggestions, and its rows are not taken", async () => {
    const result = await readText(rows);
    expect(result.read).toEqual([]);
    expect(result.unmapped).toMatchObject([{ list: "formOfExploitation", count: 2 }]);
    expect(result.unmapped[0]?.suggestions).toContain("SEX");
  });

  test("passes once it has been mapped, whatever its case and accents", async () => {
    const result = await readText(rows, { mappings: [{ list: "formOfExploitation", label: "ciberexplotación sexual", code: "SEX_ONLINE" }] });
    expect(result.unmapped).toEqual([]);
    expect(result.read.map((each) => each.forms)).toEqual([["SEX_ONLINE"], ["SEX_ONLINE"]]);
  });

  test("'M' beside 'H' is asked for, since it may be a woman", async () => {
    const mexican = csv([header, withCell("Sexo", "M"), withCell("Sexo", "H").map((cell, i) => (i === 0 ? "A-002" : cell))]);
    expect(await readText(mexican)).toMatchObject({ unmapped: [{ list: "sex", label: "M", suggestions: ["F", "M"] }], totals: { errors: 1 } });
    const mapped = await readText(mexican, { mappings: [{ list: "sex", label: "M", code: "F" }] });
    expect(mapped.problems).toEqual([]);
    expect(mapped.read.map((each) => each.sex)).toEqual(["F", "M"]);
  });
});

describe("every row that is not right says where and how to mend it", () => {
  test.each([
    ["case-code-missing", "Código de caso", "", "A"],
    ["case-code-form", "Código de caso", "Ana López", "A"],
    ["bad-date", "Fecha de identificación", "31/02/2021", "B"],
    ["bad-date", "Fecha de identificación", "09/25/2021", "B"],
    ["year-differs", "Fecha de identificación", "05/09/2020", "B"],
    ["value-missing", "Fecha de identificación", "", "B"],
    ["unknown-label", "Situación", "en trámite", "C"],
    ["value-missing", "Sexo", "", "D"],
    ["bad-age", "Edad", "quince", "E"],
    ["bad-age", "Edad", "150", "E"],
    ["age-differs", "Edad", "33", "E"],
    ["value-missing", "Modalidad", "", "G"],
    ["main-form-differs", "Forma principal", "Trabajo forzado", "H"],
    ["value-missing", "País de origen", "", "I"],
  ])("%s in %s: «%s»", async (code, column, value, letter) => {
    const result = await readText(csv([header, withCell(column, value)]));
    expect(result.read).toEqual([]);
    expect(result.problems).toMatchObject([{ code, row: 2, column: { letter, name: column }, severity: "error" }]);
    expect(result.problems[0]?.mend.es).not.toBe("");
    expect(result.problems[0]?.mend.en).not.toMatch(/[{}]/);
  });

  test("a case code that is there twice names the first row", async () => {
    const result = await readText(csv([header, person, person]));
    expect(result.problems).toMatchObject([{ code: "case-code-twice", row: 3, message: { es: "El código de caso «A-001» ya está en la fila 2." } }]);
  });

  test("a separator that is missing or too many is not guessed away", async () => {
    const result = await readText(csv([header, person]) + `${person.slice(0, 5).join(";")}\r\n`);
    expect(result.problems).toMatchObject([{ code: "column-count", row: 3 }]);
  });

  test("a quotation mark that never closes costs its own row only", async () => {
    const others = Array.from({ length: 80 }, (_, i) => person.map((cell, column) => (column === 0 ? `B-${i}` : cell)));
    const result = await readText(`${csv([header])}"${person.join(";").replaceAll('"', "")}\r\n${csv(others)}`);
    expect(result.problems.map((each) => [each.code, each.row])).toEqual([["open-quote", 2]]);
    expect(result.records).toBe(80);
  });

  test("a formula in a workbook is an error, whatever it shows", async () => {
    const cells = new Map([["1,4", { formula: "10+5", formulaResult: 15, value: 15 }]]);
    const result = await read(await writeXlsx({ sheets: [{ name: "Hoja1", rows: [header, person], cells }] }));
    expect(result.problems).toMatchObject([{ code: "formula", row: 2, column: { letter: "E" }, mend: { es: expect.stringContaining("valor") as string } }]);
  });

  test("a thousand problems are listed and all are counted", async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => person.map((cell, column) => (column === 0 ? `C-${i}` : column === 1 ? "x" : column === 3 ? "?" : cell)));
    const result = await readText(csv([header, ...rows]));
    expect(result.problems.length).toBeLessThanOrEqual(1000);
    expect(result.totals).toMatchObject({ errors: 6000, byCode: { "bad-date": 3000, "unknown-label": 3000 } });
  });
});

test("a file without a column for citizenship is counted, and its table is not collected rather than zero", async () => {
  const drop = (row: readonly string[]) => row.filter((_, i) => header[i] !== "País de origen");
  const result = await readText(csv([drop(header), drop(person)]));
  const of = (cell: string) => result.figures.find((figure) => figure.cell === cell)?.value;
  expect(of("victims:F.MINOR")).toEqual({ kind: "count", count: 1 });
  expect(of("victims:M.MINOR")).toEqual({ kind: "count", count: 0 });
  expect(of("origin:HND")).toEqual({ kind: "absent", absence: "not-collected" });
});

test("a file without the column for sex goes back whole and says which column is missing", async () => {
  const drop = (row: readonly string[]) => row.filter((_, i) => header[i] !== "Sexo");
  await expect(readText(csv([drop(header), drop(person)]))).rejects.toMatchObject({ code: "columns-missing", text: { es: "Faltan columnas: Sexo." } });
});

test("whatever text stands in a cell comes through the cutting of the file unharmed", async () => {
  const text = fc.string({ unit: "grapheme", maxLength: 12 }).map((each) => each.replace(/[\p{Cc}\p{Cs}\uFEFF]/gu, "").trim());
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(text, fc.constantFrom('a"b', '"', "x;y", "línea\notra", ",")), { minLength: 1, maxLength: 8 }), fc.constantFrom(";", ",", "\t"), async (labels, delimiter) => {
      const wanted = labels.filter((label) => label !== "");
      const rows = labels.map((label, i) => person.map((cell, column) => (column === 0 ? `T-${i}` : column === 9 ? label : cell)));
      const mappings = wanted.map((label) => ({ list: "scope", label, code: "CROSS" }));
      const result = await readText(csv([header, ...rows], delimiter), { mappings });
      const shown = result.problems.filter((each) => each.code === "unknown-label").map((each) => each.value);
      expect(result.records + result.totals.errors).toBe(labels.length);
      expect(shown.every((value) => wanted.some((label) => label.replace("\n", " ").trim() === value))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("batches hold only good records, in the order of the file, and the report comes at the end", async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => person.map((cell, column) => (column === 0 ? `D-${i}` : column === 4 && i % 1000 === 0 ? "x" : cell)));
  const source = { name: "x.csv", bytes: Buffer.from(csv([header, ...rows])) };
  const codes: string[] = [];
  let batches = 0;
  for await (const batch of validatedBatches(source, context)) {
    batches++;
    codes.push(...batch.map((record) => record.caseCode));
  }
  expect(batches).toBeGreaterThan(3);
  expect(codes.slice(0, 2)).toEqual(["D-1", "D-2"]);
  const reading = await openRecords(source, context);
  for await (const batch of reading.batches()) expect(batch.length).toBeGreaterThan(0);
  expect(reading.report()).toMatchObject({ rows: 20_000, records: 19_980, totals: { errors: 20 } });
});

test("the sheet with the records is found among others, wherever it stands", async () => {
  const bytes = await writeXlsx({ sheets: [{ name: "Portada", rows: [["Registro", "de", "personas", "del", "año", "2021", "en", "el", "país", "a", "b", "c", "d"]] }, { name: "Datos", rows: [header, person] }] });
  const result = await read(bytes);
  expect(result.read).toMatchObject([expected]);
  expect(result.problems).toMatchObject([{ code: "unknown-sheet", sheet: "Portada" }]);
});
