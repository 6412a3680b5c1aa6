import { isDay } from "#basics";

/** How far a country is with what an indicator counts, from nothing to in use. */
export const steps = ["none", "drafted", "approved", "implemented"] as const;
export type Step = (typeof steps)[number];
/** The steps from which on a country can count. */
export const countedSteps = ["drafted", "approved", "implemented"] as const;
export type CountedStep = (typeof countedSteps)[number];

/** A step that a country entered, and what was answered. Days are ISO days. */
export interface CountryStep {
  readonly id: string;
  readonly key: string;
  readonly country: string;
  readonly step: Step;
  /** The day from which it holds. */
  readonly on: string;
  readonly note: string;
  readonly evidenceUrl: string | null;
  readonly evidenceDocument: string | null;
  readonly account: string;
  readonly name: string;
  readonly at: Date;
  readonly answer: "accepted" | "returned" | null;
  readonly answerNote: string;
}

/** Whether a country at `step` counts where countries count from `counted` on. */
export function reaches(step: Step, counted: CountedStep): boolean {
  return steps.indexOf(step) >= steps.indexOf(counted);
}

/** Where each country stood at the end of a day: the accepted step with the newest day, the last entered where two share it. */
export function standingOn(all: readonly CountryStep[], day: string): Map<string, CountryStep> {
  const standing = new Map<string, CountryStep>();
  for (const each of all) {
    if (each.answer !== "accepted" || each.on > day) continue;
    const held = standing.get(each.country);
    if (!held || each.on > held.on || (each.on === held.on && each.at >= held.at)) standing.set(each.country, each);
  }
  return standing;
}

/** The figure of a country indicator at the end of a day: the members at or beyond the step that it counts. */
export function countriesAt(all: readonly CountryStep[], members: readonly string[], counted: CountedStep, day: string): number {
  const standing = standingOn(all, day);
  return members.filter((country) => reaches(standing.get(country)?.step ?? "none", counted)).length;
}

/** A step as it is typed. */
export interface StepDraft {
  readonly id: string;
  readonly step: string;
  readonly on: string;
  readonly note: string;
  readonly evidenceUrl?: string;
  readonly evidenceDocument?: string;
}

/** What is wrong with a step, by field. `held` is where the country stands today. A step back asks for a word why. */
export function stepProblems(draft: StepDraft, held: Step, today: string): Record<string, string[]> {
  const problems: Record<string, string[]> = {};
  const step = steps.find((each) => each === draft.step);
  if (step === undefined) problems["step"] = ["choose"];
  if (!isDay(draft.on)) problems["on"] = ["not-a-day"];
  else if (draft.on > today) problems["on"] = ["day-ahead"];
  if (draft.note.length > 4000) problems["note"] = ["too-long"];
  else if (step !== undefined && steps.indexOf(step) < steps.indexOf(held) && draft.note.trim() === "") problems["note"] = ["back-needs-note"];
  return problems;
}
