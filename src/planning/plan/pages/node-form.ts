import { isDay } from "#basics";
import type { NodeText } from "../node-act.store.ts";
import { type Indicator, type NodeKind, figureKinds } from "../plan.ts";
import { countedSteps } from "../../indicator/step.ts";
import { said } from "./plan-asked.ts";

/** What a form of a node says, or its problems by field. */
export type ReadNode = { readonly text: NodeText } | { readonly problems: Record<string, string[]> };

/** The goals that the coalition's plans name. */
export const planGoals = [5, 8, 10, 16] as const;

/** Reads the form of a node of that kind. Schedule and target count for what is not an indicator, the series for what is. */
export function readNode(form: FormData, kind: NodeKind): ReadNode {
  const problems: Record<string, string[]> = {};
  const text = (name: string, most: number, isNeeded = false) => {
    const value = said(form, name);
    if (isNeeded && value === "") problems[name] = ["needed"];
    if (value.length > most) problems[name] = ["too-long"];
    return value;
  };
  const both = (name: string, most: number, isNeeded = false) => {
    const pair = { es: text(`${name}Es`, most, isNeeded), en: text(`${name}En`, most, isNeeded) };
    if (!isNeeded && (pair.es === "") !== (pair.en === "")) problems[pair.es === "" ? `${name}Es` : `${name}En`] = ["both"];
    return pair;
  };
  const day = (name: string) => {
    const value = said(form, name);
    if (value !== "" && !isDay(value)) problems[name] = ["day"];
    return value === "" ? null : value;
  };
  const number = (name: string) => {
    const value = said(form, name).replace(",", ".");
    if (value !== "" && !/^-?\d{1,12}(\.\d{1,6})?$/.test(value)) problems[name] = ["number"];
    return value === "" ? null : Number(value);
  };

  const isIndicator = kind === "indicator";
  const [startsOn, endsOn] = isIndicator ? [null, null] : [day("startsOn"), day("endsOn")];
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) problems["endsOn"] = ["backwards"];
  const node: NodeText = {
    code: text("code", 30),
    title: both("title", 500, true),
    detail: both("detail", 4000),
    sourcePage: text("sourcePage", 60),
    target: isIndicator ? { es: "", en: "" } : both("target", 1000),
    verification: both("verification", 1000),
    startsOn,
    endsOn,
    months: isIndicator ? [] : numbersOf(form, "months").filter((month) => month >= 1 && month <= 12),
    indicator: isIndicator ? readIndicator() : null,
    goals: numbersOf(form, "goals").filter((goal) => planGoals.some((each) => each === goal)),
  };
  return Object.keys(problems).length > 0 ? { problems } : { text: node };

  function readIndicator(): Indicator {
    const figure = figureKinds.find((each) => each === said(form, "figure"));
    if (!figure) problems["figure"] = ["choose"];
    const direction = said(form, "direction");
    const factor = number("bridgeFactor");
    if (factor !== null && factor <= 0) problems["bridgeFactor"] = ["factor"];
    const note = both("bridgeNote", 1000, factor !== null);
    const measure = said(form, "measure");
    return {
      unit: both("unit", 100, true),
      figure: figure ?? "count",
      countedStep: figure === "countries" ? (countedSteps.find((each) => each === said(form, "countedStep")) ?? null) : null,
      direction: direction === "up" || direction === "down" ? direction : null,
      baseline: number("baseline"),
      baselineOn: day("baselineOn"),
      targetFigure: number("targetFigure"),
      targetOn: day("targetOn"),
      measure: measure === "" ? null : measure,
      bridge: factor === null ? null : { factor, note },
    };
  }
}

function numbersOf(form: FormData, name: string): number[] {
  return [...new Set(form.getAll(name).flatMap((value) => (typeof value === "string" && /^\d{1,2}$/.test(value) ? [Number(value)] : [])))].toSorted((one, other) => one - other);
}
