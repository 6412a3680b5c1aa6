import { PDFDict, PDFDocument, type PDFHexString, PDFName, type PDFString } from "pdf-lib";
import { expect, test } from "vitest";
import { trafficking1 } from "../methodology/trafficking-1.ts";
import { infographicModel, infographicPdf, infographicPng, infographicSvg, renderInfographics } from "./index.ts";
import { guatemala2021, region2022 } from "./release-sample.ts";

const page = infographicModel(guatemala2021, trafficking1, "GTM", "es", "https://corett.example/es/2021/gtm");
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

test("the same release gives the same bytes in every form", async () => {
  const again = infographicModel(guatemala2021, trafficking1, "GTM", "es", "https://corett.example/es/2021/gtm");
  expect(infographicSvg(again)).toBe(infographicSvg(page));
  expect(Buffer.compare(await infographicPng(again), await infographicPng(page))).toBe(0);
  expect(Buffer.compare(await infographicPdf(again, { paper: "a4" }), await infographicPdf(page, { paper: "a4" }))).toBe(0);
});

test("the PDF is tagged, says its title and language, and declares PDF/UA-1", async () => {
  const bytes = await infographicPdf(page, { paper: "letter" });
  const { catalog, context } = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(catalog.lookup(PDFName.of("MarkInfo"), PDFDict).get(PDFName.of("Marked"))?.toString()).toBe("true");
  expect(catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict)).toBeDefined();
  expect((catalog.lookup(PDFName.of("Lang")) as PDFString).asString()).toBe("es");
  expect(catalog.lookup(PDFName.of("ViewerPreferences"), PDFDict).get(PDFName.of("DisplayDocTitle"))?.toString()).toBe("true");
  const title = context.lookup(context.trailerInfo.Info, PDFDict).lookup(PDFName.of("Title")) as PDFHexString | PDFString;
  expect(title.decodeText()).toBe("Guatemala, 2021: 425 personas víctimas de trata identificadas");
  expect(text(bytes)).toContain("<pdfuaid:part>1</pdfuaid:part>");
});

test("every picture of the PDF is described in words, and every figure stands in a table", async () => {
  const bytes = await infographicPdf(page, { paper: "a4" });
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const elements = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict && object.has(PDFName.of("S")) ? [object] : []));
  const of = (tag: string) => elements.filter((element) => element.get(PDFName.of("S"))?.toString() === `/${tag}`);
  expect(of("Figure").length).toBeGreaterThan(4);
  expect(of("Figure").every((figure) => figure.has(PDFName.of("Alt")))).toBe(true);
  expect(of("Table")).toHaveLength(page.sections.length);
  expect(of("H1")).toHaveLength(1);
  expect(document.getPageCount()).toBe(2);
});

test("the picture is 1080 by 1350 pixels", async () => {
  const png = Buffer.from(await infographicPng(page));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1080, 1350]);
});

test("a file of its own carries its letters; inside a page it does not", () => {
  expect(infographicSvg(page)).toContain("@font-face");
  expect(infographicSvg(page, { fonts: false })).not.toContain("@font-face");
});

test("all files of all models come in order, and progress is told", async () => {
  const told: number[] = [];
  const models = [page, infographicModel(region2022, trafficking1, "_R", "en", "https://corett.example/en/2022")];
  const files = await renderInfographics(models, (done) => told.push(done));
  expect(files.map(({ area, language, form }) => `${area}-${language}.${form}`)).toEqual([
    "GTM-es.svg",
    "GTM-es.png",
    "GTM-es.a4.pdf",
    "GTM-es.letter.pdf",
    "_R-en.svg",
    "_R-en.png",
    "_R-en.a4.pdf",
    "_R-en.letter.pdf",
  ]);
  expect(told).toEqual([1, 2]);
});
