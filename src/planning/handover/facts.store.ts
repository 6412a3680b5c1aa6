import { type Text, languages } from "#basics";
import { type Term, termOn } from "#coalition";
import type { Reading } from "#database";
import { agreementsIn } from "#plenary";
import type { Accountability } from "../accountability/accountability.ts";
import { reports } from "../accountability/accountability.store.ts";
import { stepsWaiting } from "../indicator/step.store.ts";
import { nodesByKey } from "../indicator/trace.store.ts";
import { partiesText } from "../matrix/party.ts";
import { startingLightRule } from "../plan/light.ts";
import { acceptedOf, plansOf, responsibleOf, treeOf } from "../plan/node.store.ts";
import type { Plan, PlanNode, PlanResponsible } from "../plan/plan.ts";
import { rollUp, wholePlan } from "../plan/roll-up.ts";
import { type DashboardLine, dashboardLines, dueLines, lateLines } from "../progress/dashboard.ts";
import { type Register, register } from "../progress/register.store.ts";
import { reportsWaiting } from "../progress/report.store.ts";
import type { OpenLine, PackageFacts, WaitingLine } from "./facts.ts";
import { type PackageRefusal, type PackageWish, holderOf, lastDueDay } from "./handover.ts";

/**
 * What a package tells, from what the reader may see now; late and due are judged by its day. Without a term of the office on that
 * day there is nothing to hand over.
 */
export async function packageFacts(tx: Reading, wish: PackageWish): Promise<PackageFacts | Extract<PackageRefusal, "no-term">> {
  const term = await termOn(tx, wish.office, wish.day);
  if (!term) return "no-term";
  const dueUntil = lastDueDay(wish.day);
  const known = await register(tx);
  const plans = [];
  const late: OpenLine[] = [];
  const due: OpenLine[] = [];
  for (const plan of await plansOf(tx)) {
    if (plan.version === null) continue;
    const nodes = await treeOf(tx, plan.id, plan.version);
    const parts = await responsibleOf(tx, plan.id, plan.version);
    const progress = rollUp(nodes, await acceptedOf(tx, plan.id), wish.day, startingLightRule);
    const whole = progress.get(wholePlan);
    plans.push({ id: plan.id, title: plan.title, version: plan.version, done: whole?.done ?? "0", due: whole?.due ?? "0" });
    const lines = dashboardLines(nodes, progress, wish.day);
    const shown = (line: DashboardLine) => activityLine(plan, line, parts, known);
    late.push(...lateLines(lines).map(shown));
    due.push(...dueLines(lines, wish.day, daysBetween(wish.day, dueUntil)).map(shown));
    due.push(...nodes.flatMap((node) => indicatorLine(plan, node, parts, known, wish.day, dueUntil)));
  }
  const accountability = await reports(tx);
  return {
    wish,
    term,
    holder: holderOf(term),
    plans,
    late,
    due: due.toSorted((one, other) => (one.ends ?? "").localeCompare(other.ends ?? "")),
    dueUntil,
    waiting: await waitingLines(tx),
    agreements: (await agreementsIn(tx, { from: wish.day, until: wish.day })).filter(({ standing }) => standing === "open" || standing === "overdue"),
    accountability,
    termReports: accountability.filter((each) => isOfTerm(each, term)),
  };
}

/** Whether a report is that of the office, over a period that touches the term. */
function isOfTerm({ kind, from, until }: Accountability, term: Term): boolean {
  return kind === `${term.office}-term` && until >= term.from && (term.until === undefined || from <= term.until);
}

const daysBetween = (from: string, until: string) => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);

function nameOf({ code, title }: Pick<PlanNode, "code" | "title">): Text {
  return both((language) => `${code} ${title[language]}`.trim());
}

function both(line: (language: "es" | "en") => string): Text {
  return Object.fromEntries(languages.map((language) => [language, line(language)])) as Record<"es" | "en", string>; // made of all languages
}

function activityLine(plan: Plan, { node, progress, ends }: DashboardLine, parts: ReadonlyMap<string, PlanResponsible[]>, known: Register): OpenLine {
  return {
    plan: plan.title,
    name: nameOf(node),
    responsible: both((language) => partiesText(parts.get(node.key) ?? [], known, language)),
    done: progress.done,
    due: progress.due,
    light: progress.light,
    isMissing: progress.because === "missing-report",
    ends: ends ?? null,
  };
}

/** An indicator whose target has its day in the time looked at. */
function indicatorLine(plan: Plan, node: PlanNode, parts: ReadonlyMap<string, PlanResponsible[]>, known: Register, from: string, until: string): OpenLine[] {
  const on = node.indicator?.targetOn ?? null;
  if (on === null || on < from || on > until) return [];
  return [{ plan: plan.title, name: nameOf(node), responsible: both((language) => partiesText(parts.get(node.key) ?? [], known, language)), done: null, due: null, light: null, isMissing: false, ends: on }];
}

async function waitingLines(tx: Reading): Promise<WaitingLine[]> {
  const waiting = await reportsWaiting(tx);
  const steps = await stepsWaiting(tx);
  const nodes = await nodesByKey(tx, [...waiting, ...steps].map(({ key }) => key));
  const name = (key: string) => {
    const node = nodes.get(key);
    return node ? nameOf(node) : { es: "", en: "" };
  };
  return [
    ...waiting.map(({ key, country, name: author, until, at }): WaitingLine => ({ kind: "report", name: name(key), country, author, until, at })),
    ...steps.map(({ key, country, name: author, at }): WaitingLine => ({ kind: "step", name: name(key), country, author, until: null, at })),
  ].toSorted((one, other) => one.at.getTime() - other.at.getTime());
}
