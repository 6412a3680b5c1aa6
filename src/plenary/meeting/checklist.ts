import type { Meeting } from "./meeting.ts";
import type { Notice } from "./notice.ts";

/** What must be ready before a meeting is convened. */
export type Check = "dates" | "place" | "agenda" | "length" | "people" | "notice";
export type CheckResult = "done" | "warns" | "blocks" | "needs-reason";
export interface CheckLine {
  readonly check: Check;
  readonly result: CheckResult;
}

/** What the checklist looks at. */
export interface Readiness {
  readonly meeting: Pick<Meeting, "kind" | "mode" | "place" | "startsAt" | "endsAt">;
  readonly hasLink: boolean;
  /** Minutes of each point; null where none was set. */
  readonly minutes: readonly (number | null)[];
  /** Delegations of which nobody holds an office today, and so nobody would be told. */
  readonly unreachable: readonly string[];
  readonly notice: Notice;
  readonly now: Date;
}

/**
 * Whether a meeting can be convened, point by point. What blocks must be mended; short notice of an ordinary meeting needs a
 * written reason; an extraordinary meeting is called for what cannot wait, so that its short notice is only shown.
 */
export function convocationChecklist({ meeting, hasLink, minutes, unreachable, notice, now }: Readiness): CheckLine[] {
  const needsPlace = meeting.mode !== "virtual" && meeting.place === null;
  const needsLink = meeting.mode !== "in-person" && !hasLink;
  const isAhead = meeting.startsAt !== null && meeting.startsAt > now;
  const short = meeting.kind === "ordinary" ? "needs-reason" : "warns";
  return [
    { check: "dates", result: isAhead ? "done" : "blocks" },
    { check: "place", result: needsPlace || needsLink ? "blocks" : "done" },
    { check: "agenda", result: minutes.length > 0 ? "done" : "blocks" },
    { check: "length", result: fits(meeting, minutes) ? "done" : "warns" },
    { check: "people", result: unreachable.length === 0 ? "done" : "warns" },
    { check: "notice", result: notice.kept ? "done" : short },
  ];
}

/** Sum of the minutes that points were given. */
export function totalMinutes(minutes: readonly (number | null)[]): number {
  return minutes.reduce<number>((sum, each) => sum + (each ?? 0), 0);
}

/** Minutes between start and end; nothing where a day is not known. */
export function meetingMinutes({ startsAt, endsAt }: Pick<Meeting, "startsAt" | "endsAt">): number | undefined {
  return startsAt && endsAt ? Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000) : undefined;
}

function fits(meeting: Pick<Meeting, "startsAt" | "endsAt">, minutes: readonly (number | null)[]): boolean {
  return totalMinutes(minutes) <= (meetingMinutes(meeting) ?? Infinity);
}
