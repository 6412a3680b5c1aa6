import type { Language } from "#basics";
import { isHidden, upperEnd } from "#charts";
import { TOTAL } from "../figure.ts";
import type { Methodology } from "../methodology/methodology.ts";
import { labelOf } from "../methodology/plan.ts";
import { type Published, REGION, type ReleaseData, type ReleasedArea } from "../release/release-data.ts";
import { type PrintedTable, exact } from "./cells.ts";
import type { Section, SectionId } from "./model.ts";
import { type Subject, groupingOf, shareSubject } from "./words.ts";

/** What sections are made from. */
export interface Matter {
  readonly release: ReleaseData;
  readonly methodology: Methodology;
  readonly area: ReleasedArea;
  readonly language: Language;
}

/** A section, or why there is none. */
export type Outcome =
  | Section
  | { readonly id: SectionId; readonly subject: string; readonly silence: "not-reported" | "hidden" };

/** A cell that the release does not have. */
export const notAvailable: Published = { kind: "absent", absence: "not-available" };

/** Tells whether there is something to draw beyond a zero. */
export function isPresent(value: Published | undefined): boolean {
  return value !== undefined && ((upperEnd(value) ?? 0) > 0 || isHidden(value));
}

/** The words and measures that every section of one page uses. */
export function tools({ methodology, language, area }: Matter) {
  const grouping = groupingOf(area.code, language);
  return {
    grouping,
    es: language === "es",
    say: (es: string, en: string) => (language === "es" ? es : en),
    label: (dimension: Parameters<typeof labelOf>[1], code: string) =>
      shortLabel(labelOf(methodology, dimension, code)[language]),
    share: (part: number, whole: number | undefined) => shareSubject(part, whole, language, grouping),
  };
}

/** A label without its explanation in brackets; the tables' own page explains. */
function shortLabel(label: string): string {
  return label.replace(/ \(.*\)$/, "");
}

/** The note of a table whose years are pooled. */
export function pooled(table: PrintedTable, language: Language): { note?: string } {
  if (!table.years) return {};
  const [from, to] = table.years;
  return { note: language === "es" ? `Años ${from} a ${to} juntos` : `Years ${from} to ${to} together` };
}

/** A sentence from its subject and the verb in the right number. */
export function predicate({ words, singular }: Subject, many: string, one: string): string {
  return `${words} ${singular ? one : many}`;
}

/**
 * The whole that a share may be said of, or nothing, so that the count alone is said. `parts` are all cells that make up the
 * whole, the unknown among them.
 *
 * A country's parts belong to its own total. In the region some countries report a total without its parts, so there the
 * parts have to be printed and to add up. Where more than a fifth is unknown, a share would speak for persons of whom nobody
 * knows.
 */
export function shareWhole(
  { area }: Matter,
  whole: number | undefined,
  parts: readonly (Published | undefined)[],
  unknown: Published | undefined,
): number | undefined {
  if (whole === undefined || (exact(unknown) ?? 0) > whole / 5) return undefined;
  if (area.code !== REGION) return whole;
  const sum = parts.reduce((total, part) => total + (exact(part) ?? Number.NaN), 0);
  return sum === whole ? whole : undefined;
}

/** The headline that parts of this table are measured against: of the pooled years when the table is pooled. */
export function headlineOf(release: ReleaseData, area: string, table: PrintedTable): number | undefined {
  const same = (years: readonly [number, number] | undefined) => years?.join() === table.years?.join();
  const cell = release.cells.find(
    (each) => each.area === area && each.table === "victims" && each.codes.every((code) => code === TOTAL) && same(each.years),
  );
  return exact(cell?.published);
}
