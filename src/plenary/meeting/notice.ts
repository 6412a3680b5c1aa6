import { type Rule, startingDay, startingSource } from "../rule.ts";

/** How a meeting is convened: at its regular time, or for a matter that cannot wait. */
export type MeetingKind = "ordinary" | "extraordinary";

/** How many days before its start a meeting of one kind must be convened at the latest. */
export interface NoticeRule extends Rule {
  readonly meeting: MeetingKind;
  /** Whole days of 24 hours. */
  readonly days: number;
}

/** The notice that a convocation gave, as the proof of convening prints it. */
export interface Notice {
  /** Whole days of 24 hours between the sending and the start; 0 when it was sent after the start. */
  readonly days: number;
  /** Whole hours beyond those days, 0–23. */
  readonly hours: number;
  /** Days that the rule asks for. */
  readonly required: number;
  readonly kept: boolean;
}

/** Notice periods with which the platform starts. */
export const startingNoticeRules = [
  { id: "ordinary-15", meeting: "ordinary", days: 15, source: startingSource, from: startingDay },
  { id: "extraordinary-5", meeting: "extraordinary", days: 5, source: startingSource, from: startingDay },
] as const satisfies readonly NoticeRule[];

const hour = 3_600_000;

/**
 * Decides whether a convocation was sent in time, to the millisecond.
 *
 * Days are spans of 24 hours, not calendar days: nine states in three time zones then agree on them. Give the instant at
 * which the convocation was sent to the last delegation, and rule and meeting of the same kind.
 */
export function noticeOf(rule: NoticeRule, sentAt: Date, startsAt: Date): Notice {
  const length = startsAt.getTime() - sentAt.getTime();
  const hours = Math.max(0, Math.floor(length / hour));
  return {
    days: Math.floor(hours / 24),
    hours: hours % 24,
    required: rule.days,
    kept: length >= rule.days * 24 * hour,
  };
}
