import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Block,
  type OfficialDocument,
  officialDocx,
  officialPdf,
  readDocxStructure,
  readPdfStructure,
  tagsInOrder,
  unprintableCharacters,
} from "./index.ts";
import { printable, signs } from "./letters.server.ts";
import { typesetOfficial } from "./official-pdf.server.ts";
import { sampleAct, sampleCertificate } from "./official-sample.ts";

const languages = ["es", "en"] as const;
const roles = async (document: OfficialDocument) =>
  tagsInOrder((await readPdfStructure(await officialPdf(document))).tags).map(({ role }) => role);

/** A short document around one text, everywhere that a text can stand. */
function everywhere(words: string): OfficialDocument {
  const body: Block[] = [
    { kind: "heading", level: 2, text: words },
    { kind: "paragraph", numbered: true, text: [words, { text: words, strong: true, emphasis: true }] },
    { kind: "list", style: "lettered", items: [words] },
    {
      kind: "table",
      caption: words,
      columns: [
        { head: words, kind: "text" },
        { head: words, kind: "number" },
      ],
      rows: [[words, words]],
      total: [words],
    },
    { kind: "definitions", items: [{ term: words, text: words }] },
    { kind: "quote", text: words, source: words },
    { kind: "note", text: words },
  ];
  return sampleAct("es", {
    kind: words,
    number: words,
    title: words,
    subtitle: words,
    place: words,
    summary: [{ label: words, value: words }],
    body,
    signatures: [{ name: words, post: words, signedAt: words, digest: words }],
    verification: { code: words, url: words, hashNote: words },
    footer: words,
    draft: words,
  });
}

