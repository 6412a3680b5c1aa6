import { randomUUID } from "node:crypto";
import type { PlanNode, PlanResponsible } from "./plan.ts";

/** A node as its table keeps it. Its weight goes as exact text. */
export function nodeRow(node: PlanNode) {
  const { indicator } = node;
  return {
    plan: node.plan,
    version: node.version,
    key: node.key,
    parent: node.parent,
    kind: node.kind,
    code: node.code,
    position: node.position,
    title_es: node.title.es,
    title_en: node.title.en,
    detail_es: node.detail.es,
    detail_en: node.detail.en,
    source_page: node.sourcePage,
    weight: node.weight,
    target_es: node.target.es,
    target_en: node.target.en,
    verification_es: node.verification.es,
    verification_en: node.verification.en,
    starts_on: node.startsOn,
    ends_on: node.endsOn,
    months: [...node.months],
    unit_es: indicator?.unit.es ?? "",
    unit_en: indicator?.unit.en ?? "",
    figure: indicator?.figure ?? null,
    counted_step: indicator?.countedStep ?? null,
    direction: indicator?.direction ?? null,
    baseline: indicator?.baseline ?? null,
    baseline_on: indicator?.baselineOn ?? null,
    target: indicator?.targetFigure ?? null,
    target_on: indicator?.targetOn ?? null,
    measure: indicator?.measure ?? null,
    bridge_factor: indicator?.bridge?.factor ?? null,
    bridge_note_es: indicator?.bridge?.note.es ?? "",
    bridge_note_en: indicator?.bridge?.note.en ?? "",
    goals: [...node.goals],
  };
}

/** One who answers, as the table keeps it for another version or plan. */
export function responsibleRow(plan: string, version: number, each: Omit<PlanResponsible, "id">) {
  const { key, kind, country, committee, organisation, role } = each;
  return { id: randomUUID(), plan, version, key, kind, country, committee, organisation, role };
}
