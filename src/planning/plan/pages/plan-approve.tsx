import { Form, redirect } from "react-router";
import { read } from "#database";
import { Actions, Breadcrumbs, Button, ErrorSummary, LinkButton, PageHeading, Select, forbidden, formProblems, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { planningPlanWords } from "#words";
import { decisionChoices } from "../decision.store.ts";
import { planOf } from "../node.store.ts";
import { approvePlan } from "../plan-act.store.ts";
import { planRefusalText, writePlan } from "../refusal.ts";
import { DraftClosed } from "./draft-closed.tsx";
import { asked, isKey, keepers, said } from "./plan-asked.ts";
import { planPath } from "./plan-view.ts";
import type { Route } from "./+types/plan-approve.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The decisions that can approve the draft. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language } = asked(args, keepers);
  const words = planningPlanWords[language].approve;
  return read(database, actor, async (tx) => {
    const plan = await planOf(tx, args.params.plan);
    if (!plan) throw notFound();
    const choices = await decisionChoices(tx);
    return {
      plan: { id: plan.id, title: plan.title[language] },
      isOpen: plan.draft !== null,
      choices: choices.map(({ meeting, motion }) =>
        motion
          ? { value: `${meeting} ${motion.id}`, label: words.ofMotion(meeting, String(motion.number), motion.title[language]) }
          : { value: meeting, label: words.ofRecord(meeting) },
      ),
    };
  });
}

/** Puts the draft in force by the chosen decision. */
export async function action(args: Route.ActionArgs) {
  const { actor, database, language } = asked(args, keepers);
  const { plan } = args.params;
  const form = await args.request.formData();
  const [meeting = "", motion = ""] = said(form, "decision").split(" ");
  if (meeting === "" || (motion !== "" && !isKey(motion))) return formProblems({ decision: ["choose"] }, form);
  const refusal = await writePlan(database, actor, (tx) => approvePlan(tx, actor, plan, { meeting, motion: motion === "" ? null : motion }));
  if (refusal === "not-yours") throw forbidden();
  return refusal ? formRefusal(planRefusalText(refusal, language), form) : redirect(planPath(language, plan, "/versions"), 303);
}

/** The form that records the decision of the plenary. */
export default function PlanApprove({ loaderData: { plan, isOpen, choices }, actionData }: Route.ComponentProps) {
  const all = useWords(planningPlanWords);
  const words = all.approve;
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  if (!isOpen) return <DraftClosed plan={plan} title={words.title} form={form} />;
  const draft = planPath(language, plan.id, "/edit");
  return (
    <>
      <PageHeading
        title={words.title}
        lead={words.lead}
        above={<Breadcrumbs way={[{ label: all.title, to: `/${language}/workspace/plans` }, { label: plan.title, to: draft }, { label: words.title }]} />}
      />
      <ErrorSummary form={form} />
      <Form method="post">
        <Select {...form.field("decision")} label={words.decision} help={words.help} options={choices} width="full" />
        <Actions>
          <Button>{words.submit}</Button>
          <LinkButton kind="quiet" to={draft}>
            {words.cancel}
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}
