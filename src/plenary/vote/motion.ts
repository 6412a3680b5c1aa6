import type { Text } from "#basics";

/** What a motion is about: a matter of substance, the agenda itself, the previous act, or how to proceed. */
export const motionPurposes = ["substance", "agenda", "previous-act", "procedure"] as const;
export type MotionPurpose = (typeof motionPurposes)[number];

/** Written, put to the plenary, and what became of it. */
export type MotionState = "draft" | "put" | "adopted" | "rejected" | "withdrawn";

/** A text put to the plenary. */
export interface Motion {
  readonly id: string;
  readonly meeting: string;
  /** The point of the agenda under which it is decided. */
  readonly item: string;
  readonly number: number;
  readonly purpose: MotionPurpose;
  readonly title: Text;
  readonly text: Text;
  /** The delegation that proposes it; null for a motion of the presidency or the secretariat. */
  readonly country: string | null;
  readonly office: string;
  /** The motion that it replaces with another wording. */
  readonly replaces: string | null;
  readonly state: MotionState;
  readonly enteredAt: Date;
  readonly putAt: Date | null;
  readonly decidedAt: Date | null;
}
