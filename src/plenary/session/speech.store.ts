import type { Actor } from "#basics";
import { type Reading, type Writing, sql } from "#database";
import { tell } from "../history/event.store.ts";
import { leads } from "../meeting/meeting-act.ts";
import { meetingOf } from "../meeting/meeting.store.ts";
import { openSuspension } from "./item.store.ts";
import { type Speech, type SpeechKind, type SpeechRefusal, secondsLimits, secondsUsed, usualSeconds } from "./speech.ts";

/** The speakers' list of a meeting, in the order in which the floor was asked for; policies decide which points are seen. */
export async function speechesOf(tx: Reading, meeting: string): Promise<Speech[]> {
  const rows = await tx
    .selectFrom("plenary.speech as s")
    .innerJoin("plenary.accreditation as a", "a.id", "s.accreditation")
    .select([
      "s.id", "s.item", "s.accreditation", "a.name", "a.country", "a.organisation", "s.kind", "s.seconds",
      "s.asked_at as askedAt", "s.begun_at as begunAt", "s.ended_at as endedAt", "s.withdrawn_at as withdrawnAt",
    ])
    .where("s.meeting", "=", meeting)
    .orderBy("s.asked_at")
    .execute();
  return rows as Speech[]; // the table's check holds the kind
}

/**
 * The meeting, held until the end of the transaction: two who change its speakers' list come one after the other, and the second
 * reads what the first did. Without it the trigger of the table would find another state than the one that was judged.
 */
async function heldFloor(tx: Writing, meeting: string) {
  await sql`select plenary.hold_floor(${meeting})`.execute(tx);
  return meetingOf(tx, meeting);
}

/** Who asks for the floor: a person by their credentials, for a kind of word; `id` is made with the form. */
export interface FloorWish {
  readonly id: string;
  readonly accreditation: string;
  readonly kind: SpeechKind;
  /** Only whoever leads gives another time than the usual one. */
  readonly seconds?: number;
}

