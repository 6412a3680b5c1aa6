import { type Text, addDays, addMonths, isDay } from "#basics";

/** The offices of the coalition that have terms, those of today and those of the first committee of 2011. */
export const termOffices = ["presidency", "secretariat", "executive-coordination", "executive-member"] as const;
export type TermOffice = (typeof termOffices)[number];
/** The offices that can be given today. */
export const openOffices = ["presidency", "secretariat"] as const satisfies readonly TermOffice[];
export type OpenOffice = (typeof openOffices)[number];

/** A term of office: held by a country, or by a body that is named. Days are ISO days. */
export interface Term {
  readonly id: string;
  readonly office: TermOffice;
  readonly country?: string;
  readonly body?: string;
  readonly from: string;
  /** Its last day; absent where it runs on, or where `isEndUnknown`. */
  readonly until?: string;
  /** It ended on a day that the source does not tell. */
  readonly isEndUnknown: boolean;
  /** 'year': the source tells the year alone, and the days stand for the whole of it. */
  readonly precision: "day" | "year";
  /** Number of the meeting that elected, such as IV-2023. */
  readonly electedAt?: string;
  readonly source: Text;
}

/** How long a term lasts. Presidency: summary of meeting IV-2023; secretariat: Strategic Plan 2018-2027, chapter IX. */
export const termMonths = { presidency: 12, secretariat: 24 } as const satisfies Record<OpenOffice, number>;

/** A term as it is entered. Without `until` it lasts as long as the office's terms do. */
export interface TermDraft {
  readonly office: OpenOffice;
  readonly country?: string;
  readonly body?: string;
  readonly from: string;
  readonly until?: string;
  readonly electedAt?: string;
  readonly source: Text;
}

/** Why a term cannot be entered or ended. */
export type TermRefusal =
  | "one-holder"
  | "not-a-day"
  | "ends-before-it-begins"
  | "not-a-member"
  | "overlaps"
  | "unknown-term"
  | "already-ended";

/** The last day of a term that begins on a day: the day before its anniversary. */
export function lastDayOfTerm(office: OpenOffice, from: string): string {
  return addDays(addMonths(from, termMonths[office]), -1);
}

/** What is wrong with a term by itself, before it is held against the others. */
export function termDraftProblem({ office, country, body, from, until }: TermDraft): TermRefusal | undefined {
  if ((country === undefined) === (body === undefined) || (office === "presidency" && country === undefined))
    return "one-holder";
  if (!isDay(from) || (until !== undefined && !isDay(until))) return "not-a-day";
  return until !== undefined && until < from ? "ends-before-it-begins" : undefined;
}

/** Whether a term runs on a day; one whose end is unknown is known to run on its first day alone. */
export function runsOn(term: Pick<Term, "from" | "until" | "isEndUnknown">, day: string): boolean {
  if (term.isEndUnknown) return term.from === day;
  return term.from <= day && (term.until === undefined || day <= term.until);
}
