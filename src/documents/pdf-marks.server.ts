import { PDFArray, PDFBool, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef } from "@cantoo/pdf-lib";

/** Declares what `pdfuaid:part` is, since PDF/A-2 knows no property that is neither its own nor explained in the file. */
const uaSchema =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>';
const uaPart =
  '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>';

/**
 * Adds to a PDF/A-2a file what PDF/UA-1 asks beyond it, and leaves its claim to PDF/A standing: the identifier in the XMP
 * packet with its extension schema, the wish that viewers show the title, the tab order by structure
 * on every page, and the row headers that the typesetter cannot yet
 * mark. The XMP packet stays uncompressed, the identifier of the file and the pages stay as they are, no object stream is
 * made. Same bytes in, same bytes out.
 *
 * Source: ISO 14289-1:2014, 5 (identifier), 7.1 (title), 7.5 (tables); ISO 19005-2:2011, 6.6.2.3.2 (extension schemas).
 * Throws when the file has no XMP packet or no extension schemas, which Typst writes for every PDF/A file.
 */
export async function markAccessible(archived: Uint8Array): Promise<Uint8Array> {
  const file = await PDFDocument.load(archived, { updateMetadata: false });
  const { catalog, context } = file;

  const metadata = catalog.get(PDFName.of("Metadata"));
  const packet = context.lookup(metadata);
  if (!(metadata instanceof PDFRef) || !(packet instanceof PDFRawStream) || packet.dict.has(PDFName.of("Filter")))
    throw new Error("The file carries no plain XMP packet");
  const xmp = Buffer.from(packet.contents).toString("utf8");
  const marked = xmp.replace("<pdfaExtension:schemas><rdf:Bag>", `$&${uaSchema}`).replace("</rdf:RDF>", `${uaPart}$&`);
  if (marked.length !== xmp.length + uaSchema.length + uaPart.length)
    throw new Error("The XMP packet is not as Typst writes it");
  const bytes = Buffer.from(marked, "utf8");
  packet.dict.set(PDFName.of("Length"), context.obj(bytes.length));
  context.assign(metadata, PDFRawStream.of(packet.dict, bytes));

  const preferences = catalog.lookupMaybe(PDFName.of("ViewerPreferences"), PDFDict) ?? context.obj({});
  preferences.set(PDFName.of("DisplayDocTitle"), PDFBool.True);
  catalog.set(PDFName.of("ViewerPreferences"), preferences);

  for (const { node } of file.getPages()) node.set(PDFName.of("Tabs"), PDFName.of("S"));

  const tree = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  if (tree) {
    markRowHeaders(tree, false);
    bringCaptionsHome(tree);
  }
  return file.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

/**
 * Puts each caption that stands beside its table into the table, as its first part. The typesetter leaves a caption outside
 * when the table breaks at the end of a page; a caption belongs to its table (ISO 32000-1, 14.8.4.3.4).
 */
function bringCaptionsHome(element: PDFDict): void {
  const kids = element.lookup(PDFName.of("K"));
  if (roleOf(element) !== "Table" && kids instanceof PDFArray) {
    const at = kids.asArray().findIndex((_, index) => isElement(kids.lookup(index), "Caption"));
    const table = at === -1 ? undefined : tableBelow(element);
    const rows = table?.element.lookup(PDFName.of("K"));
    const caption = at === -1 ? undefined : kids.lookupMaybe(at, PDFDict);
    if (table && caption && rows instanceof PDFArray) {
      rows.insert(0, kids.get(at));
      caption.set(PDFName.of("P"), table.reference);
      kids.remove(at);
    }
  }
  for (const child of childrenOf(element)) bringCaptionsHome(child);
}

/** The first table below an element, through divisions only. */
function tableBelow(element: PDFDict): { element: PDFDict; reference: PDFRef } | undefined {
  const kids = element.lookup(PDFName.of("K"));
  const all = kids instanceof PDFArray ? kids.asArray() : [element.get(PDFName.of("K"))];
  for (const reference of all) {
    const child = element.context.lookup(reference);
    if (!(child instanceof PDFDict) || !(reference instanceof PDFRef)) continue;
    if (isElement(child, "Table")) return { element: child, reference };
    const inner = isElement(child, "Div") ? tableBelow(child) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

const roleOf = (element: PDFDict) => element.lookupMaybe(PDFName.of("S"), PDFName)?.decodeText();
const isElement = (found: unknown, role: string) => found instanceof PDFDict && roleOf(found) === role;

/** The elements right below one of the structure tree, leaving out the marks of page content. */
function childrenOf(element: PDFDict): PDFDict[] {
  const kids = element.lookup(PDFName.of("K"));
  const all = kids instanceof PDFArray ? kids.asArray().map((_, at) => kids.lookup(at)) : [kids];
  return all.filter((kid): kid is PDFDict => kid instanceof PDFDict && kid.has(PDFName.of("S")));
}

/** The attribute dictionaries of an element. */
function attributesOf(element: PDFDict): PDFDict[] {
  const found = element.lookup(PDFName.of("A"));
  const all = found instanceof PDFArray ? found.asArray().map((_, at) => found.lookup(at)) : [found];
  return all.filter((each): each is PDFDict => each instanceof PDFDict);
}

/**
 * Makes the first cell of each row below a table's head a row header. The cells' lists of headers, which name the column
 * headers only, are taken out: with a scope on every header, readers find both by position (ISO 32000-1, 14.8.5.7).
 */
function markRowHeaders(element: PDFDict, below: boolean): void {
  for (const child of childrenOf(element)) {
    if (below && roleOf(child) === "TR") {
      childrenOf(child).forEach((cell, at) => {
        for (const attributes of attributesOf(cell)) attributes.delete(PDFName.of("Headers"));
        if (at > 0) return;
        cell.set(PDFName.of("S"), PDFName.of("TH"));
        const table = attributesOf(cell).find((each) => each.lookupMaybe(PDFName.of("O"), PDFName)?.decodeText() === "Table");
        if (table) table.set(PDFName.of("Scope"), PDFName.of("Row"));
        else {
          const fresh = element.context.obj({ O: "Table", Scope: "Row" });
          const present = cell.lookup(PDFName.of("A"));
          if (present instanceof PDFArray) present.push(fresh);
          else cell.set(PDFName.of("A"), present ? element.context.obj([present, fresh]) : fresh);
        }
      });
    }
    markRowHeaders(child, roleOf(child) === "TBody" || roleOf(child) === "TFoot");
  }
}
