import { createHash } from "node:crypto";
import type { Reading, Writing } from "#database";
import type { Methodology } from "../methodology/methodology.ts";

/**
 * Makes a methodology the law of the years that are opened under it. Runs at every start, as the platform: a version that
 * stands already is left alone. A version whose rules were changed since is a fault, because a new rule is a new version.
 */
export async function adoptMethodology(tx: Writing, methodology: Methodology): Promise<"adopted" | "already-adopted"> {
  const document = JSON.stringify(methodology);
  const sha256 = createHash("sha256").update(document).digest("hex");
  const kept = await tx
    .insertInto("statistics.methodology")
    .values({ version: methodology.version, topic: methodology.topic, document, sha256, adopted_on: methodology.adoptedOn })
    .onConflict((already) => already.doNothing())
    .returning("version")
    .executeTakeFirst();
  if (kept) return "adopted";
  const known = await tx.selectFrom("statistics.methodology").select("sha256").where("version", "=", methodology.version).executeTakeFirstOrThrow();
  if (known.sha256 !== sha256)
    throw new Error(`The rules of ${methodology.version} are not those that were adopted. A new rule needs a new version.`);
  return "already-adopted";
}

/** The rules of a version as they were adopted. An unknown version is a fault of the caller. */
export async function methodologyOf(tx: Reading, version: string): Promise<Methodology> {
  const row = await tx.selectFrom("statistics.methodology").select("document").where("version", "=", version).executeTakeFirst();
  if (!row) throw new Error(`There is no methodology ${version}`);
  return row.document as unknown as Methodology; // written by `adoptMethodology` alone, and never changed since
}

/** The versions that a year can be opened under, the newest first. */
export async function adoptedMethodologies(tx: Reading): Promise<Methodology[]> {
  const rows = await tx.selectFrom("statistics.methodology").select("document").orderBy("adopted_on", "desc").orderBy("version", "desc").execute();
  return rows.map((row) => row.document as unknown as Methodology); // as in `methodologyOf`
}
