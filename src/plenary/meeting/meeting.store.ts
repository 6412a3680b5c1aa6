import type { Actor, Text } from "#basics";
import type { Reading, Writing } from "#database";
import { leads } from "./meeting-act.ts";
import type { MeetingLink } from "./meeting-draft.ts";
import type { AgendaItem, Meeting } from "./meeting.ts";

const columns = [
  "id", "year", "ordinal", "kind", "mode", "place_es", "place_en", "time_zone as timeZone", "starts_at as startsAt", "ends_at as endsAt", "state",
  "agenda_state as agendaState", "current_item as currentItem", "quorum_rule as quorumRule", "sequence", "convened_at as convenedAt",
  "opened_at as openedAt", "closed_at as closedAt", "cancelled_at as cancelledAt", "cancel_reason as cancelReason", "is_record as isRecord",
  "number_given as numberGiven", "whole_days as wholeDays", "source_es", "source_en", "summary_es", "summary_en",
] as const;

function both(es: string | null, en: string | null): Text | null {
  return es === null || en === null ? null : { es, en };
}

/** All meetings that the actor may see, the newest first; policies decide which: drafts only those who lead, the public closed ones. */
export async function meetings(tx: Reading): Promise<Meeting[]> {
  const rows = await tx.selectFrom("plenary.meeting").select(columns).orderBy("year", "desc").orderBy("ordinal", "desc").execute();
  return rows.map(asMeeting);
}

/** One meeting by its number; undefined when there is none that the actor may see. */
export async function meetingOf(tx: Reading, id: string): Promise<Meeting | undefined> {
  const row = await tx.selectFrom("plenary.meeting").select(columns).where("id", "=", id).executeTakeFirst();
  return row && asMeeting(row);
}

/**
 * One meeting held against every other act until the end of the transaction, for whoever leads; others get it as it stands.
 * Acts that decide from its state begin here, so that two at once cannot both be right.
 */
export async function heldMeeting(tx: Writing, actor: Actor, id: string): Promise<Meeting | undefined> {
  if (!leads(actor)) return meetingOf(tx, id);
  const row = await tx.selectFrom("plenary.meeting").select(columns).where("id", "=", id).forUpdate().executeTakeFirst();
  return row && asMeeting(row);
}

/** The link of a virtual or hybrid meeting; nothing where there is none that the actor may read. The public may not even ask. */
export async function linkOf(tx: Reading, meeting: string): Promise<MeetingLink | undefined> {
  const row = await tx.selectFrom("plenary.meeting_link").select(["url", "note"]).where("meeting", "=", meeting).executeTakeFirst();
  return row && { url: row.url, note: row.note ?? "" };
}

interface MeetingRow extends Omit<Meeting, "place" | "source" | "summary" | "kind" | "mode" | "state" | "agendaState"> {
  readonly kind: string;
  readonly mode: string | null;
  readonly state: string;
  readonly agendaState: string;
  readonly place_es: string | null;
  readonly place_en: string | null;
  readonly source_es: string | null;
  readonly source_en: string | null;
  readonly summary_es: string | null;
  readonly summary_en: string | null;
}

function asMeeting({ place_es, place_en, source_es, source_en, summary_es, summary_en, ...row }: MeetingRow): Meeting {
  return {
    ...(row as Omit<Meeting, "place" | "source" | "summary">), // the table's checks hold kind, mode and states
    place: both(place_es, place_en),
    source: both(source_es, source_en),
    summary: both(summary_es, summary_en),
  };
}

/** The points of a meeting's agenda in their order; observers get those that are open to them. */
export async function agendaOf(tx: Reading, meeting: string): Promise<AgendaItem[]> {
  const rows = await tx
    .selectFrom("plenary.agenda_item")
    .select([
      "id", "position", "kind", "title_es", "title_en", "detail_es", "detail_en", "minutes", "presenter",
      "open_to_observers as openToObservers", "state", "begun_at as begunAt", "done_at as doneAt",
    ])
    .where("meeting", "=", meeting)
    .orderBy("position")
    .execute();
  return rows.map(({ title_es, title_en, detail_es, detail_en, ...row }) => ({
    ...(row as Omit<AgendaItem, "title" | "detail">), // the table's checks hold kind and state
    title: { es: title_es, en: title_en },
    detail: { es: detail_es, en: detail_en },
  }));
}

/** The member states that are entitled in a meeting, by code; empty until it is convened. */
export async function seatsOf(tx: Reading, meeting: string): Promise<string[]> {
  const rows = await tx.selectFrom("plenary.seat").select("country").where("meeting", "=", meeting).orderBy("country").execute();
  return rows.map((row) => row.country);
}
