import { createHash } from "node:crypto";
import type { Text } from "#basics";
import type { OfficialDocument } from "#documents";

/**
 * JSON in one writing: keys in the order of their code units, no white space, members without value left out. The same thing gives the same
 * text everywhere (RFC 8785, for the strings, truth values and whole numbers that acts are made of).
 */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).filter(([, each]) => each !== undefined);
    members.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
    return `{${members.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

/** The digest that approves an act: SHA-256 over the Spanish document, a line feed, and the English one; hexadecimal. */
export function contentDigest(canonical: Text): string {
  return createHash("sha256").update(`${canonical.es}\n${canonical.en}`).digest("hex");
}

/** A document as it was kept: its day becomes a date again. The table holds it by its digest, so its shape is as it was written. */
export function revived(kept: unknown): OfficialDocument {
  const document = kept as Omit<OfficialDocument, "date"> & { readonly date: string }; // written by canonicalJson from an OfficialDocument
  return { ...document, date: new Date(document.date) };
}

/** A fingerprint in groups of four, so that people can compare it. */
export function grouped(hex: string): string {
  return (hex.match(/.{1,4}/g) ?? []).join(" ");
}