/** Asks for the floor on the current point: for oneself, or, by whoever leads, for anybody in the room. */
export async function askFloor(tx: Writing, actor: Actor, meeting: string, { id, accreditation, kind, seconds }: FloorWish): Promise<SpeechRefusal | undefined> {
  const of = await heldFloor(tx, meeting);
  if (!of || of.state !== "open") return "not-open";
  const person = await tx
    .selectFrom("plenary.accreditation")
    .select(["account", "name", "checked_at", "withdrawn_at", sql<boolean>`plenary.is_in_the_room(id)`.as("isIn")])
    .where("id", "=", accreditation)
    .where("meeting", "=", meeting)
    .executeTakeFirst();
  if (!person || person.checked_at === null || person.withdrawn_at !== null) return "not-accredited";
  const isLead = leads(actor);
  if (!isLead && (actor.kind !== "member" || person.account !== actor.account)) return "not-yours";
  if (!person.isIn) return "not-present";
  if (actor.kind === "member" && actor.office === "observer" && of.currentItem !== null && !(await seesItem(tx, of.currentItem))) return "closed";
  if (isLead && seconds !== undefined && (seconds < secondsLimits.least || seconds > secondsLimits.most)) return "bad-time";
  const made = await tx
    .insertInto("plenary.speech")
    .values({ id, meeting, item: of.currentItem, accreditation, kind, seconds: (isLead ? seconds : undefined) ?? usualSeconds[kind] })
    .onConflict((known) => known.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (made) return undefined;
  const same = await tx.selectFrom("plenary.speech").select("id").where("id", "=", id).where("accreditation", "=", accreditation).executeTakeFirst();
  return same ? undefined : "already-asked";
}

async function seesItem(tx: Reading, item: string): Promise<boolean> {
  return (await tx.selectFrom("plenary.agenda_item").select("id").where("id", "=", item).executeTakeFirst()) !== undefined;
}

async function speechOf(tx: Reading, meeting: string, id: string) {
  return tx
    .selectFrom("plenary.speech as s")
    .innerJoin("plenary.accreditation as a", "a.id", "s.accreditation")
    .select(["s.item", "s.kind", "s.seconds", "a.account", "a.name", "s.begun_at as begunAt", "s.ended_at as endedAt", "s.withdrawn_at as withdrawnAt", sql<boolean>`plenary.is_in_the_room(a.id)`.as("isIn")])
    .where("s.id", "=", id)
    .where("s.meeting", "=", meeting)
    .executeTakeFirst();
}

/** Takes somebody from the list before they speak: the person themselves, or whoever leads. */
export async function withdrawFloor(tx: Writing, actor: Actor, meeting: string, id: string): Promise<SpeechRefusal | undefined> {
  await heldFloor(tx, meeting);
  const speech = await speechOf(tx, meeting, id);
  if (!speech) return "unknown";
  if (!leads(actor) && (actor.kind !== "member" || speech.account !== actor.account)) return "not-yours";
  if (speech.withdrawnAt !== null) return undefined;
  if (speech.endedAt !== null) return "over";
  if (speech.begunAt !== null) return "speaking";
  await tx.updateTable("plenary.speech").set({ withdrawn_at: sql`clock_timestamp()` }).where("id", "=", id).execute();
  return undefined;
}

/** Gives the floor to somebody on the list, in the room; `seconds` changes the time allowed. One speaker at a time. */
export async function giveFloor(tx: Writing, actor: Actor, meeting: string, id: string, seconds?: number): Promise<SpeechRefusal | undefined> {
  if (!leads(actor)) return "not-yours";
  const of = await heldFloor(tx, meeting);
  if (!of || of.state !== "open") return "not-open";
  if (await openSuspension(tx, meeting)) return "suspended";
  const speech = await speechOf(tx, meeting, id);
  if (!speech) return "unknown";
  if (speech.endedAt !== null || speech.withdrawnAt !== null) return "over";
  if (speech.begunAt !== null) return undefined;
  if (!speech.isIn) return "not-present";
  if (seconds !== undefined && !(seconds >= secondsLimits.least && seconds <= secondsLimits.most)) return "bad-time";
  const speaking = await tx
    .selectFrom("plenary.speech")
    .select("id")
    .where("meeting", "=", meeting)
    .where("begun_at", "is not", null)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  if (speaking) return "another-speaks";
  await tx
    .updateTable("plenary.speech")
    .set({ begun_at: sql<Date>`clock_timestamp()`, ...(seconds === undefined ? {} : { seconds: Math.round(seconds) }) })
    .where("id", "=", id)
    .execute();
  await tell(tx, actor, {
    meeting,
    ...(speech.item === null ? {} : { item: speech.item }),
    kind: "speech.begun",
    sentence: { es: `Tomó la palabra ${speech.name}.`, en: `${speech.name} took the floor.` },
    detail: { speech: id },
  });
  return undefined;
}

/** Ends the turn of whoever speaks, and tells the time used. */
export async function endFloor(tx: Writing, actor: Actor, meeting: string, id: string): Promise<SpeechRefusal | undefined> {
  if (!leads(actor)) return "not-yours";
  await heldFloor(tx, meeting);
  const speech = await speechOf(tx, meeting, id);
  if (!speech) return "unknown";
  if (speech.endedAt !== null) return undefined;
  if (speech.begunAt === null) return "not-speaking";
  const ended = await tx
    .updateTable("plenary.speech")
    .set({ ended_at: sql<Date>`clock_timestamp()` })
    .where("id", "=", id)
    .returning("ended_at as endedAt")
    .executeTakeFirst();
  const used = secondsUsed({ begunAt: speech.begunAt, endedAt: ended?.endedAt ?? null }, speech.begunAt);
  await tell(tx, actor, {
    meeting,
    ...(speech.item === null ? {} : { item: speech.item }),
    kind: "speech.ended",
    sentence: { es: `Terminó de hablar ${speech.name}.`, en: `${speech.name} finished speaking.` },
    detail: { speech: id, seconds: used, allowed: speech.seconds },
  });
  return undefined;
}

/** Gives more time to whoever is on the list or speaks. */
export async function setFloorTime(tx: Writing, actor: Actor, meeting: string, id: string, seconds: number): Promise<SpeechRefusal | undefined> {
  if (!leads(actor)) return "not-yours";
  if (!(seconds >= secondsLimits.least && seconds <= secondsLimits.most)) return "bad-time";
  await heldFloor(tx, meeting);
  const speech = await speechOf(tx, meeting, id);
  if (!speech) return "unknown";
  if (speech.endedAt !== null || speech.withdrawnAt !== null) return "over";
  await tx.updateTable("plenary.speech").set({ seconds: Math.round(seconds) }).where("id", "=", id).execute();
  return undefined;
}

/** When a session ends: whoever speaks has spoken, and who still waits is taken from the list. */
export async function clearFloor(tx: Writing, meeting: string): Promise<void> {
  await tx.updateTable("plenary.speech").set({ ended_at: sql`clock_timestamp()` }).where("meeting", "=", meeting).where("begun_at", "is not", null).where("ended_at", "is", null).execute();
  await tx.updateTable("plenary.speech").set({ withdrawn_at: sql`clock_timestamp()` }).where("meeting", "=", meeting).where("begun_at", "is", null).where("withdrawn_at", "is", null).execute();
}
