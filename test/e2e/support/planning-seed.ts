import { randomUUID } from "node:crypto";
import { type Actor, dayOf } from "#basics";
import { type Writing, read, write } from "#database";
import { approveReport, beginReport, digestOf, reportById, reportNow } from "../../../src/planning/accountability/accountability.store.ts";
import { freezeReport } from "../../../src/planning/accountability/freeze.store.ts";
import { saveText } from "../../../src/planning/accountability/text.store.ts";
import { seedDemoPlan } from "../../../src/planning/content/demo.store.ts";
import { enterPlans } from "../../../src/planning/content/enter.store.ts";
import { strategicId } from "../../../src/planning/content/strategic.ts";
import { annotate } from "../../../src/planning/indicator/annotation.store.ts";
import { addNode } from "../../../src/planning/plan/node-act.store.ts";
import { treeOf } from "../../../src/planning/plan/node.store.ts";
import { beginRevision } from "../../../src/planning/plan/plan-act.store.ts";
import { submitReport } from "../../../src/planning/progress/report.store.ts";
import { enterRecord } from "../../../src/plenary/record/enter.store.ts";
import { arrangePlan, planKey } from "../../planning-plan.ts";
import { type Platform, demoMember } from "./platform.ts";

/** The plans of a platform in every state that its pages show. */
export interface SeededPlans {
  /** Plan in force with reports, steps and traces, and a second version in draft. */
  readonly plan: string;
  /** Keys of the places of that plan, by code. */
  readonly keyOf: (code: string) => string;
  /** Key of a place whose figure is counted from the countries' steps. */
  readonly counted: string;
  /** A part that stands only in the draft. */
  readonly drafted: string;
  /** A measured indicator, with a word of the secretariat beside its figure. */
  readonly measured: { readonly plan: string; readonly key: string };
  /** Numbers of a report that is being written and of one that is in the archive. */
  readonly writing: string;
  readonly archived: string;
}

/** A text that stands only in a report of Honduras that nobody has answered. */
export const toldByHonduras = "Borrador de Honduras que todavía nadie revisó.";
/** A text that stands only in an accountability report that is being written. */
export const toldInDraft = "Párrafo que todavía no aprobó la Plenaria.";

/** Fills a platform with the coalition's record and plans and the demonstration's plan, by the stores alone. */
export async function seedPlanning({ world }: Platform): Promise<SeededPlans> {
  const { database } = world;
  const [secretariat, presidency] = [demoMember("secretariat"), demoMember("presidency")];
  const does = <T>(work: (tx: Writing, actor: Actor) => Promise<T>, actor: Actor = secretariat) => write(database, actor, (tx) => work(tx, actor));
  const today = dayOf(new Date());
  await enterRecord(database);
  await enterPlans(database);
  const delegate = (country: string) => demoMember("delegate-titular", country);
  await seedDemoPlan(database, { meeting: "IV-2023", motion: null, secretariat, presidency, delegate, today: "2026-12-31" });
  const plan = "plan-operativo-2026";
  const nodes = await read(database, secretariat, (tx) => treeOf(tx, plan));
  const keyOf = (code: string) => nodes.find((node) => node.code === code)?.key ?? fail(`no place ${code}`);
  const told = { id: randomUUID(), from: "2026-07-01", until: "2026-09-30", figure: "90", stateOf: "under-way", narrative: toldByHonduras, whyNot: "", evidenceUrl: "https://example.org/borrador" };
  kept(await does((tx, actor) => submitReport(tx, actor, plan, keyOf("3.2.2"), told, "2026-12-31"), demoMember("focal-point", "HND")));

  kept(await does((tx, actor) => beginRevision(tx, actor, plan, { es: "Se agrega la evaluación externa.", en: "The external evaluation is added." })));
  const text = {
    code: "4.2.9", title: { es: "Evaluación externa del plan", en: "External evaluation of the plan" }, detail: { es: "", en: "" }, sourcePage: "", target: { es: "", en: "" },
    verification: { es: "", en: "" }, startsOn: null, endsOn: null, months: [11, 12], indicator: null, goals: [],
  };
  const added = await does((tx, actor) => addNode(tx, actor, plan, keyOf("4.2"), "activity", text));
  if (typeof added === "string") return fail(added);

  const small = "plan-operativo-2025";
  await arrangePlan(world, small, 2025);
  const measured = planKey(small, "measured");
  kept(await does((tx, actor) => annotate(tx, actor, small, measured, { id: randomUUID(), text: "La cifra incluye las reuniones por videoconferencia.", from: "2025-01-01", until: "2025-06-30" })));

  const writing = await begun("RENDICION-CORETT-2026", "2026-01-01", "2099-12-31", [plan, strategicId]);
  const archived = await begun("RENDICION-CORETT-2018", "2018-01-01", "2018-12-31", ["plan-operativo-2018"]);
  await says(writing, "introduction", toldInDraft);
  for (const part of ["introduction", "conclusions"]) await says(archived, part, "La Coalición rinde cuentas de lo que hizo y de lo que no hizo.\n\n- Lo hecho consta en el anexo.\n- Lo no hecho lleva su razón.");
  const report = await read(database, secretariat, (tx) => reportById(tx, archived));
  if (!report) return fail("no report");
  const present = await read(database, secretariat, (tx) => reportNow(tx, report, today));
  kept(await does((tx, actor) => approveReport(tx, actor, archived, { decision: "meeting:IV-2023", expected: digestOf(present) }, today)));
  await freezeReport(database, archived, "https://corett.example");
  return {
    plan, keyOf, drafted: added.key, measured: { plan: small, key: measured },
    counted: keyOf("2.1.i"), writing: "RENDICION-CORETT-2026", archived: "RENDICION-CORETT-2018",
  };

  async function begun(number: string, from: string, until: string, plans: readonly string[]): Promise<string> {
    const id = randomUUID();
    const year = number.slice(-4);
    const refusal = await does((tx, actor) => beginReport(tx, actor, { id, kind: "biennial", number, titleEs: `Rendición de cuentas ${year}`, titleEn: `Accountability ${year}`, from, until, plans }));
    if (refusal !== undefined) fail(refusal);
    return id;
  }

  async function says(id: string, part: string, body: string): Promise<void> {
    for (const language of ["es", "en"] as const) kept(await does((tx, actor) => saveText(tx, actor, id, { part, language, body, basedOn: 0 })));
  }
}

/** Passes what was kept on; a refusal or a problem ends the filling. */
function kept(answer: object | string): void {
  if (typeof answer === "string" || "refusal" in answer || "problems" in answer) fail(JSON.stringify(answer));
}

function fail(what: string): never {
  throw new Error(`The plans of the test stopped at ${what}`);
}
