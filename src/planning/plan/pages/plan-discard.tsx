import { Form, redirect } from "react-router";
import { read } from "#database";
import { Actions, Breadcrumbs, Button, ErrorSummary, LinkButton, PageHeading, Textarea, forbidden, formProblems, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { planningPlanWords } from "#words";
import { planOf } from "../node.store.ts";
import { discardDraft } from "../plan-act.store.ts";
import { planRefusalText, writePlan } from "../refusal.ts";
import { DraftClosed } from "./draft-closed.tsx";
import { asked, neededProblems, said } from "./plan-asked.ts";
import { planPath } from "./plan-view.ts";
import type { Route } from "./+types/plan-discard.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The draft that would be discarded. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language } = asked(args, ["secretariat"]);
  const plan = await read(database, actor, (tx) => planOf(tx, args.params.plan));
  if (!plan) throw notFound();
  return { plan: { id: plan.id, title: plan.title[language], draft: plan.draft } };
}

/** Discards the draft that the form names, with its reason. */
export async function action(args: Route.ActionArgs) {
  const { actor, database, language } = asked(args, ["secretariat"]);
  const { plan } = args.params;
  const form = await args.request.formData();
  const problems = neededProblems(form, ["reason"], 1000);
  if (Object.keys(problems).length > 0) return formProblems(problems, form);
  const version = /^[1-9]\d{0,3}$/.test(said(form, "version")) ? Number(said(form, "version")) : 0;
  const refusal = await writePlan(database, actor, (tx) => discardDraft(tx, actor, plan, version, said(form, "reason")));
  if (refusal === "secretariat-discards") throw forbidden();
  return refusal ? formRefusal(planRefusalText(refusal, language), form) : redirect(planPath(language, plan, "/versions"), 303);
}

/** The form that discards a draft. */
export default function PlanDiscard({ loaderData: { plan }, actionData }: Route.ComponentProps) {
  const all = useWords(planningPlanWords);
  const words = all.discard;
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  if (plan.draft === null) return <DraftClosed plan={plan} title={words.title} form={form} />;
  const draft = planPath(language, plan.id, "/edit");
  return (
    <>
      <PageHeading
        title={words.title}
        lead={words.lead(plan.title, String(plan.draft))}
        above={<Breadcrumbs way={[{ label: all.title, to: `/${language}/workspace/plans` }, { label: plan.title, to: draft }, { label: words.title }]} />}
      />
      <ErrorSummary form={form} />
      <Form method="post">
        <input type="hidden" name="version" value={plan.draft} />
        <Textarea {...form.field("reason")} label={words.reason} help={words.reasonHelp} rows={3} maxLength={1000} />
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
