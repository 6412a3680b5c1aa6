import type { ColumnId } from "./sheet.ts";

/** What can be wrong with a cell of a file; the words stand under `problems`. */
export type SheetProblemKind =
  | "formula" | "error-value" | "wrong-type" | "not-a-day" | "period-reversed" | "period-ahead" | "period-outside" | "figure-range" | "figure-count" | "figure-milestone"
  | "unknown-state" | "state-figure" | "why-needed" | "narrative-needed" | "period-needed" | "figure-needed" | "too-long" | "bad-link" | "closed-link" | "no-code" | "unknown-code" | "foreign-code"
  | "code-twice" | "not-yours" | "measured" | "moved-on" | "refused";

/** Something to be mended in a cell. Nothing of a file is kept while there is one. */
export interface SheetProblem {
  readonly kind: SheetProblemKind;
  readonly sheet: string;
  /** Row as the program counts it, from 1. */
  readonly row: number;
  readonly column: ColumnId;
  /** Letter of the column in this file. */
  readonly letter: string;
  /** What stands there, cut to what a page can show. */
  readonly value: string;
}

/** Why a file goes back whole; the words stand under `refusals`. */
export type SheetRefusal = "not-ours" | "newer-format" | "other-plan" | "other-version" | "other-reader" | "stamp-broken" | "columns-missing" | "unreadable" | "nothing-changed" | "not-in-force" | "too-many";
