import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TabStopType,
  type Table,
  TextRun,
} from "docx";
import { themes, type } from "#brand";
import { bodyOf, hasNumberedParagraphs, runs } from "./docx-body.server.ts";
import { repeatableZip } from "./docx-bytes.server.ts";
import { docxNumbering, docxStyles, plain } from "./docx-styles.ts";
import { fontFaces, furtherFaces } from "./fonts.server.ts";
import { draftWords, fileTitle, isAddress, letterheadWords, markSvg, qrSvg } from "./letterhead.ts";
import { clean } from "./letters.server.ts";
import type { OfficialDocument, Signature } from "./official-document.ts";
import { rasterize } from "./rasterize.server.ts";

const papers = { letter: [12240, 15840], a4: [11906, 16838] } as const;
/** Thirty millimetres in twentieths of a point. */
const margin = 1701;
const hairline = { style: BorderStyle.SINGLE, size: 4, space: 4, color: plain(themes.light.line) };

/**
 * The official document as an editable Word file with the structure of the print: heading styles, real lists and notes of
 * number, tables whose head repeats, language, title, page x of y. The same document gives the same bytes.
 *
 * All characters that XML allows are kept: Word brings letters that the bundled faces lack. Throws when a table row has more
 * cells than columns.
 */
export async function officialDocx(document: OfficialDocument): Promise<Uint8Array> {
  const words = letterheadWords[document.language];
  const draft = draftWords(document);
  const [width, height] = papers[document.paper ?? "letter"];
  const file = new Document({
    title: clean(fileTitle(document)),
    creator: words.short,
    lastModifiedBy: words.short,
    description: clean(document.footer),
    ...(draft === undefined ? {} : { keywords: clean(draft) }),
    styles: docxStyles(document.language === "es" ? "es-GT" : "en-GB"),
    fonts: embedded(),
    numbering: docxNumbering(hasNumberedParagraphs(document.body)),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width, height },
            margin: { top: margin, bottom: margin, left: margin, right: margin, header: 850, footer: 700 },
          },
        },
        headers: { first: await letterhead(document), default: runningHead(document, width - 2 * margin) },
        footers: { first: foot(document, width - 2 * margin), default: foot(document, width - 2 * margin) },
        children: [
          ...opening(document),
          ...bodyOf(document, width - 2 * margin),
          ...signatures(document),
          ...(await verification(document)),
        ],
      },
    ],
  });
  return repeatableZip(await Packer.toBuffer(file), document.date);
}

/** The faces travel in the file: few offices have them. Both families are under the SIL Open Font Licence, which allows it. */
function embedded() {
  const face = (family: string, weight: number) =>
    fontFaces().find((each) => each.family === family && each.weight === weight)?.truetype;
  const [italic, boldItalic] = furtherFaces().filter(({ family }) => family === type.sans);
  const [sans, serif] = [face(type.sans, 400), face(type.serif, 400)];
  const [bold, title] = [face(type.sans, 600), face(type.serif, 600)];
  if (!sans || !serif || !bold || !title || !italic || !boldItalic) throw new Error("A bundled face is missing");
  return [
    { name: type.sans, data: sans, bold, italic: italic.truetype, boldItalic: boldItalic.truetype },
    { name: type.serif, data: serif, bold: title },
  ];
}

const isCertificate = (document: OfficialDocument) => document.layout === "certificate";
const namedBy = ({ kind, number }: OfficialDocument) => [kind, number].filter((word) => word.trim() !== "").join(" ");

async function letterhead(document: OfficialDocument): Promise<Header> {
  const words = letterheadWords[document.language];
  const centred = isCertificate(document) ? { alignment: AlignmentType.CENTER } : {};
  const mark = new ImageRun({
    type: "png",
    data: await rasterize(markSvg(), 320),
    transformation: { width: 44, height: 44 },
    altText: { name: words.short, description: words.mark },
  });
  return new Header({
    children: [
      new Paragraph({ ...centred, style: "Letterhead", children: [mark] }),
      new Paragraph({
        ...centred,
        style: "Letterhead",
        children: [new TextRun({ text: words.short, bold: true, characterSpacing: 30, size: 22 })],
      }),
      new Paragraph({
        ...centred,
        style: "Letterhead",
        border: { bottom: { ...hairline, space: 8 } },
        children: [new TextRun(words.full)],
      }),
    ],
  });
}

function runningHead(document: OfficialDocument, width: number): Header {
  const draft = draftWords(document);
  const right =
    draft === undefined
      ? new TextRun({ children: ["\t"] })
      : new TextRun({ children: ["\t", clean(draft)], bold: true, color: plain(themes.light.bad) });
  return new Header({
    children: [
      new Paragraph({
        style: "Running",
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        border: { bottom: hairline },
        children: [new TextRun(clean(`${letterheadWords[document.language].short} · ${namedBy(document)}`)), right],
      }),
    ],
  });
}

