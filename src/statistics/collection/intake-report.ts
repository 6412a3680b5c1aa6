import type { Text } from "#basics";
import type { Figure, Value } from "../figure.ts";
import { parseCell } from "../figure.ts";
import type { IntakeRefusal, IntakeResult, Problem, ProblemTotals, UnmappedLabel } from "../intake/index.ts";
import type { Methodology } from "../methodology/methodology.ts";
import { headlineCell } from "../validation/matrix.ts";
import { type Difference, differences } from "./difference.ts";

/** What was found in a file, kept with it and shown on its page. */
export interface IntakeReport {
  /** 'refused': the whole file goes back. 'problems': errors to mend. 'clean': it can be taken over. */
  readonly outcome: "refused" | "problems" | "clean";
  readonly refusal?: { readonly code: string; readonly text: Text; readonly mend: Text };
  readonly format?: "xlsx" | "csv";
  readonly kind?: "matrix" | "records";
  /** How many figures the file states, and good records it holds. */
  readonly figures: number;
  readonly records: number;
  readonly tables: readonly { readonly table: string; readonly figures: number }[];
  readonly headline?: Value;
  /** Who stands behind the figures, as the file says. */
  readonly sheet: { readonly authority?: string; readonly referenceDate?: string; readonly source?: string };
  readonly problems: readonly Problem[];
  readonly totals: ProblemTotals;
  readonly unmapped: readonly UnmappedLabel[];
  /** What would change against the figures that stand, the first ones listed. */
  readonly differences: readonly Difference[];
  readonly differenceCount: number;
  /** The same bytes were sent before; `at` is an ISO instant. */
  readonly sameAs?: { readonly upload: string; readonly name: string; readonly by: string; readonly at: string; readonly committed: boolean };
}

const none: ProblemTotals = { errors: 0, warnings: 0, listed: 0, byCode: {} };
const mostDifferences = 300;

/** The report on a file that was read to its end, beside the figures that stand. */
export function reportOf(methodology: Methodology, result: IntakeResult, standing: readonly Figure[], sameAs?: IntakeReport["sameAs"]): IntakeReport {
  const changed = differences(standing, result.figures);
  const headline = result.figures.find((figure) => figure.cell === headlineCell(methodology));
  const byTable = Map.groupBy(result.figures, (figure) => parseCell(figure.cell).table);
  const { authority, referenceDate, source } = result.source;
  return {
    outcome: result.totals.errors > 0 || result.unmapped.length > 0 ? "problems" : "clean",
    format: result.format,
    kind: result.kind,
    figures: result.figures.length,
    records: result.records,
    tables: methodology.tables.map((plan) => ({ table: plan.id, figures: byTable.get(plan.id)?.length ?? 0 })),
    ...(headline ? { headline: headline.value } : {}),
    sheet: { ...(authority ? { authority } : {}), ...(referenceDate ? { referenceDate } : {}), ...(source ? { source } : {}) },
    problems: result.problems,
    totals: result.totals,
    unmapped: result.unmapped,
    differences: changed.slice(0, mostDifferences),
    differenceCount: changed.length,
    ...(sameAs ? { sameAs } : {}),
  };
}

/** The report on a file that goes back whole. */
export function refusalReport(refusal: IntakeRefusal, sameAs?: IntakeReport["sameAs"]): IntakeReport {
  return {
    outcome: "refused",
    refusal: { code: refusal.code, text: refusal.text, mend: refusal.mend },
    figures: 0,
    records: 0,
    tables: [],
    sheet: {},
    problems: refusal.problems,
    totals: refusal.problems.length === 0 ? none : { ...none, errors: refusal.problems.length, listed: refusal.problems.length },
    unmapped: [],
    differences: [],
    differenceCount: 0,
    ...(sameAs ? { sameAs } : {}),
  };
}
