import { blankTable } from "./completeness/blank-table.ts";
import { headline } from "./completeness/headline.ts";
import { nilReturn } from "./completeness/nil-return.ts";
import { partialTable } from "./completeness/partial-table.ts";
import { sourceSheet } from "./completeness/source-sheet.ts";
import { joint } from "./consistency/joint.ts";
import { mentionsShort } from "./consistency/mentions-short.ts";
import { partsAndTotal } from "./consistency/parts-and-total.ts";
import { sameCount } from "./consistency/same-count.ts";
import { within } from "./consistency/within.ts";
import { type Finding, findingClasses } from "./finding.ts";
import type { ValidationInput } from "./matrix.ts";
import { jump } from "./plausibility/jump.ts";
import { oddNumber } from "./plausibility/odd-number.ts";
import { sameAsEarlier } from "./plausibility/same-as-earlier.ts";
import { shareShift } from "./plausibility/share-shift.ts";
import { shiftedRows } from "./plausibility/shifted-rows.ts";
import { type Relation, relationsOf } from "./relation.ts";
import { knownCell } from "./value/known-cell.ts";
import { sourceCeiling } from "./value/source-ceiling.ts";
import { wholeCount } from "./value/whole-count.ts";

type Rule = (input: ValidationInput) => readonly Finding[];

const rules: readonly Rule[] = [
  headline,
  nilReturn,
  sourceSheet,
  blankTable,
  partialTable,
  knownCell,
  wholeCount,
  sourceCeiling,
  consistency,
  mentionsShort,
  jump,
  shareShift,
  oddNumber,
  sameAsEarlier,
  shiftedRows,
];

/**
 * Everything that the checks find in one country's matrix of one year, class by class: complete, possible, consistent,
 * plausible. Within a class errors come first. The same input gives the same findings with the same keys.
 *
 * The order follows the validation levels of the European statistical system (ESS handbook on validation, levels 0 to 3):
 * what fails early makes what comes later meaningless. Mirror checks between countries are apart, see `mirrorHints`.
 */
export function validate(input: ValidationInput): Finding[] {
  const found = rules.flatMap((rule) => rule(input));
  const rank = (finding: Finding): number => findingClasses.indexOf(finding.class) * 2 + (finding.severity === "error" ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b));
}

/** Every relation by itself, then all that hold by themselves together. */
function consistency(input: ValidationInput): Finding[] {
  const failing = new Set<Relation>();
  const relations = relationsOf(input.methodology);
  const found = relations.flatMap((relation) => {
    const findings = check(input, relation);
    if (findings.length > 0) failing.add(relation);
    return findings;
  });
  return [...found, ...joint(input, relations.filter((relation) => !failing.has(relation)))];
}

function check(input: ValidationInput, relation: Relation): Finding[] {
  switch (relation.kind) {
    case "sum":
      return partsAndTotal(input, relation);
    case "at-most":
      return within(input, relation);
    case "equal":
      return sameCount(input, relation);
  }
}
