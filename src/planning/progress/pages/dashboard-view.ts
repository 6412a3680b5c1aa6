import { type Actor, type Language, countryName } from "#basics";
import type { Reading } from "#database";
import { planningProgressWords } from "#words";
import { compare, decimal, fourDecimals, plus, zero } from "../../plan/decimal.ts";
import { type Light, startingLightRule } from "../../plan/light.ts";
import { acceptedOf, plansOf, responsibleOf, treeOf } from "../../plan/node.store.ts";
import type { Plan } from "../../plan/plan.ts";
import { rollUp, wholePlan } from "../../plan/roll-up.ts";
import { countryHasPart, recipientsOf } from "../answering.ts";
import { type DashboardLine, dashboardLines, dueLines, lateLines } from "../dashboard.ts";
import { partyLine } from "../party.ts";
import { register } from "../register.store.ts";
import { leads } from "../report.ts";
import { nodeLabel } from "./node-view.ts";

/** What an address asks the dashboard for; unknown words narrow nothing. */
export interface DashboardQuery {
  readonly plan: string | null;
  readonly axis: string | null;
  readonly responsible: string | null;
}

/** An activity as the dashboard shows it. Figures are percent as decimal text with four decimals. */
export interface ShownLine {
  readonly key: string;
  readonly label: string;
  readonly responsible: string;
  readonly done: string;
  readonly due: string;
  readonly lag: string;
  readonly light: Light;
  readonly isMissing: boolean;
  readonly ends: string | null;
  readonly weight: string;
  readonly cost: string;
}

/** Activities summed by axis or by who answers. */
export interface ShownGroup {
  readonly id: string;
  readonly label: string;
  readonly activities: number;
  readonly late: number;
  readonly cost: string;
}

/** The plan that the dashboard opens with: a yearly one that `today` lies in, else whichever of that day, else the newest in force. */
function startingPlan(plans: readonly Plan[], today: string): Plan | undefined {
  const inForce = plans.filter(({ version }) => version !== null);
  const current = inForce.filter(({ from, until }) => from <= today && today <= until);
  return current.find(({ kind }) => kind === "operational") ?? current[0] ?? inForce[0];
}

/** All that the dashboard shows to a reader: the leaders the whole of a plan, a country its own part. */
export async function dashboardView(tx: Reading, actor: Actor, query: DashboardQuery, today: string, language: Language) {
  const plans = (await plansOf(tx)).filter(({ version }) => version !== null);
  const plan = plans.find(({ id }) => id === query.plan) ?? startingPlan(plans, today);
  if (!plan || plan.version === null) return null;
  const nodes = await treeOf(tx, plan.id, plan.version);
  const responsible = await responsibleOf(tx, plan.id, plan.version);
  const found = await register(tx);
  const members = found.members.map(({ code }) => code);
  const progress = rollUp(nodes, await acceptedOf(tx, plan.id), today, startingLightRule);
  const own = !leads(actor) && actor.kind === "member" ? actor.country : undefined;
  const partsOf = (key: string) => responsible.get(key) ?? [];
  const whoOf = ({ node }: DashboardLine) => recipientsOf(partsOf(node.key), members, found.committeeCountries);
  const all = dashboardLines(nodes, progress, today).filter(({ node }) => own === undefined || countryHasPart(partsOf(node.key), own, found.committeeCountries));
  const lines = all.filter(
    (line) =>
      (query.axis === null || !all.some(({ axis }) => axis.key === query.axis) || line.axis.key === query.axis) &&
      (query.responsible === null || !all.some((each) => whoOf(each).includes(query.responsible ?? "")) || whoOf(line).includes(query.responsible)),
  );
  const shown = (line: DashboardLine): ShownLine => ({
    key: line.node.key,
    label: nodeLabel(line.node, language),
    responsible: partyLine(partsOf(line.node.key), "responsible", found, language) || planningProgressWords[language].parties.secretariat,
    done: line.progress.done,
    due: line.progress.due,
    lag: line.progress.lag,
    light: line.progress.light,
    isMissing: line.progress.because === "missing-report",
    ends: line.ends ?? null,
    weight: line.weight,
    cost: line.cost,
  });
  const { parties } = planningProgressWords[language];
  const whoName = (who: string) => (who === "secretariat" || who === "presidency" ? parties[who] : countryName(who)[language]);
  const axes = new Map(all.map(({ axis }) => [axis.key, nodeLabel(axis, language)]));
  const who = [...new Set(all.flatMap(whoOf))];
  const whole = progress.get(wholePlan);
  return {
    plan: { id: plan.id, title: plan.title[language] },
    plans: plans.map(({ id, title }) => ({ value: id, label: title[language] })),
    axes: [...axes].map(([value, label]) => ({ value, label })),
    parties: who.map((value) => ({ value, label: whoName(value) })).toSorted((a, b) => a.label.localeCompare(b.label, language)),
    query,
    country: own === undefined ? null : countryName(own)[language],
    whole: own === undefined && whole ? { done: whole.done, due: whole.due } : null,
    late: lateLines(lines).map(shown),
    due: dueLines(lines, today).map(shown),
    weight: lines.filter(({ cost }) => compare(decimal(cost), zero) > 0).slice(0, 25).map(shown),
    byAxis: [...axes].flatMap(([id, label]) => groupOf(id, label, lines.filter(({ axis }) => axis.key === id))),
    byParty: who.flatMap((id) => groupOf(id, whoName(id), lines.filter((line) => whoOf(line).includes(id)))).toSorted((a, b) => compare(decimal(b.cost), decimal(a.cost))),
  };
}

/** The cost of a group is that of its activities that lag; what is ahead takes nothing off. */
function groupOf(id: string, label: string, lines: readonly DashboardLine[]): ShownGroup[] {
  if (lines.length === 0) return [];
  const cost = lines.reduce((sum, each) => (compare(decimal(each.cost), zero) > 0 ? plus(sum, decimal(each.cost)) : sum), zero);
  return [{ id, label, activities: lines.length, late: lateLines(lines).length, cost: fourDecimals(cost) }];
}