describe("the print", () => {
  test.each(languages)("declares both standards, language and title, and carries its fonts (%s)", async (language) => {
    const structure = await readPdfStructure(await officialPdf(sampleAct(language)));
    expect(structure).toMatchObject({
      language,
      isMarked: true,
      displaysTitle: true,
      archive: "PDF/A-2a",
      accessiblePart: 1,
      isAccessibleSchemaDeclared: true,
      isXmpPlain: true,
      hasIdentifier: true,
      hasOutputIntent: true,
      arePagesTagged: true,
      pages: 3,
    });
    expect(structure.title).toBe(
      language === "es" ? "Acta V-2024. Quinta reunión plenaria ordinaria" : "Act V-2024. Fifth ordinary plenary meeting",
    );
    expect(structure.xmpTitle).toBe(structure.title);
    expect(structure.outline).toBeGreaterThan(0);
    expect(structure.fonts.length).toBeGreaterThan(3);
    expect(structure.fonts.filter(({ isEmbedded, hasUnicode }) => !isEmbedded || !hasUnicode)).toEqual([]);
  });

  test("is accepted by the typesetter's own check for PDF/UA-1", async () => {
    for (const document of [sampleAct("es"), sampleAct("en", { draft: true, paper: "a4" }), sampleCertificate("es")])
      expect((await readPdfStructure(await typesetOfficial(document, "ua-1"))).accessiblePart).toBe(1);
  });

  test("has its headings in their order, tables with heads for columns and rows, lists, and pictures in words", async () => {
    const { tags } = await readPdfStructure(await officialPdf(sampleAct("es")));
    const all = tagsInOrder(tags);
    expect(all.filter(({ role }) => /^H\d$/.test(role)).map(({ role, title }) => [role, title])).toEqual([
      ["H1", "Quinta reunión plenaria ordinaria"],
      ["H2", "Apertura"],
      ["H2", "Asistencia y quórum"],
      ["H3", "Asistencia por delegación"],
      ["H3", "Línea del quórum"],
      ["H2", "Deliberación y votaciones"],
      ["H3", "Protocolo regional de remisión de casos"],
      ["H3", "Conteo y reconteo"],
      ["H2", "Acuerdos"],
      ["H2", "Firmas"],
    ]);
    const tables = all.filter(({ role }) => role === "Table");
    const cells = (at: number, role: string, scope?: string) =>
      tagsInOrder(tables[at]?.children ?? []).filter((tag) => tag.role === role && tag.scope === scope).length;
    expect(
      tables.map((_, at) => [
        cells(at, "TR"),
        cells(at, "TH", "Column"),
        cells(at, "TH", "Row"),
        cells(at, "TD"),
        cells(at, "Caption"),
      ]),
    ).toEqual([
      [10, 5, 9, 36, 1],
      [6, 5, 5, 20, 1],
      [11, 3, 10, 20, 1],
    ]);
    expect(all.filter(({ role }) => role === "L")).toHaveLength(4);
    expect(all.filter(({ role }) => role === "BlockQuote")).toHaveLength(2);
    expect(all.filter(({ role }) => role === "Figure").map(({ alt }) => alt)).toEqual([
      "Emblema de la CORETT: nueve luces sobre una línea",
      "Código QR con la dirección de verificación https://corett.example/v/CRT-7Q4M-K2XD",
    ]);
  });

  test("comes out in the same bytes again, and in others when a word changes", async () => {
    const first = await officialPdf(sampleAct("es"));
    expect(Buffer.compare(first, await officialPdf(sampleAct("es")))).toBe(0);
    expect(Buffer.compare(first, await officialPdf(sampleAct("es", { footer: "Otro pie" })))).not.toBe(0);
  });

  test("says in the title of the file that it is a draft", async () => {
    expect((await readPdfStructure(await officialPdf(sampleAct("es", { draft: true })))).title).toMatch(
      /^BORRADOR — sin aprobar\. Acta V-2024/,
    );
    expect((await readPdfStructure(await officialPdf(sampleAct("es", { draft: "BORRADOR — no aprobada" })))).title).toMatch(
      /^BORRADOR — no aprobada\. /,
    );
  });

  test("breaks a table of two hundred rows over pages as one table", async () => {
    const rows = Array.from({ length: 200 }, (_, at) => [`Acuerdo ${at + 1}`, "Cumplido"]);
    const columns = [
      { head: "Acuerdo", kind: "text" },
      { head: "Estado", kind: "text" },
    ] as const;
    const long = sampleAct("es", { body: [{ kind: "table", caption: "Acuerdos", columns, rows }] });
    expect((await readPdfStructure(await officialPdf(long))).pages).toBeGreaterThan(4);
    const all = await roles(long);
    expect([all.filter((role) => role === "Table").length, all.filter((role) => role === "TR").length]).toEqual([1, 201]);
  });

  test("keeps each caption in its table, wherever the page ends", async () => {
    const columns = [
      { head: "Estado", kind: "text" },
      { head: "Voto", kind: "text" },
    ] as const;
    const rows = Array.from({ length: 9 }, (_, at) => [`Estado ${at + 1}`, "A favor"]);
    const table: Block = { kind: "table", caption: "Votación", columns, rows };
    for (let lines = 4; lines < 34; lines += 3) {
      const filling: Block[] = Array.from({ length: lines }, () => ({ kind: "paragraph", text: "Consta." }));
      const { tags } = await readPdfStructure(await officialPdf(sampleAct("es", { summary: [], body: [...filling, table] })));
      const parents = tagsInOrder(tags).filter(({ children }) => children.some(({ role }) => role === "Caption"));
      expect(parents.map(({ role, children }) => [role, children[0]?.role])).toEqual([["Table", "Caption"]]);
    }
  });

  test("refuses a row with more cells than the table has columns", async () => {
    const body: Block[] = [{ kind: "table", caption: "Mal", columns: [{ head: "Uno", kind: "text" }], rows: [["a", "b"]] }];
    await expect(officialPdf(sampleAct("es", { body }))).rejects.toThrow("more cells than columns");
    await expect(officialDocx(sampleAct("es", { body }))).rejects.toThrow("more cells than columns");
  });

  test.each(languages)("a certificate is one page with its signature and its verification (%s)", async (language) => {
    const { pages, tags } = await readPdfStructure(await officialPdf(sampleCertificate(language)));
    expect(pages).toBe(1);
    expect(tagsInOrder(tags).filter(({ role }) => role === "Figure")).toHaveLength(2);
  });

  test("an act without summary, signatures and verification is printed too", async () => {
    const { verification: _, signatures: __, summary: ___, ...bare } = sampleAct("es");
    expect(await roles({ ...bare, body: [] })).toContain("H1");
  });
});

const hostile: readonly (readonly [string, string])[] = [
  [
    "markup of the typesetter",
    '#panic("x") $x^2$ @ref <label> \\ `raw` *b* _e_ = H\n- l\n+ n /t: d // c /* d */ [x] {y} ~ #import "x"',
  ],
  ["markup of XML", "<w:p>&amp;</w:p> ]]> <!-- --> \"'"],
  ["emoji and flags", "👩‍👩‍👧‍👦 🇬🇹 ✊🏽"],
  ["writing from right to left", "שלום مرحبا \u202eabc\u202c"],
  ["control characters and half characters", "a\u0000b\u0007c\u000bd\u001be\ufffef\ud800g\u0085h\u2028i"],
  ["a very long word", "x".repeat(900)],
  ["letters with many marks", "Z̸͎̝a̷l̶g̵o̸ ş ț ǘ q̓"],
  ["nothing but spaces", "  \u00a0\u202f\u3000 "],
];

