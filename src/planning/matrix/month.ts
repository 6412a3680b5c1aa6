import type { Language } from "#basics";

const names = {
  es: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
} as const satisfies Record<Language, readonly string[]>;

/** Months in short, runs joined: 'ene–mar, jul'. Empty for none. */
export function monthsText(months: readonly number[], language: Language): string {
  const sorted = [...new Set(months)].toSorted((one, other) => one - other);
  const runs: number[][] = [];
  for (const month of sorted) {
    const run = runs.at(-1);
    if (run && run.at(-1) === month - 1) run.push(month);
    else runs.push([month]);
  }
  const name = (month: number | undefined) => names[language][(month ?? 1) - 1] ?? "";
  return runs.map((run) => (run.length === 1 ? name(run[0]) : `${name(run[0])}–${name(run.at(-1))}`)).join(", ");
}
