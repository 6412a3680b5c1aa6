import type { Language } from "#basics";
import type { Problem } from "../../intake/index.ts";

/** One thing to mend in a file, in the language of the page. */
export interface ProblemLine {
  readonly id: string;
  readonly severity: Problem["severity"];
  readonly sheet: string;
  readonly row: number;
  readonly column?: { readonly letter: string; readonly name: string };
  readonly value?: string;
  readonly message: string;
  readonly mend: string;
}

/** How many problems a page lists; the marked workbook carries all. */
const most = 200;

/** The problems of a report as a page shows them, each severity cut to what can be read. */
export function problemLines(problems: readonly Problem[], language: Language): ProblemLine[] {
  const lines = problems.map((problem, place): ProblemLine => ({
    id: String(place),
    severity: problem.severity,
    sheet: problem.sheet,
    row: problem.row,
    ...(problem.column === undefined ? {} : { column: problem.column }),
    ...(problem.value === undefined ? {} : { value: problem.value }),
    message: problem.message[language],
    mend: problem.mend[language],
  }));
  const ofSeverity = (severity: Problem["severity"]) => lines.filter((line) => line.severity === severity).slice(0, most);
  return [...ofSeverity("error"), ...ofSeverity("warning")];
}
