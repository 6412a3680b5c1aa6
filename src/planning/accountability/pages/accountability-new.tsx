import { Form, redirect } from "react-router";
import { dayOf } from "#basics";
import { read, write } from "#database";
import { Actions, Breadcrumbs, Button, CheckboxGroup, ErrorSummary, Field, LinkButton, Notice, PageHeading, RadioGroup, formProblems, formRefusal, formState, useLanguage, useWords } from "#web";
import { planningAccountabilityWords } from "#words";
import { plansOf } from "../../plan/node.store.ts";
import { type AccountabilityDraft, accountabilityKinds, draftProblems } from "../accountability.ts";
import { beginReport } from "../accountability.store.ts";
import { askedKeeper } from "./accountability-asked.ts";
import type { Route } from "./+types/accountability-new.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The plans in force, and the two years that ended last. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, language } = askedKeeper(args);
  const plans = (await read(database, actor, (tx) => plansOf(tx))).filter(({ version }) => version !== null);
  const last = Number(dayOf(new Date()).slice(0, 4)) - 1;
  return { id: crypto.randomUUID(), plans: plans.map(({ id, title }) => ({ value: id, label: title[language] })), from: `${last - 1}-01-01`, until: `${last}-12-31`, number: `RENDICION-CORETT-${last - 1}-${last}` };
}

/** Begins the report, or says at the field what is wrong. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, language } = askedKeeper(args);
  const form = await args.request.formData();
  const said = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(said("id")) ? said("id") : crypto.randomUUID();
  const draft: AccountabilityDraft = {
    id, kind: said("kind"), number: said("number"), titleEs: said("title-es"), titleEn: said("title-en"), from: said("from"), until: said("until"),
    plans: form.getAll("plans").filter((value) => typeof value === "string"),
  };
  const known = (await read(database, actor, (tx) => plansOf(tx))).filter(({ version }) => version !== null).map((plan) => plan.id);
  const problems = draftProblems(draft, known);
  if (Object.keys(problems).length > 0) return formProblems(problems, form);
  const refusal = await write(database, actor, (tx) => beginReport(tx, actor, draft));
  if (refusal !== undefined) return formRefusal(planningAccountabilityWords[language].refusals[refusal], form);
  return redirect(`/${language}/workspace/accountability/${draft.number}?done=begun`, 303);
}

/** The form that begins a report. */
export default function AccountabilityNew({ loaderData, actionData }: Route.ComponentProps) {
  const all = useWords(planningAccountabilityWords);
  const words = all.create;
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  const root = `/${language}/workspace/accountability`;
  return (
    <>
      <PageHeading above={<Breadcrumbs way={[{ label: all.title, to: root }, { label: words.title }]} />} title={words.title} lead={words.lead} />
      <ErrorSummary form={form} />
      {loaderData.plans.length === 0 ? (
        <Notice tone="caution">{words.noPlans}</Notice>
      ) : (
        <Form method="post">
          <input type="hidden" name="id" value={loaderData.id} />
          <RadioGroup {...form.field("kind", "biennial")} label={words.kind} choices={accountabilityKinds.map((value) => ({ value, label: all.kinds[value] }))} />
          <Field {...form.field("number", loaderData.number)} label={words.number} help={words.numberHelp} maxLength={80} />
          <Field {...form.field("title-es")} label={words.titleEs} maxLength={300} />
          <Field {...form.field("title-en")} label={words.titleEn} maxLength={300} />
          <Field {...form.field("from", loaderData.from)} label={words.from} type="date" width="medium" />
          <Field {...form.field("until", loaderData.until)} label={words.until} type="date" width="medium" />
          <CheckboxGroup {...form.field("plans")} label={words.plans} help={words.plansHelp} choices={loaderData.plans} />
          <Actions>
            <Button>{words.submit}</Button>
            <LinkButton kind="quiet" to={root}>
              {all.back}
            </LinkButton>
          </Actions>
        </Form>
      )}
    </>
  );
}
