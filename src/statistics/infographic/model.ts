import type { Language } from "#basics";
import type { Bar, Grouping, Place, SexAgeProps, SplitPart, TableTwin, Tile, TrendYear } from "#charts";
import type { Published } from "../release/release-data.ts";

/** What a section draws, as data for one chart of the coalition. */
export type Drawing =
  | ({ readonly kind: "sex-age" } & Pick<SexAgeProps, "left" | "right" | "ages" | "others" | "header">)
  | { readonly kind: "bars"; readonly bars: readonly Bar[]; readonly header: readonly [string, string] }
  | { readonly kind: "split"; readonly parts: readonly SplitPart[]; readonly header: readonly [string, string] }
  | {
      readonly kind: "map";
      readonly places: readonly Place[];
      readonly members: readonly string[];
      readonly to?: string;
      readonly header: readonly [string, string];
    }
  | { readonly kind: "tiles"; readonly tiles: readonly Tile[]; readonly header: readonly [string, string] }
  | {
      readonly kind: "trend";
      readonly years: readonly TrendYear[];
      readonly strong: number;
      readonly header: readonly [string, string];
    };

export type SectionId = "who" | "how" | "where" | "scope" | "services" | "trend" | "countries";

/** One thought of the page: its subject, what the figures say, and the figure. */
export interface Section {
  readonly id: SectionId;
  readonly subject: string;
  /** The finding as a sentence; the subject stands in its place when nothing printed supports one. */
  readonly finding: string;
  readonly drawing: Drawing;
  /** One line under the figure: what is not drawn, pooled years. */
  readonly note?: string;
  /** Every cell of the section in words, also those that the drawing leaves out for space. */
  readonly twin: TableTwin;
}

/** Everything an infographic says, in words and protected figures. It holds no number that the release does not print. */
export interface InfographicModel {
  readonly language: Language;
  readonly grouping: Grouping;
  readonly area: string;
  readonly place: string;
  readonly year: number;
  readonly title: string;
  readonly description: string;
  /** The band across the page when the country is fictional. */
  readonly exercise?: string;
  readonly kicker: string;
  readonly headline: { readonly value: Published; readonly figure: string; readonly counts: string; readonly note?: string };
  /** Member states whose light is lit: the country itself, or those in the region's figure. */
  readonly lit: readonly string[];
  /** A paragraph in large letters for a country with few cases. */
  readonly lead?: string;
  readonly sections: readonly Section[];
  /** What is missing from the page and why, a sentence each. */
  readonly silences: readonly string[];
  readonly foot: {
    readonly method: string;
    readonly protection: string;
    readonly source: string;
    readonly licence: string;
    readonly address: string;
  };
  readonly tablesTitle: string;
  readonly publishedOn: string;
}
