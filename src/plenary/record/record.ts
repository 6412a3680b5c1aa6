import type { Text } from "#basics";
import type { AgreementState, OffspringKind, Responsible } from "../agreement/agreement.ts";
import type { Due } from "../agreement/due.ts";
import type { MeetingMode } from "../meeting/meeting.ts";

/** Who took part in a meeting of the past: a member state by its code, or an organisation by its name. */
export interface RecordedParticipation {
  readonly country?: string;
  readonly organisation?: string;
  /** Left out where the source does not tell. */
  readonly mode?: "in-person" | "virtual";
  readonly note?: Text;
}

/** A meeting of the past, as far as the coalition's own texts tell of it; what is left out they do not say. */
export interface RecordedMeeting {
  readonly id: string;
  /** False where the source gives no number and the platform counted. */
  readonly numberGiven: boolean;
  readonly mode?: MeetingMode;
  readonly place?: Text;
  readonly timeZone: string;
  /** ISO days, first and last. */
  readonly days?: readonly [string, string];
  readonly source: Text;
  readonly summary: Text;
  readonly participation: readonly RecordedParticipation[];
  /** The members at the time, where the source counts them. */
  readonly seats?: readonly string[];
  /** The meeting in which its act was approved. */
  readonly actApprovedIn?: string;
}

/** What an agreement of the past gave rise to, as the source tells. */
export interface RecordedOffspring {
  readonly kind: OffspringKind;
  readonly title: Text;
  /** Id of a committee that is in the coalition's starting content. */
  readonly committee?: string;
}

/** An agreement of the past in plain words of our own; fulfilled only where the source itself says that it was done. */
export interface RecordedAgreement {
  readonly meeting: string;
  /** Its place among the agreements of the year; the platform counted. */
  readonly ordinal: number;
  /** The mark in the source: 'A', '5'; empty where it gives none. */
  readonly mark: string;
  readonly title: Text;
  readonly text: Text;
  readonly responsible: readonly Responsible[];
  readonly due?: Due;
  readonly dueSaid?: string;
  readonly state: Exclude<AgreementState, "withdrawn">;
  /** ISO day; left out where the source tells none. */
  readonly fulfilledOn?: string;
  /** What the source says of its fulfilment. */
  readonly closingNote?: string;
  readonly offspring?: readonly RecordedOffspring[];
}

const nobody = { country: null, committee: null, organisation: null, role: "responsible" } as const;

/** A member state that answers. */
export const byMember = (country: string): Responsible => ({ ...nobody, kind: "member", country });
/** The plenary as a whole. */
export const byPlenary: Responsible = { ...nobody, kind: "plenary" };
export const byPresidency: Responsible = { ...nobody, kind: "presidency" };
export const bySecretariat: Responsible = { ...nobody, kind: "secretariat" };
/** A committee of the coalition, by its id. */
export const byCommittee = (committee: string): Responsible => ({ ...nobody, kind: "committee", committee });
/** An organisation that offered its support, by its code. */
export const supportedBy = (organisation: string): Responsible => ({ ...nobody, kind: "observer", organisation, role: "supports" });
