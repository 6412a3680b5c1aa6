import type { Actor, Text } from "#basics";
import { type Reading, type Writing, sql } from "#database";
import { tell } from "../history/event.store.ts";
import type { AgendaItem, Meeting } from "../meeting/meeting.ts";
import { leads } from "../meeting/meeting-act.ts";
import { agendaOf, heldMeeting } from "../meeting/meeting.store.ts";
import type { SessionRefusal } from "./refusal.ts";

/** Whether a consensus or a vote is open now. */
export async function isDecisionOpen(tx: Reading, meeting: string): Promise<boolean> {
  const consensus = await tx.selectFrom("plenary.consensus").select("id").where("meeting", "=", meeting).where("closed_at", "is", null).executeTakeFirst();
  if (consensus) return true;
  return (await tx.selectFrom("plenary.vote").select("id").where("meeting", "=", meeting).where("state", "=", "open").executeTakeFirst()) !== undefined;
}

/** The suspension that is running, or nothing. */
export async function openSuspension(tx: Reading, meeting: string): Promise<{ id: string; from: Date; reason: string } | undefined> {
  return tx
    .selectFrom("plenary.suspension")
    .select(["id", "from_at as from", "reason"])
    .where("meeting", "=", meeting)
    .where("until_at", "is", null)
    .executeTakeFirst();
}

/** The agenda of a session that can go on: held, open, not suspended, nothing being decided. */
async function running(tx: Writing, actor: Actor, id: string): Promise<{ meeting: Meeting; items: AgendaItem[] } | SessionRefusal> {
  if (!leads(actor)) return "not-yours";
  const meeting = await heldMeeting(tx, actor, id);
  if (!meeting) return "unknown-meeting";
  if (meeting.state !== "open") return "not-open";
  if (await openSuspension(tx, id)) return "suspended";
  if (await isDecisionOpen(tx, id)) return "decision-open";
  return { meeting, items: await agendaOf(tx, id) };
}

/** Begins a point, or takes it up again with `again`. One point at a time. */
export async function beginItem(tx: Writing, actor: Actor, id: string, item: string, again = false): Promise<SessionRefusal | undefined> {
  const session = await running(tx, actor, id);
  if (typeof session === "string") return session;
  const found = session.items.find((each) => each.id === item);
  if (!found) return "unknown-item";
  if (found.state === "current") return "already-current";
  if (session.items.some(({ state }) => state === "current")) return "another-current";
  if (found.state === "done" && !again) return "already-done";
  await setItem(tx, actor, session.meeting, found, "begin");
  return undefined;
}

/** Finishes the current point, or puts it off; a point that waits can be put off too. */
export async function endItem(tx: Writing, actor: Actor, id: string, item: string, act: "finish" | "postpone"): Promise<SessionRefusal | undefined> {
  const session = await running(tx, actor, id);
  if (typeof session === "string") return session;
  const found = session.items.find((each) => each.id === item);
  if (!found) return "unknown-item";
  if (found.state === "done") return "already-done";
  if (found.state !== "current" && (act === "finish" || found.state === "postponed")) return "not-current";
  await setItem(tx, actor, session.meeting, found, act);
  return undefined;
}

/** Finishes the current point, if there is one, and begins the next that waits, in the order of the agenda. */
export async function nextItem(tx: Writing, actor: Actor, id: string): Promise<SessionRefusal | undefined> {
  const session = await running(tx, actor, id);
  if (typeof session === "string") return session;
  const current = session.items.find(({ state }) => state === "current");
  const next = session.items.find(({ state }) => state === "pending");
  if (!next) return "no-next";
  if (current) await setItem(tx, actor, session.meeting, current, "finish");
  await setItem(tx, actor, session.meeting, next, "begin");
  return undefined;
}

const states = { begin: "current", finish: "done", postpone: "postponed" } as const;

async function setItem(tx: Writing, actor: Actor, meeting: Meeting, item: AgendaItem, act: keyof typeof states): Promise<void> {
  await tx
    .updateTable("plenary.agenda_item")
    .set({
      state: states[act],
      ...(act === "begin" ? { begun_at: sql<Date>`coalesce(begun_at, clock_timestamp())`, done_at: null } : {}),
      ...(act === "finish" ? { done_at: sql<Date>`clock_timestamp()` } : {}),
    })
    .where("id", "=", item.id)
    .execute();
  await tx
    .updateTable("plenary.meeting")
    .set({ current_item: act === "begin" ? item.id : null })
    .where("id", "=", meeting.id)
    .$if(act !== "begin", (asked) => asked.where("current_item", "=", item.id))
    .execute();
  await tell(tx, actor, { meeting: meeting.id, item: item.id, kind: `item.${act === "begin" ? "begun" : act === "finish" ? "done" : "postponed"}`, sentence: sentenceOf(item, act) });
}

function sentenceOf({ position, title, state }: AgendaItem, act: keyof typeof states): Text {
  const es = `el punto ${position}, «${title.es}»`;
  const en = `point ${position}, “${title.en}”`;
  if (act === "begin")
    return state === "pending" ? { es: `Comenzó ${es}.`, en: `${capital(en)} began.` } : { es: `Se retomó ${es}.`, en: `${capital(en)} was taken up again.` };
  if (act === "finish") return { es: `Terminó ${es}.`, en: `${capital(en)} was finished.` };
  return { es: `Se pospuso ${es}.`, en: `${capital(en)} was postponed.` };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
