import type { Language, Text } from "#basics";
import { type Reading, sql } from "#database";
import { agreementsIn, participationIn } from "#plenary";
import { indicatorFigure } from "../indicator/figure.store.ts";
import { partiesText, partyCountries, partyKey } from "../matrix/party.ts";
import { startingLightRule } from "../plan/light.ts";
import { plansOf, responsibleOf, treeOf } from "../plan/node.store.ts";
import type { Plan, PlanNode, PlanResponsible } from "../plan/plan.ts";
import { rollUp, wholePlan } from "../plan/roll-up.ts";
import { isOver } from "../plan/schedule.ts";
import { partyName } from "../progress/party.ts";
import { type Register, register } from "../progress/register.store.ts";
import type { Accountability } from "./accountability.ts";
import type { AccountabilityFacts, AxisFact, EvidenceFact, IndicatorFact, PartyFact, PlanFact, UndoneFact } from "./facts.ts";
import { type Weighed, meanOf, planWeights, weightedResult } from "./result.ts";

/** The newest accepted report on a place up to a day. */
interface Told {
  readonly key: string;
  readonly country: string | null;
  readonly progress: string | null;
  readonly until: string;
  readonly state: string | null;
  readonly why: string;
}

interface PlanRead {
  readonly plan: Plan;
  readonly nodes: readonly PlanNode[];
  readonly parts: ReadonlyMap<string, PlanResponsible[]>;
}

/** Reads everything that a report computes, from what the actor may see. `today` is an ISO day. */
export async function factsOf(tx: Reading, report: Pick<Accountability, "from" | "until" | "plans">, today: string): Promise<AccountabilityFacts> {
  const asOf = today < report.until ? today : report.until;
  const period = { from: report.from, until: asOf };
  const known = await register(tx);
  const plans = (await plansOf(tx)).filter(({ id, version }) => report.plans.includes(id) && version !== null).toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const reads: PlanRead[] = [];
  for (const plan of plans) reads.push({ plan, nodes: await treeOf(tx, plan.id, plan.version ?? 1), parts: await responsibleOf(tx, plan.id, plan.version ?? 1) });
  const told = await toldUntil(tx, report.plans, asOf);
  const newest = new Map<string, Told>();
  for (const each of told) if (!newest.has(each.key)) newest.set(each.key, each);

  const planFacts: PlanFact[] = [];
  const axes = new Map<string, { readonly title: Text; readonly byPlan: Map<string, string> }>();
  const undone: UndoneFact[] = [];
  const indicators: IndicatorFact[] = [];
  const weighed: { readonly parties: readonly PlanResponsible[]; readonly key: string; readonly weight: Weighed["weight"] }[] = [];
  for (const { plan, nodes, parts } of reads) {
    const reported = new Map([...newest].flatMap(([key, { progress, until }]) => (progress === null ? [] : [[key, { progress, until }] as const])));
    const progress = rollUp(nodes, reported, asOf, startingLightRule);
    const whole = progress.get(wholePlan);
    const weights = planWeights(nodes);
    if (whole && whole.activities > 0) {
      planFacts.push({ id: plan.id, title: plan.title, version: plan.version ?? 1, done: whole.done, due: whole.due, activities: whole.activities, reported: whole.activities - whole.missing });
      for (const node of nodes.filter(({ parent, weight }) => parent === null && weight !== null)) {
        const axis = axes.get(node.code) ?? { title: node.title, byPlan: new Map<string, string>() };
        axis.byPlan.set(plan.id, progress.get(node.key)?.done ?? "0.0000");
        axes.set(node.code, axis);
      }
    }
    for (const node of nodes) {
      if (node.kind === "activity") {
        weighed.push({ key: node.key, parties: parts.get(node.key) ?? [], weight: weights.get(node.key) ?? { units: 0n, scale: 0 } });
        const fact = undoneFact(node, newest.get(node.key), parts.get(node.key) ?? [], known, asOf);
        if (fact) undone.push(fact);
      }
      if (node.indicator !== null) indicators.push(await indicatorFact(tx, node, period));
    }
  }
  return {
    asOf,
    isRunning: today < report.until,
    plans: planFacts,
    mean: meanOf(planFacts.map(({ done }) => done)),
    axes: [...axes].map(([code, { title, byPlan }]): AxisFact => ({ code, title, byPlan, mean: meanOf([...byPlan.values()]) ?? "0.0000" })).toSorted((one, other) => one.code.localeCompare(other.code, "es", { numeric: true })),
    parties: partyFacts(weighed, newest, known),
    countries: countryFacts(weighed, told, known),
    indicators,
    agreements: await agreementsIn(tx, period),
    attendance: await attendance(tx, period, known),
    undone,
    evidence: await evidenceIn(tx, report.plans, period, new Map(reads.flatMap(({ nodes }) => nodes.map((node) => [node.key, node] as const)))),
    waiting: await waitingIn(tx, report.plans, period),
  };
}

