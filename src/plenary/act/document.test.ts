import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { read, write } from "#database";
import { type Block, type OfficialDocument, officialDocx, officialPdf, plainProse, readDocxStructure, readPdfStructure, tagsInOrder } from "#documents";
import { eventfulMeeting, reservation } from "../../../test/plenary-act.ts";
import type { ArrangedMeeting } from "../../../test/plenary-meeting.ts";
import { type World, openWorld } from "../../../test/world.ts";
import { type ActNow, actNow } from "./approve.store.ts";
import { canonicalJson, contentDigest, revived } from "./digest.ts";
import { signedDocument } from "./freeze.store.ts";
import { beginAct } from "./section.store.ts";

const run = promisify(execFile);
const onPath = (program: string) => (process.env["PATH"] ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));

let world: World;
let meeting: ArrangedMeeting;
let present: ActNow;
beforeAll(async () => {
  world = await openWorld();
  meeting = await eventfulMeeting(world);
  await write(world.database, meeting.secretariat, (tx) => beginAct(tx, meeting.secretariat, meeting.id, new Date()));
  const found = await read(world.database, meeting.secretariat, (tx) => actNow(tx, meeting.id, new Date()));
  if (!found) throw new Error("There is no act");
  present = found;
}, 60_000);
afterAll(() => world.close());

/** All words of a document, as its print holds them. */
function wordsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case "heading":
        return [block.text];
      case "paragraph":
      case "note":
        return [plainProse(block.text)];
      case "list":
        return block.items.map(plainProse);
      case "table":
        return [block.caption, ...block.columns.map(({ head }) => head), ...block.rows.flat(), ...(block.total ?? [])];
      case "definitions":
        return block.items.flatMap(({ term, text }) => [term, plainProse(text)]);
      case "quote":
        return [plainProse(block.text), block.source ?? ""];
      case "together":
        return wordsOf(block.blocks);
      case "page-break":
        return [];
    }
  });
}
const headings = (document: OfficialDocument, level: 2 | 3) => document.body.flatMap((block) => (block.kind === "heading" && block.level === level ? [block.text] : []));

