import type { Text } from "#basics";
import type { MeetingEvent } from "../history/event.store.ts";
import type { Notice } from "./notice.ts";
import type { MeetingNotice } from "./notice.store.ts";

/** How far the newest notice came in one delegation. */
export interface DelegationNotice {
  readonly country: string;
  /** 'notified' once one of its people acknowledged receipt; 'seen' once one opened the meeting; 'nobody' where nobody was told. */
  readonly standing: "notified" | "seen" | "sent" | "nobody";
  readonly at: Date | null;
}

/** Delegation by delegation, whether the newest notice was received: one acknowledgement of one of its people is enough. */
export function delegationNotices(notices: readonly MeetingNotice[], seats: readonly string[]): DelegationNotice[] {
  const newest = Math.max(-1, ...notices.map(({ sequence }) => sequence));
  const current = notices.filter(({ sequence }) => sequence === newest);
  return seats.map((country) => {
    const own = current.filter((notice) => notice.country === country);
    const acknowledged = earliest(own.map(({ acknowledgedAt }) => acknowledgedAt));
    if (acknowledged) return { country, standing: "notified", at: acknowledged };
    const seen = earliest(own.map(({ seenAt }) => seenAt));
    if (seen) return { country, standing: "seen", at: seen };
    return own.length > 0 ? { country, standing: "sent", at: earliest(own.map(({ sentAt }) => sentAt)) } : { country, standing: "nobody", at: null };
  });
}

function earliest(times: readonly (Date | null)[]): Date | null {
  return times.reduce<Date | null>((first, time) => (time && (!first || time < first) ? time : first), null);
}

/** The notice period as it was recorded: by the convocation, or by the last update that moved the start. */
export interface RecordedNotice {
  readonly notice: Notice;
  readonly at: Date;
  readonly reason: string;
  readonly isMoved: boolean;
  readonly source: Text | undefined;
}

/** The record of the notice period in a meeting's history; nothing before it is convened. */
export function recordedNotice(history: readonly Pick<MeetingEvent, "kind" | "at" | "detail">[]): RecordedNotice | undefined {
  const last = history.findLast(({ kind, detail }) => (kind === "meeting.convened" || kind === "meeting.updated") && detail["notice"] !== undefined);
  if (!last) return undefined;
  const source = history.find(({ kind }) => kind === "meeting.convened")?.detail["source"] as Text | undefined; // as `convene` told it
  return {
    notice: last.detail["notice"] as Notice, // as `convene` and `changeMeeting` told it
    at: last.at,
    reason: typeof last.detail["reason"] === "string" ? last.detail["reason"] : "",
    isMoved: last.kind === "meeting.updated",
    source,
  };
}
