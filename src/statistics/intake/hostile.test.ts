import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { writeTemplate } from "../template/index.ts";
import { trafficking1 } from "../methodology/trafficking-1.ts";
import { IntakeRefusal, annotateFile, readSubmission } from "./index.ts";

const country = { code: "GTM", name: { es: "Guatemala", en: "Guatemala" } };
const context = { methodology: trafficking1, country, year: 2021, mappings: [], language: "es" } as const;
const request = { methodology: trafficking1, country, year: 2021, language: "es", collectionId: "c" } as const;
const header = ["Código de caso", "Fecha", "Situación", "Sexo", "Edad", "Modalidad", "Nacionalidad", "Ámbito"];
const person = (i: number) => [`A-${i}`, "05/09/2021", "Identificada", "Mujer", 15, "Sexual", "Guatemala", "Interna"];

let matrix: Uint8Array;
let records: Uint8Array;
let csv: Uint8Array;
beforeAll(async () => {
  matrix = await writeTemplate({ ...request, kind: "matrix", figures: [{ cell: "victims:F.MINOR", value: { kind: "count", count: 5 } }] });
  records = await writeXlsx({ sheets: [{ name: "Hoja1", rows: [header, ...Array.from({ length: 50 }, (_, i) => person(i))] }] });
  csv = Buffer.from([header, ...Array.from({ length: 50 }, (_, i) => person(i))].map((row) => row.join(";")).join("\r\n"));
});

const refusalOf = (bytes: Uint8Array) => readSubmission({ name: "archivo.xlsx", bytes }, context).then(
  () => "accepted",
  (cause: unknown) => (cause instanceof IntakeRefusal ? cause.code : Promise.reject(cause as Error)),
);

/** How reading ended: with a report that can also be marked in the file, or with a refusal in words. Other errors come out. */
async function ending(bytes: Uint8Array): Promise<"report" | "refusal"> {
  try {
    const result = await readSubmission({ name: "x", bytes }, context);
    const marked = await annotateFile(bytes, result.problems, "es");
    if (marked.bytes.byteLength === 0) throw new Error("The marked copy is empty");
    return "report";
  } catch (cause) {
    if (!(cause instanceof IntakeRefusal)) throw cause;
    if (/[{}]|undefined/.test(cause.text.es) || cause.mend.es.length < 6) throw new Error(`The refusal lacks words: ${cause.text.es}`, { cause });
    return "refusal";
  }
}
const either = expect.stringMatching(/^(report|refusal)$/) as unknown;

describe("a file that is no workbook goes back with a word that says what it is", () => {
  test.each([
    ["empty", new Uint8Array()],
    ["empty", Buffer.from("\uFEFF \r\n \r\n")],
    ["pdf", Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj")],
    ["picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0)],
    ["picture", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16)],
    ["web-page", Buffer.from("\uFEFF<html xmlns:x='urn:schemas-microsoft-com:office:excel'><table><tr><td>1</td></tr></table></html>")],
    ["web-page", Buffer.from("  <table><tr><td>Sexo</td></tr></table>")],
    ["old-excel", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600))],
    ["other-document", Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')],
    ["other-document", Buffer.from('{"sexo": "F"}')],
    ["other-document", zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<w/>") })],
    ["open-document", zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"), "content.xml": strToU8("<o/>") })],
    ["binary-excel", zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "xl/workbook.bin": strToU8("x") })],
    ["unreadable-letters", Buffer.concat([Buffer.from("sexo;edad\n"), Buffer.alloc(300, 7)])],
    ["no-table", Buffer.from("uno;dos;tres\n1;2;3\n")],
    ["no-table", Buffer.from("Hola, les mando los datos mañana.\n")],
  ])("%s", async (code, bytes) => {
    expect(await refusalOf(bytes)).toBe(code);
  });
});

