import type { Text } from "#basics";

/** What a place of a plan is; the database knows the same words. */
export type EntryKind = "axis" | "objective" | "result" | "indicator" | "operational-objective" | "activity" | "section" | "tactic";

/** Who answers for a place: an organ, every member state, one of them, a committee (null: one still to be formed), an observer. */
export interface EntryResponsible {
  readonly kind: "member" | "every-member" | "presidency" | "secretariat" | "plenary" | "committee" | "observer";
  readonly country?: string;
  readonly committee?: string;
  readonly organisation?: string;
  /** Left out: responsible. */
  readonly role?: "supports";
}

/** What an indicator measures, as far as the plan says. */
export interface EntryIndicator {
  readonly unit: Text;
  readonly figure: "count" | "percent" | "milestone" | "countries";
  readonly direction?: "up" | "down";
  readonly baseline?: number;
  /** ISO day. */
  readonly baselineOn?: string;
  readonly target?: number;
  /** ISO day. */
  readonly targetOn?: string;
  /** Of figure "countries": the step from which on a country counts. */
  readonly countedStep?: "drafted" | "approved" | "implemented";
  /** Id of the measure of another slice that feeds it. */
  readonly measure?: string;
}

/** A place of a plan as it is written down in the starting content, with what hangs below it. */
export interface Entry {
  readonly kind: EntryKind;
  /** As the source prints it; left out where it prints none. */
  readonly code?: string;
  readonly title: Text;
  readonly detail?: Text;
  /** Where it stands in the source: 'p. 39'. */
  readonly page: string;
  /**
   * Percent of its siblings with up to four decimals. Left out: an equal share among those siblings that weigh. "none": it
   * states something and carries no work, so it weighs nothing.
   */
  readonly weight?: string;
  readonly target?: Text;
  readonly verification?: Text;
  /** ISO days, first and last. */
  readonly period?: readonly [string, string];
  readonly months?: readonly number[];
  readonly indicator?: EntryIndicator;
  readonly goals?: readonly number[];
  readonly responsible?: readonly EntryResponsible[];
  readonly children?: readonly Entry[];
}

/** A plan of the starting content: one version, with its whole tree. */
export interface PlanEntry {
  readonly id: string;
  readonly kind: "strategic" | "operational" | "communication";
  readonly title: Text;
  readonly from: string;
  readonly until: string;
  readonly parent?: string;
  readonly source: Text;
  /** What a reader has to know of this version: where weights come from, what the copy at hand does not hold. */
  readonly reason: Text;
  readonly entries: readonly Entry[];
}

/** The weight of an entry that carries no work of its own. */
export const weightless = "none";
