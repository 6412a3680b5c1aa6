import { currentMembers } from "#coalition";
import type { Reading } from "#database";
import { type Measure, type MeasureRecord, type Period, measures } from "#plenary";
import type { Indicator, PlanNode } from "../plan/plan.ts";
import { reportsOf } from "../progress/report.store.ts";
import { type SeriesPoint, seriesOf, yearsOf } from "./series.ts";
import { countedStepOf, stepsOf } from "./step.store.ts";
import { type CountedStep, countriesAt } from "./step.ts";

/** The measure that feeds an indicator; undefined where none is bound or no slice publishes it. */
export function measureOf({ measure }: Pick<Indicator, "measure">): Measure | undefined {
  return measures.find(({ id }) => id === measure);
}

/** Where a figure comes from: measured from records, counted from countries, reported by hand; 'none' while there is nothing. */
export type IndicatorFigure =
  | { readonly source: "measured"; readonly value: number; readonly denominator?: number; readonly period: Period; readonly records: readonly MeasureRecord[] }
  | { readonly source: "countries"; readonly value: number; readonly denominator: number; readonly counted: CountedStep; readonly on: string }
  | { readonly source: "reported"; readonly value: number; readonly on: string }
  | { readonly source: "none" };

/**
 * The figure of an indicator for a period, from what the reader may see. Measured: counted in the period, as percent of its
 * denominator where the indicator is one. Countries: those at or beyond the counted step on the last day. By hand: the newest
 * accepted figure that was told of by the last day. Undefined for what is no indicator.
 */
export async function indicatorFigure(tx: Reading, node: PlanNode, period: Period): Promise<IndicatorFigure | undefined> {
  if (node.indicator === null) return undefined;
  const measure = measureOf(node.indicator);
  if (measure) return measuredFigure(tx, measure, node.indicator, period);
  if (node.indicator.measure !== null) return { source: "none" };
  if (node.indicator.figure === "countries") {
    const counted = countedStepOf(node);
    const members = (await currentMembers(tx)).map(({ code }) => code);
    return { source: "countries", value: countriesAt(await stepsOf(tx, node.key), members, counted, period.until), denominator: members.length, counted, on: period.until };
  }
  const newest = (await handSeries(tx, node)).findLast(({ on }) => on <= period.until);
  return newest ? { source: "reported", value: newest.value, on: newest.on } : { source: "none" };
}

async function measuredFigure(tx: Reading, measure: Measure, indicator: Indicator, period: Period): Promise<IndicatorFigure> {
  const { value, denominator, records } = await measure.read(tx, period);
  const isShare = indicator.figure === "percent";
  // A share without its whole is not known: zero would be a figure.
  if (isShare && (denominator === undefined || denominator === 0)) return { source: "none" };
  return {
    source: "measured",
    value: isShare && denominator !== undefined ? Math.round((value / denominator) * 1_000_000) / 10_000 : value,
    ...(denominator === undefined ? {} : { denominator }),
    period,
    records,
  };
}

/** The accepted figures of an indicator fed by hand, with its bridge; empty for any other. */
async function handSeries(tx: Reading, node: PlanNode): Promise<SeriesPoint[]> {
  if (node.indicator === null || node.indicator.measure !== null || node.indicator.figure === "countries") return [];
  return seriesOf(await reportsOf(tx, node.key), node.indicator.bridge, await redefinedIn(tx, node.key));
}

/** The first version in which an indicator bears a bridge; undefined where it was never redefined. */
async function redefinedIn(tx: Reading, key: string): Promise<number | undefined> {
  const row = await tx
    .selectFrom("planning.node as n")
    .innerJoin("planning.version as v", (join) => join.onRef("v.plan", "=", "n.plan").onRef("v.version", "=", "n.version"))
    .select((each) => each.fn.min<number | null>("n.version").as("version"))
    .where("n.key", "=", key)
    .where("n.bridge_factor", "is not", null)
    .where("v.state", "<>", "discarded")
    .executeTakeFirst();
  return row?.version ?? undefined;
}

/** A year of the trend; null where there is no figure. */
export interface TrendPoint {
  readonly year: number;
  readonly value: number | null;
  readonly denominator?: number;
  readonly isRunning: boolean;
  readonly isBridged: boolean;
  /** As it was told then, where the bridge changed it. */
  readonly told?: number;
}

/** The figure of each year since the plan's start, on today's definition; by hand, the newest of each year. */
export async function trendOf(tx: Reading, node: PlanNode, today: string): Promise<TrendPoint[]> {
  const years = yearsOf({ from: node.planFrom, until: node.planUntil }, today);
  const series = await handSeries(tx, node);
  const isByHand = node.indicator !== null && node.indicator.measure === null && node.indicator.figure !== "countries";
  const points: TrendPoint[] = [];
  for (const { year, from, until, isRunning } of years) {
    if (isByHand) {
      const newest = series.findLast(({ on }) => on >= from && on <= until);
      const told = newest?.isBridged ? { told: newest.value } : {};
      points.push({ year, value: newest?.comparable ?? null, isRunning, isBridged: newest?.isBridged ?? false, ...told });
      continue;
    }
    // What is counted from steps is known up to today; a measure asks for the whole of a year.
    const isMeasured = node.indicator !== null && node.indicator.measure !== null;
    const figure = await indicatorFigure(tx, node, { from, until: !isMeasured && until > today ? today : until });
    const denominator = figure !== undefined && "denominator" in figure ? figure.denominator : undefined;
    points.push({
      year,
      value: figure === undefined || figure.source === "none" ? null : figure.value,
      ...(denominator === undefined ? {} : { denominator }),
      isRunning,
      isBridged: false,
    });
  }
  return points;
}