describe("the act of a meeting in which everything happened", () => {
  test("has its parts in the order of the meeting, in both languages", () => {
    expect(headings(present.documents.es, 2)).toEqual([
      "Apertura", "Asistencia", "Quórum", "Agenda", "Lectura y aprobación del acta anterior", "Informes de situación de los países", "Mociones",
      "Elección de la Presidencia", "Decisiones", "Acuerdos", "Clausura",
    ]);
    expect(headings(present.documents.en, 2)).toHaveLength(11);
    expect(headings(present.documents.es, 3)).toEqual([
      "Guatemala, entregado por escrito", "Candidaturas", "Vuelta 1", "Vuelta 2",
      "Moción 1: Protocolo de remisión", "Moción 2: Protocolo de remisión", "Moción 3: Plan de trabajo",
    ]);
  });

  test("tells reservations and objections word by word, with who made them", () => {
    const quotes = present.documents.es.body.flatMap((block) => (block.kind === "together" ? block.blocks : [block])).filter((block) => block.kind === "quote");
    const said = quotes.map(({ text, source }) => `${plainProse(text)} / ${source?.split(",")[0]}`);
    expect(said).toContain(`${reservation} / Reserva de México`);
    expect(said).toContain("Nicaragua no acompaña el texto. / Objeción de Nicaragua");
    expect(wordsOf(present.documents.en.body)).toContain(reservation);
  });

  test("tells who agreed by word and who by silence, and counts a reservation as neither", () => {
    const words = wordsOf(present.documents.es.body);
    expect(words).toContain("Manifestaron acuerdo: Guatemala.");
    expect(words).toContain("Guardaron silencio, que vale como acuerdo: Belice, Costa Rica, El Salvador, Honduras, Nicaragua, Panamá y República Dominicana.");
  });

  test("holds both counts of every vote, with the two persons, and the sentence of the outcome", () => {
    const tables = present.documents.es.body.filter((block) => block.kind === "table" && block.caption.startsWith("Papeletas por opción"));
    expect(tables.map((table) => (table.kind === "table" ? [...table.rows, table.total] : []))).toEqual([
      [["Costa Rica", "3", "3"], ["Guatemala", "4", "4"], ["Panamá", "2", "2"], ["Abstención", "0", "0"], ["Papeletas", "9", "9"]],
      [["Costa Rica", "3", "3"], ["Guatemala", "6", "6"], ["Abstención", "0", "0"], ["Papeletas", "9", "9"]],
      [["A favor", "6", "6"], ["En contra", "1", "1"], ["Abstención", "1", "1"], ["Papeletas", "8", "8"]],
      [["A favor", "8", "8"], ["En contra", "1", "1"], ["Abstención", "0", "0"], ["Papeletas", "9", "9"]],
    ]);
    const words = wordsOf(present.documents.es.body);
    expect(words.filter((each) => each.includes("coincide con el conteo"))).toHaveLength(4);
    expect(words).toContain("Aprobado. Se necesitaban 5 de 9 (mayoría absoluta, sobre las delegaciones presentes); hubo 6 a favor.");
    expect(words).toContain("Presentes que no votaron: República Dominicana.");
    expect(words).toContain("Resultó electa la candidatura de Guatemala, con 6 votos (se necesitaban 4).");
    expect(words.find((each) => each.startsWith("Nadie alcanzó los votos necesarios"))).toContain("Costa Rica y Guatemala");
    expect(words.find((each) => each.includes("se proclamó la Presidencia de Guatemala"))).toBeDefined();
  });

  test("names the vote of each state in a roll call, and of none in a secret vote", () => {
    const rolls = present.documents.es.body.filter((block) => block.kind === "table" && block.caption === "Voto de cada delegación");
    expect(rolls).toHaveLength(1);
    expect(rolls[0]?.kind === "table" && rolls[0].rows).toHaveLength(8);
    expect(canonicalJson(present.facts.motions.flatMap(({ votes }) => votes.filter(({ method }) => method === "secret").map(({ roll }) => roll)))).toBe("[[]]");
  });

  test("shows who came and when, the quorum with its rule and source, and the suspension", () => {
    const attendance = present.documents.es.body.find((block) => block.kind === "table" && block.caption.startsWith("Delegaciones y personas"));
    const rows = attendance?.kind === "table" ? attendance.rows : [];
    expect(rows.map(([state]) => state)).toEqual(["Belice", "Costa Rica", "Costa Rica", "El Salvador", "Guatemala", "Honduras", "México", "Nicaragua", "Panamá", "República Dominicana"]);
    expect(rows.find(([state]) => state === "México")?.at(-1)).toMatch(/^\d\d:\d\d a \d\d:\d\d$/);
    expect(rows.find(([state]) => state === "Belice")?.at(-1)).toMatch(/ a clausura$/);
    const words = wordsOf(present.documents.es.body);
    expect(words).toContain("Hay quórum con más de 1/2 de los Estados convocados: 5 de 9.");
    expect(words.find((each) => each.startsWith("La sesión se suspendió"))).toContain("Receso");
  });

  test("takes its notes into the discussion, and in English says what lacks its translation", () => {
    expect(present.documents.es.body).toContainEqual({ kind: "list", style: "bullets", items: ["Guatemala pidió plazos.", "Panamá apoyó."] });
    expect(wordsOf(present.documents.en.body)).toContain("Text not translated; it is given in Spanish.");
    expect(present.documents.en.subtitle).toBe("Translation into English. The Spanish text is the act.");
  });

  test("has another digest when one letter changes, and the same when it is read back", () => {
    const canonical = { es: canonicalJson(present.documents.es), en: canonicalJson(present.documents.en) };
    const digest = contentDigest(canonical);
    expect(contentDigest({ ...canonical, en: canonicalJson({ ...present.documents.en, footer: "x" }) })).not.toBe(digest);
    expect(canonicalJson(revived(JSON.parse(canonical.es)))).toBe(canonical.es);
    expect(canonicalJson({ b: 1, a: [undefined, { d: null, c: "é\n" }], e: undefined })).toBe('{"a":[null,{"c":"é\\n","d":null}],"b":1}');
  });
});

