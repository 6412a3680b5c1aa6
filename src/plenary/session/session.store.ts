import type { Actor } from "#basics";
import { type Reading, type Writing, sql } from "#database";
import { type QuorumNow, quorumSentence } from "../attendance/quorum-words.ts";
import { quorumNow, quorumRuleOf } from "../attendance/quorum.store.ts";
import { tell } from "../history/event.store.ts";
import { closeMeeting } from "../meeting/close.store.ts";
import type { AgendaItem } from "../meeting/meeting.ts";
import { leads } from "../meeting/meeting-act.ts";
import { agendaOf, heldMeeting, seatsOf } from "../meeting/meeting.store.ts";
import { openMeeting } from "../meeting/open.store.ts";
import { isDecisionOpen, openSuspension } from "./item.store.ts";
import type { SessionRefusal } from "./refusal.ts";
import { clearFloor } from "./speech.store.ts";

/** Why a session is not opened: the session's words, or that it is more than a day too early. */
export type OpenRefusal = SessionRefusal | "too-early";

/** Opens the session of a convened meeting. It may open without quorum: then nothing can be decided yet. */
export async function openSession(tx: Writing, actor: Actor, id: string, now: Date): Promise<OpenRefusal | undefined> {
  if (!leads(actor)) return "not-yours";
  const meeting = await heldMeeting(tx, actor, id);
  if (!meeting) return "unknown-meeting";
  if (meeting.state !== "convened") return "not-convened";
  if (!(await quorumRuleOf(tx, meeting, now))) return "no-rule";
  const refusal = await openMeeting(tx, actor, id, now);
  if (refusal === "too-early" || refusal === "not-yours" || refusal === "unknown-meeting") return refusal;
  return refusal === undefined ? undefined : "not-convened";
}

/** Verifies the quorum before everybody: who is in the room is counted by the rule of the meeting, and the figures are recorded. */
export async function verifyQuorum(tx: Writing, actor: Actor, id: string): Promise<{ readonly quorum: QuorumNow } | { readonly refusal: SessionRefusal }> {
  if (!leads(actor)) return { refusal: "not-yours" };
  const meeting = await heldMeeting(tx, actor, id);
  if (!meeting) return { refusal: "unknown-meeting" };
  if (meeting.state !== "open") return { refusal: "not-open" };
  if (await openSuspension(tx, id)) return { refusal: "suspended" };
  const quorum = await quorumNow(tx, meeting, new Date());
  if (!quorum) return { refusal: "no-rule" };
  const { present, members, needed, holds } = quorum;
  await tell(tx, actor, {
    meeting: id,
    ...(meeting.currentItem === null ? {} : { item: meeting.currentItem }),
    kind: "quorum.verified",
    sentence: { es: `Se verificó el quórum: ${quorumSentence(quorum).es}`, en: `The quorum was verified: ${quorumSentence(quorum).en}` },
    detail: { present, members, needed, holds, rule: meeting.quorumRule, countries: quorum.countries },
  });
  return { quorum };
}

/** Suspends the session: what is in the room stays recorded, and nothing is decided until it resumes. `id` is made with the form. */
export async function suspend(tx: Writing, actor: Actor, meeting: string, id: string, reason: string): Promise<SessionRefusal | undefined> {
  if (!leads(actor)) return "not-yours";
  const of = await heldMeeting(tx, actor, meeting);
  if (!of) return "unknown-meeting";
  if (of.state !== "open") return "not-open";
  if (reason.trim() === "") return "reason-missing";
  const running = await openSuspension(tx, meeting);
  if (running) return running.id === id ? undefined : "already-suspended";
  if (await isDecisionOpen(tx, meeting)) return "decision-open";
  await tx.insertInto("plenary.suspension").values({ id, meeting, reason: reason.trim() }).execute();
  await tell(tx, actor, {
    meeting,
    kind: "session.suspended",
    sentence: { es: `Se suspendió la sesión: ${reason.trim()}`, en: `The session was suspended: ${reason.trim()}` },
  });
  return undefined;
}

