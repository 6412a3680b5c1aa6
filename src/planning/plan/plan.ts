import type { Text } from "#basics";
import type { CountedStep } from "../indicator/step.ts";

/** What a plan is: of ten years, of one year under it, or of communication. */
export const planKinds = ["strategic", "operational", "communication"] as const;
/** One of `planKinds`. */
export type PlanKind = (typeof planKinds)[number];

/** Life of a version: written, then decided by the plenary, then replaced by the next that it decides; or discarded before it was decided. */
export type VersionState = "draft" | "approved" | "superseded" | "discarded";

/** A plan with the versions that the reader may know of. */
export interface Plan {
  /** What stands in its address: 'plan-operativo-2026'. */
  readonly id: string;
  readonly kind: PlanKind;
  readonly title: Text;
  /** ISO days, both of them in the plan. */
  readonly from: string;
  readonly until: string;
  /** The plan that it carries out. */
  readonly parent: string | null;
  /** Transcribed from a source instead of decided on the platform. */
  readonly isRecord: boolean;
  readonly source: Text | null;
  /** The version in force; null while the first is a draft. */
  readonly version: number | null;
  /** The draft being written; null where there is none or the reader may not see it. */
  readonly draft: number | null;
}

/** One version of a plan: what it was decided by. */
export interface PlanVersion {
  readonly plan: string;
  readonly version: number;
  readonly state: VersionState;
  readonly reason: Text;
  /** The meeting that decided it, and its motion where the platform held the meeting. */
  readonly decidedIn: string | null;
  readonly motion: string | null;
  readonly decidedOn: string | null;
  readonly approvedAt: Date | null;
  /** Why and when a draft was discarded; null for any other. */
  readonly discarded: { readonly reason: string; readonly at: Date } | null;
}

/** What a place in the tree can be. */
export const nodeKinds = ["axis", "objective", "result", "indicator", "operational-objective", "activity", "section", "tactic"] as const;
/** One of `nodeKinds`. */
export type NodeKind = (typeof nodeKinds)[number];

/** What the figure of an indicator is. */
export const figureKinds = ["count", "percent", "milestone", "countries"] as const;
/** One of `figureKinds`. */
export type FigureKind = (typeof figureKinds)[number];

/** Joins the series of a redefined indicator to its old one: an old figure times `factor` is comparable with a new one. */
export interface Bridge {
  readonly factor: number;
  readonly note: Text;
}

/** What an indicator counts and from where to where. */
export interface Indicator {
  readonly unit: Text;
  readonly figure: FigureKind;
  /** Of one that counts countries: the step from which a country counts; where nothing is said, approved. */
  readonly countedStep?: CountedStep | null;
  readonly direction: "up" | "down" | null;
  readonly baseline: number | null;
  readonly baselineOn: string | null;
  readonly targetFigure: number | null;
  readonly targetOn: string | null;
  /** The id of the measure that feeds it; then nobody types a figure. */
  readonly measure: string | null;
  readonly bridge: Bridge | null;
}

/** One place in the tree of one version. `key` is the same in every version: reports and series hang on it. */
export interface PlanNode {
  readonly plan: string;
  readonly version: number;
  readonly key: string;
  readonly parent: string | null;
  readonly kind: NodeKind;
  /** The number that the source prints: '2.1.3'. */
  readonly code: string;
  readonly position: number;
  readonly title: Text;
  readonly detail: Text;
  readonly sourcePage: string;
  /** Exact decimal text, percent among its siblings; null for an indicator, which measures and does not weigh. */
  readonly weight: string | null;
  readonly target: Text;
  readonly verification: Text;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Calendar months, 1 to 12, in each year that its period touches. */
  readonly months: readonly number[];
  /** The days of its plan: the period of what has no days of its own. */
  readonly planFrom: string;
  readonly planUntil: string;
  readonly indicator: Indicator | null;
  /** Numbers of Sustainable Development Goals. */
  readonly goals: readonly number[];
}

/** Who can answer for a place of a plan. */
export const responsibleKinds = ["member", "every-member", "presidency", "secretariat", "plenary", "committee", "observer"] as const;
/** One of `responsibleKinds`. */
export type ResponsibleKind = (typeof responsibleKinds)[number];

/** One who answers for a node or supports who answers. */
export interface PlanResponsible {
  readonly id: string;
  readonly key: string;
  readonly kind: ResponsibleKind;
  readonly country: string | null;
  readonly committee: string | null;
  readonly organisation: string | null;
  readonly role: "responsible" | "supports";
}

/** The newest accepted report on an activity. */
export interface ActivityReport {
  /** Percent done, decimal text with at most four decimals. */
  readonly progress: string;
  /** The last day that it tells of. */
  readonly until: string;
}
