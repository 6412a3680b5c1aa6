import type { Text } from "#basics";

/** One entry of a code list. `joins` names the broader code that this one is counted into when a table is coarser. */
export interface Code {
  readonly code: string;
  readonly label: Text;
  readonly parent?: string;
  /** Words that national files use for this code, already folded (lower case, without accents). */
  readonly aliases?: readonly string[];
}

export interface CodeList {
  readonly id: string;
  readonly title: Text;
  readonly codes: readonly Code[];
}

export type DimensionId = "SEX" | "AGE" | "FORM" | "MAIN_FORM" | "ORIGIN" | "SCOPE" | "SERVICE" | "VICTIM_STATUS";

/** An axis of the tables: its words, and the codes that a table prints along it. */
export interface Dimension {
  readonly id: DimensionId;
  readonly title: Text;
  /** Code list the codes come from. */
  readonly codeList: string;
  /** Parts in the order of print, without `_T`; `_U` is among them when the attribute can be unknown. */
  readonly codes: readonly string[];
  /** False when a person can stand under several codes, so that the parts do not add up to the total. */
  readonly additive: boolean;
  /** Column of the record file that carries this attribute, when records are submitted. */
  readonly recordField?: string;
}

/** One table of the plan: what is collected in a matrix sheet, and what a release may print. */
export interface TablePlan {
  readonly id: string;
  readonly title: Text;
  /** What one unit of the table is, for the foot of charts and files. */
  readonly unit: Text;
  readonly dimensions: readonly DimensionId[];
  /**
   * 'persons': the grand total is the headline number of victims. 'mentions': several answers a person, no part above
   * the headline. 'served': persons who received a service, earlier years included, without a bound. 'statuses': one
   * count for each status, never added together.
   */
  readonly counts: "persons" | "mentions" | "served" | "statuses";
  /** True when an attribute makes group disclosure sensitive: all of a small group sharing it is hidden by rule. */
  readonly sensitive: boolean;
}

/** The rules of one year's statistics: code lists, tables, thresholds. Immutable once adopted. */
export interface Methodology {
  readonly version: string;
  readonly topic: "trafficking";
  readonly title: Text;
  readonly adoptedOn: string;
  /** Smallest count that may be printed; 1 to k - 1 is hidden. */
  readonly k: number;
  /** Country headline totals at or above this print crossed tables; see `design`. */
  readonly fullFrom: number;
  /** Country headline totals at or above this, and below `fullFrom`, print one-way tables only. */
  readonly marginsFrom: number;
  /** Years pooled for a country below `fullFrom`: fixed windows of this length, counted from `poolOrigin`. */
  readonly poolYears: number;
  readonly poolOrigin: number;
  readonly codeLists: readonly CodeList[];
  readonly dimensions: readonly Dimension[];
  readonly tables: readonly TablePlan[];
}
