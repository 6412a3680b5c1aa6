import type { Text } from "#basics";

/** What a meeting goes through: prepared, convened, in session, closed; or cancelled before it begins. */
export const meetingStates = ["draft", "convened", "open", "closed", "cancelled"] as const;
export type MeetingState = (typeof meetingStates)[number];
export type MeetingKind = "ordinary" | "extraordinary";
export type MeetingMode = "in-person" | "virtual" | "hybrid";

/** A meeting of the plenary. */
export interface Meeting {
  /** Its number: 'V-2024'. */
  readonly id: string;
  readonly year: number;
  readonly ordinal: number;
  readonly kind: MeetingKind;
  /** Null only in a meeting of the record, where the sources do not tell how it was held. */
  readonly mode: MeetingMode | null;
  readonly place: Text | null;
  /** IANA name of the zone in which its times are said. */
  readonly timeZone: string;
  /** Null only in a meeting of the record whose day the sources do not tell. */
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly state: MeetingState;
  readonly agendaState: "draft" | "approved";
  readonly currentItem: string | null;
  readonly quorumRule: string | null;
  readonly sequence: number;
  readonly convenedAt: Date | null;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly cancelReason: string | null;
  /** Entered from the coalition's record, not held here. */
  readonly isRecord: boolean;
  /** False where the source gives no number and the platform counted. */
  readonly numberGiven: boolean;
  /** The source tells days, no hours. */
  readonly wholeDays: boolean;
  readonly source: Text | null;
  readonly summary: Text | null;
}

export type ItemKind =
  | "opening" | "agenda" | "previous-act" | "country-reports" | "representation" | "motion" | "election" | "information" | "closing" | "other";
export type ItemState = "pending" | "current" | "done" | "postponed";

/** A point of the agenda. */
export interface AgendaItem {
  readonly id: string;
  readonly position: number;
  readonly kind: ItemKind;
  readonly title: Text;
  readonly detail: Text;
  readonly minutes: number | null;
  readonly presenter: string;
  readonly openToObservers: boolean;
  readonly state: ItemState;
  readonly begunAt: Date | null;
  readonly doneAt: Date | null;
}
