import type { Absence } from "../figure.ts";

/**
 * What the public gets to know of one cell.
 *
 * 'observed' an exact count (zero included); 'range' a sum over countries of which some are known as an interval only;
 * 'protected' hidden in this release; 'source' hidden by the country's own source; otherwise why there is no figure.
 */
export type Published =
  | { readonly kind: "observed"; readonly count: number }
  | { readonly kind: "range"; readonly lo: number; readonly hi: number }
  | { readonly kind: "protected" }
  | { readonly kind: "source" }
  | { readonly kind: "absent"; readonly absence: Absence };

/** How much of a country's year is printed, chosen from its published headline by the methodology's rule. */
export type AreaDesign = "full" | "margins" | "total" | "none";

/** The coalition's own code for the sum of its members, beside ISO 3166-1 alpha-3 for a country. */
export const REGION = "_R";

export interface ReleasedArea {
  /** ISO 3166-1 alpha-3, or `_R`. */
  readonly code: string;
  readonly name: Readonly<{ es: string; en: string }>;
  readonly fictional: boolean;
  readonly design: AreaDesign;
  /** Institution that stands behind the figures, and the day they were drawn; absent for the region. */
  readonly authority?: string;
  readonly referenceDate?: string;
  /** Public source that the country cites for its figures. */
  readonly source?: string;
  /** Countries whose headline the region's headline includes; only for the region. */
  readonly includes?: readonly string[];
  /** Countries of the collection that reported no headline; only for the region. */
  readonly lacks?: readonly string[];
}

/** One cell of the release; `codes` follow the dimensions of the table in the plan. `years` is set for pooled cells. */
export interface ReleasedCell {
  readonly area: string;
  readonly table: string;
  readonly codes: readonly string[];
  readonly published: Published;
  /** First and last year for a pooled cell ([2020, 2022]); otherwise absent: the release's own year. */
  readonly years?: readonly [number, number];
}

/** A point of an area's trend: the headline as its own year's newest release prints it. */
export interface TrendPoint {
  readonly area: string;
  readonly year: number;
  readonly published: Published;
  /** Members included in the region's headline of that year. */
  readonly reporting?: number;
}

/** The protected release: everything that pages, files, charts and infographics may ever draw from. No other number exists. */
export interface ReleaseData {
  readonly topic: "trafficking";
  readonly year: number;
  readonly version: number;
  /** An exercise with a fictional country; printed large on everything that is drawn from it. */
  readonly exercise: boolean;
  /** ISO date; part of the inputs, so that a second build gives the same bytes. */
  readonly publishedOn: string;
  readonly methodology: string;
  readonly k: number;
  readonly members: number;
  readonly areas: readonly ReleasedArea[];
  readonly cells: readonly ReleasedCell[];
  readonly trend: readonly TrendPoint[];
}
