import type { Text } from "#basics";
import { maskIdentity } from "./identity-value.ts";
import { type ProblemCode, wordingOf } from "./problem-wording.ts";

/** One thing to mend in a file: where it stands, what stands there, what was expected, and how to mend it. */
export interface Problem {
  /** Name of the sheet as the user sees it; empty for CSV. */
  readonly sheet: string;
  /** Row as the spreadsheet counts it, from 1; 0 when the whole sheet or file is meant. */
  readonly row: number;
  readonly column?: { readonly letter: string; readonly name: string };
  /** What was found, cut short and masked when it could name a person. Never set for identity columns. */
  readonly value?: string;
  readonly code: ProblemCode;
  /** An error blocks the file; a warning asks for a look. */
  readonly severity: "error" | "warning";
  readonly message: Text;
  readonly mend: Text;
  /** Address of the matrix cell that is meant, when one is. */
  readonly cell?: string;
}

/** How many problems there are in all, though only the first ones are listed. */
export interface ProblemTotals {
  readonly errors: number;
  readonly warnings: number;
  readonly listed: number;
  readonly byCode: Readonly<Partial<Record<ProblemCode, number>>>;
}

export interface ProblemPlace {
  readonly sheet?: string;
  readonly row?: number;
  /** Column counted from 0. */
  readonly column?: number;
  readonly columnName?: string;
  readonly cell?: string;
}

/** Letters of a spreadsheet column counted from 0: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  let letters = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** A value as it may be shown in a report: without control signs, at most 60 letters, masked when it could name a person. */
export function showValue(value: string): string {
  const plain = maskIdentity(value.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim());
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
}

/** Builds one problem; `facts` fill the blanks of its wording. */
export function problemOf(
  code: ProblemCode,
  place: ProblemPlace,
  value?: string,
  facts: Readonly<Record<string, string>> = {},
): Problem {
  const shown = value === undefined ? undefined : showValue(value);
  const wording = wordingOf(code, { value: shown ?? "", name: place.columnName ?? "", ...facts });
  return {
    sheet: place.sheet ?? "",
    row: place.row ?? 0,
    ...(place.column === undefined ? {} : { column: { letter: columnLetter(place.column), name: place.columnName ?? "" } }),
    ...(shown === undefined ? {} : { value: shown }),
    code,
    ...wording,
    ...(place.cell === undefined ? {} : { cell: place.cell }),
  };
}

/** Of one kind so many are listed, so that a thousand of a kind do not hide the others. */
const mostOfAKind = 200;

/** Gathers problems: the first thousand in full, at most two hundred of a kind, all of them in the counts. */
export class ProblemLog {
  readonly #listed: Problem[] = [];
  readonly #byCode = new Map<ProblemCode, number>();
  readonly #limit: number;
  #errors = 0;
  #warnings = 0;

  constructor(limit = 1000) {
    this.#limit = limit;
  }

  /** Notes one problem; past the limit it is counted only, and its words are not even built. */
  add(code: ProblemCode, place: ProblemPlace, value?: string, facts?: Readonly<Record<string, string>>): void {
    const before = this.#byCode.get(code) ?? 0;
    this.#byCode.set(code, before + 1);
    if (wordingOf.severity(code) === "error") this.#errors++;
    else this.#warnings++;
    if (this.#listed.length < this.#limit && before < mostOfAKind) this.#listed.push(problemOf(code, place, value, facts));
  }

  /** True when nothing blocks the file. */
  get clean(): boolean {
    return this.#errors === 0;
  }

  get problems(): readonly Problem[] {
    return this.#listed;
  }

  get totals(): ProblemTotals {
    return { errors: this.#errors, warnings: this.#warnings, listed: this.#listed.length, byCode: Object.fromEntries(this.#byCode) };
  }
}
