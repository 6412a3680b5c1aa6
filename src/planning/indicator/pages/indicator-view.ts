import { type Actor, type Language, type Text, countryName } from "#basics";
import { currentMembers } from "#coalition";
import type { Reading } from "#database";
import type { PlanNode } from "../../plan/plan.ts";
import { evidenceFor } from "../../progress/evidence.store.ts";
import type { ShownEvidence } from "../../progress/evidence.ts";
import { leads, reportsForCountry } from "../../progress/report.ts";
import { type Annotation, annotationsOf } from "../annotation.store.ts";
import { type IndicatorFigure, type TrendPoint, indicatorFigure, measureOf, trendOf } from "../figure.store.ts";
import { countedStepOf, isOfCountries, stepsOf } from "../step.store.ts";
import { type CountedStep, type CountryStep, type Step, reaches, standingOn } from "../step.ts";

/** A country in the matrix of an indicator. */
export interface MatrixRow {
  readonly country: string;
  readonly name: string;
  readonly step: Step | null;
  readonly on: string | null;
  readonly note: string;
  readonly counts: boolean;
  readonly evidence: readonly ShownEvidence[];
}

/** A step that waits or was returned, for its country and for whoever leads. */
export interface OpenStep extends Pick<CountryStep, "id" | "step" | "on" | "note" | "answer" | "answerNote" | "name"> {
  readonly country: string;
  readonly evidence: readonly ShownEvidence[];
  readonly isOwn: boolean;
  readonly mayAnswer: boolean;
}

/** The countries of an indicator as this reader may see them. */
export interface CountryMatrix {
  readonly counted: CountedStep;
  readonly rows: readonly MatrixRow[];
  readonly open: readonly OpenStep[];
  /** What the acting country may do: enter a step, wait for an answer, or nothing. */
  readonly own: "enter" | "waits" | "none";
  /** Where the acting country stands. */
  readonly held: Step;
}

/** All that the page of an indicator shows beside its reports. */
export interface IndicatorView {
  readonly figure: IndicatorFigure;
  readonly isUnknownMeasure: boolean;
  readonly definition: Text | null;
  readonly trend: readonly TrendPoint[];
  readonly annotations: readonly Annotation[];
  readonly matrix: CountryMatrix | null;
}

/** What the page of an indicator shows; undefined for what is none. The period is the plan's, up to `today`. */
export async function indicatorView(tx: Reading, actor: Actor, node: PlanNode, today: string, language: Language): Promise<IndicatorView | undefined> {
  if (node.indicator === null) return undefined;
  const isMeasured = node.indicator.measure !== null;
  const until = !isMeasured && today < node.planUntil ? today : node.planUntil;
  const measure = measureOf(node.indicator);
  return {
    figure: (await indicatorFigure(tx, node, { from: node.planFrom, until })) ?? { source: "none" },
    isUnknownMeasure: isMeasured && measure === undefined,
    definition: measure?.definition ?? null,
    trend: await trendOf(tx, node, today),
    annotations: await annotationsOf(tx, node.key),
    matrix: isOfCountries(node) ? await matrixOf(tx, actor, node, today, language) : null,
  };
}

async function matrixOf(tx: Reading, actor: Actor, node: PlanNode, today: string, language: Language): Promise<CountryMatrix> {
  const counted = countedStepOf(node);
  const all = await stepsOf(tx, node.key);
  const standing = standingOn(all, today);
  const rows: MatrixRow[] = [];
  for (const { code } of await currentMembers(tx)) {
    const held = standing.get(code);
    rows.push({
      country: code,
      name: countryName(code)[language],
      step: held?.step ?? null,
      on: held?.on ?? null,
      note: held?.note ?? "",
      counts: reaches(held?.step ?? "none", counted),
      evidence: held ? await evidenceFor(tx, actor, held) : [],
    });
  }
  const open: OpenStep[] = [];
  for (const each of all) {
    if (each.answer === "accepted") continue;
    open.push({
      id: each.id,
      step: each.step,
      on: each.on,
      note: each.note,
      answer: each.answer,
      answerNote: each.answerNote,
      name: each.name,
      country: countryName(each.country)[language],
      evidence: await evidenceFor(tx, actor, each),
      isOwn: actor.kind === "member" && actor.account === each.account,
      mayAnswer: leads(actor) && each.answer === null,
    });
  }
  const own = reportsForCountry(actor) ? (all.some(({ country, answer }) => country === actor.country && answer === null) ? "waits" : "enter") : "none";
  return { counted, rows, open, own, held: (actor.kind === "member" && standing.get(actor.country ?? "")?.step) || "none" };
}
