import { PDFDocument } from "@cantoo/pdf-lib";
import { Document, Packer, Paragraph } from "docx";
import { zipSync } from "fflate";
import fc from "fast-check";
import { expect, test } from "vitest";
import { acceptUpload } from "./upload.ts";
import { uploadRefusalText } from "./upload-refusal.ts";

const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));
const send = (name: string, bytes: Uint8Array, declaredType = "") => acceptUpload({ name, bytes, declaredType, maxBytes: 5_000_000 });
const refused = async (name: string, bytes: Uint8Array, declaredType = "") => {
  const answer = await send(name, bytes, declaredType);
  return "refusal" in answer ? answer.refusal : answer.mediaType;
};
const png = bytesOf("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0");
const main = { docx: ["word/document.xml", "wordprocessingml.document"], xlsx: ["xl/workbook.xml", "spreadsheetml.sheet"], pptx: ["ppt/presentation.xml", "presentationml.presentation"] } as const;

/** An Office document with the parts that make it one, and others. */
function office(kind: keyof typeof main, others: Record<string, string> = {}, types = ""): Uint8Array {
  const [part, type] = main[kind];
  const list = `<Types><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/>${types}</Types>`;
  const parts = { "[Content_Types].xml": list, [part]: "<x/>", ...others };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)])));
}

async function pdf(change: (document: PDFDocument) => unknown = () => undefined, useObjectStreams = true): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage().drawText("Informe de la delegacion");
  await change(document);
  return document.save({ useObjectStreams });
}

test("what people send every day is taken for what it is", async () => {
  const docx = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph("Informe")] }] }));
  expect(await send("Informe.PDF", await pdf(), "application/pdf")).toEqual({ mediaType: "application/pdf" });
  expect(await send("informe.pdf", await pdf(undefined, false), "application/octet-stream")).toEqual({ mediaType: "application/pdf" });
  expect(await refused("Informe de país.docx", Uint8Array.from(docx))).toBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  expect(await refused("cuadro.xlsx", office("xlsx"))).toBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  expect(await refused("charla.pptx", office("pptx"))).toBe("application/vnd.openxmlformats-officedocument.presentationml.presentation");
  expect(await refused("foto.png", png, "image/png")).toBe("image/png");
  expect(await refused("foto.jpeg", bytesOf("\xff\xd8\xff\xe0\0\x10JFIF"))).toBe("image/jpeg");
  expect(await refused("nota.txt", new TextEncoder().encode("Señores delegados:\r\n\tx < y"))).toBe("text/plain");
});

test("nothing, and too much, is sent back", async () => {
  expect(await refused("a.pdf", new Uint8Array())).toBe("empty");
  expect(await acceptUpload({ name: "a.txt", bytes: bytesOf("abcdef"), declaredType: "", maxBytes: 5 })).toEqual({ refusal: "too-big" });
  expect(await refused("informe", await pdf())).toBe("kind-unknown");
  expect(await refused("informe.odt", zipSync({ mimetype: bytesOf("application/vnd.oasis.opendocument.text") }))).toBe("kind-unknown");
});

test("content that is not what the name claims is refused", async () => {
  expect(await refused("acta.pdf", png)).toBe("not-what-it-says");
  expect(await refused("foto.png", await pdf())).toBe("not-what-it-says");
  expect(await refused("acta.docx", office("xlsx"))).toBe("not-what-it-says");
  expect(await refused("acta.docx", zipSync({ "leame.txt": bytesOf("x") }))).toBe("not-what-it-says");
  expect(await refused("nota.txt", await pdf())).toBe("not-what-it-says");
  expect(await refused("acta.pdf", await pdf(), "image/png")).toBe("not-what-it-says");
});

test("programs are refused by name and by content, however they are called", async () => {
  const program = bytesOf(`MZ\x90\0${"\0".repeat(60)}`);
  expect(await refused("acta.pdf.exe", program)).toBe("program");
  expect(await refused("acta.pdf", program)).toBe("program");
  expect(await refused("acta.\u202efdp.exe", program)).toBe("program");
  expect(await refused("nota.txt", bytesOf("#!/bin/sh\nrm -rf /"))).toBe("program");
  expect(await refused("nota.txt", bytesOf("\x7fELF\x02\x01\x01"))).toBe("program");
  expect(await refused("instalar.bat", bytesOf("del *.*"))).toBe("program");
  expect(await refused("acceso.lnk", bytesOf("L\0\0\0\x01\x14\x02\0"))).toBe("program");
});

test("web pages and drawings that can carry script are refused", async () => {
  const page = bytesOf("  <!-- x --><html><script>alert(1)</script>");
  expect(await refused("acta.html", page)).toBe("web-page");
  expect(await refused("nota.txt", page)).toBe("web-page");
  expect(await refused("acta.pdf", page)).toBe("web-page");
  expect(await refused("nota.txt", bytesOf("hola"), "text/html; charset=utf-8")).toBe("web-page");
  expect(await refused("logo.svg", bytesOf("<svg onload='alert(1)'/>"))).toBe("drawing");
  expect(await refused("nota.txt", bytesOf("<?xml version='1.0'?><svg xmlns='x'/>"))).toBe("drawing");
});

test("text that is no text is refused", async () => {
  expect(await refused("nota.txt", bytesOf("Se\xf1ores"))).toBe("unreadable-text");
  expect(await refused("nota.txt", bytesOf("abc\0def"))).toBe("unreadable-text");
});

