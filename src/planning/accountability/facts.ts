import type { Text } from "#basics";
import type { AgreementInPeriod } from "#plenary";
import type { WeightedResult } from "./result.ts";

/** What one plan came to. */
export interface PlanFact {
  readonly id: string;
  readonly title: Text;
  readonly version: number;
  /** Percent done and due with four decimals. */
  readonly done: string;
  readonly due: string;
  readonly activities: number;
  readonly reported: number;
}

/** An axis in the plans that have it: percent done by plan, and their plain mean. */
export interface AxisFact {
  readonly code: string;
  readonly title: Text;
  readonly byPlan: ReadonlyMap<string, string>;
  readonly mean: string;
}

/** What one who answers came to, over all plans of the report. */
export interface PartyFact extends WeightedResult {
  readonly name: Text;
}

/** An indicator against its target. Figures are decimal text; null where there is none. */
export interface IndicatorFact {
  readonly code: string;
  readonly title: Text;
  readonly unit: Text;
  readonly baseline: string | null;
  readonly target: string | null;
  readonly targetText: Text;
  readonly figure: string | null;
  readonly source: "measured" | "countries" | "reported" | "none";
}

/** An activity whose time was over, or that was given up, and is not done. */
export interface UndoneFact {
  readonly code: string;
  readonly title: Text;
  readonly responsible: Text;
  readonly progress: string | null;
  readonly isGivenUp: boolean;
  /** As it was reported; empty where nobody told. */
  readonly why: string;
}

/** A proof that was named in an accepted report of the period. */
export interface EvidenceFact {
  readonly code: string;
  readonly title: Text;
  readonly until: string;
  /** Country code; null for an organ. */
  readonly country: string | null;
  /** Number of the document in the archive, or an address. */
  readonly address: string;
}

/** Everything that a report computes; nobody types it. */
export interface AccountabilityFacts {
  /** ISO day on which things are judged: the period's last, or today while it runs. */
  readonly asOf: string;
  readonly isRunning: boolean;
  readonly plans: readonly PlanFact[];
  readonly mean: string | null;
  readonly axes: readonly AxisFact[];
  readonly parties: readonly PartyFact[];
  readonly countries: readonly PartyFact[];
  readonly indicators: readonly IndicatorFact[];
  readonly agreements: readonly AgreementInPeriod[];
  readonly attendance: { readonly meetings: readonly { readonly id: string; readonly day: string | null }[]; readonly rows: readonly { readonly name: Text; readonly meetings: readonly string[] }[] };
  readonly undone: readonly UndoneFact[];
  readonly evidence: readonly EvidenceFact[];
  /** Reports of the period that nobody answered yet. */
  readonly waiting: number;
}