/** Resumes a suspended session. */
export async function resume(tx: Writing, actor: Actor, meeting: string): Promise<SessionRefusal | undefined> {
  if (!leads(actor)) return "not-yours";
  const of = await heldMeeting(tx, actor, meeting);
  if (!of) return "unknown-meeting";
  if (of.state !== "open") return "not-open";
  const running = await openSuspension(tx, meeting);
  if (!running) return "not-suspended";
  await tx.updateTable("plenary.suspension").set({ until_at: sql<Date>`clock_timestamp()` }).where("id", "=", running.id).execute();
  await tell(tx, actor, { meeting, kind: "session.resumed", sentence: { es: "Se reanudó la sesión.", en: "The session was resumed." } });
  return undefined;
}

/** What stands in the way of closing, and what would be left behind. */
export interface ClosingCheck {
  readonly isDecisionOpen: boolean;
  /** Votes that were closed and have no declared result. */
  readonly unsettled: readonly { readonly id: string; readonly title: { readonly es: string; readonly en: string } }[];
  readonly pending: readonly AgendaItem[];
  /** Delegations with a seat that handed in no country report. */
  readonly withoutReport: readonly string[];
}

/** Looks at a session before it is closed. */
export async function closingCheck(tx: Reading, meeting: string): Promise<ClosingCheck> {
  const votes = await tx.selectFrom("plenary.vote").select(["id", "title_es", "title_en"]).where("meeting", "=", meeting).where("state", "=", "closed").execute();
  const reports = await tx.selectFrom("plenary.country_report").select("country").where("meeting", "=", meeting).execute();
  const items = await agendaOf(tx, meeting);
  const handed = new Set(reports.map(({ country }) => country));
  const expectsReports = items.some(({ kind }) => kind === "country-reports");
  return {
    isDecisionOpen: await isDecisionOpen(tx, meeting),
    unsettled: votes.map(({ id, title_es, title_en }) => ({ id, title: { es: title_es, en: title_en } })),
    pending: items.filter(({ state }) => state === "pending" || state === "current"),
    withoutReport: expectsReports ? (await seatsOf(tx, meeting)).filter((country) => !handed.has(country)) : [],
  };
}

/**
 * Closes the session and with it the meeting. Points that were not dealt with are put off, if `withPending` says that they may
 * be; whoever speaks has spoken. The last point, if it is current, is finished.
 */
export async function closeSession(tx: Writing, actor: Actor, id: string, withPending: boolean): Promise<SessionRefusal | undefined> {
  if (!leads(actor)) return "not-yours";
  const meeting = await heldMeeting(tx, actor, id);
  if (!meeting) return "unknown-meeting";
  if (meeting.state !== "open") return "not-open";
  const { isDecisionOpen: open, unsettled, pending } = await closingCheck(tx, id);
  if (open) return "decision-open";
  if (unsettled.length > 0) return "vote-unsettled";
  if (pending.some(({ state, kind }) => state === "pending" && kind !== "closing") && !withPending) return "items-pending";
  await clearFloor(tx, id);
  for (const item of pending) {
    const isDone = item.state === "current" || item.kind === "closing";
    await tx
      .updateTable("plenary.agenda_item")
      .set(isDone ? { state: "done", begun_at: sql<Date>`coalesce(begun_at, clock_timestamp())`, done_at: sql<Date>`clock_timestamp()` } : { state: "postponed" })
      .where("id", "=", item.id)
      .execute();
  }
  const left = pending.filter(({ state, kind }) => state === "pending" && kind !== "closing");
  if (left.length > 0)
    await tell(tx, actor, {
      meeting: id,
      kind: "items.left",
      sentence: {
        es: `Quedaron para otra reunión: ${left.map(({ position, title }) => `punto ${position}, «${title.es}»`).join("; ")}.`,
        en: `Left for another meeting: ${left.map(({ position, title }) => `point ${position}, “${title.en}”`).join("; ")}.`,
      },
      detail: { items: left.map((item) => item.id) },
    });
  const refusal = await closeMeeting(tx, actor, id);
  if (refusal === "decision-open" || refusal === "vote-unsettled") return refusal;
  return refusal === undefined ? undefined : "not-open";
}