function foot(document: OfficialDocument, width: number): Footer {
  const words = letterheadWords[document.language];
  const { verification: proof } = document;
  return new Footer({
    children: [
      new Paragraph({
        style: "Running",
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        border: { top: hairline },
        children: [
          ...runs(document.footer),
          new TextRun({ children: ["\t", `${words.page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES] }),
        ],
      }),
      ...(proof
        ? [new Paragraph({ style: "Running", children: runs(`${words.codeShort} ${proof.code} · ${proof.url}`) })]
        : []),
    ],
  });
}

function opening(document: OfficialDocument): Paragraph[] {
  const draft = draftWords(document);
  const centred = isCertificate(document) ? { alignment: AlignmentType.CENTER } : {};
  const optional = (style: string, text: string | undefined) =>
    text === undefined || text.trim() === "" ? [] : [new Paragraph({ ...centred, style, children: runs(text) })];
  const summary = document.summary ?? [];
  return [
    ...(isCertificate(document) ? [new Paragraph({ spacing: { before: 600 }, children: [] })] : []),
    ...optional("Draft", draft),
    ...optional("Kind", namedBy(document)),
    new Paragraph({ ...centred, heading: HeadingLevel.HEADING_1, children: runs(document.title) }),
    ...optional("Subtitle", document.subtitle),
    ...optional("Place", document.place),
    ...summary.map(
      ({ label, value }, at) =>
        new Paragraph({
          style: "Fact",
          border: { ...(at === 0 ? { top: hairline } : {}), ...(at === summary.length - 1 ? { bottom: hairline } : {}) },
          children: [
            new TextRun({ text: clean(label), color: plain(themes.light.inkSoft) }),
            new TextRun({ children: ["\t"] }),
            ...runs(value),
          ],
        }),
    ),
  ];
}

function signatures(document: OfficialDocument): Paragraph[] {
  const words = letterheadWords[document.language];
  const all = document.signatures ?? [];
  const centred = isCertificate(document)
    ? { alignment: AlignmentType.CENTER, indent: { left: 2000, right: 2000 } }
    : { indent: { right: 4300 } };
  const one = ({ name, post, signedAt, digest }: Signature): Paragraph[] => [
    new Paragraph({
      ...centred,
      style: "Signature",
      keepNext: true,
      spacing: { before: (signedAt ? 480 : 1200) + (isCertificate(document) ? 600 : 0), after: 40 },
      border: { top: { ...hairline, size: 6, color: plain(themes.light.ink) } },
      children: [new TextRun({ text: clean(name), bold: true })],
    }),
    new Paragraph({ ...centred, style: "Signature", keepNext: signedAt !== undefined, children: runs(post) }),
    ...(signedAt
      ? [
          new Paragraph({
            ...centred,
            style: "Small",
            keepNext: digest !== undefined,
            children: runs(`${words.signed} ${signedAt}`),
          }),
        ]
      : []),
    ...(digest ? [new Paragraph({ ...centred, style: "Small", children: runs(`${words.fingerprint} ${digest}`) })] : []),
  ];
  if (all.length === 0) return [];
  const head = isCertificate(document)
    ? []
    : [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(words.signatures)] })];
  return [...head, ...all.flatMap(one)];
}

async function verification({ verification: proof, language, layout }: OfficialDocument): Promise<(Paragraph | Table)[]> {
  if (!proof) return [];
  const words = letterheadWords[language];
  const url = clean(proof.url);
  const qr = async () =>
    new ImageRun({
      type: "png",
      data: await rasterize(qrSvg(url), 410),
      transformation: { width: 92, height: 92 },
      altText: { name: "QR", description: words.qr(url) },
    });
  const address: ParagraphChild = isAddress(url)
    ? new ExternalHyperlink({ link: url, children: [new TextRun({ text: url, style: "Hyperlink" })] })
    : new TextRun(url);
  return [
    new Paragraph({
      style: "Small",
      keepNext: true,
      spacing: { before: layout === "certificate" ? 1600 : 480, line: 240, lineRule: LineRuleType.AUTO },
      border: { top: hairline },
      children: isAddress(url) ? [await qr()] : [],
    }),
    new Paragraph({
      style: "Small",
      keepNext: true,
      children: [
        new TextRun(`${words.code}: `),
        new TextRun({ text: clean(proof.code), bold: true, size: 22, color: plain(themes.light.ink) }),
      ],
    }),
    new Paragraph({ style: "Small", keepNext: true, children: [new TextRun(`${words.verifyAt} `), address] }),
    new Paragraph({ style: "Small", children: runs(proof.hashNote) }),
  ];
}
