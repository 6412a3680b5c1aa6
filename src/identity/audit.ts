import { createHash } from "node:crypto";

/** One link of the chain as the database gives it, with the text that its hash covers. */
export interface ChainLink {
  readonly position: number;
  readonly entry: number;
  /** Hexadecimal. */
  readonly previous: string;
  readonly hash: string;
  /** The canonical text of the entry; absent when the entry is gone. */
  readonly text: string | null;
}

/** Where the chain is broken. */
export interface ChainBreak {
  readonly position: number | null;
  readonly entry: number | null;
  readonly fault:
    | "entry missing"
    | "position missing"
    | "link altered"
    | "entry altered"
    | "entry without seal"
    | "shorter than before";
}

/** A place in the chain that was verified before: verification goes on from there, and a chain cut shorter is noticed. */
export interface ChainAnchor {
  readonly position: number;
  readonly hash: string;
}

/** The beginning of every chain. */
export const chainStart: ChainAnchor = { position: 0, hash: "" };

/** Follows the chain from an anchor. Links come in the order of their positions. */
export function followChain(anchor: ChainAnchor, links: readonly ChainLink[]): { head: ChainAnchor; breaks: ChainBreak[] } {
  const breaks: ChainBreak[] = [];
  let head = anchor;
  for (const { position, entry, previous, hash, text } of links) {
    const fault =
      text === null
        ? "entry missing"
        : position !== head.position + 1
          ? "position missing"
          : previous !== head.hash
            ? "link altered"
            : hash !== sealOf(previous, text)
              ? "entry altered"
              : undefined;
    if (fault) breaks.push({ position, entry, fault });
    head = { position, hash };
  }
  return { head, breaks };
}

/** The seal of an entry: SHA-256 over the seal before it and the entry's text. Hexadecimal. */
export function sealOf(previous: string, text: string): string {
  return createHash("sha256").update(Buffer.from(previous, "hex")).update(text, "utf8").digest("hex");
}

/** A cell of CSV that no spreadsheet takes for a formula: a leading sign of one gets an apostrophe before it. */
export function csvCell(value: unknown): string {
  const text = readable(value) ?? "";
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** One field of a row that an act changed. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What an entry changed, field by field: of an update only what became different. */
export function fieldChanges(before: Record<string, unknown> | null, after: Record<string, unknown> | null): FieldChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .map((field) => ({ field, before: readable(before?.[field]), after: readable(after?.[field]) }))
    .filter((each) => each.before !== each.after);
}

function readable(value: unknown): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  return typeof value === "string" ? value : JSON.stringify(value);
}
