import type { Text } from "#basics";
import type { Figure } from "../figure.ts";
import type { Methodology } from "../methodology/methodology.ts";
import type { ReleaseData } from "./release-data.ts";

/** A member's accepted figures for the year, with what stands behind them. */
export interface MemberInput {
  readonly country: string;
  readonly name: Text;
  readonly fictional: boolean;
  readonly authority?: string;
  readonly referenceDate?: string;
  readonly source?: string;
  /** Sorted by cell. Empty when the country made no submission. */
  readonly figures: readonly Figure[];
}

/** A release that is public already, with the figures it was made of: the new one is protected together with it. */
export interface EarlierRelease {
  readonly data: ReleaseData;
  readonly figures: ReadonlyMap<string, readonly Figure[]>;
}

/** Everything a release is made of. The same inputs give the same bytes. */
export interface ReleaseInputs {
  readonly topic: "trafficking";
  readonly year: number;
  readonly version: number;
  readonly exercise: boolean;
  /** ISO date printed on the release. */
  readonly publishedOn: string;
  readonly methodology: Methodology;
  readonly members: readonly MemberInput[];
  /** Newest published releases of other years, and earlier versions of this year. */
  readonly earlier: readonly EarlierRelease[];
}
