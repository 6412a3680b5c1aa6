import { dayOf } from "#basics";
import { formProblems } from "#web";
import { type Acting, answered, formKey, sentEvidence, whole } from "../../progress/pages/act.ts";
import { isKey, said } from "../../progress/pages/asked.ts";
import { withProblems } from "../../progress/pages/report-acts.ts";
import { placeOf } from "../../progress/report.store.ts";
import { reportsForCountry } from "../../progress/report.ts";
import { annotate as keepAnnotation } from "../annotation.store.ts";
import { type IndicatorRefusal, refusalText } from "../refusal.ts";
import { answerStep as keepStepAnswer, enterStep } from "../step.store.ts";

/** Enters the acting country's step on a country indicator, with its evidence, in one transaction. */
export async function step(acting: Acting) {
  const { actor, plan, key, form } = acting;
  const id = formKey(form);
  const outcome = await whole<IndicatorRefusal>(acting, async (tx) => {
    const place = await placeOf(tx, plan, key);
    if (!place) return { refusal: "unknown-node" };
    if (!reportsForCountry(actor)) return { refusal: "not-yours" };
    const { evidence, problems } = await sentEvidence(tx, acting, place.node, id);
    const draft = { id, step: said(form, "step"), on: said(form, "on"), note: said(form, "note"), ...evidence };
    return withProblems(await enterStep(tx, actor, plan, key, draft, dayOf(new Date())), problems);
  });
  return answered(acting, outcome, "step", refusalText);
}

/** The leaders' answer to a country's step: its fields carry the step's key. */
export async function answerStep(acting: Acting) {
  const { actor, form } = acting;
  const of = said(form, "of");
  const choice = said(form, `answer:${of}`);
  if (choice !== "accepted" && choice !== "returned") return formProblems({ [`answer:${of}`]: ["choose"] }, form);
  const outcome = await whole<IndicatorRefusal>(acting, async (tx) => {
    const refusal = isKey(of) ? await keepStepAnswer(tx, actor, of, { answer: choice, note: said(form, `note:${of}`) }) : "unknown-step";
    return refusal ? { refusal } : { kept: of };
  });
  return answered(acting, outcome, "answer-step", refusalText, `note:${of}`);
}

/** A word of the leaders beside a figure. */
export async function annotate(acting: Acting) {
  const { actor, plan, key, form } = acting;
  const outcome = await whole<IndicatorRefusal>(acting, (tx) =>
    keepAnnotation(tx, actor, plan, key, { id: formKey(form), text: said(form, "text"), from: said(form, "annotationFrom"), until: said(form, "annotationUntil") }),
  );
  return answered(acting, outcome, "annotate", refusalText);
}
