import { type Language, type Text, isDay } from "#basics";

/** A member state and its national mechanism, as the coalition's own texts name them. */
export interface MemberState {
  /** ISO 3166-1 alpha-3. */
  readonly code: string;
  readonly name: Text;
  readonly mechanism: Text;
  /** The language in which the mechanism bears its name; the other one is a translation. */
  readonly mechanismLanguage: Language;
  /** The law or decree it stands on; absent where the coalition's texts do not say. */
  readonly basis?: Text;
}

/** Everything that is known of a member; what is absent the sources do not say. */
export interface MemberRecord extends MemberState {
  readonly lead?: Text;
  /** How many institutions the mechanism joins, who counted them, and the year of that text where it is dated. */
  readonly institutions?: { readonly count: number; readonly source: Text; readonly year?: number };
  readonly joinedOn?: string;
  readonly joinedYear?: number;
  /** The first day on which it is no longer a member. */
  readonly leftOn?: string;
  readonly leftYear?: number;
  readonly source?: Text;
}

/** When a state was a member, as far as it is known; ISO days. */
export interface Membership {
  readonly joinedOn: string | null;
  readonly joinedYear: number | null;
  readonly leftOn: string | null;
  readonly leftYear: number | null;
}

/**
 * Whether a state is entitled as a member on a day: it has joined and not left.
 *
 * A day of joining that no source tells cannot exclude it, so only what is known does: the day, else the year. Where only
 * the year of leaving is known, the state is a member to the end of that year.
 */
export function isMemberOn({ joinedOn, joinedYear, leftOn, leftYear }: Membership, day: string): boolean {
  const year = Number(day.slice(0, 4));
  const hasJoined = joinedOn !== null ? joinedOn <= day : joinedYear === null || joinedYear <= year;
  const hasLeft = leftOn !== null ? leftOn <= day : leftYear !== null && leftYear < year;
  return hasJoined && !hasLeft;
}

/** A member as the secretariat enters it. */
export interface MemberDraft {
  readonly code: string;
  readonly name: Text;
  readonly mechanism: Text;
  readonly mechanismLanguage: Language;
  readonly basis?: Text;
  readonly lead?: Text;
  readonly joinedOn: string;
  readonly source: Text;
}

/** Why a member cannot be entered, or its membership not ended. */
export type MemberRefusal =
  | "already-member"
  | "unknown-member"
  | "already-left"
  | "not-a-day"
  | "day-in-future"
  | "before-joining";

/** What is wrong with a draft whatever the register holds. `today` is the ISO day of the act. */
export function memberDraftProblem(draft: Pick<MemberDraft, "joinedOn">, today: string): MemberRefusal | undefined {
  if (!isDay(draft.joinedOn)) return "not-a-day";
  // A member counts for the quorum from the day it is here, so it is entered when that day has come.
  return draft.joinedOn > today ? "day-in-future" : undefined;
}
