import type { Text } from "#basics";
import { formatCount } from "#basics";
import { type Figure, parseCell } from "../../figure.ts";
import type { Methodology } from "../../methodology/methodology.ts";
import { type Interval, headlineCell, intervalOf, valuesOf } from "../matrix.ts";

/** One country's signed figures of the year. */
export interface MirrorSide {
  readonly country: string;
  readonly figures: readonly Figure[];
}

/**
 * A suspicion that persons of one citizenship stand in two countries' figures: where they were exploited, and at home where
 * they were received. `words` are for the secretariat, which reads both sides; `wordsForState` name neither another state nor
 * any figure of it, and may be passed on to the country of origin.
 */
export interface MirrorHint {
  readonly key: string;
  /** Country of origin, whose own figures hold its nationals. */
  readonly origin: string;
  /** Countries that report its nationals among their victims. */
  readonly destinations: readonly string[];
  /** At most so many persons can stand on both sides. */
  readonly upTo: number;
  readonly words: Text;
  readonly wordsForState: Text;
}

/**
 * Compares origin with destination: nationals of a country whom other members report, beside the nationals whom the country
 * itself reports as trafficked across borders. Both at once may be the same persons, counted on rescue and on return.
 *
 * Aggregates cannot prove it. A hint is given where both sides reach k, so that it never rests on a handful of persons, and
 * it says 'up to': the smaller side bounds what can be double.
 *
 * Source: GLOTIP counts victims where they are detected and repatriated persons apart; CTDC deduplicates by case only.
 */
export function mirrorHints(methodology: Methodology, sides: readonly MirrorSide[], names: ReadonlyMap<string, Text>): MirrorHint[] {
  const { k } = methodology;
  return sides.flatMap((home): MirrorHint[] => {
    const abroad = sides
      .filter((side) => side.country !== home.country)
      .map((side) => ({ country: side.country, ...nationals(methodology, side, home.country) }))
      .filter((side) => side.lo > 0);
    const outside = abroad.reduce((sum, side) => sum + side.lo, 0);
    const returned = crossBorderNationals(methodology, home);
    if (outside < k || returned < k) return [];
    const upTo = Math.min(outside, returned);
    const named = (code: string, language: "es" | "en") => names.get(code)?.[language] ?? code;
    const list = (language: "es" | "en") => abroad.map((side) => `${named(side.country, language)} (${formatCount(side.lo, language)})`).join(", ");
    return [
      {
        key: `double-report@${home.country}=${outside}+${returned}`,
        origin: home.country,
        destinations: abroad.map((side) => side.country),
        upTo,
        words: {
          es: `Personas de ${named(home.country, "es")} figuran en ${list("es")}; su propio país informa hasta ${formatCount(returned, "es")} nacionales en trata transnacional. Hasta ${formatCount(upTo, "es")} personas podrían contarse dos veces.`,
          en: `Persons from ${named(home.country, "en")} stand in ${list("en")}; their own country reports up to ${formatCount(returned, "en")} nationals in cross-border trafficking. Up to ${formatCount(upTo, "en")} persons could be counted twice.`,
        },
        wordsForState: {
          es: "Otros Estados miembros también informan sobre personas de su nacionalidad. Revise si sus cifras incluyen a personas identificadas en el extranjero y recibidas a su regreso, y anótelo en la nota de la celda.",
          en: "Other member states report on persons of your citizenship as well. Check whether your figures include persons who were identified abroad and received on their return, and say so in the note of the cell.",
        },
      },
    ];
  });
}

function nationals(methodology: Methodology, side: MirrorSide, country: string): Interval {
  const table = methodology.tables.find((plan) => plan.dimensions.length === 1 && plan.dimensions[0] === "ORIGIN");
  const cell = `${table?.id ?? ""}:${country}`;
  return stated(methodology, side, cell);
}

/** At most how many of the country's own nationals were trafficked across borders, by its own figures. */
function crossBorderNationals(methodology: Methodology, home: MirrorSide): number {
  const scope = methodology.tables.find((plan) => plan.dimensions.length === 1 && plan.dimensions[0] === "SCOPE");
  const crossing = scope ? ["CROSS", "BOTH"].map((code) => stated(methodology, home, `${scope.id}:${code}`)) : [];
  const across = crossing.reduce((sum, each) => sum + each.lo, 0);
  const own = nationals(methodology, home, home.country);
  const total = stated(methodology, home, headlineCell(methodology));
  return Math.min(own.lo, across, total.hi);
}

/** What a side states; nothing known counts as nobody here, since a hint must not rest on a blank. */
function stated(methodology: Methodology, side: MirrorSide, cell: string): Interval {
  const value = valuesOf(side.figures).get(cell);
  if (!value || value.kind === "absent" || parseCell(cell).table === "") return { lo: 0, hi: 0 };
  return intervalOf(methodology, cell, value);
}
