import { type Actor, type Text, dayOf } from "#basics";
import type { Reading, Writing } from "#database";
import { tell } from "../history/event.store.ts";
import { type ActRefusal, actRefusal, leads } from "./meeting-act.ts";
import { type ChangedPart, type MeetingDraft, type MeetingLink, changedParts, yearOf } from "./meeting-draft.ts";
import { heldMeeting, linkOf, meetingOf, seatsOf } from "./meeting.store.ts";
import { invitees } from "./invitee.store.ts";
import { noticeOf } from "./notice.ts";
import { noticeRuleOn } from "./notice-rule.store.ts";
import { sendNotices } from "./notice.store.ts";
import { meetingId } from "./number.ts";

/** Why a meeting cannot be entered or changed. */
export type DraftRefusal = ActRefusal | "number-taken" | "in-the-past" | "year-differs" | "nothing-changed" | "needs-link" | "needs-reason";

/** The ordinal that comes next in a year, proposed to whoever enters a meeting. */
export async function nextOrdinal(tx: Reading, year: number): Promise<number> {
  const row = await tx
    .selectFrom("plenary.meeting")
    .select(({ fn }) => fn.max("ordinal").as("last"))
    .where("year", "=", year)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/**
 * Enters a meeting as a draft that only those who lead see. The number is its name for ever: of two who enter it, one gets
 * 'number-taken'; the same form sent twice makes one meeting.
 */
export async function createMeeting(tx: Writing, actor: Actor, ordinal: number, draft: MeetingDraft, now: Date): Promise<{ readonly id: string } | { readonly refusal: DraftRefusal }> {
  if (!leads(actor)) return { refusal: "not-yours" };
  if (draft.startsAt <= now) return { refusal: "in-the-past" };
  const year = yearOf(draft);
  const id = meetingId(ordinal, year);
  const made = await tx
    .insertInto("plenary.meeting")
    .values({ id, year, ordinal, ...columnsOf(draft) })
    .onConflict((known) => known.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!made) return (await isSame(tx, id, draft)) ? { id } : { refusal: "number-taken" };
  await keepLink(tx, id, draft.link);
  await tell(tx, actor, {
    meeting: id,
    kind: "meeting.drafted",
    sentence: { es: `Se empezó a preparar la reunión ${id}.`, en: `Preparation of meeting ${id} began.` },
  });
  return { id };
}

async function isSame(tx: Writing, id: string, draft: MeetingDraft): Promise<boolean> {
  const found = await meetingOf(tx, id);
  return found?.state === "draft" && found.kind === draft.kind && changedParts(found, (await linkOf(tx, id)) ?? null, draft).length === 0;
}

/**
 * Changes a meeting. As long as it is a draft, nobody is told; once it is convened, a change of time, place, mode or link is an
 * update: everybody convened gets a new notice and calendars a higher sequence. Moving an ordinary meeting so that less
 * notice is left than the rule asks needs a reason.
 */
export async function changeMeeting(tx: Writing, actor: Actor, id: string, draft: MeetingDraft, at: { readonly now: Date; readonly reason?: string }): Promise<DraftRefusal | undefined> {
  const meeting = await heldMeeting(tx, actor, id);
  const refusal = actRefusal(actor, "change", meeting);
  if (refusal !== undefined || !meeting) return refusal ?? "unknown-meeting";
  const link = (await linkOf(tx, id)) ?? null;
  const parts = changedParts(meeting, link, draft);
  if (yearOf(draft) !== meeting.year) return "year-differs";
  if (meeting.state === "draft") {
    if (parts.includes("time") && draft.startsAt <= at.now) return "in-the-past";
    await tx.updateTable("plenary.meeting").set(columnsOf(draft)).where("id", "=", id).execute();
    await keepLink(tx, id, draft.link);
    await tell(tx, actor, { meeting: id, kind: "meeting.changed", sentence: { es: "Se cambió la preparación de la reunión.", en: "The preparation of the meeting was changed." } });
    return undefined;
  }
  if (parts.length === 0) return "nothing-changed";
  if (draft.mode !== "in-person" && draft.link === null) return "needs-link";
  const isMoved = meeting.startsAt?.getTime() !== draft.startsAt.getTime();
  if (isMoved && draft.startsAt <= at.now) return "in-the-past";
  const reason = at.reason?.trim() ?? "";
  const notice = noticeOf(await noticeRuleOn(tx, meeting.kind, dayOf(at.now)), at.now, draft.startsAt);
  if (isMoved && !notice.kept && meeting.kind === "ordinary" && reason === "") return "needs-reason";
  const sequence = meeting.sequence + 1;
  await tx.updateTable("plenary.meeting").set({ ...columnsOf(draft), kind: meeting.kind, sequence }).where("id", "=", id).execute();
  await keepLink(tx, id, draft.link);
  await sendNotices(tx, actor, { meeting: id, sequence, kind: "update" }, await invitees(tx, await seatsOf(tx, id)));
  await tell(tx, actor, {
    meeting: id,
    kind: "meeting.updated",
    sentence: updateSentence(parts, reason),
    detail: { parts, sequence, ...(isMoved ? { notice, movedAt: at.now.toISOString(), reason } : {}) },
  });
  return undefined;
}

const partNames: Record<ChangedPart, Text> = {
  time: { es: "la fecha o la hora", en: "the date or time" },
  place: { es: "el lugar", en: "the place" },
  mode: { es: "la modalidad", en: "the mode" },
  link: { es: "el enlace", en: "the link" },
};

function updateSentence(parts: readonly ChangedPart[], reason: string): Text {
  const list = (language: "es" | "en") => new Intl.ListFormat(language, { type: "conjunction" }).format(parts.map((part) => partNames[part][language]));
  return {
    es: `Se cambió ${list("es")} de la reunión y se avisó a quienes están convocados.${reason === "" ? "" : ` Motivo: ${reason}`}`,
    en: `The following changed: ${list("en")}; those who are convened were told.${reason === "" ? "" : ` Reason: ${reason}`}`,
  };
}

function columnsOf({ kind, mode, place, timeZone, startsAt, endsAt }: MeetingDraft) {
  return { kind, mode, place_es: place?.es ?? null, place_en: place?.en ?? null, time_zone: timeZone, starts_at: startsAt, ends_at: endsAt };
}

async function keepLink(tx: Writing, meeting: string, link: MeetingLink | null): Promise<void> {
  if (link === null) {
    await tx.deleteFrom("plenary.meeting_link").where("meeting", "=", meeting).execute();
    return;
  }
  const { url, note } = link;
  await tx
    .insertInto("plenary.meeting_link")
    .values({ meeting, url, note })
    .onConflict((known) => known.column("meeting").doUpdateSet({ url, note }))
    .execute();
}
