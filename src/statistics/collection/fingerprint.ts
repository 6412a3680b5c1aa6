import { createHash } from "node:crypto";
import type { Figure } from "../figure.ts";
import { writeEntry } from "./entry.ts";
import type { Submission } from "./submission.store.ts";

/**
 * The SHA-256 of everything that a signature stands for: country, year, round, source sheet, and every cell with its note, in
 * one fixed order. A single changed cell gives another fingerprint.
 */
export function fingerprintOf(
  submission: Pick<Submission, "collection" | "country" | "round" | "authority" | "referenceDate" | "source">,
  figures: readonly Figure[],
): string {
  const { collection, country, round, authority, referenceDate, source } = submission;
  const cells = figures
    .map((figure) => [figure.cell, writeEntry(figure.value), figure.note ?? ""])
    .toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify({ collection, country, round, authority, referenceDate, source, cells }))
    .digest("hex");
}
