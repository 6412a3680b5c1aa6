import { createHash } from "node:crypto";
import { type Language, isLanguage } from "#basics";

/** Version of the workbook's own layout, apart from the methodology's. */
export const templateFormat = 1;

export type TemplateKind = "matrix" | "records";

/** What a template says about itself in its hidden sheet: for whom, which year, under which rules. */
export interface Stamp {
  readonly format: number;
  readonly kind: TemplateKind;
  readonly methodology: string;
  readonly country: string;
  readonly year: number;
  readonly language: Language;
  readonly collection: string;
}

const keys = ["format", "kind", "methodology", "country", "year", "language", "collection"] as const;

/**
 * A short digest of the stamp. It is no secret and stops nobody who means to forge; it notices a slip, such as a year that
 * was typed over.
 */
function digestOf(stamp: Stamp): string {
  return createHash("sha256").update(keys.map((key) => `${key}=${stamp[key]}`).join("\n")).digest("hex").slice(0, 16);
}

/** The rows of the stamp sheet: name and value. */
export function stampRows(stamp: Stamp): [string, string][] {
  return [...keys.map((key): [string, string] => [key, String(stamp[key])]), ["digest", digestOf(stamp)]];
}

/** Reads the stamp sheet back; `intact` is false when any of it was changed. Undefined when it is no stamp at all. */
export function readStamp(rows: readonly (readonly [string, string])[]): { stamp: Stamp; intact: boolean } | undefined {
  const values = new Map(rows);
  const kind = values.get("kind");
  const language = values.get("language");
  const year = Number(values.get("year"));
  const format = Number(values.get("format"));
  if ((kind !== "matrix" && kind !== "records") || !isLanguage(language) || !Number.isInteger(year) || !Number.isInteger(format)) return undefined;
  const stamp: Stamp = {
    format,
    kind,
    methodology: values.get("methodology") ?? "",
    country: values.get("country") ?? "",
    year,
    language,
    collection: values.get("collection") ?? "",
  };
  return { stamp, intact: digestOf(stamp) === values.get("digest") };
}
