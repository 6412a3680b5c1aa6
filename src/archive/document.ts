import type { Actor, Language, Office, Text } from "#basics";

/** What an official document is. The database knows the same words. */
export const documentClasses = [
  "act",
  "extract",
  "certificate",
  "convocation",
  "report",
  "agreement-document",
  "meeting-document",
  "term-report",
  "other",
] as const;
export type DocumentClass = (typeof documentClasses)[number];

/** The circles of readers, from the narrowest to the widest; each holds the one before it. */
export const circles = ["organs", "members", "observers", "public"] as const;
export type Circle = (typeof circles)[number];

/** What a state deposits by itself, always with its own country. */
const ofStates: ReadonlySet<DocumentClass> = new Set(["meeting-document", "term-report", "agreement-document"]);
const stateOffices: ReadonlySet<string> = new Set(["delegate-titular", "delegate-alternate", "focal-point", "communicator"]);

/** The circles wider than this one: a document can only gain readers. */
export function widerThan(circle: Circle): readonly Circle[] {
  return circles.slice(circles.indexOf(circle) + 1);
}

/** Tells whether a word from a form or an address names a class. */
export function isDocumentClass(word: string | null | undefined): word is DocumentClass {
  return documentClasses.some((each) => each === word);
}

/** Tells whether a word from a form names a circle of readers. */
export function isCircle(word: string | null | undefined): word is Circle {
  return circles.some((each) => each === word);
}

/** A number as documents bear it: capitals and digits in groups joined by hyphens or points, such as 'ACTA-CORETT-IV-2023'. */
export function isDocumentNumber(number: string): boolean {
  return /^[A-Z0-9]+([.-][A-Z0-9]+)*$/.test(number) && number.length >= 3 && number.length <= 80;
}

/**
 * Whether the actor may put such a document into the archive: the organs and the platform any, a state its own papers, which
 * become public by the secretariat's act alone. Policies of the database hold the same.
 */
export function mayDeposit(actor: Actor, document: { class: DocumentClass; country: string | null; access: Circle }): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind === "public") return false;
  if (actor.office === "secretariat" || actor.office === "presidency") return true;
  return (
    stateOffices.has(actor.office) &&
    actor.country !== undefined &&
    actor.country === document.country &&
    ofStates.has(document.class) &&
    document.access !== "public"
  );
}

/** A file of a version as it is listed; its bytes come with `renditionFile`. */
export interface ArchivedFile {
  readonly format: "pdf" | "docx" | "other";
  readonly language: Language;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** Fingerprint in hexadecimal. */
  readonly sha256: string;
}

/** A version of a document with its files, and the codes that are printed on them. */
export interface ArchivedVersion {
  readonly version: number;
  readonly depositedAt: Date;
  /** Null when the platform itself deposited it. */
  readonly depositedOffice: Office | null;
  readonly depositedCountry: string | null;
  readonly note: string | null;
  readonly language: Language;
  /** Seal over this version and all before it, in hexadecimal. */
  readonly digest: string;
  readonly files: readonly ArchivedFile[];
  readonly codes: readonly string[];
}

/** One line of a list of documents. */
export interface DocumentLine {
  readonly id: string;
  readonly number: string;
  readonly class: DocumentClass;
  readonly title: Text;
  readonly language: Language;
  readonly access: Circle;
  readonly country: string | null;
  /** The day that the document bears, as 2023-10-05. */
  readonly dated: string;
  readonly latest: number;
}

/** A document with all its versions, the newest first. */
export interface ArchivedDocument extends DocumentLine {
  readonly retention: string;
  readonly versions: readonly ArchivedVersion[];
}
