import type { Language, Text } from "#basics";
import type { ArchivedFile, Circle, DocumentClass } from "./document.ts";

/** A file to be kept, with its bytes. */
export interface Rendition {
  readonly format: ArchivedFile["format"];
  readonly language: Language;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A document as it is handed to the archive. */
export interface Deposit {
  /** 'ACTA-CORETT-IV-2023'. The same number again makes the next version. */
  readonly number: string;
  readonly class: DocumentClass;
  readonly title: Text;
  /** The language that counts where two differ; Spanish when left out. */
  readonly language?: Language;
  /** Who reads it. A further version stays with the readers that the document has. */
  readonly access: Circle;
  /** ISO 3166-1 alpha-3 of the state that it belongs to. */
  readonly country?: string;
  /** The day that the document bears, as 2023-10-05; today when left out. */
  readonly dated?: string;
  /** Why there is a further version, in one sentence. */
  readonly note?: string;
  readonly renditions: readonly Rendition[];
  /** The code that is printed on it, from `newVerificationCode`. */
  readonly verificationCode?: string;
}

/** A version as it was kept. */
export interface Deposited {
  readonly id: string;
  readonly version: number;
  /** Seal in hexadecimal. */
  readonly digest: string;
  readonly code?: string;
  /** True when the newest version had the same files already, so that nothing was added. */
  readonly unchanged?: true;
}

/** Why a document was not taken into the archive. */
export type DepositRefusal =
  | "not-yours"
  | "bad-number"
  | "bad-title"
  | "no-file"
  | "file-twice"
  | "kind-refused"
  | "bad-date"
  | "bad-code"
  | "code-taken"
  | "number-taken"
  | "another-document";

/** The sentence for each refusal: what is wrong, and how to mend it. */
export const depositRefusalText = {
  "not-yours": {
    es: "Su cargo no deposita este documento. La Secretaría Técnica y la Presidencia depositan los de la coalición; cada Estado, los suyos para una reunión, un acuerdo o un período.",
    en: "Your office does not deposit this document. The technical secretariat and the presidency deposit those of the coalition; each state, its own for a meeting, an agreement or a term.",
  },
  "bad-number": {
    es: "El número no es válido. Use mayúsculas sin tilde, cifras y guiones, por ejemplo ACTA-CORETT-V-2024.",
    en: "The number is not valid. Use capitals without accents, digits and hyphens, for example ACTA-CORETT-V-2024.",
  },
  "bad-title": {
    es: "Falta el título en español o en inglés, o pasa de 400 letras. Escríbalo en los dos idiomas.",
    en: "The title is missing in Spanish or in English, or is longer than 400 letters. Write it in both languages.",
  },
  "no-file": {
    es: "No hay ningún archivo, o está vacío. Agregue el documento.",
    en: "There is no file, or it is empty. Add the document.",
  },
  "file-twice": {
    es: "Hay dos archivos con el mismo nombre, o del mismo formato en el mismo idioma. Deje uno solo.",
    en: "Two files have the same name, or the same format in the same language. Keep only one.",
  },
  "kind-refused": {
    es: "El archivo es de una clase que el archivo no conserva. Guárdelo como PDF o como documento de Word (.docx).",
    en: "The file is of a kind that the archive does not keep. Save it as PDF or as a Word document (.docx).",
  },
  "bad-date": {
    es: "La fecha del documento no existe. Escríbala como 2024-03-15.",
    en: "The date of the document does not exist. Write it as 2024-03-15.",
  },
  "bad-code": {
    es: "El código de verificación está incompleto. Genere el documento otra vez.",
    en: "The verification code is incomplete. Make the document again.",
  },
  "code-taken": {
    es: "Ese código de verificación ya pertenece a otro documento. Genere el documento otra vez.",
    en: "That verification code already belongs to another document. Make the document again.",
  },
  "number-taken": {
    es: "Ese número ya pertenece a otro documento. Elija otro número.",
    en: "That number already belongs to another document. Choose another number.",
  },
  "another-document": {
    es: "Bajo ese número hay un documento de otra clase o de otro país. Elija otro número.",
    en: "Under that number there is a document of another class or country. Choose another number.",
  },
} as const satisfies Record<DepositRefusal, Text>;

/** The media types that the archive keeps; the database refuses others. */
export const keptTypes = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  png: "image/png",
  jpeg: "image/jpeg",
  text: "text/plain",
  csv: "text/csv",
  json: "application/json",
} as const;

/** The name of a file as it may be kept and offered: without folders, control signs, or signs that turn the reading direction. */
export function plainFileName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  return last.replace(/[\p{Cc}\p{Cf}"<>|:*?#%]+/gu, "").replace(/^[.\s]+/, "").trim().slice(-180) || "documento";
}
