import type { Actor, Language } from "#basics";
import { type Reading, type Writing, sql } from "#database";
import { tell } from "../history/event.store.ts";
import { actRefusal, isNarrated } from "./act.ts";
import { actOf } from "./act.store.ts";
import { type Joined, holdsMarks, joinTexts } from "./join.ts";
import { tidy } from "./narrative.ts";
import type { Refusal } from "./refusal.ts";
import { sectionsOf } from "./section.store.ts";

/** A text that was saved in a part of the act. */
export interface TextVersion {
  readonly version: number;
  readonly basedOn: number;
  readonly kind: "assembled" | "edit" | "merge" | "aside";
  /** The version set aside that a merge joined. */
  readonly joins: number | null;
  readonly body: string;
  readonly author: string;
  readonly at: Date;
}

/** Every text of a part in a language, the newest first. Texts set aside are for those who lead. */
export async function versionsOf(tx: Reading, section: string, language: Language): Promise<TextVersion[]> {
  const rows = await tx
    .selectFrom("plenary.act_text")
    .select(["version", "based_on as basedOn", "kind", "joins", "body", "author_name as author", "at"])
    .where("section", "=", section)
    .where("language", "=", language)
    .orderBy("version", "desc")
    .execute();
  return rows as TextVersion[]; // the table's check holds the kinds
}

/** The text of the act among versions: the newest that does not stand aside. */
export function currentText(versions: readonly TextVersion[]): TextVersion | undefined {
  return versions.find(({ kind }) => kind !== "aside");
}

/** A text set aside that waits to be joined, with the proposal that joins it to the text of the act. */
export interface Waiting {
  readonly aside: TextVersion;
  /** The text of the act upon which the proposal stands. */
  readonly upon: number;
  readonly joined: Joined;
}

/** The oldest text set aside that nobody joined yet; undefined when there is none. */
export function waitingText(versions: readonly TextVersion[], language: Language): Waiting | undefined {
  const joined = new Set(versions.map(({ joins }) => joins));
  const aside = versions.findLast(({ kind, version }) => kind === "aside" && !joined.has(version));
  const current = currentText(versions);
  if (!aside || !current) return undefined;
  const base = versions.find(({ version }) => version === aside.basedOn)?.body ?? "";
  return { aside, upon: current.version, joined: joinTexts(current, base, aside.body, language) };
}

/** What a person saves: the words, and the version that they had before them. */
export interface Saving {
  readonly section: string;
  readonly language: Language;
  readonly body: string;
  readonly basedOn: number;
  /** The version set aside that these words join. */
  readonly joins?: number;
}

/** How a saving went: it is the text of the act, it changed nothing, or it stands aside under that number. */
export type Saved = { readonly kind: "saved"; readonly version: number } | { readonly kind: "same" } | { readonly kind: "aside"; readonly version: number };

/**
 * Saves the words of a part. Upon an older text than the newest nothing is lost: the words are kept aside and wait to be
 * joined. Of two who save at one instant the key of the table lets one through.
 */
export async function saveText(tx: Writing, actor: Actor, meeting: string, saving: Saving): Promise<Saved | { readonly refusal: Refusal | "marks-left" }> {
  const refusal = actRefusal(actor, "edit", await actOf(tx, meeting));
  if (refusal !== undefined || actor.kind !== "member") return { refusal: refusal ?? "not-yours" };
  const section = (await sectionsOf(tx, meeting)).find(({ id }) => id === saving.section);
  if (!section) return { refusal: "unknown-section" };
  if (!isNarrated(section.kind)) return { refusal: "not-written-here" };
  const body = tidy(saving.body);
  if (holdsMarks(body)) return { refusal: "marks-left" };
  const { language, joins } = saving;
  // Two turns are enough against one other writer; a crowd at one instant gets more.
  for (let turn = 0; turn < 50; turn += 1) {
    const versions = await versionsOf(tx, section.id, language);
    const current = currentText(versions)?.version ?? 0;
    const isUpToDate = saving.basedOn === current;
    if (joins === undefined && isUpToDate && body === (currentText(versions)?.body ?? "")) return { kind: "same" };
    // The same words again, sent twice by a nervous hand or a bad line, are there already.
    const twin = versions.find((each) => each.basedOn === saving.basedOn && each.body === body && each.author === actor.name && each.joins === (joins ?? null));
    if (twin) return twin.kind === "aside" ? { kind: "aside", version: twin.version } : { kind: "saved", version: twin.version };
    const open = joins !== undefined && versions.some(({ version, kind }) => version === joins && kind === "aside") && !versions.some((each) => each.joins === joins);
    const kind = !isUpToDate ? "aside" : open ? "merge" : "edit";
    const version = 1 + (versions[0]?.version ?? 0);
    const made = await tx
      .insertInto("plenary.act_text")
      .values({
        section: section.id,
        language,
        version,
        based_on: Math.min(saving.basedOn, version - 1),
        kind,
        joins: kind === "merge" ? (joins ?? null) : null,
        body,
        author: actor.account,
        author_name: actor.name,
      })
      .onConflict((known) => known.columns(["section", "language", "version"]).doNothing())
      .returning("version")
      .executeTakeFirst();
    if (!made) continue; // the number was taken at this instant: look again
    const inLanguage = language === "es" ? { es: "", en: "" } : { es: " (inglés)", en: " (English)" };
    await tell(tx, actor, {
      meeting,
      ...(section.item === null ? {} : { item: section.item }),
      kind: kind === "aside" ? "act.text-aside" : "act.text-saved",
      sentence:
        kind === "aside"
          ? { es: `El texto de ${actor.name} para «${section.title.es}»${inLanguage.es} quedó aparte, por unir.`, en: `The text of ${actor.name} for “${section.title.en}”${inLanguage.en} stands aside, to be joined.` }
          : { es: `${actor.name} guardó la parte «${section.title.es}» del acta${inLanguage.es}.`, en: `${actor.name} saved the part “${section.title.en}” of the act${inLanguage.en}.` },
      detail: { section: section.id, language, version: made.version },
    });
    return kind === "aside" ? { kind: "aside", version: made.version } : { kind: "saved", version: made.version };
  }
  throw new Error("Fifty others saved this text at one instant");
}

/** How many texts of an act stand aside and wait to be joined. */
export async function waitingCount(tx: Reading, meeting: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from plenary.act_text t join plenary.act_section s on s.id = t.section
    where s.meeting = ${meeting} and s.removed_at is null and t.kind = 'aside'
      and not exists (select from plenary.act_text j where j.section = t.section and j.language = t.language and j.joins = t.version)`.execute(tx);
  return rows[0]?.count ?? 0;
}
