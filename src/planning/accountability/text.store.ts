import type { Actor, Language } from "#basics";
import type { Reading, Writing } from "#database";
import { tidy } from "#plenary";
import { type AccountabilityRefusal, mayKeepReports } from "./accountability.ts";
import { reportById } from "./accountability.store.ts";

/** A text of a part as it was saved. */
export interface PartText {
  readonly part: string;
  readonly language: Language;
  readonly version: number;
  readonly body: string;
  readonly author: string;
  readonly at: Date;
}

/** The newest text of each part and language. */
export async function textsOf(tx: Reading, report: string): Promise<PartText[]> {
  const rows = await tx
    .selectFrom("planning.accountability_text")
    .distinctOn(["part", "language"])
    .select(["part", "language", "version", "body", "author_name as author", "at"])
    .where("report", "=", report)
    .orderBy("part")
    .orderBy("language")
    .orderBy("version", "desc")
    .execute();
  return rows as PartText[]; // the table's check holds the languages
}

/** Every text of one part and language, the newest first. */
export async function textVersions(tx: Reading, report: string, part: string, language: Language): Promise<PartText[]> {
  const rows = await tx
    .selectFrom("planning.accountability_text")
    .select(["part", "language", "version", "body", "author_name as author", "at"])
    .where("report", "=", report)
    .where("part", "=", part)
    .where("language", "=", language)
    .orderBy("version", "desc")
    .execute();
  return rows as PartText[]; // the table's check holds the languages
}

/** How a saving went. `stale`: somebody saved first; nothing is kept, and both texts go back to the writer. */
export type Saved = { readonly kind: "saved" | "same"; readonly version: number } | { readonly kind: "stale"; readonly newest: PartText } | { readonly refusal: AccountabilityRefusal };

/**
 * Saves the words of a part upon the version that the writer had before them. Upon an older one nothing is kept, and of two who
 * save at one instant the key of the table lets one through. Policy `leaders_write` holds the draft.
 */
export async function saveText(tx: Writing, actor: Actor, report: string, saving: { readonly part: string; readonly language: Language; readonly body: string; readonly basedOn: number }): Promise<Saved> {
  if (!mayKeepReports(actor)) return { refusal: "not-yours" };
  const found = await reportById(tx, report);
  if (!found) return { refusal: "unknown-report" };
  if (found.state !== "draft") return { refusal: "approved-already" };
  const { part, language, basedOn } = saving;
  const body = tidy(saving.body);
  const [newest] = await textVersions(tx, report, part, language);
  if (body === (newest?.body ?? "")) return { kind: "same", version: newest?.version ?? 0 };
  if (newest && newest.version !== basedOn) return { kind: "stale", newest };
  const version = (newest?.version ?? 0) + 1;
  const made = await tx
    .insertInto("planning.accountability_text")
    .values({ report, part, language, version, based_on: version - 1, body, author: actor.account, author_name: actor.name })
    .onConflict((known) => known.columns(["report", "part", "language", "version"]).doNothing())
    .returning("version")
    .executeTakeFirst();
  if (made) return { kind: "saved", version };
  const [first] = await textVersions(tx, report, part, language);
  if (!first) throw new Error("A text that is there cannot be read");
  return { kind: "stale", newest: first };
}
