import { Form, redirect } from "react-router";
import { isDay } from "#basics";
import { read } from "#database";
import { Actions, Breadcrumbs, Button, ErrorSummary, Field, LinkButton, PageHeading, RadioGroup, Select, forbidden, formProblems, formRefusal, formState, useLanguage, useWords } from "#web";
import { planningPlanWords } from "#words";
import { plansOf } from "../node.store.ts";
import { createPlan } from "../plan-act.store.ts";
import { planKinds } from "../plan.ts";
import { planRefusalText, writePlan } from "../refusal.ts";
import { asked, keepers, neededProblems, said } from "./plan-asked.ts";
import { planPath } from "./plan-view.ts";
import type { Route } from "./+types/plan-new.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The strategic plans that a plan can carry out. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language } = asked(args, keepers);
  const plans = await read(database, actor, plansOf);
  return { parents: plans.filter(({ kind }) => kind === "strategic").map(({ id, title }) => ({ value: id, label: title[language] })) };
}

/** Creates the plan with an empty draft and leads there. */
export async function action(args: Route.ActionArgs) {
  const { actor, database, language } = asked(args, keepers);
  const form = await args.request.formData();
  const kind = planKinds.find((each) => each === said(form, "kind"));
  const [from, until] = [said(form, "from"), said(form, "until")];
  const problems = {
    ...(kind ? {} : { kind: ["choose"] }),
    ...neededProblems(form, ["titleEs", "titleEn"], 300),
    ...(isDay(from) ? {} : { from: ["day"] }),
    ...(isDay(until) ? (isDay(from) && until <= from ? { until: ["backwards"] } : {}) : { until: ["day"] }),
  };
  if (!kind || Object.keys(problems).length > 0) return formProblems(problems, form);
  const parent = said(form, "parent");
  const draft = { kind, title: { es: said(form, "titleEs"), en: said(form, "titleEn") }, from, until, parent: parent === "" ? null : parent };
  const answer = await writePlan(database, actor, (tx) => createPlan(tx, actor, draft));
  if (answer === "not-yours") throw forbidden();
  if (typeof answer === "string") return formRefusal(planRefusalText(answer, language), form);
  return redirect(planPath(language, answer.id, "/edit"), 303);
}

/** The form that begins a plan. */
export default function PlanNew({ loaderData: { parents }, actionData }: Route.ComponentProps) {
  const all = useWords(planningPlanWords);
  const words = all.create;
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  const list = `/${language}/workspace/plans`;
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} above={<Breadcrumbs way={[{ label: all.title, to: list }, { label: words.title }]} />} />
      <ErrorSummary form={form} />
      <Form method="post">
        <RadioGroup {...form.field("kind", "operational")} label={words.kind} choices={planKinds.map((kind) => ({ value: kind, label: all.kinds[kind] }))} />
        <Field {...form.field("titleEs")} label={words.titleEs} maxLength={300} />
        <Field {...form.field("titleEn")} label={words.titleEn} maxLength={300} />
        <Field {...form.field("from")} label={words.from} type="date" width="medium" />
        <Field {...form.field("until")} label={words.until} type="date" width="medium" />
        <Select {...form.field("parent")} label={words.parent} help={words.parentHelp} optional options={parents} width="full" />
        <Actions>
          <Button>{words.submit}</Button>
          <LinkButton kind="quiet" to={list}>
            {words.cancel}
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}