describe("its files", () => {
  const signed = (language: "es" | "en") => {
    const digest = contentDigest({ es: canonicalJson(present.documents.es), en: canonicalJson(present.documents.en) });
    const signatures = (["presidency", "secretariat"] as const).map((office) => ({
      office,
      account: office,
      name: `Persona ${office}`,
      post: { es: office, en: office },
      digest,
      at: new Date("2024-08-02T16:14:00Z"),
    }));
    return signedDocument(present.documents[language], { digest, code: "7K3M-9QXD-02HV" }, signatures, "America/Guatemala", "https://corett.example");
  };

  test.each(["es", "en"] as const)("the PDF declares PDF/A-2a with title and language, headings in order and tables with head rows (%s)", async (language) => {
    const bytes = await officialPdf(signed(language));
    if (process.env["ACT_PICTURES"] !== undefined) await writeFile(join(process.env["ACT_PICTURES"], `act-${language}.pdf`), bytes);
    const structure = await readPdfStructure(bytes);
    expect(structure).toMatchObject({ archive: "PDF/A-2a", language, isMarked: true, displaysTitle: true });
    expect(structure.title).toContain("ACTA-CORETT-V-2024");
    const tags = tagsInOrder(structure.tags);
    expect(tags.filter(({ role }) => role === "H2").map(({ title }) => title)).toEqual([...headings(present.documents[language], 2), language === "es" ? "Firmas" : "Signatures"]);
    const tables = tags.filter(({ role }) => role === "Table");
    expect(tables.length).toBe(present.documents[language].body.filter(({ kind }) => kind === "table").length);
    for (const table of tables) expect(tagsInOrder(table.children).filter(({ role, scope }) => role === "TH" && scope === "Column").length).toBeGreaterThan(1);
  }, 30_000);

  test.skipIf(!onPath("pdftotext"))("the PDF holds every reservation and every figure as text", async () => {
    const folder = await mkdtemp(join(tmpdir(), "corett-act-"));
    try {
      const path = join(folder, "act.pdf");
      await writeFile(path, await officialPdf(signed("es")));
      const { stdout } = await run("pdftotext", ["-layout", path, "-"]);
      const flat = stdout.replaceAll(/\s+/g, " ");
      expect(flat).toContain(reservation.slice(0, 40));
      expect(flat).toMatch(/A favor 6 6/);
      expect(flat).toMatch(/Guatemala 6 6/);
      expect(flat).toContain("7K3M-9QXD-02HV");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 30_000);

  test("the Word file has the same headings and tables, with head rows that repeat", async () => {
    const structure = readDocxStructure(await officialDocx(signed("es")));
    expect(structure.headings.filter(({ level }) => level === 2).map(({ text }) => text)).toEqual(expect.arrayContaining(headings(present.documents.es, 2)));
    expect(structure.tables.filter(({ headRows }) => headRows === 1)).toHaveLength(present.documents.es.body.filter(({ kind }) => kind === "table").length);
    expect(structure.text).toContain(reservation);
  });

  test.skipIf(!onPath("soffice"))("LibreOffice opens the Word file with its headings and tables unchanged", async () => {
    const folder = await mkdtemp(join(tmpdir(), "corett-act-"));
    try {
      await writeFile(join(folder, "act.docx"), await officialDocx(signed("es")));
      await run("soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", join(folder, "out"), join(folder, "act.docx")], { timeout: 120_000 });
      const before = readDocxStructure(await readFile(join(folder, "act.docx")));
      const after = readDocxStructure(await readFile(join(folder, "out", "act.docx")));
      expect(after.headings.map(({ level, text }) => [level, text])).toEqual(before.headings.map(({ level, text }) => [level, text]));
      expect(after.tables).toEqual(before.tables);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 150_000);
});