test("macros, packed objects and templates from elsewhere are refused", async () => {
  expect(await refused("acta.docm", office("docx"))).toBe("macros");
  expect(await refused("acta.docx", office("docx", { "word/vbaProject.bin": "x" }))).toBe("macros");
  expect(await refused("acta.docx", office("docx", { "word/VBAPROJECT.BIN": "x" }))).toBe("macros");
  expect(await refused("acta.docx", office("docx", {}, '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'))).toBe("macros");
  expect(await refused("hoja.xlsx", office("xlsx", { "xl/macrosheets/sheet1.xml": "<x/>" }))).toBe("macros");
  expect(await refused("acta.docx", office("docx", { "word/embeddings/oleObject1.bin": "x" }))).toBe("file-inside");
  const template = '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://example.org/x.dotm" TargetMode="External"/></Relationships>';
  expect(await refused("acta.docx", office("docx", { "word/_rels/settings.xml.rels": template }))).toBe("macros");
  expect(await refused("acta.docx", office("docx", { "word/_rels/settings.xml.rels": template.replace('"External"', '"Ext&#101;rnal"').replace("x.dotm", "a>b") }))).toBe("macros");
  const link = '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org" TargetMode="External"/></Relationships>';
  expect(await refused("acta.docx", office("docx", { "word/_rels/document.xml.rels": link }))).toBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  expect(await refused("acta.doc", bytesOf("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))).toBe("old-office");
  expect(await refused("acta.docx", bytesOf("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))).toBe("old-office");
});

test("a document that swells when it is opened, or is cut off, is refused without being opened", async () => {
  const bomb = zipSync({ "[Content_Types].xml": bytesOf("x"), "word/document.xml": bytesOf("x"), "word/media/a.bin": new Uint8Array(25_000_000) });
  expect(await refused("acta.docx", bomb)).toBe("too-big-inside");
  const many = zipSync(Object.fromEntries(Array.from({ length: 5_001 }, (_, n) => [`word/${n}`, new Uint8Array()])));
  expect(await refused("acta.docx", many)).toBe("too-big-inside");
  const whole = office("docx");
  expect(await refused("acta.docx", whole.subarray(0, whole.length - 30))).toBe("damaged");
  expect(await refused("acta.docx", zipSync({ "../../fuera.txt": bytesOf("x") }))).toBe("damaged");
});

test("a PDF that runs something is refused, also when that is packed or written in disguise", async () => {
  const script = (document: PDFDocument) => document.addJavaScript("aviso", "app.alert(1)");
  expect(await refused("a.pdf", await pdf(script, false))).toBe("active-pdf");
  expect(await refused("a.pdf", await pdf(script, true))).toBe("active-pdf");
  const raw = (objects: string) => bytesOf(`%PDF-1.7\n${objects}\ntrailer<</Root 1 0 R>>\n%%EOF`);
  expect(await refused("a.pdf", raw("1 0 obj<</Type/Catalog/OpenAction<</S/J#61vaScript/J#53 (x)>>>>endobj"))).toBe("active-pdf");
  expect(await refused("a.pdf", raw("1 0 obj<</A<</S /Launch/F(cmd.exe)>>>>endobj"))).toBe("active-pdf");
  expect(await refused("a.pdf", raw("1 0 obj<</JS 3 0 R>>endobj"))).toBe("active-pdf");
  expect(await refused("a.pdf", raw("1 0 obj<</AcroForm<</XFA 3 0 R>>>>endobj"))).toBe("active-pdf");
  expect(await refused("a.pdf", raw("1 0 obj<</Type/ObjStm/N 1/First 4/Filter[/ASCIIHexDecode/FlateDecode]>>stream\n78\nendstream endobj"))).toBe("damaged");
});

test("a file made to keep the examiner busy is sent back", async () => {
  expect(await refused("a.pdf", bytesOf(`%PDF-1.7\n${"stream\n".repeat(700_000)}%%EOF`))).toBe("too-big-inside");
  expect(await refused("a.docx", office("docx", { "word/_rels/x.rels": "<relationship ".repeat(280_000) }))).toMatch(/wordprocessingml/);
});

test("letters in a picture that chance to read /JS do not refuse a PDF", async () => {
  const picture = "1 0 obj<</Type/XObject/Subtype/Image/Length 9>>stream\nab/JS (xy\nendstream endobj";
  expect(await refused("a.pdf", bytesOf(`%PDF-1.7\n${picture}\n%%EOF`))).toBe("application/pdf");
});

test("a PDF with another file inside, locked, or cut off is refused", async () => {
  expect(await refused("a.pdf", await pdf((document) => document.attach(bytesOf("MZ"), "factura.exe", { mimeType: "application/x-msdownload" })))).toBe("file-inside");
  const locked = await pdf((document) => document.encrypt({ ownerPassword: "x", userPassword: "" }), false);
  expect(await refused("a.pdf", locked)).toBe("locked-pdf");
  const whole = await pdf();
  expect(await refused("a.pdf", whole.subarray(0, whole.length - 40))).toBe("damaged");
});

test("no bytes whatever make it fail, and every refusal has its sentence", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("a.pdf", "a.docx", "a.xlsx", "a.png", "a.jpg", "a.txt", "a.exe", "", "a."),
      fc.constantFrom("", "%PDF-1.4\n", "PK\x03\x04", "\x89PNG\r\n\x1a\n", "\xff\xd8\xff", "<svg "),
      fc.uint8Array({ maxLength: 400 }),
      async (name, head, tail) => {
        const answer = await send(name, Buffer.concat([bytesOf(head), tail]));
        expect("refusal" in answer ? uploadRefusalText[answer.refusal].es : answer.mediaType).toMatch(/ |\//);
      },
    ),
  );
});
