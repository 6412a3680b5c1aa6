import { strFromU8, unzipSync } from "fflate";

/** What a Word file is made of, as programs that read it aloud or convert it find it. */
export interface DocxStructure {
  readonly title: string | undefined;
  readonly created: string | undefined;
  /** The language of the document's default text. */
  readonly language: string | undefined;
  readonly headings: readonly { readonly level: number; readonly text: string; readonly isNumbered: boolean }[];
  /** For each table how many rows repeat as its head, and how many rows and columns there are in all. */
  readonly tables: readonly { readonly headRows: number; readonly rows: number; readonly columns: number }[];
  /** The lists, each with the kind of its numbers and how many items it has. */
  readonly lists: readonly { readonly format: string; readonly items: number }[];
  /** The fields in the feet: 'PAGE', 'NUMPAGES'. */
  readonly fields: readonly string[];
  readonly pictures: readonly { readonly alt: string | undefined }[];
  /** The text of all headers, each once. */
  readonly headers: readonly string[];
  readonly text: string;
}

/** Reads back the structure of a Word file. Throws when the bytes are no zip archive or hold no document. */
export function readDocxStructure(bytes: Uint8Array): DocxStructure {
  const files = unzipSync(bytes);
  const read = (path: string) => {
    const found = files[path];
    if (found === undefined) throw new Error(`The file holds no ${path}`);
    return strFromU8(found);
  };
  const parts = (pattern: RegExp) =>
    Object.keys(files)
      .filter((path) => pattern.test(path))
      .map(read);
  const document = read("word/document.xml");
  const core = read("docProps/core.xml");
  const formats = formatsOf(read("word/numbering.xml"));
  const paragraphs = document.match(/<w:p(?:>| [^>]*>)[\s\S]*?<\/w:p>/g) ?? [];
  const lists = new Map<string, { format: string; items: number }>();
  for (const paragraph of paragraphs) {
    const id = /<w:numId w:val="(\w+)"/.exec(paragraph)?.[1];
    if (id === undefined || /<w:pStyle w:val="Heading/.test(paragraph)) continue;
    const list = lists.get(id) ?? { format: formats.get(id) ?? "none", items: 0 };
    lists.set(id, { ...list, items: list.items + 1 });
  }
  const everything = [document, ...parts(/^word\/(header|footer)\d+\.xml$/)];
  return {
    title: unescaped(/<dc:title>([\s\S]*?)<\/dc:title>/.exec(core)?.[1]),
    created: /<dcterms:created[^>]*>([^<]*)/.exec(core)?.[1],
    language: /<w:rPrDefault>[\s\S]*?<w:lang w:val="([^"]+)"/.exec(read("word/styles.xml"))?.[1],
    headings: paragraphs.flatMap((paragraph) => {
      const level = /<w:pStyle w:val="Heading(\d)"/.exec(paragraph)?.[1];
      return level === undefined
        ? []
        : [{ level: Number(level), text: textOf(paragraph), isNumbered: paragraph.includes("<w:numId ") }];
    }),
    tables: (document.match(/<w:tbl>[\s\S]*?<\/w:tbl>/g) ?? []).map((table) => {
      const rows = table.match(/<w:tr(?:>| [^>]*>)[\s\S]*?<\/w:tr>/g) ?? [];
      return {
        headRows: rows.filter((row) => /<w:tblHeader(?:\/>| w:val="(?:true|1)")/.test(row)).length,
        rows: rows.length,
        columns: (table.match(/<w:gridCol /g) ?? []).length,
      };
    }),
    lists: [...lists.values()],
    fields: parts(/^word\/footer\d+\.xml$/).flatMap((foot) =>
      [...foot.matchAll(/<w:instrText[^>]*>\s*(\w+)/g)].map(([, field]) => field ?? ""),
    ),
    pictures: everything.flatMap((part) =>
      [...part.matchAll(/<wp:docPr [^>]*>/g)].map(([picture]) => ({ alt: unescaped(/descr="([^"]*)"/.exec(picture)?.[1]) })),
    ),
    headers: parts(/^word\/header\d+\.xml$/).map(textOf),
    text: paragraphs.map(textOf).join("\n"),
  };
}

/** For each list of the document the kind of numbers of its first level. */
function formatsOf(numbering: string): Map<string, string> {
  const kinds = new Map(
    [...numbering.matchAll(/<w:abstractNum [^>]*w:abstractNumId="(\d+)"[\s\S]*?<w:numFmt w:val="(\w+)"/g)].map(
      ([, id = "", format = ""]) => [id, format] as const,
    ),
  );
  return new Map(
    [...numbering.matchAll(/<w:num [^>]*w:numId="(\d+)"[^>]*><w:abstractNumId w:val="(\d+)"/g)].map(
      ([, id = "", kind = ""]) => [id, kinds.get(kind) ?? "none"] as const,
    ),
  );
}

const textOf = (xml: string) =>
  unescaped([...xml.matchAll(/<w:t(?:>| [^>]*>)([^<]*)<\/w:t>|<w:(?:br|tab)\/>/g)].map(([, text]) => text ?? " ").join("")) ??
  "";
const unescaped = (xml: string | undefined) =>
  xml
    ?.replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
