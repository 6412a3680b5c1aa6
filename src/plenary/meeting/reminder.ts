/** Days before a meeting on which the platform reminds delegations that have not answered, the farthest first. */
export const reminderDays = [7, 2] as const;

/**
 * Whether a delegation is to be reminded today: it has not answered, one of the days of reminding has come, and nobody was
 * reminded since. A day on which the server stood still is made up for on the next. Days are ISO days.
 */
export function reminderDue(meetingDay: string, today: string, remindedOn: readonly string[]): boolean {
  const left = daysBetween(today, meetingDay);
  if (left < 0) return false;
  const threshold = reminderDays.findLast((days) => left <= days);
  if (threshold === undefined) return false;
  return !remindedOn.some((day) => daysBetween(day, meetingDay) <= threshold);
}

/** Days from one ISO day to another; negative when it is past. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
