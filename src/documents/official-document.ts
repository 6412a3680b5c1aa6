import type { Language } from "#basics";

/** A piece of running text; a plain text means no emphasis. */
export interface Span {
  readonly text: string;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
}

/** Running text. Always data: no character of it is markup. A line feed breaks the line. */
export type Prose = string | readonly (string | Span)[];

/** One column of a table. Numbers stand to the right with tabular figures. */
export interface TableColumn {
  readonly head: string;
  readonly kind: "text" | "number";
  /** Part of the width beside the other text columns; worked out from the texts when left out. */
  readonly share?: number;
}

/** A table. The first cell of each row names the row for those who hear the table. */
export interface TableBlock {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** Each row has as many cells as there are columns; a row that is too short is filled with empty cells. */
  readonly rows: readonly (readonly string[])[];
  readonly total?: readonly string[];
}

/** A part of the body of an official document. */
export type Block =
  | {
      readonly kind: "heading";
      /** The title is the only level 1. A level 3 before the first level 2 is set as level 2. */
      readonly level: 2 | 3;
      readonly text: string;
      /** Headings are numbered 1, 1.1, 2 by themselves; false for a heading outside the count. */
      readonly numbered?: boolean;
    }
  | {
      readonly kind: "paragraph";
      readonly text: Prose;
      /** Numbered paragraphs run through the whole document: 1, 2, 3, beside the text. */
      readonly numbered?: boolean;
    }
  | {
      readonly kind: "list";
      readonly style: "bullets" | "numbered" | "lettered";
      readonly items: readonly Prose[];
    }
  | TableBlock
  | { readonly kind: "definitions"; readonly items: readonly { readonly term: string; readonly text: Prose }[] }
  /** The words of a motion, of a reservation, of an article. */
  | { readonly kind: "quote"; readonly text: Prose; readonly source?: string }
  /** Small print: a source, a remark. */
  | { readonly kind: "note"; readonly text: Prose }
  | { readonly kind: "page-break" }
  /** Stays on one page, where a page can hold it. */
  | { readonly kind: "together"; readonly blocks: readonly Block[] };

/** One signature. The two texts come from the act of signing; without them the document shows an empty line to sign on. */
export interface Signature {
  readonly name: string;
  readonly post: string;
  /** When it was signed, in words. */
  readonly signedAt?: string;
  /** The fingerprint of what was signed, as the reader can compare it. */
  readonly digest?: string;
}

/** How a holder of the document finds out that it is genuine. */
export interface Verification {
  readonly code: string;
  /** The public page that answers; a picture of it (QR) is printed beside. */
  readonly url: string;
  /** What the fingerprint is of, and the fingerprint, in words. */
  readonly hashNote: string;
}

/**
 * An act, an extract, a certificate, a circular: what it says, without how it looks.
 *
 * `officialPdf` and `officialDocx` print the same document; the same document gives the same bytes, always.
 */
export interface OfficialDocument {
  readonly language: Language;
  /** `act`: letterhead, title to the left, parts in their order. `certificate`: one page, the title and the text centred. */
  readonly layout?: "act" | "certificate";
  /** What kind of document: 'Acta', 'Certificación'. */
  readonly kind: string;
  /** Its number as it is cited: 'V-2024', 'ACTA-CORETT-2024-05'. */
  readonly number: string;
  readonly title: string;
  readonly subtitle?: string;
  /** The day of the document, for the data about the file. Never the clock: the bytes must come out the same again. */
  readonly date: Date;
  /** Where and when, in words; under the title. */
  readonly place?: string;
  /** The facts in short, under the title. */
  readonly summary?: readonly { readonly label: string; readonly value: string }[];
  readonly body: readonly Block[];
  readonly signatures?: readonly Signature[];
  readonly verification?: Verification;
  /** Who keeps the document, at the foot of every page. */
  readonly footer: string;
  /** Not approved yet: said on every page and in the title of the file. A text replaces the usual words. */
  readonly draft?: boolean | string;
  /** Letter when left out, as Mexico and Central America print. */
  readonly paper?: "letter" | "a4";
}

/** The words of running text without their emphasis. */
export function plainProse(prose: Prose): string {
  return typeof prose === "string" ? prose : prose.map((span) => (typeof span === "string" ? span : span.text)).join("");
}
