import type { Actor } from "#basics";
import type { Reading, Writing } from "#database";
import { tell } from "../history/event.store.ts";
import { leads } from "../meeting/meeting-act.ts";

/** The notes of the discussion of a point, as they were saved once. Version 0 is the empty sheet. */
export interface ItemNote {
  readonly item: string;
  readonly version: number;
  readonly body: string;
  readonly author: string;
  readonly at: Date | null;
}

const blank = (item: string): ItemNote => ({ item, version: 0, body: "", author: "", at: null });

/** The newest notes of each point of a meeting that has some; only whoever leads may read them. */
export async function notesOf(tx: Reading, meeting: string): Promise<ItemNote[]> {
  return tx
    .selectFrom("plenary.item_note as n")
    .innerJoin("plenary.agenda_item as i", "i.id", "n.item")
    .distinctOn("n.item")
    .select(["n.item", "n.version", "n.body", "n.author_name as author", "n.at"])
    .where("i.meeting", "=", meeting)
    .orderBy("n.item")
    .orderBy("n.version", "desc")
    .execute();
}

/** All versions of the notes of a point, the newest first. */
export async function noteVersions(tx: Reading, item: string): Promise<ItemNote[]> {
  return tx
    .selectFrom("plenary.item_note")
    .select(["item", "version", "body", "author_name as author", "at"])
    .where("item", "=", item)
    .orderBy("version", "desc")
    .execute();
}

/** One version of the notes of a point; version 0, or one that is not there, is the empty sheet. */
export async function noteVersion(tx: Reading, item: string, version: number): Promise<ItemNote> {
  const row = await tx
    .selectFrom("plenary.item_note")
    .select(["item", "version", "body", "author_name as author", "at"])
    .where("item", "=", item)
    .where("version", "=", version)
    .executeTakeFirst();
  return row ?? blank(item);
}

/** What came of saving: kept, unchanged, or the notes that somebody saved meanwhile, and those that both began from. */
export type NoteSaved =
  | { readonly kept: ItemNote }
  | { readonly conflict: { readonly saved: ItemNote; readonly base: ItemNote } }
  | { readonly refusal: "not-yours" | "unknown-item" };

/**
 * Saves notes written upon a version. If somebody saved meanwhile nothing is written, and both texts come back to be joined
 * (`joinNotes`). The key of the table makes it so for two who save at the same moment.
 */
export async function saveNote(tx: Writing, actor: Actor, meeting: string, item: string, { body, basedOn }: { readonly body: string; readonly basedOn: number }): Promise<NoteSaved> {
  if (!leads(actor) || actor.kind !== "member") return { refusal: "not-yours" };
  const known = await tx.selectFrom("plenary.agenda_item").select(["position", "title_es", "title_en"]).where("id", "=", item).where("meeting", "=", meeting).executeTakeFirst();
  if (!known) return { refusal: "unknown-item" };
  const text = body.replaceAll("\r\n", "\n").trimEnd();
  const newest = (await noteVersions(tx, item))[0] ?? blank(item);
  if (newest.body === text) return { kept: newest };
  if (newest.version !== basedOn) return { conflict: { saved: newest, base: await noteVersion(tx, item, basedOn) } };
  const made = await tx
    .insertInto("plenary.item_note")
    .values({ item, version: newest.version + 1, body: text, based_on: newest.version, author: actor.account, author_name: actor.name })
    .onConflict((taken) => taken.doNothing())
    .returning(["item", "version", "body", "author_name as author", "at"])
    .executeTakeFirst();
  if (!made) return { conflict: { saved: (await noteVersions(tx, item))[0] ?? blank(item), base: newest } };
  await tell(tx, actor, {
    meeting,
    item,
    kind: "note.saved",
    sentence: {
      es: `Se guardaron notas del punto ${known.position}, «${known.title_es}» (versión ${made.version}).`,
      en: `Notes of point ${known.position}, “${known.title_en}”, were saved (version ${made.version}).`,
    },
    detail: { version: made.version },
  });
  return { kept: made };
}
