import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeTemplate } from "../template/index.ts";
import type { Figure, Value } from "../figure.ts";
import { cellsOf } from "../methodology/plan.ts";
import { trafficking1 } from "../methodology/trafficking-1.ts";
import { readSubmission, writeMatrixCsv } from "./index.ts";

const country = { code: "NIC", name: { es: "Nicaragua", en: "Nicaragua" } };
const context = { methodology: trafficking1, country, year: 2020, mappings: [], language: "es" } as const;
const request = { methodology: trafficking1, country, year: 2020, language: "es", kind: "matrix", collectionId: "c" } as const;
const read = (text: string) => readSubmission({ name: "x.csv", bytes: Buffer.from(text) }, context);

/** Changes the XML of one part of a workbook, as a user's program would. */
async function changed(part: string, change: (xml: string) => string, figures: readonly Figure[] = []): Promise<Uint8Array> {
  const parts = unzipSync(await writeTemplate({ ...request, figures }));
  const bytes = parts[part];
  if (!bytes) throw new Error(`The workbook has no ${part}`);
  const xml = change(strFromU8(bytes));
  return zipSync({ ...parts, [part]: strToU8(xml) });
}
const victims = "xl/worksheets/sheet3.xml";

describe("a matrix workbook", () => {
  test("keeps zero, blank, not available, not collected, not applicable and hidden at source apart", async () => {
    const values: Value[] = [
      { kind: "count", count: 0 },
      { kind: "absent", absence: "not-available" },
      { kind: "absent", absence: "not-collected" },
      { kind: "absent", absence: "not-applicable" },
      { kind: "suppressed", below: 5 },
    ];
    const figures = values.map((value, i) => ({ cell: ["victims:F.MINOR", "victims:F.ADULT", "victims:M.MINOR", "victims:M.ADULT", "victims:_U._T"][i] ?? "", value }));
    const back = await readSubmission({ name: "x", bytes: await writeTemplate({ ...request, figures }) }, context);
    expect(back.figures).toEqual(figures);
  });

  test("is read by its codes when rows are in another order", async () => {
    const figures: Figure[] = [{ cell: "victims:F.MINOR", value: { kind: "count", count: 3 } }, { cell: "victims:M.MINOR", value: { kind: "count", count: 4 } }];
    const swap = (xml: string) => {
      const [first = "", second = ""] = xml.match(/<row r="(?:8|9)"[\s\S]*?<\/row>/g) ?? [];
      const renumber = (row: string, from: string, to: string) => row.replaceAll(new RegExp(`r="([A-Z]*)${from}"`, "g"), `r="$1${to}"`);
      return xml.replace(first, "§").replace(second, renumber(first, "8", "9")).replace("§", renumber(second, "9", "8"));
    };
    const back = await readSubmission({ name: "x", bytes: await changed(victims, swap, figures) }, context);
    expect(back.problems).toEqual([]);
    expect(back.figures).toEqual(figures);
  });

  test("reports a formula, an error, letters and a date at their cell, in both languages", async () => {
    const bytes = await changed(victims, (xml) =>
      xml
        .replace(/<c r="C8" s="(\d+)"\/>/, '<c r="C8" s="$1"><f>1+1</f><v>2</v></c>')
        .replace(/<c r="D8" s="(\d+)"\/>/, '<c r="D8" t="e" s="$1"><v>#REF!</v></c>')
        .replace(/<c r="E8" s="(\d+)"\/>/, '<c r="E8" t="inlineStr" s="$1"><is><t>doce</t></is></c>'),
    );
    const { problems, figures } = await readSubmission({ name: "x", bytes }, context);
    expect(problems.map((each) => [each.sheet, each.row, each.column?.letter, each.code, each.cell])).toEqual([
      ["2 Sexo, edad", 8, "C", "formula", "victims:F.MINOR"],
      ["2 Sexo, edad", 8, "D", "error-cell", "victims:F.ADULT"],
      ["2 Sexo, edad", 8, "E", "not-a-count", "victims:F._U"],
    ]);
    expect(figures).toEqual([]);
  });

  test("does not let a figure vanish whose row lost its code", async () => {
    const bytes = await changed(victims, (xml) => xml.replace(/<c r="A8"[^>]*>.*?<\/c>/, ""), [{ cell: "victims:F.MINOR", value: { kind: "count", count: 3 } }]);
    expect(await readSubmission({ name: "x", bytes }, context)).toMatchObject({ problems: [{ code: "unknown-cell", row: 8 }], figures: [] });
  });

  test("says which table's sheet was removed, and which sheet is not the template's", async () => {
    const bytes = await changed("xl/workbook.xml", (xml) => xml.replace(/<sheet name="2 Sexo, edad"[^>]*\/>/, ""));
    expect((await readSubmission({ name: "x", bytes }, context)).problems).toMatchObject([{ code: "missing-sheet", severity: "error" }]);
    const strange = await changed(victims, (xml) => xml.replace(/<row r="1".*?<\/row>/, '<row r="1"><c r="A1" t="inlineStr"><is><t>Cálculos</t></is></c></row>'));
    expect((await readSubmission({ name: "x", bytes: strange }, context)).problems.map((each) => each.code)).toEqual(["unknown-sheet", "missing-sheet"]);
  });

  test("notices a stamp that was typed over", async () => {
    const bytes = await changed("xl/sharedStrings.xml", (xml) => xml.replace(/(<t[^>]*>)NIC(<\/t>)/, "$1PAN$2"));
    expect((await readSubmission({ name: "x", bytes }, context)).problems).toMatchObject([{ code: "stamp-changed", severity: "error" }]);
  });

  test("with a person's name in a sheet of the user's own goes back whole", async () => {
    const bytes = await changed(victims, (xml) =>
      xml.replace(/<sheetData>[\s\S]*<\/sheetData>/, '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Nombre completo</t></is></c><c r="B1" t="inlineStr"><is><t>Edad</t></is></c></row></sheetData>'),
    );
    await expect(readSubmission({ name: "x", bytes }, context)).rejects.toMatchObject({ code: "identity-column" });
  });
});

