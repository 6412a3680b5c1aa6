import type { Text } from "#basics";

/** What every setting of the plenary carries: its name, where it comes from and the day from which it holds. */
export interface Rule {
  readonly id: string;
  /** The statute or decision it comes from, as the pages and the act print it. */
  readonly source: Text;
  /** ISO day from which it holds; it ends on the day on which the next rule of its sort begins. */
  readonly from: string;
}

/** The source printed under a rule that no text of the coalition known to the platform states. */
export const startingSource = {
  es: "Regla de partida de la plataforma; confírmese con los Lineamientos de Actuación",
  en: "Starting rule of the platform; to be confirmed with the Guidelines for Action (Lineamientos de Actuación)",
} as const satisfies Text;

/** The day from which the starting rules hold: the first year whose meetings are held on the platform. */
export const startingDay = "2024-01-01";

/**
 * The rule that holds on an ISO day: the one that began last by then; `undefined` if none had begun.
 *
 * Of two that begin on the same day the one listed later holds: it was decided later.
 */
export function ruleInForce<R extends Rule>(rules: readonly R[], day: string): R | undefined {
  return rules
    .filter(({ from }) => from <= day)
    .reduce<R | undefined>((best, rule) => (best === undefined || rule.from >= best.from ? rule : best), undefined);
}
