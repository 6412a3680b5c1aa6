import { type Language, formatDate } from "#basics";
import { planningPlanWords } from "#words";
import type { Aspect, NodeChange, Versioned } from "../difference.ts";
import { type PlanDirectory, partiesText } from "../directory.ts";
import type { Indicator, PlanNode } from "../plan.ts";
import { nodeName, percentText, whenText } from "./plan-view.ts";

/** One line of the differences: a part, what of it, before and now. */
export interface DifferenceLine {
  readonly key: string;
  readonly name: string;
  readonly kind: PlanNode["kind"];
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** Says differences in words, one line for each thing that changed. */
export function differenceLines(changes: readonly NodeChange[], before: Versioned, after: Versioned, register: PlanDirectory, language: Language): DifferenceLine[] {
  const words = planningPlanWords[language].difference;
  return changes.flatMap((change): DifferenceLine[] => {
    const node = change.after ?? change.before;
    if (!node) return [];
    const line = { key: change.key, name: nodeName(node, language), kind: node.kind };
    if (change.kind === "added") return [{ ...line, what: words.added, before: words.nothing, after: line.name }];
    if (change.kind === "removed") return [{ ...line, what: words.removed, before: line.name, after: words.nothing }];
    return change.aspects.map((aspect) => ({
      ...line,
      key: `${change.key}-${aspect}`,
      what: words.aspects[aspect],
      before: said(change.before, before, aspect) || words.nothing,
      after: said(change.after, after, aspect) || words.nothing,
    }));
  });

  function said(node: PlanNode | undefined, version: Versioned, aspect: Aspect): string {
    if (!node) return "";
    switch (aspect) {
      case "title":
        return nodeName(node, language);
      case "detail":
        return [node.detail[language], node.sourcePage].filter(Boolean).join(" · ");
      case "place": {
        const parent = version.nodes.find(({ key }) => key === node.parent);
        return parent ? nodeName(parent, language) : planningPlanWords[language].node.top;
      }
      case "weight":
        return node.weight === null ? "" : percentText(node.weight, language);
      case "target":
        return node.target[language];
      case "verification":
        return node.verification[language];
      case "schedule":
        return whenText(node, language);
      case "indicator":
        return node.indicator ? indicatorText(node.indicator, language) : "";
      case "goals":
        return node.goals.join(", ");
      case "responsible":
        return partiesText(version.responsible.get(node.key) ?? [], register)[language];
    }
  }
}

function indicatorText(indicator: Indicator, language: Language): string {
  const { difference: words, node } = planningPlanWords[language];
  const dated = (figure: number, day: string | null) => (day === null ? String(figure) : `${figure} (${formatDate(day, language)})`);
  return [
    indicator.unit[language],
    node.figures[indicator.figure],
    ...(indicator.direction === null ? [] : [node.directions[indicator.direction]]),
    ...(indicator.baseline === null ? [] : [words.baseline(dated(indicator.baseline, indicator.baselineOn))]),
    ...(indicator.targetFigure === null ? [] : [words.target(dated(indicator.targetFigure, indicator.targetOn))]),
    ...(indicator.measure === null ? [] : [words.measured]),
    ...(indicator.bridge === null ? [] : [words.bridged(String(indicator.bridge.factor), indicator.bridge.note[language])]),
  ].join("; ");
}
