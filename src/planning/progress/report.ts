import { type Actor, type Office, addDays, addMonths, isDay } from "#basics";

/** How an activity stands in the words of whoever reports. */
export const reportStates = ["not-begun", "under-way", "done", "given-up"] as const;
export type ReportState = (typeof reportStates)[number];

/** An actor with an account. */
export type Member = Extract<Actor, { kind: "member" }>;

/** What was reported on an activity or on an indicator fed by hand, and what was answered. Days are ISO days. */
export interface Report {
  readonly id: string;
  readonly plan: string;
  readonly version: number;
  readonly key: string;
  /** The state that reports; null for an organ. */
  readonly country: string | null;
  readonly office: Office;
  readonly from: string;
  readonly until: string;
  /** Percent done, of an activity. */
  readonly progress: number | null;
  /** Of an indicator. */
  readonly figure: number | null;
  readonly stateOf: ReportState | null;
  readonly narrative: string;
  readonly whyNot: string;
  readonly evidenceUrl: string | null;
  readonly evidenceDocument: string | null;
  readonly account: string;
  readonly name: string;
  readonly at: Date;
  readonly answer: "accepted" | "returned" | null;
  readonly answerNote: string;
  readonly answeredAt: Date | null;
  readonly answeredByName: string | null;
}

/** A report as it is typed. Figures are text, so that a comma and a point are both understood. */
export interface ReportDraft {
  /** Made by the form, so that the same form sent twice makes one report. */
  readonly id: string;
  readonly from: string;
  readonly until: string;
  /** Percent of an activity, or the figure of an indicator. */
  readonly figure: string;
  /** Of an activity. */
  readonly stateOf?: string;
  readonly narrative: string;
  readonly whyNot: string;
  /** `https://…`, or the address of a record of the platform: `/workspace/…`. */
  readonly evidenceUrl?: string;
  /** Id of a document of the archive. */
  readonly evidenceDocument?: string;
}

/** What a figure may be: percent of an activity, or what the indicator counts. */
export type FigureKind = "progress" | "count" | "percent" | "milestone";

/** Whether the actor leads the plans: the secretariat and the presidency. Policies hold the same. */
export function leads(actor: Actor): boolean {
  return actor.kind === "member" && (actor.office === "secretariat" || actor.office === "presidency");
}

/** Whether the actor's office reports for its country: titular, alternate and focal point. */
export function reportsForCountry(actor: Actor): actor is Member & { readonly country: string } {
  return (
    actor.kind === "member" &&
    actor.country !== undefined &&
    (actor.office === "delegate-titular" || actor.office === "delegate-alternate" || actor.office === "focal-point")
  );
}

/**
 * A figure as people type it: '12', '12.5', '12,5', with at most four decimals. Undefined where it is no figure: an exponent, a
 * second sign, or a grouping that could be read as a decimal is never guessed.
 */
export function figureOf(text: string): number | undefined {
  const plain = text.trim().replace(/\s*%$/, "").replace(",", ".");
  return /^\d{1,9}(\.\d{1,4})?$/.test(plain) ? Number(plain) : undefined;
}

/** The last day of the quarter of a day: the newest period that may be reported on it. */
export function quarterEnd(day: string): string {
  const [year = "", month = ""] = day.split("-");
  const last = Math.ceil(Number(month) / 3) * 3;
  return addDays(addMonths(`${year}-${String(last).padStart(2, "0")}-01`, 1), -1);
}

/** What is wrong with a draft, by field; the words are keys of the room's problems. */
export function draftProblems(draft: ReportDraft, kind: FigureKind, plan: { readonly from: string; readonly until: string }, today: string): Record<string, string[]> {
  const problems: Record<string, string[]> = {};
  const say = (field: string, word: string) => (problems[field] ??= []).push(word);
  if (!isDay(draft.from)) say("from", "not-a-day");
  if (!isDay(draft.until)) say("until", "not-a-day");
  if (isDay(draft.from) && isDay(draft.until)) {
    if (draft.until < draft.from) say("until", "period-reversed");
    else if (draft.until > quarterEnd(today)) say("until", "period-ahead");
    else if (draft.until < plan.from || draft.from > plan.until) say("from", "period-outside");
  }
  const figure = figureOf(draft.figure);
  if (figure === undefined || !fits(figure, kind)) say("figure", `bad-${kind}`);
  if (draft.narrative.trim() === "") say("narrative", "needed");
  if (draft.narrative.length > 8000) say("narrative", "too-long");
  if (draft.whyNot.length > 4000) say("whyNot", "too-long");
  if (kind === "progress") {
    const state = reportStates.find((each) => each === draft.stateOf);
    if (state === undefined) say("stateOf", "choose");
    if (state === "given-up" && draft.whyNot.trim() === "") say("whyNot", "why-needed");
    if (figure !== undefined && state === "done" && figure !== 100) say("figure", "done-is-100");
    if (figure !== undefined && state === "not-begun" && figure !== 0) say("figure", "not-begun-is-0");
    if (figure === 100 && (state === "under-way" || state === "given-up")) say("stateOf", "whole-is-done");
  }
  return problems;
}

function fits(figure: number, kind: FigureKind): boolean {
  switch (kind) {
    case "progress":
    case "percent":
      return figure <= 100;
    case "milestone":
      return figure === 0 || figure === 1;
    case "count":
      return Number.isInteger(figure);
  }
}
