import { type Decimal, compare, decimal, minus } from "./decimal.ts";

/** Where the amber and the red begin, in points of percent by which what is done lags behind what is due. */
export interface LightRule {
  /** Exact decimal text. */
  readonly amberFrom: string;
  readonly redFrom: string;
}

/**
 * Rule of the platform's own to start with ("Regla de partida de la plataforma"): the founding texts ask for lights and name no
 * thresholds. The plenary may set others.
 */
export const startingLightRule: LightRule = { amberFrom: "10", redFrom: "25" };

/** Colour of a traffic light; grey where nothing can be judged yet. */
export type Light = "green" | "amber" | "red" | "grey";

/** Why a light has its colour. */
export type LightReason = "done" | "on-time" | "behind" | "far-behind" | "missing-report" | "not-due" | "not-scheduled" | "nothing-weighs";

/** What a light is judged by. */
export interface Judged {
  readonly done: Decimal;
  readonly due: Decimal;
  /** Activities below it, or itself, whose period is over and on which nothing was accepted. */
  readonly missingPastEnd: number;
  readonly isScheduled: boolean;
  readonly weighs: boolean;
}

/**
 * The light of a node. Done is green; grey without a schedule or while nothing is due; then the lag decides: below amber
 * green, below red amber, else red. Where a report is missing past the end of its period, green becomes amber.
 */
export function lightOf({ done, due, missingPastEnd, isScheduled, weighs }: Judged, rule: LightRule): { light: Light; because: LightReason } {
  if (!weighs) return { light: "grey", because: "nothing-weighs" };
  if (compare(done, decimal("100")) >= 0) return missingPastEnd > 0 ? { light: "amber", because: "missing-report" } : { light: "green", because: "done" };
  if (!isScheduled) return { light: "grey", because: "not-scheduled" };
  if (compare(due, decimal("0")) === 0) return { light: "grey", because: "not-due" };
  const lag = minus(due, done);
  if (compare(lag, decimal(rule.redFrom)) >= 0) return { light: "red", because: "far-behind" };
  if (compare(lag, decimal(rule.amberFrom)) >= 0) return { light: "amber", because: "behind" };
  return missingPastEnd > 0 ? { light: "amber", because: "missing-report" } : { light: "green", because: "on-time" };
}
