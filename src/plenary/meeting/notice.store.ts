import { type Actor, type Office, countryName } from "#basics";
import type { Reading, Writing } from "#database";
import { enqueue } from "#jobs";
import { tell } from "../history/event.store.ts";
import { type Invitee, invitees } from "./invitee.store.ts";
import { type ActRefusal, actRefusal } from "./meeting-act.ts";
import { heldMeeting, seatsOf } from "./meeting.store.ts";

export type NoticeKind = "convocation" | "update" | "cancellation";

/** A notice to one person, and how far it came. Every moment is the server's. */
export interface MeetingNotice {
  readonly id: string;
  readonly sequence: number;
  readonly kind: NoticeKind;
  readonly account: string;
  readonly name: string;
  readonly office: Office;
  readonly country: string | null;
  readonly organisation: string | null;
  readonly sentAt: Date;
  /** When its mail left the platform, or was kept in its outbox where there is no mail server. */
  readonly mailedAt: Date | null;
  readonly seenAt: Date | null;
  readonly acknowledgedAt: Date | null;
}

/** The notices of a meeting, the newest first, then by delegation. Policies: those who lead all, a state its own, others theirs. */
export async function noticesOf(tx: Reading, meeting: string): Promise<MeetingNotice[]> {
  const rows = await tx
    .selectFrom("plenary.notice")
    .select([
      "id", "sequence", "kind", "account", "name", "office", "country", "organisation", "sent_at as sentAt", "mailed_at as mailedAt",
      "seen_at as seenAt", "acknowledged_at as acknowledgedAt",
    ])
    .where("meeting", "=", meeting)
    .orderBy("sequence", "desc")
    .orderBy("country")
    .orderBy("office", "desc")
    .orderBy("name")
    .execute();
  return rows as MeetingNotice[]; // the table's checks hold kind and office
}

/** Writes a notice to each of these people, and asks for the mails in the same transaction: no commit, no mail. */
export async function sendNotices(tx: Writing, actor: Actor, of: { meeting: string; sequence: number; kind: NoticeKind }, to: readonly Invitee[]): Promise<void> {
  if (to.length === 0) return;
  await tx
    .insertInto("plenary.notice")
    .values(to.map(({ account, name, office, country, organisation }) => ({ ...of, account, name, office, country, organisation })))
    .onConflict((known) => known.doNothing())
    .execute();
  await enqueue(tx, {
    kind: "meeting-notices",
    title: { es: `Correos de la reunión ${of.meeting}`, en: `Mails of meeting ${of.meeting}` },
    payload: { meeting: of.meeting, sequence: of.sequence },
    ...(actor.kind === "member" ? { account: actor.account } : {}),
    page: `/workspace/meetings/${of.meeting}/convocation`,
  });
}

/** Sends the convocation to those who took office since it was sent. Gives how many there were. */
export async function sendMissing(tx: Writing, actor: Actor, id: string): Promise<{ readonly sent: number } | { readonly refusal: ActRefusal }> {
  const meeting = await heldMeeting(tx, actor, id);
  const refusal = actRefusal(actor, "send-missing", meeting);
  if (refusal !== undefined || !meeting) return { refusal: refusal ?? "unknown-meeting" };
  const told = new Set((await noticesOf(tx, id)).filter((each) => each.sequence === meeting.sequence).map(({ account }) => account));
  const missing = (await invitees(tx, await seatsOf(tx, id))).filter(({ account }) => !told.has(account));
  await sendNotices(tx, actor, { meeting: id, sequence: meeting.sequence, kind: "convocation" }, missing);
  if (missing.length > 0)
    await tell(tx, actor, {
      meeting: id,
      kind: "notice.sent-missing",
      sentence: {
        es: `La convocatoria se envió a ${missing.map(({ name }) => name).join(", ")}, que no la tenían.`,
        en: `The convocation was sent to ${missing.map(({ name }) => name).join(", ")}, who did not have it.`,
      },
      detail: { accounts: missing.map(({ account }) => account) },
    });
  return { sent: missing.length };
}

/** Whether a notice of this meeting still waits to be opened by the acting person. */
export async function hasUnseen(tx: Reading, actor: Actor, meeting: string): Promise<boolean> {
  if (actor.kind !== "member") return false;
  const row = await tx
    .selectFrom("plenary.notice")
    .select("id")
    .where("meeting", "=", meeting)
    .where("account", "=", actor.account)
    .where("seen_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Marks the acting person's notices of a meeting as opened. Policy `own_receipt`; the moment is set once, by trigger. */
export async function markSeen(tx: Writing, actor: Actor, meeting: string): Promise<void> {
  if (actor.kind !== "member") return;
  await tx
    .updateTable("plenary.notice")
    .set({ seen_at: new Date() })
    .where("meeting", "=", meeting)
    .where("account", "=", actor.account)
    .where("seen_at", "is", null)
    .execute();
}

/** Acknowledges receipt of what the acting person was sent. Twice is once. */
export async function acknowledge(tx: Writing, actor: Actor, meeting: string): Promise<"not-convened" | undefined> {
  if (actor.kind !== "member") return "not-convened";
  const own = (await noticesOf(tx, meeting)).filter(({ account }) => account === actor.account);
  if (own.length === 0) return "not-convened";
  const open = own.filter(({ acknowledgedAt }) => acknowledgedAt === null);
  if (open.length === 0) return undefined;
  await tx
    .updateTable("plenary.notice")
    .set({ acknowledged_at: new Date() })
    .where("meeting", "=", meeting)
    .where("account", "=", actor.account)
    .where("acknowledged_at", "is", null)
    .execute();
  const of = actor.country === undefined ? undefined : countryName(actor.country);
  await tell(tx, actor, {
    meeting,
    kind: "notice.acknowledged",
    sentence: {
      es: `${actor.name}${of ? ` (${of.es})` : ""} acusó recibo de la convocatoria.`,
      en: `${actor.name}${of ? ` (${of.en})` : ""} acknowledged receipt of the convocation.`,
    },
    detail: { sequence: open[0]?.sequence },
  });
  return undefined;
}
