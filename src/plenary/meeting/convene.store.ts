import { type Actor, type Text, countryName, dayOf } from "#basics";
import { membersOn } from "#coalition";
import { type Reading, type Writing, sql } from "#database";
import { tell } from "../history/event.store.ts";
import { type CheckLine, convocationChecklist } from "./checklist.ts";
import { type Invitee, invitees } from "./invitee.store.ts";
import type { Meeting } from "./meeting.ts";
import { type ActRefusal, actRefusal } from "./meeting-act.ts";
import { agendaOf, heldMeeting, linkOf, seatsOf } from "./meeting.store.ts";
import { type Notice, noticeOf } from "./notice.ts";
import { noticeRuleOn } from "./notice-rule.store.ts";
import { noticesOf, sendNotices } from "./notice.store.ts";
import { localTime } from "./zone.ts";

/** Why a meeting is not convened. */
export type ConveneRefusal = ActRefusal | "not-ready" | "short-notice";

/** How ready a meeting is, who would be told, and by which rule. */
export interface Preparation {
  readonly checks: readonly CheckLine[];
  readonly notice: Notice;
  /** Where the rule of the notice period comes from. */
  readonly source: Text;
  readonly seats: readonly string[];
  /** Delegations of which nobody would be told. */
  readonly unreachable: readonly string[];
  readonly people: number;
}

/** The state of preparation of a draft, as the page of the convocation shows it and `convene` judges it. */
export async function preparationOf(tx: Reading, meeting: Meeting, now: Date): Promise<Preparation> {
  const startsAt = meeting.startsAt ?? now;
  const seats = (await membersOn(tx, localTime(startsAt, meeting.timeZone).slice(0, 10))).map(({ code }) => code);
  const people = await invitees(tx, seats);
  const unreachable = seats.filter((seat) => !people.some(({ country }) => country === seat));
  const rule = await noticeRuleOn(tx, meeting.kind, dayOf(now));
  const notice = noticeOf(rule, now, startsAt);
  const agenda = await agendaOf(tx, meeting.id);
  const checks = convocationChecklist({
    meeting,
    hasLink: (await linkOf(tx, meeting.id)) !== undefined,
    minutes: agenda.map(({ minutes }) => minutes),
    unreachable,
    notice,
    now,
  });
  return { checks, notice, source: rule.source, seats, unreachable, people: people.length };
}

/**
 * Convenes a meeting: pins the member states that are entitled in it, sends everybody a notice, opens its papers to them and
 * records how much notice was given by which rule. Short notice of an ordinary meeting needs a reason, which is recorded.
 */
export async function convene(tx: Writing, actor: Actor, id: string, at: { readonly now: Date; readonly reason?: string }): Promise<ConveneRefusal | undefined> {
  const meeting = await heldMeeting(tx, actor, id);
  const refusal = actRefusal(actor, "convene", meeting);
  if (refusal !== undefined || !meeting) return refusal ?? "unknown-meeting";
  const { checks, notice, source, seats } = await preparationOf(tx, meeting, at.now);
  if (checks.some(({ result }) => result === "blocks")) return "not-ready";
  const reason = at.reason?.trim() ?? "";
  if (reason === "" && checks.some(({ result }) => result === "needs-reason")) return "short-notice";
  await tx
    .insertInto("plenary.seat")
    .values(seats.map((country) => ({ meeting: id, country })))
    .onConflict((known) => known.doNothing())
    .execute();
  await tx.updateTable("plenary.meeting").set({ state: "convened" }).where("id", "=", id).execute();
  await sql`select plenary.open_documents(${id})`.execute(tx);
  const people = await invitees(tx, seats);
  await sendNotices(tx, actor, { meeting: id, sequence: meeting.sequence, kind: "convocation" }, people);
  await tell(tx, actor, {
    meeting: id,
    kind: "meeting.convened",
    sentence: {
      es: `Se convocó la reunión ${id} a ${seats.length} delegaciones con ${notice.days} días de antelación (la regla pide ${notice.required}).${reason === "" ? "" : ` Motivo del plazo corto: ${reason}`}`,
      en: `Meeting ${id} was convened to ${seats.length} delegations with ${notice.days} days of notice (the rule asks for ${notice.required}).${reason === "" ? "" : ` Reason for the short notice: ${reason}`}`,
    },
    detail: { notice, source, reason, seats, people: people.length },
  });
  return undefined;
}

/** Cancels a meeting before it begins. Whoever was convened is told, and calendars take it out. */
export async function cancelMeeting(tx: Writing, actor: Actor, id: string, reason: string): Promise<ActRefusal | "reason-missing" | undefined> {
  const meeting = await heldMeeting(tx, actor, id);
  const refusal = actRefusal(actor, "cancel", meeting);
  if (refusal !== undefined || !meeting) return refusal ?? "unknown-meeting";
  const why = reason.trim();
  if (why === "") return "reason-missing";
  const wasConvened = meeting.state === "convened";
  const sequence = meeting.sequence + (wasConvened ? 1 : 0);
  await tx.updateTable("plenary.meeting").set({ state: "cancelled", cancel_reason: why, sequence }).where("id", "=", id).execute();
  if (wasConvened)
    await sendNotices(tx, actor, { meeting: id, sequence, kind: "cancellation" }, await everybodyTold(tx, id));
  await tell(tx, actor, {
    meeting: id,
    kind: "meeting.cancelled",
    sentence: { es: `La reunión ${id} se canceló. Motivo: ${why}`, en: `Meeting ${id} was cancelled. Reason: ${why}` },
    detail: { reason: why },
  });
  return undefined;
}

/** Those convened today and those who were told before and left office since: their calendars still hold the meeting. */
async function everybodyTold(tx: Writing, id: string): Promise<Invitee[]> {
  const now = await invitees(tx, await seatsOf(tx, id));
  const before = (await noticesOf(tx, id)).filter(({ account }) => !now.some((each) => each.account === account));
  const gone = new Map(before.map(({ account, name, office, country, organisation }) => [account, { account, name, office, country, organisation, language: "es" as const }]));
  return [...now, ...gone.values()];
}

/** Names of delegations as a sentence lists them. */
export function listed(countries: readonly string[]): Text {
  const of = (language: "es" | "en") => new Intl.ListFormat(language, { type: "conjunction" }).format(countries.map((each) => countryName(each)[language]));
  return { es: of("es"), en: of("en") };
}
