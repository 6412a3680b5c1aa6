import type { Figure, Value } from "../figure.ts";
import { trafficking1 } from "../methodology/trafficking-1.ts";
import { planCells } from "./matrix.ts";

/** A figure from a short word: a number, '<5' as "<5", or ND, NC, NA. For tests and examples. */
export function figure(cell: string, word: number | "<5" | "ND" | "NC" | "NA"): Figure {
  const absences = { ND: "not-available", NC: "not-collected", NA: "not-applicable" } as const;
  const value: Value =
    typeof word === "number" ? { kind: "count", count: word } : word === "<5" ? { kind: "suppressed", below: 5 } : { kind: "absent", absence: absences[word] };
  return { cell, value };
}

/** A small year that agrees with itself: 12 girls, 3 boys, 20 women, 5 men; everything stated, nothing to warn about. */
export function exampleFigures(): Figure[] {
  const counts: Record<string, number> = {
    "status:PRESUMED": 60, "status:IDENTIFIED": 40, "status:ACCREDITED": 12, "status:RESCUED": 9,
    "victims:F.MINOR": 12, "victims:F.ADULT": 20, "victims:F._T": 32, "victims:M.MINOR": 3, "victims:M.ADULT": 5, "victims:M._T": 8,
    "victims:_T.MINOR": 15, "victims:_T.ADULT": 25, "victims:_T._T": 40,
    "forms:SEX.MINOR": 10, "forms:SEX.ADULT": 18, "forms:SEX._T": 28, "forms:LAB.MINOR": 5, "forms:LAB.ADULT": 7, "forms:LAB._T": 12,
    "forms_sex:SEX.F": 28, "forms_sex:SEX._T": 28, "forms_sex:LAB.F": 4, "forms_sex:LAB.M": 8, "forms_sex:LAB._T": 12,
    "main_form:SEX": 28, "main_form:LAB": 12, "main_form:_T": 40,
    "origin:GTM": 30, "origin:HND": 10, "origin:_T": 40,
    "scope:INTERNAL": 30, "scope:CROSS": 10, "scope:_T": 40,
    "services:SHELTER": 22, "services:LEGAL": 31,
  };
  return planCells(trafficking1).map((cell) => figure(cell, counts[cell] ?? 0));
}
