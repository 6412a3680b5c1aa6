import { addDays } from "#basics";
import { type Decimal, decimal, percentOf, zero } from "./decimal.ts";
import type { PlanNode } from "./plan.ts";

/** What of a node tells when it is to be done. */
export type Scheduled = Pick<PlanNode, "startsOn" | "endsOn" | "months" | "planFrom" | "planUntil">;

/** One stretch of work, ISO days, both of them in it. */
export interface Stretch {
  readonly from: string;
  readonly until: string;
}

/** Worked out once for each node: the matrix asks three times of each of its thousands. */
const known = new WeakMap<Scheduled, readonly Stretch[]>();

/**
 * When a node is to be done: its calendar months in every year of its period, cut at the ends of the period; without months
 * the whole period; nothing where it has neither months nor days. Its period is its own days, or its plan's.
 */
export function stretchesOf(node: Scheduled): readonly Stretch[] {
  const stretches = known.get(node) ?? workedOut(node);
  known.set(node, stretches);
  return stretches;
}

function workedOut({ startsOn, endsOn, months, planFrom, planUntil }: Scheduled): Stretch[] {
  const from = startsOn ?? planFrom;
  const until = endsOn ?? planUntil;
  if (until < from) return [];
  if (months.length === 0) return startsOn === null && endsOn === null ? [] : [{ from, until }];
  const found: Stretch[] = [];
  // Months counted from year 0, so that a matrix of ten years walks them in no time.
  const at = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  for (let index = at(from); index <= at(until); index += 1) {
    const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
    if (!months.includes(month)) continue;
    const named = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
    const first = `${named}-01`;
    const last = `${named}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
    found.push({ from: first < from ? from : first, until: last > until ? until : last });
  }
  return found;
}

/** Days of a stretch, both ends counted. */
function daysIn({ from, until }: Stretch): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000) + 1;
}

/** The last day of a node's schedule; undefined where nothing is scheduled. */
export function lastDayOf(node: Scheduled): string | undefined {
  return stretchesOf(node).at(-1)?.until;
}

/** Whether the whole schedule lies before `today`. */
export function isOver(node: Scheduled, today: string): boolean {
  const last = lastDayOf(node);
  return last !== undefined && last < today;
}

/**
 * How much of an activity should be done by `today`, in percent: by months, the months that are over among its months;
 * without months, the days that are over among its days. The current month or day is not over. Rounded to four decimals;
 * undefined where nothing is scheduled.
 */
export function dueOf(node: Scheduled, today: string): Decimal | undefined {
  const stretches = stretchesOf(node);
  const [only] = stretches;
  if (!only) return undefined;
  if (node.months.length > 0) return percentOf(stretches.filter(({ until }) => until < today).length, stretches.length);
  if (only.until < today) return decimal("100");
  return only.from >= today ? zero : percentOf(daysIn({ from: only.from, until: addDays(today, -1) }), daysIn(only));
}

/** The years in which something of these is scheduled, in their order. */
export function yearsOf(nodes: readonly Scheduled[]): number[] {
  const found = new Set<number>();
  for (const { from, until } of nodes.flatMap(stretchesOf)) {
    for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year += 1) found.add(year);
  }
  return [...found].toSorted((one, other) => one - other);
}

/** What of the stretches lies in a year, as fractions of it from 0 to 1: where bars begin and end. For pictures only. */
export function yearSpans(stretches: readonly Stretch[], year: number): { readonly from: number; readonly until: number }[] {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const whole = daysIn({ from: first, until: last });
  return stretches
    .filter(({ from, until }) => from <= last && until >= first)
    .map(({ from, until }) => ({
      from: from <= first ? 0 : (daysIn({ from: first, until: from }) - 1) / whole,
      until: until >= last ? 1 : daysIn({ from: first, until }) / whole,
    }));
}
