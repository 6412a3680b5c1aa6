import { isDay } from "#basics";
import type { Light } from "../plan/light.ts";
import type { NodeKind } from "../plan/plan.ts";

/** The newest accepted report on a row: what the matrix shows of it. */
export interface NewestReport {
  /** Percent of an activity or figure of an indicator, exact decimal text. */
  readonly figure: string;
  /** Last ISO day that it tells of. */
  readonly until: string;
  /** State that reported; null for an organ. */
  readonly country: string | null;
}

/** A line of the monitoring matrix: an activity, or an indicator. Texts are in the reader's language. */
export interface MatrixRow {
  readonly plan: string;
  readonly key: string;
  readonly kind: "activity" | "indicator";
  readonly code: string;
  readonly title: string;
  /** Of an indicator: where it began, exact decimal text. */
  readonly baseline: string | null;
  readonly target: string;
  readonly verification: string;
  /** In words, and as the keys of the filter. */
  readonly responsible: string;
  readonly parties: readonly string[];
  /** Codes of the states that answer for it. */
  readonly countries: readonly string[];
  readonly months: readonly number[];
  /** ISO days of its schedule; null where nothing is scheduled. */
  readonly from: string | null;
  readonly until: string | null;
  /** Percent among its siblings, exact decimal text. */
  readonly weight: string | null;
  /** Percent due today, two decimals at most; null for an indicator. */
  readonly due: string | null;
  readonly light: Light | null;
  /** The unit of an indicator. */
  readonly unit: string;
  /** Fed by a measure or by the countries' steps, so that nobody types it. */
  readonly isMeasured: boolean;
  readonly newest: NewestReport | null;
}

/** A heading of the matrix: an axis, an objective, a result or another place that holds rows. */
export interface MatrixBand {
  readonly plan: string;
  readonly key: string;
  readonly kind: NodeKind | "plan";
  /** How deep it stands, from 0. */
  readonly depth: number;
  readonly code: string;
  readonly title: string;
  readonly weight: string | null;
  /** Percent done and due; null where nothing weighs. */
  readonly done: string | null;
  readonly due: string | null;
  readonly light: Light | null;
}

/** The matrix in the order of print. */
export type MatrixLine = { readonly band: MatrixBand } | { readonly row: MatrixRow };

/** What a matrix is narrowed to; what is left out narrows nothing. */
export interface MatrixFilter {
  /** Code of a place at the top of the plan. */
  readonly axis?: string;
  readonly country?: string;
  /** Key of one who answers: 'GTM', 'secretariat', 'committee:<id>'. */
  readonly responsible?: string;
  /** ISO days; a row stays whose schedule touches them. */
  readonly from?: string;
  readonly until?: string;
  readonly state?: MatrixState;
  /** With the plans that carry this one out. */
  readonly scope?: "all";
}

/** The states that the filter knows: the lights, and rows on which nothing was accepted. */
export const matrixStates = ["green", "amber", "red", "grey", "no-report"] as const;
/** One of `matrixStates`. */
export type MatrixState = (typeof matrixStates)[number];

/** Reads the filter of an address. A word that means nothing narrows nothing, so that an old link still opens. */
export function readFilter(query: URLSearchParams): MatrixFilter {
  const word = (name: string) => query.get(name)?.trim() ?? "";
  const day = (name: "from" | "until") => (isDay(word(name)) ? { [name]: word(name) } : {});
  const state = matrixStates.find((each) => each === word("state"));
  return {
    ...(word("axis") === "" ? {} : { axis: word("axis") }),
    ...(/^[A-Z]{3}$/.test(word("country")) ? { country: word("country") } : {}),
    ...(word("responsible") === "" ? {} : { responsible: word("responsible") }),
    ...day("from"),
    ...day("until"),
    ...(state === undefined ? {} : { state }),
    ...(word("scope") === "all" ? { scope: "all" as const } : {}),
  };
}

/** Whether a row stays under a filter; the axis is judged by whoever walks the tree. */
export function stays(row: MatrixRow, { country, responsible, from, until, state }: MatrixFilter): boolean {
  if (country !== undefined && !row.countries.includes(country)) return false;
  if (responsible !== undefined && !row.parties.includes(responsible)) return false;
  if (from !== undefined && (row.until === null || row.until < from)) return false;
  if (until !== undefined && (row.from === null || row.from > until)) return false;
  if (state === "no-report") return row.newest === null && !row.isMeasured;
  return state === undefined || row.light === state;
}
