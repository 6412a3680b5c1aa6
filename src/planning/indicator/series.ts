import type { Bridge } from "../plan/plan.ts";
import type { Report } from "../progress/report.ts";

/** A figure of an indicator at the end of a period. */
export interface SeriesPoint {
  /** ISO day. */
  readonly on: string;
  /** As it was reported or counted then. */
  readonly value: number;
  /** What it is against the figures of today's definition: the value times the bridge where the definition was another. */
  readonly comparable: number;
  /** Told under an older definition. */
  readonly isBridged: boolean;
}

/**
 * The series of an indicator fed by hand: accepted figures, one a day, the last sent where two tell of the same day. `since` is
 * the version that redefined it; what was reported under an earlier one keeps its value and is made comparable by the bridge.
 */
export function seriesOf(
  reports: readonly Pick<Report, "until" | "figure" | "answer" | "version" | "at">[],
  bridge: Bridge | null,
  since: number | undefined,
): SeriesPoint[] {
  const byDay = new Map<string, (typeof reports)[number]>();
  for (const each of reports) {
    if (each.answer !== "accepted" || each.figure === null) continue;
    const held = byDay.get(each.until);
    if (!held || each.at > held.at) byDay.set(each.until, each);
  }
  return [...byDay.values()]
    .toSorted((a, b) => a.until.localeCompare(b.until))
    .map(({ until, figure, version }) => {
      const value = figure ?? 0;
      const isBridged = bridge !== null && since !== undefined && version < since;
      return { on: until, value, comparable: isBridged ? round(value * bridge.factor) : value, isBridged };
    });
}

/** To four decimals, as figures are kept. */
const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** The ends of the years of a plan up to the year of `today`, or to its own last day. */
export function yearsOf(plan: { readonly from: string; readonly until: string }, today: string): { year: number; from: string; until: string; isRunning: boolean }[] {
  const [first, last] = [Number(plan.from.slice(0, 4)), Number((plan.until < today ? plan.until : today).slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => {
    const year = first + place;
    const [from, until] = [`${year}-01-01`, `${year}-12-31`];
    return { year, from: from < plan.from ? plan.from : from, until: until > plan.until ? plan.until : until, isRunning: until >= today && plan.until >= today };
  });
}
