import type { Text } from "#basics";
import type { EntryIndicator } from "./entry.ts";

/** A target of the ten-year plan in words. All its results say 'by 2027'. */
export function by2027(what: Text): Text {
  return { es: `Al 2027: ${what.es}`, en: `By 2027: ${what.en}` };
}

/** Something that is reached or not: 1 says that it was. The plan gives the year. */
export const milestone: EntryIndicator = {
  unit: { es: "estrategia (1: alcanzada)", en: "strategy (1: reached)" },
  figure: "milestone",
  direction: "up",
  target: 1,
  targetOn: "2027-12-31",
};

/** A number that is counted and for which the plan gives no target figure. */
export function counted(unit: Text, measure?: string): EntryIndicator {
  return { unit, figure: "count", direction: "up", targetOn: "2027-12-31", ...(measure === undefined ? {} : { measure }) };
}

/** What is said of a target where the plan gives no figure. */
export const noFigure = by2027({ es: "el plan no da una cifra", en: "the plan gives no figure" });
