import { strFromU8, unzipSync } from "fflate";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { writeTemplate } from "../template/index.ts";
import { trafficking1 } from "../methodology/trafficking-1.ts";
import { annotateCsv, annotateWorkbook, readSubmission } from "./index.ts";

const country = { code: "GTM", name: { es: "Guatemala", en: "Guatemala" } };
const context = { methodology: trafficking1, country, year: 2021, mappings: [], language: "es" } as const;
const header = ["Código de caso", "Fecha", "Situación", "Sexo", "Edad", "Modalidad", "Nacionalidad", "Ámbito"];

async function marked() {
  const original = await writeXlsx({
    sheets: [
      { name: "Datos & más", rows: [header, ["A-1", "31/02/2021", "Identificada", "Mujer", 15, "Sexual", "Guatemala", "Interna"], ["A-2", "05/09/2021", "Identificada", null, 15, "Sexual", "Guatemala", "Interna"]],
        columns: header.map(() => ({ width: 21 })), dataValidations: [{ type: "list", range: "D2:D9", values: ["Mujer", "Hombre"] }] },
      { name: "Otra", rows: [["apunte", 7]] },
    ],
  });
  const { problems } = await readSubmission({ name: "x", bytes: original }, context);
  return { original, problems, bytes: await annotateWorkbook(original, problems, "es") };
}

test("a workbook comes back with its problem cells coloured and noted, and all else as it was", async () => {
  const { original, problems, bytes } = await marked();
  expect(problems.map((each) => `${each.column?.letter}${each.row} ${each.code}`)).toEqual(["B2 bad-date", "D3 value-missing", "A1 unknown-sheet"].slice(0, 2).toSpliced(0, 0, "undefined0 unknown-sheet"));
  const before = await readXlsx(original, { readStyles: true });
  const after = await readXlsx(bytes, { readStyles: true });
  const [data, other, listed] = after.sheets;
  expect(data?.rows).toEqual(before.sheets[0]?.rows);
  expect(data?.dataValidations).toEqual(before.sheets[0]?.dataValidations);
  expect(data?.columns?.[0]?.width).toBe(21);
  expect(other?.rows).toEqual([["apunte", 7]]);
  for (const key of ["1,1", "2,3"]) {
    expect(data?.cells?.get(key)?.style?.fill).toMatchObject({ fgColor: { rgb: "FAE6E4" } });
    expect(data?.cells?.get(key)?.comment?.text).toContain("→");
  }
  expect(data?.cells?.get("1,0")?.style?.fill).toBeUndefined();
  expect(listed?.name).toBe("Problemas");
  expect(listed?.rows[0]).toEqual(["Hoja", "Fila", "Columna", "Valor", "Qué pasa", "Cómo se corrige"]);
  expect(listed?.rows.some((row) => row[1] === 2 && row[3] === "31/02/2021")).toBe(true);
});

test("every part of the marked workbook is announced, and every announced part is there", async () => {
  const parts = unzipSync((await marked()).bytes);
  const types = strFromU8(parts["[Content_Types].xml"] ?? new Uint8Array());
  const announced = [...types.matchAll(/PartName="\/([^"]+)"/g)].map((found) => found[1] ?? "");
  expect(announced.length).toBeGreaterThan(5);
  expect(announced.filter((name) => !(name in parts))).toEqual([]);
  expect(Object.keys(parts).filter((name) => /^xl\/(worksheets\/[^/]+|comments[^/]*)\.xml$/.test(name) && !announced.includes(name))).toEqual([]);
  expect(types).toContain('Extension="vml"');
});

test("a marked template is still a template: mended or not, it can be sent again", async () => {
  const original = await writeTemplate({ methodology: trafficking1, country, year: 2021, language: "es", kind: "matrix", collectionId: "c", figures: [{ cell: "victims:F.MINOR", value: { kind: "count", count: 7 } }] });
  const problem = { sheet: "2 Sexo, edad", row: 8, column: { letter: "C", name: "x" }, code: "not-whole", severity: "error", message: { es: "a", en: "a" }, mend: { es: "b", en: "b" } } as const;
  const again = await readSubmission({ name: "x", bytes: await annotateWorkbook(original, [problem], "es") }, context);
  expect(again.figures).toEqual([{ cell: "victims:F.MINOR", value: { kind: "count", count: 7 } }]);
  expect(again.totals.errors).toBe(0);
});

test("a CSV comes back with a column that says what is wrong, and with no cell that a spreadsheet would run", async () => {
  const text = `${header.join(";")};obs\nA-1;31/02/2021;Identificada;Mujer;15;Sexual;Guatemala;Interna;=1+1\nA-2;05/09/2021;Identificada;Mujer;15;Sexual;Guatemala;Interna;-7\n`;
  const original = Buffer.from(text, "latin1");
  const { problems } = await readSubmission({ name: "x.csv", bytes: original }, context);
  const lines = Buffer.from(await annotateCsv(original, problems, "es")).toString("utf8").split("\r\n");
  expect(lines[0]).toContain("Código de caso;Fecha");
  expect(lines[1]).toContain("B: «31/02/2021» no es una fecha que exista");
  expect(lines[1]).toContain(";'=1+1;");
  expect(lines[2]).toMatch(/;-7;$/);
});
