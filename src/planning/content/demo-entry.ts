import type { Text } from "#basics";
import type { Entry, EntryIndicator, EntryResponsible } from "./entry.ts";

/** A member state that answers. */
export const state = (country: string): EntryResponsible => ({ kind: "member", country });
/** Every member state answers for its own part. */
export const everyState: EntryResponsible = { kind: "every-member" };
export const secretariatAnswers: EntryResponsible = { kind: "secretariat" };
export const presidencyAnswers: EntryResponsible = { kind: "presidency" };
/** A committee of the coalition, by its id. */
export const committeeAnswers = (committee: string): EntryResponsible => ({ kind: "committee", committee });
/** An observer organisation that supports, by its code. */
export const supportOf = (organisation: string): EntryResponsible => ({ kind: "observer", organisation, role: "supports" });

/** A plan that is made up stands on no page. */
const page = "";

/** What an activity of the demonstration is to give, by when and how it is proven. */
export interface DemoActivity {
  readonly code: string;
  readonly weight: string;
  readonly title: Text;
  /** First and last month of 2026; the months between them too. */
  readonly months: readonly [number, number];
  readonly target: Text;
  readonly verification: Text;
  readonly responsible: readonly EntryResponsible[];
}

/** An activity of the plan of 2026. */
export function demoActivity({ months: [first, last], ...activity }: DemoActivity): Entry {
  return { kind: "activity", page, months: Array.from({ length: last - first + 1 }, (_, at) => first + at), ...activity };
}

/** An operational objective of 2026 with its activities and indicators. */
export function demoObjective(code: string, weight: string, title: Text, children: readonly Entry[]): Entry {
  return { kind: "operational-objective", code, weight, title, page, children };
}

/** An axis of 2026. */
export function demoAxis(code: string, weight: string, title: Text, goals: readonly number[], children: readonly Entry[]): Entry {
  return { kind: "axis", code, weight, title, page, goals, children };
}

/** An indicator of 2026, counted by country. */
export function demoCountries(code: string, title: Text, unit: Text, target: number, countedStep: EntryIndicator["countedStep"] = "approved"): Entry {
  return {
    kind: "indicator",
    code,
    title,
    page,
    target: { es: `${target} ${unit.es} a fin de 2026`, en: `${target} ${unit.en} by the end of 2026` },
    indicator: { unit, figure: "countries", countedStep, direction: "up", baseline: 1, baselineOn: "2025-12-31", target, targetOn: "2026-12-31" },
  };
}
