import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  type PDFObject,
  PDFName,
  PDFRawStream,
  PDFStream,
  PDFString,
  PDFHexString,
} from "@cantoo/pdf-lib";

/** One element of the tag tree, in the order in which it is read aloud. */
export interface TagElement {
  /** The standard role: 'H1', 'P', 'Table', 'TH'. */
  readonly role: string;
  /** What the element's own attribute says of its direction, for headers of tables. */
  readonly scope: string | undefined;
  readonly alt: string | undefined;
  readonly title: string | undefined;
  readonly children: readonly TagElement[];
}

/** What a PDF file says of itself to archives and to those who read by ear. */
export interface PdfStructure {
  readonly language: string | undefined;
  readonly title: string | undefined;
  readonly isMarked: boolean;
  readonly displaysTitle: boolean;
  /** 'PDF/A-2a' as declared in the XMP packet. */
  readonly archive: string | undefined;
  readonly accessiblePart: number | undefined;
  /** Whether the file explains the property that declares PDF/UA, as PDF/A-2 demands of a foreign property. */
  readonly isAccessibleSchemaDeclared: boolean;
  /** The title in the XMP packet, which must be that of the information dictionary. */
  readonly xmpTitle: string | undefined;
  readonly isXmpPlain: boolean;
  readonly hasIdentifier: boolean;
  readonly hasOutputIntent: boolean;
  readonly pages: number;
  /** Whether every page's tab order follows the structure and its content points back into the tag tree. */
  readonly arePagesTagged: boolean;
  /** The fonts by name, and whether the file holds them with a map back to characters. */
  readonly fonts: readonly { readonly name: string; readonly isEmbedded: boolean; readonly hasUnicode: boolean }[];
  readonly outline: number;
  readonly tags: readonly TagElement[];
}

/**
 * Reads back how a PDF file is built: its declarations and its tag tree.
 *
 * A reader, not a validator: it does not prove conformance (no check of content streams, colours or glyphs), it shows what the
 * file declares. Throws when the bytes are no PDF.
 */
export async function readPdfStructure(bytes: Uint8Array): Promise<PdfStructure> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog, context } = file;
  const metadata = catalog.lookup(PDFName.of("Metadata"));
  const xmp = metadata instanceof PDFRawStream ? Buffer.from(metadata.contents).toString("utf8") : "";
  const part = /<pdfaid:part>(\d)<\/pdfaid:part><pdfaid:conformance>(\w)/.exec(xmp);
  const accessible = /<pdfuaid:part>(\d)<\/pdfuaid:part>/.exec(xmp)?.[1];
  const tree = dictionary(catalog.lookup(PDFName.of("StructTreeRoot")));
  const roles = dictionary(tree?.lookup(PDFName.of("RoleMap")));
  const pages = file.getPages();
  return {
    language: text(catalog.lookup(PDFName.of("Lang"))),
    title: file.getTitle(),
    isMarked: isTrue(dictionary(catalog.lookup(PDFName.of("MarkInfo")))?.lookup(PDFName.of("Marked"))),
    displaysTitle: isTrue(dictionary(catalog.lookup(PDFName.of("ViewerPreferences")))?.lookup(PDFName.of("DisplayDocTitle"))),
    archive: part ? `PDF/A-${part[1]}${part[2]?.toLowerCase()}` : undefined,
    accessiblePart: accessible === undefined ? undefined : Number(accessible),
    isAccessibleSchemaDeclared:
      /<pdfaExtension:schemas>.*http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/<\/pdfaSchema:namespaceURI>.*<\/pdfaExtension:schemas>/s.test(
        xmp,
      ),
    xmpTitle: unescaped(/<dc:title><rdf:Alt><rdf:li xml:lang="x-default">(.*?)<\/rdf:li>/s.exec(xmp)?.[1]),
    isXmpPlain: metadata instanceof PDFStream && !metadata.dict.has(PDFName.of("Filter")),
    hasIdentifier: context.lookup(context.trailerInfo.ID) instanceof PDFArray,
    hasOutputIntent: catalog.lookup(PDFName.of("OutputIntents")) instanceof PDFArray,
    pages: pages.length,
    arePagesTagged: pages.every(
      ({ node }) => node.has(PDFName.of("StructParents")) && node.lookup(PDFName.of("Tabs"))?.toString() === "/S",
    ),
    fonts: context.enumerateIndirectObjects().flatMap(([, each]) => {
      const font = dictionary(each);
      if (
        !font ||
        name(font.lookup(PDFName.of("Type"))) !== "Font" ||
        (!font.has(PDFName.of("ToUnicode")) && name(font.lookup(PDFName.of("Subtype"))) !== "Type0")
      )
        return [];
      const descendants = font.lookup(PDFName.of("DescendantFonts"));
      const inner = descendants instanceof PDFArray ? dictionary(descendants.lookup(0)) : font;
      const described = dictionary(inner?.lookup(PDFName.of("FontDescriptor")));
      const isEmbedded = ["FontFile", "FontFile2", "FontFile3"].some((key) => described?.has(PDFName.of(key)) === true);
      return [
        {
          name: (name(font.lookup(PDFName.of("BaseFont"))) ?? "").replace(/^[A-Z]{6}\+/, ""),
          isEmbedded,
          hasUnicode: font.has(PDFName.of("ToUnicode")),
        },
      ];
    }),
    outline: outlineLength(dictionary(catalog.lookup(PDFName.of("Outlines")))),
    tags: tree ? childrenOf(tree, roles) : [],
  };
}

/** All elements of a tag tree in reading order. */
export function tagsInOrder(tags: readonly TagElement[]): TagElement[] {
  return tags.flatMap((tag) => [tag, ...tagsInOrder(tag.children)]);
}

function childrenOf(element: PDFDict, roles: PDFDict | undefined): TagElement[] {
  const kids = element.lookup(PDFName.of("K"));
  const all = kids instanceof PDFArray ? kids.asArray().map((_, at) => kids.lookup(at)) : [kids];
  return all.flatMap((kid) => {
    const child = dictionary(kid);
    const own = name(child?.lookup(PDFName.of("S")));
    if (!child || own === undefined) return [];
    return [
      {
        role: name(roles?.lookup(PDFName.of(own))) ?? own,
        scope: attributes(child)
          .map((each) => name(each.lookup(PDFName.of("Scope"))))
          .find((scope) => scope !== undefined),
        alt: text(child.lookup(PDFName.of("Alt"))),
        title: text(child.lookup(PDFName.of("T"))),
        children: childrenOf(child, roles),
      },
    ];
  });
}

function attributes(element: PDFDict): PDFDict[] {
  const found = element.lookup(PDFName.of("A"));
  const all = found instanceof PDFArray ? found.asArray().map((_, at) => found.lookup(at)) : [found];
  return all.flatMap((each) => dictionary(each) ?? []);
}

function outlineLength(outlines: PDFDict | undefined): number {
  const count = outlines?.lookup(PDFName.of("Count"))?.toString();
  return count === undefined ? 0 : Math.abs(Number(count));
}

const dictionary = (found: PDFObject | undefined) => (found instanceof PDFDict ? found : undefined);
const name = (found: PDFObject | undefined) => (found instanceof PDFName ? found.decodeText() : undefined);
const isTrue = (found: PDFObject | undefined) => found instanceof PDFBool && found.asBoolean();
const text = (found: PDFObject | undefined) =>
  found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : undefined;
const unescaped = (xml: string | undefined) =>
  xml
    ?.replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
