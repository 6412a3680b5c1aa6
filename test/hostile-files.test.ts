import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { submitFileFor } from "../src/statistics/collection/file-submit.ts";
import { openExampleYear } from "../src/statistics/collection/example.ts";
import { type World, asOwner, member, openWorld } from "./world.ts";

const focalPoint = member("focal-point", "GTM");
const good = readFileSync(join(import.meta.dirname, "../examples/trafficking/2021/corett-trata-GTM-2021.xlsx"));
const header = "Código de caso,Fecha de identificación,Situación de la persona,Sexo,Grupo de edad,Edad,Formas de explotación,Forma principal de explotación,Nacionalidad,Ámbito de la trata,Servicios brindados\r\n";
const row = "GT-1,05/05/2021,Identificada,Mujer,Adulta,30,Explotación sexual,Explotación sexual,Guatemala,Interna,Salud\r\n";

let world: World;
let collection: string;
beforeAll(async () => {
  world = await openWorld();
  collection = await openExampleYear(world.database, 2021, ["GTM"]);
});
afterAll(() => world.close());

/** What stands in the country's tables, beside the kept files themselves. */
const standing = () =>
  asOwner(world.ownerUrl, async (client) => (await client.query("select (select count(*)::int from statistics.figure) as figures, (select count(*)::int from statistics.record) as records, (select state from statistics.submission) as state")).rows[0]);

/** What the platform answers to a file: the sentences, or the outcome when there are none. */
async function answerTo(name: string, bytes: Uint8Array): Promise<string> {
  const { intake } = await submitFileFor(world.database, focalPoint, { collection, country: "GTM", name, bytes, now: new Date("2026-01-15T12:00:00Z") });
  if (intake.outcome === "not-taken") return intake.refusal;
  const { refusal, problems } = intake.report;
  return `${intake.outcome}: ${refusal ? `${refusal.text.es} ${refusal.mend.es}` : (problems[0]?.message.es ?? "")}`;
}

const files: [string, () => Uint8Array][] = [
  ["an empty file", () => new Uint8Array()],
  ["a picture named as a workbook", () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0)],
  ["a PDF named as a workbook", () => strToU8("%PDF-1.7\n1 0 obj\n")],
  ["a web page saved as a workbook", () => strToU8("<html><table><tr><td>Sexo</td></tr></table></html>")],
  ["an archive that is no workbook", () => zipSync({ "a.txt": strToU8("hola") })],
  ["an archive that inflates a thousandfold", () => zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "xl/workbook.xml": new Uint8Array(60_000_000) }, { level: 9 })],
  ["a workbook cut off in the middle", () => good.subarray(0, good.length >> 1)],
  ["another country's workbook", () => readFileSync(join(import.meta.dirname, "../examples/trafficking/2021/corett-trata-HND-2021.xlsx"))],
  ["another year's workbook", () => readFileSync(join(import.meta.dirname, "../examples/trafficking/2020/corett-trata-GTM-2020.xlsx"))],
  ["records with a column of names", () => strToU8(`Nombre completo,${header}Ana López,${row}`)],
  ["records with a formula", () => strToU8(`${header}${row.replace("GT-1", "=1+1")}${row.replace("Guatemala", "=HYPERLINK(\"x\")")}`)],
  ["records without any row", () => strToU8(header)],
  ["text that is no table", () => strToU8("Estimados señores: adjunto las cifras.\n")],
];

test.each(files)("%s ends in a clear message and an unchanged database", async (_, make) => {
  const before = await standing();
  const answer = await answerTo("archivo.xlsx", make());
  expect(answer).not.toMatch(/^committed/);
  expect(answer.length).toBeGreaterThan(8);
  expect(answer).not.toMatch(/undefined|\[object|Error|at .*\.ts/);
  expect(answer).not.toContain("Ana López");
  expect(await standing()).toEqual(before);
});

test("a damaged workbook, wherever it was damaged, is never half taken over", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255) }), { minLength: 1, maxLength: 40 }), async (wounds) => {
      const bytes = Uint8Array.from(good);
      for (const { at, byte } of wounds) bytes[at] = byte;
      const before = await standing();
      const answer = await answerTo("archivo.xlsx", bytes);
      // Damage that no reader can see (an unused byte of the archive) leaves a good file: that one is taken over whole.
      const after = await standing();
      expect(answer.startsWith("committed") || answer.startsWith("same-file") ? after.figures : before.figures).toBe(after.figures);
      expect([0, before.figures, 190]).toContain(after.figures);
    }),
    { numRuns: 25 },
  );
}, 120_000);
