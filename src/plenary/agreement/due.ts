/** By when an agreement is to be fulfilled, as the plenary said it. Days are ISO days. */
export type Due =
  | { readonly kind: "date"; readonly date: string }
  /** 'First plenary of 2024': the one numbered I-2024; 'last' is the last one held in that year. */
  | { readonly kind: "plenary"; readonly ordinal: number | "last"; readonly year: number }
  /** 'Next plenary': the first one that begins after the day of the agreement. */
  | { readonly kind: "next-plenary"; readonly after: string }
  | { readonly kind: "none" };

/** A meeting that was convened and not called off, with the ISO day on which it begins. */
export interface ConvenedMeeting {
  readonly ordinal: number;
  readonly year: number;
  readonly startsOn: string;
}

/**
 * The day by which an agreement is due, and where it comes from: a date that was set, a meeting, or the end of the year
 * of a meeting that never came.
 */
export type DueDate =
  | { readonly date: string; readonly by: "date" | "meeting" | "year-end" }
  | "not-yet-convened"
  | "no-due-date";

/** What the board needs to know of an agreement. */
export interface AgreementLife {
  readonly due: Due;
  readonly state: "open" | "fulfilled" | "withdrawn";
}

/** Where an agreement stands on a day. */
export type Standing = "open" | "due-soon" | "overdue" | "fulfilled" | "withdrawn";

/** From how many days before the due date on an agreement is shown as due soon and its reminders are sent. */
export const soonDays = 30;

const order = (a: ConvenedMeeting, b: ConvenedMeeting) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0);

/** Calendar days from one ISO day to another; negative when the second comes first. */
export function daysUntil(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
}

/**
 * Decides the day by which an agreement is due.
 *
 * A plenary counts on the day on which it begins, as soon as it is convened. The 'last plenary' of a running year is the
 * last one convened while it lies ahead; once it is over another may follow, so the day is open again until the year
 * ends. A plenary that its year never saw leaves the 31 December of that year, so that no agreement is forgotten. The
 * 'next plenary' moves on until one is convened, and then stays.
 */
export function dueDate(due: Due, meetings: readonly ConvenedMeeting[], today: string): DueDate {
  switch (due.kind) {
    case "none":
      return "no-due-date";
    case "date":
      return { date: due.date, by: "date" };
    case "next-plenary": {
      const [next] = meetings.filter(({ startsOn }) => startsOn > due.after).sort(order);
      return next === undefined ? "not-yet-convened" : { date: next.startsOn, by: "meeting" };
    }
    case "plenary": {
      const own = meetings.filter(({ year }) => year === due.year).sort(order);
      const meeting = due.ordinal === "last" ? own.at(-1) : own.find(({ ordinal }) => ordinal === due.ordinal);
      const yearEnd = `${due.year}-12-31`;
      const isOpenAgain = due.ordinal === "last" && meeting !== undefined && meeting.startsOn < today && today <= yearEnd;
      if (meeting !== undefined && !isOpenAgain) return { date: meeting.startsOn, by: "meeting" };
      return today > yearEnd ? { date: yearEnd, by: "year-end" } : "not-yet-convened";
    }
  }
}

/**
 * Where an agreement stands on an ISO day: due soon from thirty days before its day up to that day itself, overdue from
 * the day after. Fulfilled and withdrawn ones stay so, whatever the day.
 */
export function standing(agreement: AgreementLife, today: string, meetings: readonly ConvenedMeeting[]): Standing {
  if (agreement.state !== "open") return agreement.state;
  const due = dueDate(agreement.due, meetings, today);
  if (typeof due === "string") return "open";
  const days = daysUntil(today, due.date);
  if (days < 0) return "overdue";
  return days <= soonDays ? "due-soon" : "open";
}
