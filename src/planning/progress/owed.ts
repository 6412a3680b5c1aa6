import { type Stretch, stretchesOf } from "../plan/schedule.ts";
import type { PlanNode } from "../plan/plan.ts";
import { type Report, quarterEnd } from "./report.ts";

/** A period of an activity on which a report is owed: what of its schedule lies in one quarter, or the last of it. */
export type OwedPeriod = Stretch;

/** How many days after its end a period is still asked for: a quarter. What is older is on the dashboard and not in the mail. */
export const askedForDays = 92;

/**
 * The periods of an activity that are over on `today`, the oldest first: its schedule cut at the ends of quarters. A period ends
 * with its quarter, or with the activity's schedule where that is sooner.
 */
export function endedPeriods(node: PlanNode, today: string): OwedPeriod[] {
  const byQuarter = new Map<string, OwedPeriod>();
  for (const stretch of stretchesOf(node))
    for (const { from, until } of cutAtQuarters(stretch)) {
      const quarter = quarterEnd(until);
      byQuarter.set(quarter, { from: byQuarter.get(quarter)?.from ?? from, until });
    }
  return [...byQuarter.values()].filter(({ until }) => until < today);
}

function cutAtQuarters({ from, until }: Stretch): Stretch[] {
  const parts: Stretch[] = [];
  let begin = from;
  while (begin <= until) {
    const end = quarterEnd(begin);
    parts.push({ from: begin, until: end < until ? end : until });
    begin = nextDay(end);
  }
  return parts;
}

const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** What of a report decides whether a period was told of. */
export type Told = Pick<Report, "key" | "country" | "until" | "answer" | "progress" | "stateOf">;

/**
 * Whether `teller` ('GTM', or 'organ' for secretariat and presidency) owes nothing more for a period of an activity: a report
 * that reaches its end was accepted or waits, or the activity was told to be done or given up and that was accepted. A returned
 * report tells nothing: it is to be sent again.
 */
export function hasTold(reports: readonly Told[], key: string, teller: string, period: OwedPeriod): boolean {
  return reports.some(
    (each) =>
      each.key === key &&
      (each.country ?? "organ") === teller &&
      ((each.answer !== "returned" && each.until >= period.until) ||
        (each.answer === "accepted" && (each.progress === 100 || each.stateOf === "given-up"))),
  );
}
