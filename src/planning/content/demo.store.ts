import { type Actor, languages } from "#basics";
import { type Database, type Writing, write } from "#database";
import { beginReport } from "../accountability/accountability.store.ts";
import { saveText } from "../accountability/text.store.ts";
import { answerStep, enterStep } from "../indicator/step.store.ts";
import { type TraceDraft, addTrace } from "../indicator/trace.store.ts";
import { treeOf } from "../plan/node.store.ts";
import { approvePlan, createPlan } from "../plan/plan-act.store.ts";
import { answerReport, submitReport } from "../progress/report.store.ts";
import { demoAccountability, demoAccountabilityTexts } from "./demo-accountability.ts";
import { type DemoAnswer, type DemoReport, type DemoStep, type DemoTrace, demoReports, demoSteps, demoTraces } from "./demo-progress.ts";
import { demoPlan } from "./demo-plan.ts";
import { nodeKey } from "./key.ts";
import { strategicId } from "./strategic.ts";
import { insertTree } from "./tree.store.ts";

type Member = Extract<Actor, { kind: "member" }>;

/** By whom and by which decision the demonstration's plan is filled in. */
export interface DemoCast {
  /** The meeting that decides the plan. */
  readonly meeting: string;
  /** The motion that it adopted; null for a meeting of record, which the platform did not hold. */
  readonly motion: string | null;
  readonly secretariat: Member;
  readonly presidency: Member;
  /** Who reports for a state. */
  readonly delegate: (country: string) => Member;
  /** ISO day; what the demonstration tells of later days is left out. */
  readonly today: string;
}

/**
 * Fills a demonstration with an operational plan 2026, fictional as a whole, by the acts of its people: drafted by the
 * secretariat, decided by a meeting, traced, reported on, answered; and begins the report of the two years. A demonstration that has the plan stays as it is. The plans
 * and agreements of the record must be there. Throws with the word of an act that was refused.
 */
export async function seedDemoPlan(database: Database, cast: DemoCast): Promise<void> {
  const { secretariat, presidency, delegate } = cast;
  const entered = await write(database, secretariat, (tx) => draftAndApprove(tx, cast));
  if (entered === "already-there") return;
  const { id, keys } = entered;
  const keyOf = (code: string) => keys.get(code) ?? fail(`${code} is no place of the plan`);
  await write(database, secretariat, async (tx) => {
    const strategic = await treeOf(tx, strategicId);
    for (const [at, trace] of demoTraces.entries()) {
      const target = (words: string) => strategic.find(({ kind, title }) => kind === "indicator" && title.es.startsWith(words))?.key ?? fail(words);
      done(trace.of, await addTrace(tx, secretariat, keyOf(trace.of), traceDraft(trace, madeId(`trace ${at}`), keyOf, target)));
    }
  });
  const person = (by: string) => (by === "secretariat" ? secretariat : by === "presidency" ? presidency : delegate(by));
  for (const [at, report] of demoReports.entries()) {
    if (report.until > cast.today) continue;
    const draft = reportDraft(madeId(`report ${at}`), report);
    const kept = await write(database, person(report.by), (tx) => submitReport(tx, person(report.by), id, keyOf(report.of), draft, cast.today));
    if (!("kept" in kept)) fail(`${report.of} ${report.by}: ${JSON.stringify(kept)}`);
    // Nobody answers a report of their own.
    const judge = report.by === "secretariat" ? presidency : secretariat;
    await answered(report.answer, (answer) => write(database, judge, (tx) => answerReport(tx, judge, draft.id, answer)));
  }
  for (const [at, step] of demoSteps.entries()) {
    if (step.on > cast.today) continue;
    const draft = stepDraft(madeId(`step ${at}`), step);
    const kept = await write(database, person(step.country), (tx) => enterStep(tx, person(step.country), id, keyOf(step.of), draft, cast.today));
    if (!("kept" in kept)) fail(`${step.of} ${step.country}: ${JSON.stringify(kept)}`);
    await answered(step.answer, (answer) => write(database, secretariat, (tx) => answerStep(tx, secretariat, draft.id, answer)));
  }
  await write(database, secretariat, (tx) => beginAccountability(tx, secretariat, id));
}

/** The report of the two years is begun, and part of it is written. */
async function beginAccountability(tx: Writing, secretariat: Member, plan: string): Promise<void> {
  const { kind, number, title, from, until } = demoAccountability;
  const report = madeId("accountability");
  done(number, await beginReport(tx, secretariat, { id: report, kind, number, titleEs: title.es, titleEn: title.en, from, until, plans: [plan] }));
  for (const { part, text } of demoAccountabilityTexts)
    for (const language of languages) {
      const saved = await saveText(tx, secretariat, report, { part, language, body: text[language], basedOn: 0 });
      if (!("kind" in saved) || saved.kind !== "saved") fail(`${number} ${part}: ${JSON.stringify(saved)}`);
    }
}

async function draftAndApprove(tx: Writing, { meeting, motion, secretariat }: DemoCast) {
  const begun = await createPlan(tx, secretariat, {
    kind: "operational",
    title: { es: "Plan Operativo 2026 (demostración)", en: "Operational Plan 2026 (demonstration)" },
    from: "2026-01-01",
    until: "2026-12-31",
    parent: strategicId,
  });
  if (begun === "plan-exists") return "already-there" as const;
  if (typeof begun === "string") return fail(begun);
  const places = await insertTree(tx, begun.id, begun.version, demoPlan);
  done("approval", await approvePlan(tx, secretariat, begun.id, { meeting, motion }));
  return { id: begun.id, keys: new Map(places.map(({ key, entry }) => [entry.code ?? "", key])) };
}

function traceDraft(trace: DemoTrace, id: string, own: (code: string) => string, strategic: (words: string) => string): TraceDraft {
  const draft = { id, label: trace.label };
  if ("agreement" in trace) return { ...draft, kind: "agreement", number: trace.agreement };
  if ("address" in trace) return { ...draft, kind: "proof", address: trace.address };
  return { ...draft, kind: "node", target: "node" in trace ? own(trace.node) : strategic(trace.strategic) };
}

function reportDraft(id: string, { from, until, percent, narrative, givenUp, evidence }: DemoReport) {
  const stateOf = givenUp === undefined ? (percent === 100 ? "done" : "under-way") : "given-up";
  return { id, from, until, figure: String(percent), stateOf, narrative, whyNot: givenUp ?? "", ...(evidence === undefined ? {} : { evidenceUrl: evidence }) };
}

const stepDraft = (id: string, { step, on, note }: DemoStep) => ({ id, step, on, note });

async function answered(answer: DemoAnswer, give: (answer: { answer: "accepted" | "returned"; note: string }) => Promise<string | undefined>): Promise<void> {
  if (answer === "waiting") return;
  done("answer", await give(answer === "accepted" ? { answer, note: "" } : { answer: "returned", note: answer.returned }));
}

/** The same id in every demonstration, so that a second filling makes nothing twice. */
const madeId = (name: string) => nodeKey("demo-2026", name);

function done(what: string, refusal: string | undefined): void {
  if (refusal !== undefined) fail(`${what}: ${refusal}`);
}

function fail(what: string): never {
  throw new Error(`The demonstration's plan stopped at ${what}`);
}
