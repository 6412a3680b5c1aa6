import type { Reading } from "#database";
import type { Finding } from "../validation/finding.ts";
import { validate } from "../validation/validate.ts";
import { collectionOf } from "./collection.store.ts";
import { earlierFigures, figuresOf } from "./figure.store.ts";
import { methodologyOf } from "./methodology.store.ts";
import { type Remark, explanations } from "./remark.ts";
import { remarksOf } from "./remark.store.ts";
import { submissionOf } from "./submission.store.ts";

/** What the checks find in a submission as it stands, with the country's explanations beside the warnings. */
export interface ValidationReport {
  /** In the order of the classes; errors before warnings within one. */
  readonly findings: readonly (Finding & { readonly explanation?: Remark })[];
  readonly errors: number;
  readonly warnings: number;
  /** Warnings that nobody has explained. */
  readonly openWarnings: number;
  readonly mayBeSubmitted: boolean;
}

/**
 * The report of checks, made when it is asked for and never stored, so that it cannot be out of date. Undefined when the
 * submission is not the actor's to see; before the signature that includes the secretariat, whose view holds no figures.
 * `today` is the ISO day.
 */
export async function validationReport(tx: Reading, collection: string, country: string, today: string): Promise<ValidationReport | undefined> {
  const of = { collection, country };
  const opened = await collectionOf(tx, collection);
  const submission = await submissionOf(tx, of);
  if (!opened || !submission) return undefined;
  const methodology = await methodologyOf(tx, opened.methodology);
  const explained = explanations(await remarksOf(tx, of));
  const found = validate({
    methodology,
    country,
    year: opened.year,
    figures: await figuresOf(tx, of),
    sheet: submission,
    earlier: await earlierFigures(tx, of),
    today,
  });
  const findings = found.map((finding) => {
    const explanation = finding.severity === "warning" ? explained.get(finding.key) : undefined;
    return explanation ? { ...finding, explanation } : finding;
  });
  const errors = findings.filter((each) => each.severity === "error").length;
  const warnings = findings.length - errors;
  const openWarnings = findings.filter((each) => each.severity === "warning" && !("explanation" in each)).length;
  return { findings, errors, warnings, openWarnings, mayBeSubmitted: errors === 0 && openWarnings === 0 };
}