describe("texts that would do harm", () => {
  test.each(hostile)("are printed as text in both files: %s", async (_, words) => {
    const document = everywhere(words);
    const pdf = await readPdfStructure(await officialPdf(document));
    expect(pdf).toMatchObject({ archive: "PDF/A-2a", accessiblePart: 1 });
    expect(pdf.xmpTitle).toBe(pdf.title);
    const docx = readDocxStructure(await officialDocx(document));
    expect(docx.tables).toEqual([{ headRows: 1, rows: 3, columns: 2 }]);
    expect(docx.text).not.toMatch(/(?![\n\t])\p{Cc}|[\ufffe\uffff]/u);
    expect(docx.text.isWellFormed()).toBe(true);
  });

  test("markup arrives in the Word file as it was written", async () => {
    const words = hostile[1]?.[1] ?? "";
    expect(readDocxStructure(await officialDocx(everywhere(words))).text).toContain(words);
  });

  test("what the print cannot show is told, never dropped in silence", async () => {
    const document = sampleAct("es", { body: [{ kind: "paragraph", text: "Gracias 🙏 ש" }] });
    expect(unprintableCharacters(document)).toEqual(["U+05E9", "U+1F64F"]);
    expect(printable("Gracias 🙏").text).toBe("Gracias \ufffd");
    expect(unprintableCharacters(sampleAct("es"))).toEqual([]);
  });

  test("every sign that is said to be printable is accepted by the archive's standard", async () => {
    const body: Block[] = [
      { kind: "paragraph", text: signs },
      { kind: "heading", level: 2, text: signs },
    ];
    await expect(officialPdf(sampleAct("es", { body }))).resolves.toBeInstanceOf(Uint8Array);
  });

  test("no text whatever keeps an act from being printed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (words) => {
        expect((await readPdfStructure(await officialPdf(everywhere(words)))).archive).toBe("PDF/A-2a");
      }),
      { numRuns: 25 },
    );
  });
});

describe("the Word file", () => {
  test.each(languages)("has headings, lists, tables, language, title and page fields (%s)", async (language) => {
    const structure = readDocxStructure(await officialDocx(sampleAct(language)));
    expect(structure).toMatchObject({
      language: language === "es" ? "es-GT" : "en-GB",
      created: "2024-07-15T00:00:00Z",
      tables: [
        { headRows: 1, rows: 10, columns: 5 },
        { headRows: 1, rows: 6, columns: 5 },
        { headRows: 1, rows: 11, columns: 3 },
      ],
      lists: [
        { format: "decimal", items: 5 },
        { format: "lowerLetter", items: 4 },
        { format: "decimal", items: 3 },
      ],
      fields: ["PAGE", "NUMPAGES", "PAGE", "NUMPAGES"],
    });
    expect(structure.headings.map(({ level }) => level)).toEqual([1, 2, 2, 3, 3, 2, 3, 3, 2, 2]);
    expect(structure.pictures.filter(({ alt }) => alt === undefined || alt === "")).toEqual([]);
  });

  test("comes out in the same bytes again", async () => {
    const first = await officialDocx(sampleAct("es"));
    await new Promise((resolve) => setTimeout(resolve, 2100)); // the archive's clock counts in steps of two seconds
    expect(Buffer.compare(first, await officialDocx(sampleAct("es")))).toBe(0);
  });

  test("says on the first page and in the head of the others that it is a draft", async () => {
    const { headers, text, title } = readDocxStructure(await officialDocx(sampleAct("en", { draft: true })));
    expect(headers.filter((head) => head.includes("DRAFT — not approved"))).toHaveLength(1);
    expect(text).toMatch(/^DRAFT — not approved/);
    expect(title).toMatch(/^DRAFT/);
  });

  const office = (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "soffice"))
    .find(existsSync);
  test.skipIf(office === undefined)(
    "opens in LibreOffice with the same headings, tables and lists (skipped where LibreOffice is missing)",
    async () => {
      const folder = await mkdtemp(join(tmpdir(), "corett-docx-"));
      try {
        await writeFile(join(folder, "acta.docx"), await officialDocx(sampleAct("es")));
        const wanted = [
          "--headless",
          `-env:UserInstallation=file://${folder}/profile`,
          "--convert-to",
          "fodt",
          "--outdir",
          folder,
          join(folder, "acta.docx"),
        ];
        await promisify(execFile)(office ?? "", wanted, { timeout: 55_000 });
        const opened = await readFile(join(folder, "acta.fodt"), "utf8");
        const levels = [...opened.matchAll(/<text:h [^>]*text:outline-level="(\d)"/g)].map(([, level]) => Number(level));
        expect(levels).toEqual([1, 2, 2, 3, 3, 2, 3, 3, 2, 2]);
        const tables = opened.match(/<table:table [\s\S]*?<\/table:table>/g) ?? [];
        expect(
          tables.map((table) => [
            (table.match(/<table:table-header-rows>/g) ?? []).length,
            (table.match(/<table:table-row/g) ?? []).length,
          ]),
        ).toEqual([
          [1, 10],
          [1, 6],
          [1, 11],
        ]);
        expect(opened.match(/<text:list-item>/g)?.length).toBeGreaterThanOrEqual(12);
        expect(opened).toContain('fo:language="es"');
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );
});