describe("a workbook that means harm, or looks like it", () => {
  const withParts = (parts: Record<string, Uint8Array>) => zipSync({ ...unzipSync(records), ...parts }, { level: 1 });

  test("with macros is not opened", async () => {
    expect(await refusalOf(withParts({ "xl/vbaProject.bin": strToU8("x") }))).toBe("macros");
  });

  test("with links to other files or connections is not opened", async () => {
    expect(await refusalOf(withParts({ "xl/externalLinks/externalLink1.xml": strToU8("<x/>") }))).toBe("outside-links");
    expect(await refusalOf(withParts({ "xl/connections.xml": strToU8("<x/>") }))).toBe("outside-links");
  });

  test("that swells a thousandfold is refused by its directory, before it is inflated", async () => {
    const bomb = withParts({ "xl/media/bomb.bin": new Uint8Array(60_000_000) });
    expect(bomb.byteLength).toBeLessThan(200_000);
    const start = performance.now();
    expect(await refusalOf(bomb)).toBe("too-big-inside");
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test("whose directory lies about a part's size is caught while inflating", async () => {
    const bytes = Buffer.from(withParts({ "xl/worksheets/sheet1.xml": strToU8(`<worksheet><sheetData>${"<row/>".repeat(500_000)}</sheetData></worksheet>`) }));
    const name = Buffer.from("xl/worksheets/sheet1.xml");
    const entry = bytes.lastIndexOf(name) - 46; // the central directory's entry of 46 bytes stands before its name
    bytes.writeUInt32LE(1000, entry + 24);
    expect(await refusalOf(bytes)).toBe("damaged");
  });

  test("of thousands of parts is refused", async () => {
    expect(await refusalOf(zipSync(Object.fromEntries(Array.from({ length: 2500 }, (_, i) => [`xl/${i}.xml`, strToU8("<x/>")]))))).toBe("too-big-inside");
  });

  test("with a cell in the last column of a row costs no more than its row", async () => {
    const sheet = '<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="ZZZZ9"><v>1</v></c></row></sheetData></worksheet>';
    expect(await ending(withParts({ "xl/worksheets/sheet1.xml": strToU8(sheet) }))).toBe("refusal");
  });

  test("of 200,000 rows says to send them as CSV, and as CSV they are read", async () => {
    const texts = [...header, ...person(0).slice(1)].map((text) => `<si><t>${text}</t></si>`);
    const cells = (indexes: readonly number[]) => indexes.map((index) => `<c t="s"><v>${index}</v></c>`).join("");
    const rest = cells([8, 9, 10, 11, 12, 13, 14]);
    const rows = Array.from({ length: 200_000 }, (_, i) => `<row><c><v>${i}</v></c>${rest}</row>`);
    const sheet = `<worksheet><sheetData><row>${cells([0, 1, 2, 3, 4, 5, 6, 7])}</row>${rows.join("")}</sheetData></worksheet>`;
    const workbook = withParts({ "xl/sharedStrings.xml": strToU8(`<sst>${texts.join("")}</sst>`), "xl/worksheets/sheet1.xml": strToU8(sheet) });
    expect(await refusalOf(workbook)).toBe("too-many-rows");

    const folder = await mkdtemp(join(tmpdir(), "corett-intake-"));
    try {
      const path = join(folder, "x.csv");
      await writeFile(path, [header, ...Array.from({ length: 200_000 }, (_, i) => person(i))].map((row) => row.join(";")).join("\n"));
      const result = await readSubmission({ name: "x.csv", path }, context);
      expect(result).toMatchObject({ records: 200_000, totals: { errors: 0 } });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("whose shared texts hold an entity of its own does not expand it", async () => {
    const strings = '<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>';
    expect(await ending(withParts({ "xl/sharedStrings.xml": strToU8(strings) }))).toBe("refusal");
  });
});

describe("no bytes whatever break the reading", () => {
  test("random ones", async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => { expect(await ending(bytes)).toEqual(either); }), { numRuns: 150 });
    for (let i = 0; i < 20; i++) expect(await ending(randomBytes(5000))).toEqual(either);
  });

  test("files cut off anywhere", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("matrix", "records", "csv"), fc.double({ min: 0, max: 1, noNaN: true }), async (kind, share) => {
        const whole = { matrix, records, csv }[kind];
        expect(await ending(whole.subarray(0, Math.floor(whole.byteLength * share)))).toEqual(either);
      }),
      { numRuns: 120 },
    );
  });

  test("files with some bytes changed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("matrix", "records", "csv"), fc.array(fc.tuple(fc.double({ min: 0, max: 0.9999, noNaN: true }), fc.nat(255)), { minLength: 1, maxLength: 12 }), async (kind, changes) => {
        const bytes = Uint8Array.from({ matrix, records, csv }[kind]);
        for (const [share, byte] of changes) bytes[Math.floor(share * bytes.byteLength)] = byte;
        expect(await ending(bytes)).toEqual(either);
      }),
      { numRuns: 120 },
    );
  });

  test("sheets whose XML is cut, doubled or stirred, inside a whole zip file", async () => {
    const parts = unzipSync(matrix);
    const names = Object.keys(parts).filter((name) => name.endsWith(".xml") || name.endsWith(".rels"));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), fc.string({ maxLength: 20 }), async (name, from, to, put) => {
        const xml = Buffer.from(parts[name] ?? new Uint8Array()).toString("latin1");
        const [start, end] = [Math.floor(from * xml.length), Math.floor(to * xml.length)];
        expect(await ending(zipSync({ ...parts, [name]: Buffer.from(xml.slice(0, start) + put + xml.slice(end), "latin1") }))).toEqual(either);
      }),
      { numRuns: 50 },
    );
  });
});