/** The newest accepted reports up to a day: of each place and each that reported, the newest of all of a place first. */
async function toldUntil(tx: Reading, plans: readonly string[], day: string): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select * from (
      select distinct on (r.key, r.country) r.key, r.country, trim_scale(r.progress)::text as progress, r.until_day as until, r.state_of as state,
        case when r.why_not = '' then r.narrative else r.why_not end as why, r.submitted_at as at
      from planning.report r where r.plan = any(${[...plans]}::text[]) and r.answer = 'accepted' and r.until_day <= ${day}::date
      order by r.key, r.country, r.until_day desc, r.submitted_at desc) newest
    order by newest.key, newest.until desc, newest.at desc`.execute(tx);
  return rows;
}

type Activity = { readonly parties: readonly PlanResponsible[]; readonly key: string; readonly weight: Weighed["weight"] };

function partyFacts(activities: readonly Activity[], newest: ReadonlyMap<string, Told>, known: Register): PartyFact[] {
  const groups = new Map<string, { readonly party: PlanResponsible; readonly activities: Weighed[] }>();
  for (const { parties, key, weight } of activities)
    for (const party of parties) {
      if (party.role !== "responsible") continue;
      const group = groups.get(partyKey(party)) ?? { party, activities: [] };
      group.activities.push({ weight, progress: newest.get(key)?.progress ?? undefined });
      groups.set(partyKey(party), group);
    }
  const name = (party: PlanResponsible, language: Language) => partyName(party, known, language);
  return [...groups.values()]
    .map(({ party, activities: own }) => ({ name: { es: name(party, "es"), en: name(party, "en") }, ...weightedResult(own) }))
    .toSorted((one, other) => one.name.es.localeCompare(other.name.es, "es"));
}

/** Each state over all that it answers for: its own newest report counts, else the organs' one. */
function countryFacts(activities: readonly Activity[], told: readonly Told[], known: Register): PartyFact[] {
  const byKey = Map.groupBy(told, ({ key }) => key);
  return known.members.map(({ code, name }) => {
    const own = activities.filter(({ parties }) => partyCountries(parties, known).includes(code));
    const progress = (key: string) => {
      const found = byKey.get(key) ?? [];
      return (found.find(({ country }) => country === code) ?? found.find(({ country }) => country === null))?.progress ?? undefined;
    };
    return { name, ...weightedResult(own.map(({ key, weight }) => ({ weight, progress: progress(key) }))) };
  });
}

function undoneFact(node: PlanNode, told: Told | undefined, parties: readonly PlanResponsible[], known: Register, asOf: string): UndoneFact | undefined {
  const isGivenUp = told?.state === "given-up";
  if (!isGivenUp && (Number(told?.progress ?? 0) >= 100 || !isOver(node, asOf))) return undefined;
  return {
    code: node.code,
    title: node.title,
    responsible: { es: partiesText(parties, known, "es"), en: partiesText(parties, known, "en") },
    progress: told?.progress ?? null,
    isGivenUp,
    why: told?.why ?? "",
  };
}

async function indicatorFact(tx: Reading, node: PlanNode, period: { readonly from: string; readonly until: string }): Promise<IndicatorFact> {
  const found = await indicatorFigure(tx, node, period);
  const { indicator } = node;
  return {
    code: node.code,
    title: node.title,
    unit: indicator?.unit ?? { es: "", en: "" },
    baseline: indicator?.baseline === null || indicator === null ? null : String(indicator.baseline),
    target: indicator?.targetFigure === null || indicator === null ? null : String(indicator.targetFigure),
    targetText: node.target,
    figure: found === undefined || found.source === "none" ? null : String(found.value),
    source: found?.source ?? "none",
  };
}

async function attendance(tx: Reading, period: { readonly from: string; readonly until: string }, known: Register): Promise<AccountabilityFacts["attendance"]> {
  const { meetings, took } = await participationIn(tx, period);
  return { meetings, rows: known.members.map(({ code, name }) => ({ name, meetings: took.get(code) ?? [] })) };
}

async function evidenceIn(tx: Reading, plans: readonly string[], period: { readonly from: string; readonly until: string }, nodes: ReadonlyMap<string, PlanNode>): Promise<EvidenceFact[]> {
  const { rows } = await sql<{ key: string; until: string; country: string | null; url: string | null; document: string | null; number: string | null }>`
    select r.key, r.until_day as until, r.country, r.evidence_url as url, r.evidence_document as document, d.number
    from planning.report r left join archive.document d on d.id = r.evidence_document
    where r.plan = any(${[...plans]}::text[]) and r.answer = 'accepted' and r.until_day between ${period.from}::date and ${period.until}::date
      and (r.evidence_url is not null or r.evidence_document is not null)
    order by r.until_day, r.key, r.submitted_at`.execute(tx);
  return rows.flatMap(({ key, until, country, url, number }): EvidenceFact[] => {
    const node = nodes.get(key);
    if (!node) return [];
    return [number, url].flatMap((address) => (address === null ? [] : [{ code: node.code, title: node.title, until, country, address }]));
  });
}

async function waitingIn(tx: Reading, plans: readonly string[], period: { readonly from: string; readonly until: string }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from planning.report
    where plan = any(${[...plans]}::text[]) and answer is null and until_day between ${period.from}::date and ${period.until}::date`.execute(tx);
  return rows[0]?.count ?? 0;
}
