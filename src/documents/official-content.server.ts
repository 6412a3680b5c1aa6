import { themes } from "#brand";
import { draftWords, fileTitle, isAddress, letterheadWords } from "./letterhead.ts";
import { clean, printable } from "./letters.server.ts";
import { type Block, type OfficialDocument, type Prose, type TableBlock } from "./official-document.ts";

/** Prepares texts for print and remembers what could not be shown. */
class Press {
  readonly lost = new Set<string>();
  paragraphs = 0;
  hasSection = false;

  text = (words: string, room?: number): string => {
    const { text, lost } = printable(words, room);
    for (const code of lost) this.lost.add(code);
    return text;
  };

  /** Text for a narrow place. */
  cell = (words: string): string => this.text(words, 30);

  prose = (prose: Prose): object[] =>
    (typeof prose === "string" ? [prose] : prose)
      .map((span) => (typeof span === "string" ? { text: span } : span))
      .map((span) => ({ text: this.text(span.text), strong: span.strong === true, emphasis: span.emphasis === true }));

  block = (block: Block): object => {
    switch (block.kind) {
      case "heading": {
        const level = block.level === 2 || !this.hasSection ? 2 : 3;
        this.hasSection = true;
        return { kind: block.kind, level, text: this.text(block.text), numbered: block.numbered !== false };
      }
      case "paragraph": {
        if (block.numbered === true) this.paragraphs += 1;
        return { kind: block.kind, text: this.prose(block.text), number: block.numbered === true ? `${this.paragraphs}.` : "" };
      }
      case "list":
        return { kind: block.kind, style: block.style, items: block.items.map((item) => this.prose(item)) };
      case "table":
        return this.table(block);
      case "definitions":
        return {
          kind: block.kind,
          items: block.items.map(({ term, text }) => ({ term: this.text(term), text: this.prose(text) })),
        };
      case "quote":
        return { kind: block.kind, text: this.prose(block.text), source: this.text(block.source ?? "") };
      case "note":
        return { kind: block.kind, text: this.prose(block.text) };
      case "page-break":
        return { kind: block.kind };
      case "together":
        return { kind: block.kind, blocks: block.blocks.map((inner) => this.block(inner)) };
    }
  };

  private table(table: TableBlock): object {
    const shares = tableShares(table);
    return {
      kind: table.kind,
      caption: this.text(table.caption),
      columns: table.columns.map(({ head, kind }, at) => ({ head: this.cell(head), kind, share: shares[at] ?? 1 })),
      rows: table.rows.map((row) => filled(row, table).map(this.cell)),
      total: table.total ? filled(table.total, table).map(this.cell) : [],
      dense: table.columns.length > 6,
    };
  }
}

/** As many cells as columns: a short row is filled with empty cells, a row too long is a fault of the caller. */
export function filled(row: readonly string[], { columns, caption }: TableBlock): string[] {
  if (row.length > columns.length) throw new Error(`A row of the table '${caption}' has more cells than columns`);
  return columns.map((_, at) => row[at] ?? "");
}

/**
 * The parts of the width that the columns get: for a column of words what it says or a measure of its texts, for a column of
 * figures what its widest figure or head needs, so that neither a long remark nor a short name gets all the room.
 */
export function tableShares(table: TableBlock): number[] {
  return table.columns.map(({ head, kind, share }, at) => {
    if (share !== undefined && share > 0) return share * 10;
    const cells = [...table.rows, table.total ?? []].map((row) => (row[at] ?? "").length);
    const longest = Math.max(0, ...cells);
    const word = Math.max(0, ...head.split(/\s/).map((part) => part.length));
    if (kind === "number") return Math.min(14, Math.max(7, word + 2, longest));
    return Math.min(34, Math.max(9, word + 2, longest + 1));
  });
}

/** The document as the template reads it: every text printable, numbers given, colours and words of the letterhead with it. */
export function officialContent(document: OfficialDocument): object {
  const press = new Press();
  const words = letterheadWords[document.language];
  const { text } = press;
  const draft = draftWords(document);
  const content = {
    language: document.language,
    paper: document.paper === "a4" ? "a4" : "us-letter",
    layout: document.layout ?? "act",
    day: [document.date.getUTCFullYear(), document.date.getUTCMonth() + 1, document.date.getUTCDate()],
    fileTitle: text(fileTitle(document)),
    kind: text(document.kind),
    number: text(document.number),
    title: text(document.title),
    subtitle: text(document.subtitle ?? ""),
    place: text(document.place ?? ""),
    draft: text(draft ?? ""),
    summary: (document.summary ?? []).map(({ label, value }) => ({ label: press.cell(label), value: text(value) })),
    body: document.body.map(press.block),
    numbered: press.paragraphs > 0,
    signatures: (document.signatures ?? []).map((signature) => ({
      name: press.cell(signature.name),
      post: press.cell(signature.post),
      signedAt: press.cell(signature.signedAt ?? ""),
      digest: press.cell(signature.digest ?? ""),
    })),
    verification: document.verification
      ? {
          code: text(document.verification.code),
          url: text(document.verification.url),
          address: isAddress(document.verification.url) ? document.verification.url : "",
          hashNote: text(document.verification.hashNote),
          qr: words.qr(clean(document.verification.url)),
        }
      : null,
    footer: text(document.footer),
    words: {
      short: words.short,
      full: words.full,
      mark: words.mark,
      page: words.page,
      of: words.of,
      code: words.code,
      codeShort: words.codeShort,
      signatures: words.signatures,
      signed: words.signed,
      fingerprint: words.fingerprint,
      verify: words.verify,
      verifyAt: words.verifyAt,
    },
    colours: {
      ink: themes.light.ink,
      soft: themes.light.inkSoft,
      line: themes.light.line,
      work: themes.light.workStrong,
      light: themes.light.light,
      bad: themes.light.bad,
    },
  };
  const lost = [...press.lost].sort();
  return { ...content, unprintable: lost.length > 0 ? words.unprintable(lost.join(", ")) : "" };
}

/** The characters of a document that its print cannot show, as code points, so that an editor can be told before it is sealed. */
export function unprintableCharacters(document: OfficialDocument): string[] {
  const press = new Press();
  const read = (value: unknown): void => {
    if (typeof value === "string") press.text(value);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(read);
  };
  read(document);
  return [...press.lost].sort();
}
