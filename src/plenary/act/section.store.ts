import type { Actor, Text } from "#basics";
import { type Reading, type Writing, sql } from "#database";
import { tell } from "../history/event.store.ts";
import { meetingOf } from "../meeting/meeting.store.ts";
import { type SectionKind, actRefusal } from "./act.ts";
import { heldAct } from "./act.store.ts";
import { planSections, startText } from "./assemble.ts";
import type { SectionNow } from "./facts.ts";
import { factsOf } from "./facts.store.ts";
import type { Refusal } from "./refusal.ts";
import { tidy } from "./narrative.ts";

/** The parts of an act in their order, each with its present text: the newest that does not stand aside. */
export async function sectionsOf(tx: Reading, meeting: string): Promise<SectionNow[]> {
  const rows = await tx
    .selectFrom("plenary.act_section")
    .select(["id", "position", "kind", "item", "title_es", "title_en"])
    .where("meeting", "=", meeting)
    .where("removed_at", "is", null)
    .orderBy("position")
    .execute();
  if (rows.length === 0) return [];
  const texts = await tx
    .selectFrom("plenary.act_text")
    .select(["section", "language", "body"])
    .distinctOn(["section", "language"])
    .where("section", "in", rows.map(({ id }) => id))
    .where("kind", "<>", "aside")
    .orderBy("section")
    .orderBy("language")
    .orderBy("version", "desc")
    .execute();
  const bodies = new Map(texts.map(({ section, language, body }) => [`${section} ${language}`, body]));
  return rows.map(({ title_es, title_en, kind, ...row }) => ({
    ...row,
    kind: kind as SectionKind, // the table's check holds it
    title: { es: title_es, en: title_en },
    body: { es: bodies.get(`${row.id} es`) ?? "", en: bodies.get(`${row.id} en`) ?? "" },
  }));
}

/**
 * Begins the act of a closed meeting: its parts, and the words with which the written ones start, from the notes. Beginning
 * twice is beginning once.
 */
export async function beginAct(tx: Writing, actor: Actor, meeting: string, now: Date): Promise<Refusal | undefined> {
  const found = await meetingOf(tx, meeting);
  const act = await heldAct(tx, actor, meeting);
  if (act && !act.isRecord && actRefusal(actor, "edit", act) === undefined) return undefined;
  const refusal = actRefusal(actor, "begin", act);
  if (refusal !== undefined || actor.kind !== "member") return refusal ?? "not-yours";
  if (!found || found.isRecord) return "act-record";
  if (found.state !== "closed") return "meeting-open";
  const begun = await tx.insertInto("plenary.act").values({ meeting, begun_by: actor.account }).onConflict((known) => known.doNothing()).returning("meeting").executeTakeFirst();
  if (!begun) return undefined; // somebody began it at this instant
  const facts = await factsOf(tx, meeting, now, { withNotes: true });
  if (!facts) return "act-none";
  for (const [place, planned] of planSections(facts).entries()) {
    const { id } = await tx
      .insertInto("plenary.act_section")
      .values({ meeting, position: place + 1, kind: planned.kind, item: planned.item, title_es: planned.title.es, title_en: planned.title.en })
      .returning("id")
      .executeTakeFirstOrThrow();
    const start = startText(facts, planned);
    for (const language of ["es", "en"] as const)
      if (start[language] !== "")
        await tx
          .insertInto("plenary.act_text")
          .values({ section: id, language, version: 1, based_on: 0, kind: "assembled", body: tidy(start[language]), author: actor.account, author_name: actor.name })
          .execute();
  }
  await tell(tx, actor, {
    meeting,
    kind: "act.begun",
    sentence: { es: `${actor.name} comenzó el acta de la reunión ${meeting}.`, en: `${actor.name} began the act of meeting ${meeting}.` },
  });
  return undefined;
}

/** A part that people add between the others, with its titles. `id` comes from the form: the same form sent twice adds one. */
export interface FreeSection {
  readonly id: string;
  readonly title: Text;
  /** Place in the order, counted from 1; at the end when left out. */
  readonly position?: number;
}

