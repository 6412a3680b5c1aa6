import { dayOf } from "#basics";
import { formProblems } from "#web";
import { type ProgressRefusal, refusalText } from "../refusal.ts";
import { answerReport, mayReport, placeOf, submitReport } from "../report.store.ts";
import { type Acting, type Outcome, answered, formKey, sentEvidence, whole } from "./act.ts";
import { isKey, said } from "./asked.ts";

/** Keeps a report with its evidence, in one transaction: there is no report without it, and no evidence of a refused one. */
export async function report(acting: Acting) {
  const { actor, plan, key, form } = acting;
  const id = formKey(form);
  const outcome = await whole<ProgressRefusal>(acting, async (tx) => {
    const place = await placeOf(tx, plan, key);
    if (!place) return { refusal: "unknown-node" };
    const refusal = await mayReport(tx, actor, place);
    if (refusal) return { refusal };
    const { evidence, problems } = await sentEvidence(tx, acting, place.node, id);
    const texts = { from: said(form, "from"), until: said(form, "until"), figure: said(form, "figure"), stateOf: said(form, "stateOf"), narrative: said(form, "narrative"), whyNot: said(form, "whyNot") };
    return withProblems(await submitReport(tx, actor, plan, key, { id, ...texts, ...evidence }, dayOf(new Date())), problems);
  });
  return answered(acting, outcome, "report", refusalText);
}

/** Joins the problems of the evidence to what became of the rest of the form. */
export function withProblems<R extends string>(outcome: Outcome<R>, problems: Record<string, string[]>): Outcome<R> {
  if ("refusal" in outcome || Object.keys(problems).length === 0) return outcome;
  return { problems: { ...("problems" in outcome ? outcome.problems : {}), ...problems } };
}

/** The leaders' answer to a report: its fields carry the report's key, since a page can show several. */
export async function answer(acting: Acting) {
  const { actor, form } = acting;
  const of = said(form, "report");
  const choice = said(form, `answer:${of}`);
  if (choice !== "accepted" && choice !== "returned") return formProblems({ [`answer:${of}`]: ["choose"] }, form);
  const outcome = await whole<ProgressRefusal>(acting, async (tx) => {
    const refusal = isKey(of) ? await answerReport(tx, actor, of, { answer: choice, note: said(form, `note:${of}`) }) : "unknown-report";
    return refusal ? { refusal } : { kept: of };
  });
  return answered(acting, outcome, "answer", refusalText, `note:${of}`);
}
