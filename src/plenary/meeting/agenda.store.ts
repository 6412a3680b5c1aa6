import type { Actor } from "#basics";
import { termOn } from "#coalition";
import { type Reading, type Writing, sql } from "#database";
import { historyOf, tell } from "../history/event.store.ts";
import { type ItemDraft, moved, starterItems } from "./agenda.ts";
import type { AgendaItem, Meeting } from "./meeting.ts";
import { type ActRefusal, actRefusal } from "./meeting-act.ts";
import { agendaOf, heldMeeting } from "./meeting.store.ts";
import { localTime } from "./zone.ts";

/** Why the agenda stays as it is. */
export type AgendaRefusal = ActRefusal | "agenda-approved" | "unknown-item" | "item-in-use" | "item-begun" | "nothing-to-add";

/** Whether the agenda can be changed now: nothing, or the word for why not. An approved one is the plenary's. */
export function agendaRefusal(actor: Actor, meeting: Meeting | undefined): AgendaRefusal | undefined {
  return actRefusal(actor, "agenda", meeting) ?? (meeting?.agendaState === "approved" ? "agenda-approved" : undefined);
}

async function heldAgenda(tx: Writing, actor: Actor, id: string): Promise<{ agenda: AgendaItem[]; meeting: Meeting } | { refusal: AgendaRefusal }> {
  const meeting = await heldMeeting(tx, actor, id);
  const refusal = agendaRefusal(actor, meeting);
  if (refusal !== undefined || !meeting) return { refusal: refusal ?? "unknown-meeting" };
  return { agenda: await agendaOf(tx, id), meeting };
}

function columnsOf({ kind, title, detail, minutes, presenter, openToObservers }: ItemDraft) {
  return { kind, title_es: title.es, title_en: title.en, detail_es: detail.es, detail_en: detail.en, minutes, presenter, open_to_observers: openToObservers };
}

/** Adds a point at a position, or at the end. `id` comes from the form: the same form sent twice adds one. */
export async function addItem(tx: Writing, actor: Actor, meeting: string, id: string, draft: ItemDraft, position?: number): Promise<AgendaRefusal | undefined> {
  const held = await heldAgenda(tx, actor, meeting);
  if ("refusal" in held) return held.refusal;
  const { agenda } = held;
  if (agenda.some((item) => item.id === id)) return undefined;
  await tx.insertInto("plenary.agenda_item").values({ id, meeting, position: agenda.length + 1, ...columnsOf(draft) }).execute();
  if (position !== undefined) await arrange(tx, moved([...agenda.map((item) => item.id), id], id, position));
  await tell(tx, actor, {
    meeting,
    item: id,
    kind: "agenda.added",
    sentence: { es: `Se añadió a la agenda el punto «${draft.title.es}».`, en: `The item “${draft.title.en}” was added to the agenda.` },
  });
  return undefined;
}

/** Changes a point and, if asked, its position. */
export async function changeItem(tx: Writing, actor: Actor, meeting: string, id: string, draft: ItemDraft, position?: number): Promise<AgendaRefusal | undefined> {
  const held = await heldAgenda(tx, actor, meeting);
  if ("refusal" in held) return held.refusal;
  const { agenda } = held;
  if (!agenda.some((item) => item.id === id)) return "unknown-item";
  await tx.updateTable("plenary.agenda_item").set(columnsOf(draft)).where("id", "=", id).execute();
  if (position !== undefined) await arrange(tx, moved(agenda.map((item) => item.id), id, position));
  await tell(tx, actor, {
    meeting,
    item: id,
    kind: "agenda.changed",
    sentence: { es: `Se cambió el punto «${draft.title.es}» de la agenda.`, en: `The agenda item “${draft.title.en}” was changed.` },
  });
  return undefined;
}

/** Moves a point to a position, counted from 1. */
export async function moveItem(tx: Writing, actor: Actor, meeting: string, id: string, position: number): Promise<AgendaRefusal | undefined> {
  const held = await heldAgenda(tx, actor, meeting);
  if ("refusal" in held) return held.refusal;
  const { agenda } = held;
  const item = agenda.find((each) => each.id === id);
  if (!item) return "unknown-item";
  const order = agenda.map((each) => each.id);
  const wanted = moved(order, id, position);
  if (wanted.join() === order.join()) return undefined;
  await arrange(tx, wanted);
  await tell(tx, actor, {
    meeting,
    item: id,
    kind: "agenda.moved",
    sentence: {
      es: `El punto «${item.title.es}» pasó al lugar ${wanted.indexOf(id) + 1} de la agenda.`,
      en: `The item “${item.title.en}” moved to place ${wanted.indexOf(id) + 1} of the agenda.`,
    },
  });
  return undefined;
}

/** Takes a point out, if nothing hangs on it yet. Its papers stay with the meeting. */
export async function removeItem(tx: Writing, actor: Actor, meeting: string, id: string): Promise<AgendaRefusal | undefined> {
  const held = await heldAgenda(tx, actor, meeting);
  if ("refusal" in held) return held.refusal;
  const item = held.agenda.find((each) => each.id === id);
  if (!item) return "unknown-item";
  if (item.state !== "pending") return "item-begun";
  if (await isInUse(tx, id)) return "item-in-use";
  await tx.deleteFrom("plenary.agenda_item").where("id", "=", id).execute();
  await arrange(tx, held.agenda.map((each) => each.id).filter((each) => each !== id));
  await tell(tx, actor, {
    meeting,
    kind: "agenda.removed",
    sentence: { es: `Se quitó de la agenda el punto «${item.title.es}».`, en: `The item “${item.title.en}” was removed from the agenda.` },
    detail: { item: id },
  });
  return undefined;
}