/** Adds a free part. */
export async function addSection(tx: Writing, actor: Actor, meeting: string, { id, title, position }: FreeSection): Promise<Refusal | undefined> {
  const refusal = actRefusal(actor, "edit", await heldAct(tx, actor, meeting));
  if (refusal !== undefined) return refusal;
  const sections = await sectionsOf(tx, meeting);
  if (sections.some((each) => each.id === id)) return undefined;
  const { last } = await tx.selectFrom("plenary.act_section").select(sql<number>`coalesce(max(position), 0)`.as("last")).where("meeting", "=", meeting).executeTakeFirstOrThrow();
  await tx.insertInto("plenary.act_section").values({ id, meeting, position: last + 1, kind: "free", title_es: title.es, title_en: title.en }).execute();
  await arrange(tx, meeting, moved([...sections.map((each) => each.id), id], id, position ?? sections.length + 1));
  await tell(tx, actor, {
    meeting,
    kind: "act.section-added",
    sentence: { es: `Se añadió al acta la parte «${title.es}».`, en: `The part “${title.en}” was added to the act.` },
  });
  return undefined;
}

/** Moves a part to a place in the order, counted from 1. */
export async function moveSection(tx: Writing, actor: Actor, meeting: string, id: string, position: number): Promise<Refusal | undefined> {
  const refusal = actRefusal(actor, "edit", await heldAct(tx, actor, meeting));
  if (refusal !== undefined) return refusal;
  const sections = await sectionsOf(tx, meeting);
  const section = sections.find((each) => each.id === id);
  if (!section) return "unknown-section";
  await arrange(tx, meeting, moved(sections.map((each) => each.id), id, position));
  await tell(tx, actor, {
    meeting,
    kind: "act.section-moved",
    sentence: { es: `La parte «${section.title.es}» del acta pasó al lugar ${position}.`, en: `The part “${section.title.en}” of the act moved to place ${position}.` },
  });
  return undefined;
}

/** Gives a free part other titles. */
export async function retitleSection(tx: Writing, actor: Actor, meeting: string, id: string, title: Text): Promise<Refusal | undefined> {
  const refusal = actRefusal(actor, "edit", await heldAct(tx, actor, meeting));
  if (refusal !== undefined) return refusal;
  const section = (await sectionsOf(tx, meeting)).find((each) => each.id === id);
  if (!section) return "unknown-section";
  if (section.kind !== "free") return "not-written-here";
  await tx.updateTable("plenary.act_section").set({ title_es: title.es, title_en: title.en }).where("id", "=", id).execute();
  return undefined;
}

/** Takes a free part out of the act; its texts stay in the history. */
export async function removeSection(tx: Writing, actor: Actor, meeting: string, id: string): Promise<Refusal | undefined> {
  const refusal = actRefusal(actor, "edit", await heldAct(tx, actor, meeting));
  if (refusal !== undefined) return refusal;
  const section = (await sectionsOf(tx, meeting)).find((each) => each.id === id);
  if (!section) return "unknown-section";
  if (section.kind !== "free") return "not-written-here";
  await tx.updateTable("plenary.act_section").set({ removed_at: sql`clock_timestamp()` }).where("id", "=", id).execute();
  await tell(tx, actor, {
    meeting,
    kind: "act.section-removed",
    sentence: { es: `Se quitó del acta la parte «${section.title.es}».`, en: `The part “${section.title.en}” was taken out of the act.` },
  });
  return undefined;
}

function moved(order: readonly string[], id: string, position: number): string[] {
  const others = order.filter((each) => each !== id);
  others.splice(Math.min(Math.max(position, 1), others.length + 1) - 1, 0, id);
  return others;
}

/** Puts the parts in an order; those that were taken out keep places after them. */
async function arrange(tx: Writing, meeting: string, order: readonly string[]): Promise<void> {
  await sql`
    update plenary.act_section s set position = n.place
    from (
      select x.id, row_number() over (order by x.ord nulls last, x.position)::smallint as place
      from (select t.id, t.position, array_position(${[...order]}::uuid[], t.id) as ord from plenary.act_section t where t.meeting = ${meeting}) x
    ) n where n.id = s.id and n.place <> s.position`.execute(tx);
}
