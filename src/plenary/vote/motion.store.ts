import type { Actor, Text } from "#basics";
import { type Reading, type Writing, sql } from "#database";
import { tell } from "../history/event.store.ts";
import { type Answered, subjectOf, wordOf } from "./act-word.ts";
import type { Motion, MotionPurpose } from "./motion.ts";

/** A motion as somebody writes it. */
export interface MotionText {
  readonly item: string;
  readonly purpose: MotionPurpose;
  readonly title: Text;
  readonly text: Text;
}

const columns = [
  "id", "meeting", "item", "number", "purpose", "title_es", "title_en", "text_es", "text_en", "proposed_by_country as country",
  "proposed_by_office as office", "replaces", "state", "entered_at as enteredAt", "put_at as putAt", "decided_at as decidedAt",
] as const;

/** The motions of a meeting in their order. A draft is seen by those who lead and by the delegation that wrote it (policy `members_read`). */
export async function motionsOf(tx: Reading, meeting: string): Promise<Motion[]> {
  const rows = await tx.selectFrom("plenary.motion").select(columns).where("meeting", "=", meeting).orderBy("number").execute();
  return rows.map(asMotion);
}

/** One motion; undefined when there is none that the actor may see. */
export async function motionOf(tx: Reading, id: string): Promise<Motion | undefined> {
  const row = await tx.selectFrom("plenary.motion").select(columns).where("id", "=", id).executeTakeFirst();
  return row && asMotion(row);
}

interface MotionRow extends Omit<Motion, "title" | "text" | "purpose" | "state"> {
  readonly title_es: string;
  readonly title_en: string;
  readonly text_es: string;
  readonly text_en: string;
  readonly purpose: string;
  readonly state: string;
}

function asMotion({ title_es, title_en, text_es, text_en, ...row }: MotionRow): Motion {
  return {
    ...(row as Omit<Motion, "title" | "text">), // the table's checks hold purpose and state
    title: { es: title_es, en: title_en },
    text: { es: text_es, en: text_en },
  };
}

export type MotionRefusal =
  | "not-yours" | "unknown-meeting" | "unknown-motion" | "unknown-item" | "meeting-closed" | "meeting-not-open" | "text-missing" | "not-a-member"
  | "already-put" | "already-withdrawn" | "motion-decided" | "decision-open" | "not-settled-yet" | "tie-waits";

/**
 * Proposes a motion under an id that the form brought, so that the same form sent twice makes one. A delegation proposes its
 * own; whoever leads may enter one for `country`, or the organ's own without it.
 */
export async function proposeMotion(
  tx: Writing,
  actor: Actor,
  { id, meeting, country, replaces, ...motion }: MotionText & { readonly id: string; readonly meeting: string; readonly country?: string | undefined; readonly replaces?: string | undefined },
): Promise<"proposed" | MotionRefusal> {
  const before = await motionOf(tx, id);
  const word = await wordOf<"proposed" | MotionRefusal>(
    tx,
    sql<Answered>`select plenary.propose_motion(${id}::uuid, ${meeting}, ${motion.item}::uuid, ${motion.purpose}, ${motion.title.es}, ${motion.title.en},
      ${motion.text.es}, ${motion.text.en}, ${country ?? null}, ${replaces ?? null}::uuid) as word`,
  );
  if (word !== "proposed" || before) return word;
  const who = country === undefined ? subjectOf(actor) : subjectOf({ kind: "member", account: "", name: "", office: "delegate-titular", country });
  await tellOf(tx, actor, id, "motion.proposed", (number, title) => ({
    es: `${who.es} propuso la moción n.º ${number}: «${title.es}».`,
    en: `${who.en} proposed motion no. ${number}: “${title.en}”.`,
  }));
  return word;
}

/** Rewords a draft. What is put to the plenary is not reworded: another motion replaces it. */
export async function editMotion(tx: Writing, actor: Actor, id: string, motion: MotionText): Promise<"edited" | MotionRefusal> {
  const word = await wordOf<"edited" | MotionRefusal>(
    tx,
    sql<Answered>`select plenary.edit_motion(${id}::uuid, ${motion.item}::uuid, ${motion.purpose}, ${motion.title.es}, ${motion.title.en},
      ${motion.text.es}, ${motion.text.en}) as word`,
  );
  if (word === "edited") {
    const who = subjectOf(actor);
    await tellOf(tx, actor, id, "motion.edited", (number) => ({
      es: `${who.es} cambió el texto del borrador de la moción n.º ${number}.`,
      en: `${who.en} changed the text of the draft of motion no. ${number}.`,
    }));
  }
  return word;
}

/** Puts a motion to the plenary: everybody reads it and its text is fixed. */
export async function putMotion(tx: Writing, actor: Actor, id: string): Promise<"put" | MotionRefusal> {
  const word = await wordOf<"put" | MotionRefusal>(tx, sql<Answered>`select plenary.put_motion(${id}::uuid) as word`);
  if (word === "put")
    await tellOf(tx, actor, id, "motion.put", (number, title) => ({
      es: `La moción n.º ${number}, «${title.es}», se sometió a la Plenaria.`,
      en: `Motion no. ${number}, “${title.en}”, was put to the plenary.`,
    }));
  return word;
}

/** Withdraws a motion on which nothing is under way; a delegation withdraws its own draft, whoever leads any. */
export async function withdrawMotion(tx: Writing, actor: Actor, id: string): Promise<"withdrawn" | MotionRefusal> {
  const word = await wordOf<"withdrawn" | MotionRefusal>(tx, sql<Answered>`select plenary.withdraw_motion(${id}::uuid) as word`);
  if (word === "withdrawn") {
    const who = subjectOf(actor);
    await tellOf(tx, actor, id, "motion.withdrawn", (number, title) => ({
      es: `${who.es} retiró la moción n.º ${number}, «${title.es}».`,
      en: `${who.en} withdrew motion no. ${number}, “${title.en}”.`,
    }));
  }
  return word;
}

/** Tells what happened with a motion; its number and title come from the row. */
export async function tellOf(
  tx: Writing,
  actor: Actor,
  id: string,
  kind: string,
  sentence: (number: number, title: Text) => Text,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const motion = await motionOf(tx, id);
  if (motion === undefined) return;
  const { meeting, item, number, title } = motion;
  await tell(tx, actor, { meeting, item, kind, sentence: sentence(number, title), detail: { motion: id, ...detail } });
}
