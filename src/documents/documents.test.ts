import { PDFDocument } from "pdf-lib";
import { expect, test } from "vitest";
import { fontFaces, rasterize, typeset } from "./index.ts";

const source = `#set document(title: "Acta", date: datetime(year: 2026, month: 1, day: 2))
#set text(lang: "es", font: "Source Sans 3")
= Acta de la reunión
#sys.inputs.words`;
const words = { words: "Ñandú, pingüino, año 2022." };

test("a document comes out as PDF with the title it was given, and the same bytes each time", async () => {
  const first = await typeset(source, { inputs: words, standard: "ua-1" });
  expect(Buffer.compare(first, await typeset(source, { inputs: words, standard: "ua-1" }))).toBe(0);
  expect((await PDFDocument.load(first, { updateMetadata: false })).getTitle()).toBe("Acta");
});

test("each standard is declared in the file that keeps it", async () => {
  const archived = Buffer.from(await typeset(source, { inputs: words, standard: "a-2a" })).toString("latin1");
  expect(archived).toContain("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>");
  expect(Buffer.from(await typeset(source, { inputs: words, standard: "ua-1" })).toString("latin1")).toContain(
    "<pdfuaid:part>1</pdfuaid:part>",
  );
});

test("a picture without alternative text is refused for readers", async () => {
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
  const told = typeset(`${source}\n#image("/mark.svg")`, { inputs: words, assets: { "/mark.svg": picture }, standard: "ua-1" });
  await expect(told).rejects.toThrow("alt");
});

test("a source reads no file of the machine", async () => {
  await expect(typeset('#read("/etc/hostname")', { standard: "1.7" })).rejects.toThrow("not found");
});

test("only the bundled fonts are in a document", async () => {
  const bytes = Buffer.from(
    await typeset(`${source} #text(weight: 600, font: "Source Serif 4")[Nueve]`, { inputs: words, standard: "1.7" }),
  ).toString("latin1");
  const fonts = new Set(bytes.matchAll(/FontName \/[A-Z]+\+(\S+)/g).map(([, name]) => name));
  expect(fonts).toEqual(new Set(["SourceSans3", "SourceSerif4"]));
});

test("the four faces are TrueType", () => {
  expect(fontFaces().map(({ family, weight, truetype }) => [family, weight, truetype.readUInt32BE(0)])).toEqual([
    ["Source Sans 3", 400, 0x10000],
    ["Source Sans 3", 600, 0x10000],
    ["Source Serif 4", 400, 0x10000],
    ["Source Serif 4", 600, 0x10000],
  ]);
});

test("a drawing becomes the same picture each time, with letters in it", async () => {
  const drawing = (letters: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><text x="4" y="30" font-family="Source Serif 4" font-weight="600" font-size="28">${letters}</text></svg>`;
  const [one, same, other] = [
    await rasterize(drawing("Ñ 425")),
    await rasterize(drawing("Ñ 425")),
    await rasterize(drawing("Ñ 426")),
  ];
  expect(Buffer.compare(one, same)).toBe(0);
  expect(Buffer.compare(one, other)).not.toBe(0);
});
