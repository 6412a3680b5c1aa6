import { addDays } from "#basics";
import type { PlanNode, PlanResponsible } from "../plan/plan.ts";
import { type CommitteeCountries, recipientsOf } from "./answering.ts";
import { type OwedPeriod, type Told, askedForDays, endedPeriods, hasTold } from "./owed.ts";

/** A reminder that is due: of which activity, for which period that is over, and to whom. */
export interface ProgressReminderDue {
  readonly node: PlanNode;
  readonly period: OwedPeriod;
  /** '2026-03-31 ended': with the day, so that each period is reminded of on its own. */
  readonly occasion: string;
  /** 'GTM', 'presidency', 'secretariat'. */
  readonly recipients: readonly string[];
}

/** What a day's reminders are worked out from. */
export interface ReminderFacts {
  /** Nodes of versions in force. */
  readonly nodes: readonly PlanNode[];
  /** Who answers, by the node's key. */
  readonly responsible: ReadonlyMap<string, readonly PlanResponsible[]>;
  readonly reports: readonly Told[];
  /** Codes of the members of today. */
  readonly members: readonly string[];
  readonly committees: CommitteeCountries;
}

/**
 * The reminders that a day asks for, whatever was sent before: for each activity the newest period that is over, if it ended
 * within the last quarter, to those who answer and have not told of it. Who only supports is not reminded.
 */
export function progressRemindersOn({ nodes, responsible, reports, members, committees }: ReminderFacts, today: string): ProgressReminderDue[] {
  return nodes.flatMap((node): ProgressReminderDue[] => {
    if (node.kind !== "activity") return [];
    const period = endedPeriods(node, today).at(-1);
    if (period === undefined || addDays(period.until, askedForDays) < today) return [];
    const recipients = recipientsOf(responsible.get(node.key) ?? [], members, committees).filter(
      (each) => !hasTold(reports, node.key, each === "secretariat" || each === "presidency" ? "organ" : each, period),
    );
    return recipients.length === 0 ? [] : [{ node, period, occasion: `${period.until} ended`, recipients }];
  });
}