/** Adds the usual points that are missing; the election when the presidency's term ends within two months of the meeting. */
export async function addStarterItems(tx: Writing, actor: Actor, meeting: string): Promise<AgendaRefusal | undefined> {
  const held = await heldAgenda(tx, actor, meeting);
  if ("refusal" in held) return held.refusal;
  const items = starterItems(held.agenda, await termEnds(tx, held.meeting));
  if (items.length === 0) return "nothing-to-add";
  await tx
    .insertInto("plenary.agenda_item")
    .values(items.map((item, place) => ({ meeting, position: held.agenda.length + place + 1, ...columnsOf(item) })))
    .execute();
  await tell(tx, actor, {
    meeting,
    kind: "agenda.started",
    sentence: { es: `Se añadieron a la agenda los ${items.length} puntos de costumbre.`, en: `The ${items.length} usual items were added to the agenda.` },
  });
  return undefined;
}

/** Whether the presidency's term ends within two months after the meeting, or no term is known to run. */
export async function termEnds(tx: Reading, meeting: Meeting): Promise<boolean> {
  if (!meeting.startsAt) return false;
  const day = localTime(meeting.startsAt, meeting.timeZone).slice(0, 10);
  const term = await termOn(tx, "presidency", day);
  if (!term?.until) return true;
  return Date.parse(term.until) - Date.parse(day) <= 62 * 86_400_000;
}

/**
 * The plenary approved the agenda, by a motion of that purpose that was adopted in this meeting. From then on it changes only
 * after `reopenAgenda`. The database holds the same.
 */
export async function approveAgenda(tx: Writing, actor: Actor, id: string, motion: string): Promise<AgendaRefusal | "not-decided" | undefined> {
  const held = await heldAgenda(tx, actor, id);
  if ("refusal" in held) return held.refusal;
  if (held.meeting.state !== "open") return `meeting-${held.meeting.state}`;
  const decided = await tx
    .selectFrom("plenary.motion")
    .select("decided_at as decidedAt")
    .where("id", "=", motion)
    .where("meeting", "=", id)
    .where("purpose", "=", "agenda")
    .where("state", "=", "adopted")
    .executeTakeFirst();
  const reopened = (await historyOf(tx, id)).findLast(({ kind }) => kind === "agenda.reopened");
  // A decision of before the agenda was opened again approved another agenda.
  if (!decided?.decidedAt || (reopened && decided.decidedAt < reopened.at)) return "not-decided";
  await tx.updateTable("plenary.meeting").set({ agenda_state: "approved" }).where("id", "=", id).execute();
  await tell(tx, actor, {
    meeting: id,
    kind: "agenda.approved",
    sentence: { es: `El Pleno aprobó la agenda, con ${held.agenda.length} puntos.`, en: `The plenary approved the agenda, with ${held.agenda.length} items.` },
    detail: { motion, items: held.agenda.map(({ id: item, position, title }) => ({ item, position, title })) },
  });
  return undefined;
}

/** Opens an approved agenda again because the plenary so decided; the reason is told in the history. */
export async function reopenAgenda(tx: Writing, actor: Actor, id: string, reason: string): Promise<ActRefusal | "reason-missing" | "agenda-not-approved" | undefined> {
  const meeting = await heldMeeting(tx, actor, id);
  const refusal = actRefusal(actor, "agenda", meeting);
  if (refusal !== undefined || !meeting) return refusal ?? "unknown-meeting";
  if (meeting.agendaState !== "approved") return "agenda-not-approved";
  const why = reason.trim();
  if (why === "") return "reason-missing";
  await tx.updateTable("plenary.meeting").set({ agenda_state: "draft" }).where("id", "=", id).execute();
  await tell(tx, actor, {
    meeting: id,
    kind: "agenda.reopened",
    sentence: { es: `El Pleno reabrió la agenda. Motivo: ${why}`, en: `The plenary opened the agenda again. Reason: ${why}` },
    detail: { reason: why },
  });
  return undefined;
}

/** Gives points the places of their order. Places may repeat until the transaction ends: the constraint looks then. */
async function arrange(tx: Writing, order: readonly string[]): Promise<void> {
  await sql`update plenary.agenda_item i set position = o.place
    from unnest(${[...order]}::uuid[]) with ordinality as o (id, place)
    where i.id = o.id and i.position <> o.place`.execute(tx);
}

async function isInUse(tx: Writing, item: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`select exists (select from plenary.motion where item = ${item}::uuid)
    or exists (select from plenary.speech where item = ${item}::uuid) or exists (select from plenary.item_note where item = ${item}::uuid)
    or exists (select from plenary.election where item = ${item}::uuid) or exists (select from plenary.vote where item = ${item}::uuid) as used`.execute(tx);
  return rows[0]?.used ?? false;
}
