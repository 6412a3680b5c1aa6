import { type Language, formatDate } from "#basics";
import { planningPlanWords } from "#words";
import { type PlanDirectory, partiesText } from "../directory.ts";
import type { Light, LightReason } from "../light.ts";
import type { NodeKind, Plan, PlanNode, PlanResponsible } from "../plan.ts";
import type { NodeProgress } from "../roll-up.ts";
import { stretchesOf } from "../schedule.ts";
import { trimmed } from "../weight.ts";

/** A percentage as a headline says it, with one decimal at most; the exact one stands in the tables. */
export function headlineText(figure: string, language: Language): string {
  return planningPlanWords[language].percent(trimmed(Number(figure).toFixed(1)));
}

/** The address of a plan in the workspace, or of a page of it: `planPath("es", "x", "/versions")`. */
export function planPath(language: Language, plan: string, rest = ""): string {
  return `/${language}/workspace/plans/${plan}${rest}`;
}

/** Percent in words from decimal text, without zeros at its end. */
export function percentText(figure: string, language: Language): string {
  return planningPlanWords[language].percent(trimmed(figure).replace("-", "−"));
}

/** A node's number and title, as lists print it. */
export function nodeName({ code, title }: Pick<PlanNode, "code" | "title">, language: Language): string {
  return code === "" ? title[language] : `${code}. ${title[language]}`.replace("..", ".");
}

/** The period of a plan in words. */
export function periodText({ from, until }: Pick<Plan, "from" | "until">, language: Language): string {
  return planningPlanWords[language].period(formatDate(from, language), formatDate(until, language));
}

/** When a node is done, in words: its months, or its days; empty where nothing is scheduled. */
export function whenText(node: PlanNode, language: Language): string {
  const words = planningPlanWords[language];
  const stretches = stretchesOf(node);
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last) return "";
  if (node.months.length === 0) return words.period(formatDate(first.from, language), formatDate(last.until, language));
  const names = [...node.months].toSorted((one, other) => one - other).map((month) => words.months[month - 1] ?? "");
  const list = new Intl.ListFormat(language, { type: "conjunction" }).format(names);
  const [from, until] = [first.from.slice(0, 4), last.until.slice(0, 4)];
  return `${list} ${from === until ? from : `${from}–${until}`}`;
}

/** One line of the tree as it is shown. Figures are text for the reader. */
export interface TreeLine {
  readonly key: string;
  readonly depth: number;
  readonly kind: NodeKind;
  readonly name: string;
  readonly weight: string | null;
  /** Null for an indicator, which only measures. */
  readonly done: string | null;
  readonly due: string | null;
  readonly light: Light | null;
  readonly because: LightReason | null;
  readonly missing: number;
  readonly responsible: string;
  readonly when: string;
}

/** Draws the lines of a tree from what is known of it. */
export function treeLines(
  nodes: readonly PlanNode[],
  progress: ReadonlyMap<string, NodeProgress>,
  responsible: ReadonlyMap<string, readonly PlanResponsible[]>,
  register: PlanDirectory,
  language: Language,
): TreeLine[] {
  const depths = new Map<string, number>();
  return nodes.map((node) => {
    const depth = node.parent === null ? 0 : (depths.get(node.parent) ?? 0) + 1;
    depths.set(node.key, depth);
    const own = progress.get(node.key);
    return {
      key: node.key,
      depth,
      kind: node.kind,
      name: nodeName(node, language),
      weight: node.weight === null ? null : percentText(node.weight, language),
      done: own ? percentText(own.done, language) : null,
      due: own ? percentText(own.due, language) : null,
      light: own?.light ?? null,
      because: own?.because ?? null,
      missing: own?.missing ?? 0,
      responsible: partiesText(responsible.get(node.key) ?? [], register)[language],
      when: whenText(node, language),
    };
  });
}

/** A plan with one of its versions and how far it is today. */
export interface PlanRead {
  readonly plan: Plan;
  readonly version: number;
  readonly nodes: readonly PlanNode[];
  readonly responsible: ReadonlyMap<string, readonly PlanResponsible[]>;
  readonly progress: ReadonlyMap<string, NodeProgress>;
  readonly whole: NodeProgress;
  readonly today: string;
}

/** What the heading of a plan's pages needs. */
export function planHead({ plan }: Pick<PlanRead, "plan">, language: Language) {
  return { id: plan.id, title: plan.title[language], kind: plan.kind, period: periodText(plan, language), hasDraft: plan.draft !== null, isAbandoned: plan.version === null && plan.draft === null };
}

/** What the heading of a plan's pages needs. */
export type PlanHead = ReturnType<typeof planHead>;

