import { type Text, isDay } from "#basics";

/** What has become of a committee. */
export type CommitteeState = "working" | "delivered" | "dissolved";

/** A working committee: its mandate, who volunteered, who helps, and when it is due. Days are ISO days. */
export interface Committee {
  readonly id: string;
  readonly name: Text;
  readonly mandate: Text;
  readonly createdAtMeeting?: string;
  readonly agreement?: string;
  readonly createdOn?: string;
  /** The due date in the words of the agreement: 'first plenary of 2024'. */
  readonly dueWords?: Text;
  readonly dueOn?: string;
  readonly state: CommitteeState;
  readonly closedOn?: string;
  readonly deliverable?: Text;
  readonly source?: Text;
  readonly members: readonly { readonly country: string; readonly coordinates: boolean }[];
  readonly collaborators: readonly { readonly organisation: string; readonly name: Text; readonly note?: Text }[];
}

/** A committee as it is created: by the secretariat's entry, or by an agreement of the plenary. */
export interface CommitteeDraft {
  readonly name: Text;
  readonly mandate: Text;
  readonly createdAtMeeting?: string;
  readonly agreement?: string;
  readonly createdOn?: string;
  readonly dueWords?: Text;
  readonly dueOn?: string;
  readonly source?: Text;
  /** ISO 3166-1 alpha-3 of the countries that volunteered. */
  readonly members: readonly string[];
  readonly coordinator?: string;
  /** Codes of the organisations that offered to help. */
  readonly collaborators: readonly string[];
}

/** Why a committee cannot be created or closed. */
export type CommitteeRefusal =
  | "name-needed"
  | "mandate-needed"
  | "members-needed"
  | "not-a-member"
  | "coordinator-not-a-member"
  | "unknown-organisation"
  | "not-a-day"
  | "due-before-creation"
  | "unknown-committee"
  | "already-closed";

/** What is wrong with a committee by itself, before it is held against the register. */
export function committeeDraftProblem(draft: CommitteeDraft): CommitteeRefusal | undefined {
  if (draft.name.es.trim() === "" || draft.name.en.trim() === "") return "name-needed";
  if (draft.mandate.es.trim() === "" || draft.mandate.en.trim() === "") return "mandate-needed";
  if (draft.members.length === 0) return "members-needed";
  if (draft.coordinator !== undefined && !draft.members.includes(draft.coordinator)) return "coordinator-not-a-member";
  if ([draft.createdOn, draft.dueOn].some((day) => day !== undefined && !isDay(day))) return "not-a-day";
  if (draft.createdOn !== undefined && draft.dueOn !== undefined && draft.dueOn < draft.createdOn) return "due-before-creation";
  return undefined;
}

/** Whether a committee is late on a day; one whose due date is known in words alone is never called late by a clock. */
export function isLate({ state, dueOn }: Pick<Committee, "state" | "dueOn">, today: string): boolean {
  return state === "working" && dueOn !== undefined && dueOn < today;
}