describe("a matrix as CSV", () => {
  const cells = trafficking1.tables.flatMap((table) => cellsOf(trafficking1, table).map(({ cell }) => cell));
  const value: fc.Arbitrary<Value> = fc.oneof(
    fc.nat(99_999).map((count): Value => ({ kind: "count", count })),
    fc.constant<Value>({ kind: "suppressed", below: 5 }),
    fc.constantFrom("not-collected", "not-available", "not-applicable").map((absence): Value => ({ kind: "absent", absence })),
  );

  test("of our own making comes back the same", async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(cells), fc.infiniteStream(value), async (chosen, values) => {
        fc.pre(chosen.length > 0);
        const figures = chosen.map((cell, i): Figure => ({ cell, value: values.next().value as Value, ...(i % 9 === 0 ? { note: '=1;"dos", tres' } : {}) }));
        const back = await readSubmission({ name: "x.csv", bytes: writeMatrixCsv(figures, context) }, context);
        expect(back.problems).toEqual([]);
        expect(back.figures).toEqual(figures);
      }),
      { numRuns: 15 },
    );
  });

  test("with a column for the table, Spanish names and labels is understood, thousands and all", async () => {
    const result = await read("Cuadro;Sexo;Grupo de edad;Valor\nvictims;Mujer;Menor de edad;1.234\nvictims;Total;Total;2.000\nvictims;Hombre;Adulta;<5\nvictims;Otro;;ND\n");
    expect(result.figures).toEqual([
      { cell: "victims:F.MINOR", value: { kind: "count", count: 1234 } },
      { cell: "victims:M.ADULT", value: { kind: "suppressed", below: 5 } },
      { cell: "victims:O._T", value: { kind: "absent", absence: "not-available" } },
      { cell: "victims:_T._T", value: { kind: "count", count: 2000 } },
    ]);
    expect(result.problems).toMatchObject([{ code: "read-as-thousands", severity: "warning", message: { es: expect.stringContaining("«1.234»") as string } }]);
  });

  test("reports other countries, other years, unknown words and cells that are there twice", async () => {
    const result = await read("table,REF_AREA,year,SEX,AGE,value\nvictims,PAN,2020,F,MINOR,1\nvictims,NIC,2019,F,MINOR,1\nvictims,NIC,2020,Otrx,MINOR,1\nvictims,Nicaragua,2020,F,MINOR,1\nvictims,,,F,MINOR,2\nnada,,,F,MINOR,2\n");
    expect(result.problems.map((each) => [each.row, each.code])).toEqual([[2, "country-differs"], [3, "year-differs"], [4, "unknown-label"], [6, "cell-twice"], [7, "unknown-cell"]]);
    expect(result.figures).toEqual([{ cell: "victims:F.MINOR", value: { kind: "count", count: 1 } }]);
  });
});
