import type { Text } from "#basics";
import type { Term } from "#coalition";
import type { AgreementInPeriod } from "#plenary";
import type { Accountability } from "../accountability/accountability.ts";
import type { Light } from "../plan/light.ts";
import type { PackageWish } from "./handover.ts";

/** An activity, or an indicator with a day for its target, that the incoming office has to look at. Figures are percent as decimal text. */
export interface OpenLine {
  readonly plan: Text;
  readonly name: Text;
  readonly responsible: Text;
  /** Null for an indicator. */
  readonly done: string | null;
  readonly due: string | null;
  readonly light: Light | null;
  /** The light is what it is because a report is missing. */
  readonly isMissing: boolean;
  /** The last ISO day of its schedule, or the day of an indicator's target. */
  readonly ends: string | null;
}

/** A report, or a country's step, that waits for an answer. */
export interface WaitingLine {
  readonly kind: "report" | "step";
  readonly name: Text;
  /** Country code; null for an organ. */
  readonly country: string | null;
  readonly author: string;
  /** Last ISO day that it tells of; null for a step. */
  readonly until: string | null;
  readonly at: Date;
}

/** Everything that a package tells, in both languages. */
export interface PackageFacts {
  readonly wish: PackageWish;
  readonly term: Term;
  readonly holder: Text;
  /** The plans with a version in force, the newest period first. */
  readonly plans: readonly { readonly id: string; readonly title: Text; readonly version: number; readonly done: string; readonly due: string }[];
  readonly late: readonly OpenLine[];
  readonly due: readonly OpenLine[];
  /** The last ISO day of `due`. */
  readonly dueUntil: string;
  readonly waiting: readonly WaitingLine[];
  readonly agreements: readonly AgreementInPeriod[];
  readonly accountability: readonly Accountability[];
  /** Those of them that are the report of this term. */
  readonly termReports: readonly Accountability[];
}
