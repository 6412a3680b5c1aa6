import { addMonths } from "#basics";
import type { Agreement, Responsible } from "./agreement.ts";
import { type ConvenedMeeting, daysUntil, dueDate } from "./due.ts";

/** A reminder that is due: for which agreement, on what occasion of which due date, and to whom. */
export interface ReminderDue {
  readonly agreement: Agreement;
  /** '2024-03-14 before-30': with the day, so that a date that was moved is reminded of anew. */
  readonly occasion: string;
  /** The ISO day by which the agreement is due. */
  readonly due: string;
  readonly isOverdue: boolean;
  /** 'GTM', 'presidency', 'secretariat', 'observer:iom'. */
  readonly recipients: readonly string[];
}

/**
 * The occasion on which an agreement is reminded of, seen from a day: thirty and seven days before, one day after, and then each
 * month. A day on which the errand did not run is made up for: the latest occasion that has come is the one that holds.
 */
export function occasionOn(due: string, today: string): string | undefined {
  const left = daysUntil(today, due);
  if (left > 30) return undefined;
  if (left > 7) return "before-30";
  if (left >= 0) return "before-7";
  let months = 0;
  while (addMonths(due, months + 1) <= today) months += 1;
  return months === 0 ? "after-1" : `after-month-${months}`;
}

/** Who is written to for one that answers: a committee's countries, or every member for what the plenary took upon itself. */
function recipientsOf(
  { kind, country, committee, organisation }: Responsible,
  members: readonly string[],
  committees: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  switch (kind) {
    case "member":
      return country === null ? [] : [country];
    case "plenary":
      return members;
    case "committee":
      return committees.get(committee ?? "") ?? [];
    case "observer":
      return [`observer:${organisation}`];
    case "presidency":
    case "secretariat":
      return [kind];
  }
}

/**
 * The reminders that a day asks for, whatever was sent before. Those who answer are reminded, those who support are not. What a
 * source of the record told as open is followed like any other.
 */
export function remindersOn(
  agreements: readonly Agreement[],
  today: string,
  meetings: readonly ConvenedMeeting[],
  members: readonly string[],
  committees: ReadonlyMap<string, readonly string[]>,
): ReminderDue[] {
  return agreements.flatMap((agreement): ReminderDue[] => {
    if (agreement.state !== "open") return [];
    const due = dueDate(agreement.due, meetings, today);
    if (typeof due === "string") return [];
    const occasion = occasionOn(due.date, today);
    if (occasion === undefined) return [];
    const recipients = agreement.responsible.filter(({ role }) => role === "responsible").flatMap((each) => recipientsOf(each, members, committees));
    return [{ agreement, occasion: `${due.date} ${occasion}`, due: due.date, isOverdue: due.date < today, recipients: [...new Set(recipients)] }];
  });
}
