/**
 * One number of a release as disclosure control sees it.
 *
 * Numbers are counts of persons. `lo` and `hi` say what the coalition knows: equal for an exact count, apart for a count
 * that its own source suppressed or that is a sum over such counts.
 */
export interface Cell {
  /** Unique in the problem: `2021/GTM/victims:F.MINOR`. */
  readonly id: string;
  readonly lo: number;
  readonly hi: number;
  /** What anybody knows before this release: 0 and Infinity, or the interval that the source printed ('<5' is 0 to 4). */
  readonly knownLo: number;
  readonly knownHi: number;
  /**
   * 'candidate': printed if it is safe. 'latent': never printed, yet part of the equations. 'public': printed by an
   * earlier release, so it cannot be hidden any more. 'withheld': hidden by an earlier release, so it stays hidden.
   */
  readonly role: "candidate" | "latent" | "public" | "withheld";
  /** Cost of hiding relative to other cells; totals cost most, so that headline totals stay. At least 1. */
  readonly weight: number;
  /** Hidden before anything is solved, because the rule of group disclosure or the methodology asks for it. */
  readonly sensitive?: "group";
}

/** total = sum of the parts, for the truth and for every table that a reader can imagine. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
  /** The parts are places or years, not attributes: that all persons are in one of them tells nothing about a person. */
  readonly across?: true;
}

/** part ≤ whole: a form mentioned by some persons can never pass the number of persons. */
export interface Bound {
  readonly part: string;
  readonly whole: string;
}

/** All numbers of a release, of the earlier releases it is linked to, and every relation between them. */
export interface Problem {
  readonly k: number;
  readonly cells: readonly Cell[];
  readonly sums: readonly Sum[];
  readonly bounds: readonly Bound[];
}

/** Why a cell is hidden. Known inside only: the public sees one code for all of them. */
export type Reason = "primary" | "source" | "group" | "complementary" | "insider" | "earlier";

/** What protection decided: every hidden candidate with its reason, and how the work went. */
export interface Protection {
  readonly hidden: ReadonlyMap<string, Reason>;
  readonly solves: number;
  readonly seconds: number;
  /**
   * Cells that no pattern can protect, because nothing is left to hide. A release with one of them must not be published.
   */
  readonly unprotectable: readonly string[];
  /** Cells whose source or an earlier release already tells more than this release would like; this one adds nothing. */
  readonly unavoidable: readonly string[];
}

/**
 * What a reader holds after the release: for each number the bounds that are public (equal when it is printed), and the
 * relations. It carries no truth. This is all the attacker gets.
 */
export interface PublicView {
  readonly k: number;
  readonly cells: readonly { readonly id: string; readonly lo: number; readonly hi: number; readonly hidden: boolean }[];
  readonly sums: readonly Sum[];
  readonly bounds: readonly Bound[];
}

/** A breach that the attacker found. `lo` and `hi` are what he can prove about the cell. */
export interface Finding {
  readonly kind: "exact" | "small" | "below" | "narrow" | "derived" | "singleton" | "group" | "unresolved" | "inconsistent";
  readonly cell: string;
  readonly lo: number;
  readonly hi: number;
}
