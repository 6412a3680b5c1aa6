/** What a delegation observed on an act, and what became of it. */
export interface Observation {
  readonly id: string;
  /** Null: on the act as a whole. */
  readonly section: string | null;
  readonly country: string;
  readonly text: string;
  /** The wording that it proposes; empty when it proposes none. */
  readonly proposed: string;
  readonly at: Date;
  readonly name: string;
  readonly state: "open" | "taken-up" | "not-taken-up";
  readonly answer: string;
  readonly answeredAt: Date | null;
}

/** First and last day that a deadline for observations may be, as ISO days: tomorrow, and within a year. */
export function deadlineRange(today: string): { readonly first: string; readonly last: string } {
  const at = (days: number) => new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  return { first: at(1), last: at(365) };
}

/** Days before the deadline on which those who have not observed are reminded. */
export const reminderDays = 3;
