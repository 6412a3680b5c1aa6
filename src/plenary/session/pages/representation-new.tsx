import { Form, redirect } from "react-router";
import { currentMembers } from "#coalition";
import { read, write } from "#database";
import { Actions, Breadcrumbs, Button, ErrorSummary, Field, LinkButton, PageHeading, Select, databaseContext, formProblems, formRefusal, formState, languageContext, memberIn, useLanguage, useWords } from "#web";
import { plenarySessionReportWords } from "#words";
import { idOf, said } from "../../meeting/pages/meeting-asked.ts";
import { enterRepresentation } from "../representation.store.ts";
import type { Route } from "./+types/representation-new.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

const leaders = ["secretariat", "presidency"] as const;

/** The member states to which the presidency may delegate the function. */
export async function loader(args: Route.LoaderArgs) {
  const actor = memberIn(args, leaders);
  const language = args.context.get(languageContext);
  const members = await read(args.context.get(databaseContext), actor, currentMembers);
  return { members: members.map(({ code, name }) => ({ value: code, label: name[language] })), id: crypto.randomUUID() };
}

const fieldOf = { "event-missing": "event", "bad-days": "until", "unknown-country": "who" } as const;

/** Enters a representation. */
export async function action(args: Route.ActionArgs) {
  const actor = memberIn(args, leaders);
  const language = args.context.get(languageContext);
  const form = await args.request.formData();
  const text = said(form);
  const who = text("who");
  const refusal = await write(args.context.get(databaseContext), actor, (tx) =>
    enterRepresentation(tx, actor, {
      id: idOf(text("id")) ?? crypto.randomUUID(),
      event: text("event"),
      place: text("place"),
      fromDay: text("from"),
      untilDay: text("until"),
      ...(who === "presidency" ? {} : { delegatedTo: who }),
    }),
  );
  const refusals = plenarySessionReportWords[language].representations.refusals;
  if (refusal === "event-missing" || refusal === "bad-days" || refusal === "unknown-country") return formProblems({ [fieldOf[refusal]]: [refusals[refusal]] }, form);
  if (refusal) return formRefusal(refusals[refusal], form);
  return redirect(`/${language}/workspace/representations?did=entered`, 303);
}

/** The form that enters a representation. */
export default function RepresentationNew({ loaderData: { members, id }, actionData }: Route.ComponentProps) {
  const words = useWords(plenarySessionReportWords).representations;
  const language = useLanguage();
  const form = formState(actionData);
  const list = `/${language}/workspace/representations`;
  return (
    <>
      <PageHeading title={words.new} above={<Breadcrumbs way={[{ label: words.title, to: list }, { label: words.new }]} />} />
      <ErrorSummary form={form} />
      <Form method="post">
        <input type="hidden" name="id" value={id} />
        <Field {...form.field("event")} label={words.event} maxLength={300} />
        <Field {...form.field("place")} label={words.place} maxLength={200} optional />
        <Field {...form.field("from")} label={words.from} type="date" width="medium" />
        <Field {...form.field("until")} label={words.until} type="date" width="medium" />
        <Select {...form.field("who", "presidency")} label={words.who} help={words.whoHelp} options={[{ value: "presidency", label: words.presidency }, ...members]} />
        <Actions>
          <Button>{words.submit}</Button>
          <LinkButton kind="quiet" to={list}>
            {words.back}
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}
