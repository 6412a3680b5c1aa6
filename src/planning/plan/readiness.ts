import type { PlanNode } from "./plan.ts";
import { stretchesOf } from "./schedule.ts";
import { ancestorsIn } from "./tree.ts";

/** What a draft still lacks. */
export interface Readiness {
  /** Why it cannot be approved as it stands. */
  readonly blocking: "plan-is-empty" | undefined;
  /** Keys of what may be approved so, and that the reader should know of. */
  readonly weightless: readonly string[];
  readonly unscheduled: readonly string[];
  readonly unanswered: readonly string[];
}

/**
 * Reads what a draft lacks. An empty one is not approved. Told beside it: work that weighs nothing and so never counts (an
 * activity, or what has activities below), activities without a schedule, and activities for which nobody answers.
 */
export function readiness(nodes: readonly PlanNode[], responsible: ReadonlyMap<string, readonly unknown[]>): Readiness {
  const activities = nodes.filter(({ kind }) => kind === "activity");
  const above = ancestorsIn(nodes);
  const working = new Set(activities.flatMap(({ key }) => [key, ...above(key).map((node) => node.key)]));
  return {
    blocking: nodes.length === 0 ? "plan-is-empty" : undefined,
    weightless: nodes.filter(({ key, weight }) => weight !== null && Number(weight) === 0 && working.has(key)).map(({ key }) => key),
    unscheduled: activities.filter((node) => stretchesOf(node).length === 0).map(({ key }) => key),
    unanswered: activities.filter(({ key }) => (responsible.get(key) ?? []).length === 0).map(({ key }) => key),
  };
}
