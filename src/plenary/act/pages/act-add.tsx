import { randomUUID } from "node:crypto";
import { Form, data, redirect } from "react-router";
import { write } from "#database";
import { Actions, Button, ErrorSummary, Field, LinkButton, Section, formProblems, formRefusal, formState, useWords } from "#web";
import { plenaryActWords } from "#words";
import { idOf, said } from "../../meeting/pages/meeting-asked.ts";
import { addSection } from "../section.store.ts";
import { actAddress } from "./act-address.ts";
import { askedAct, closedBy, refusalSentence } from "./act-asked.ts";
import { ActClosed } from "./act-closed.tsx";
import type { Route } from "./+types/act-add.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The id of the part to be made, so that the form sent twice adds one. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, language, meeting, act } = await askedAct(args);
  return { closed: closedBy(actor, "edit", act, language), id: randomUUID(), root: actAddress(language, meeting.id) };
}

/** Adds a free part and leads to its text. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, language, meeting } = await askedAct(args);
  const form = await args.request.formData();
  const field = said(form);
  const title = { es: field("es"), en: field("en") };
  const problems: Record<string, string[]> = {};
  for (const each of ["es", "en"] as const) if (title[each] === "" || title[each].length > 200) problems[each] = ["titleMissing"];
  const id = idOf(field("id"));
  if (Object.keys(problems).length > 0 || id === undefined) return formProblems(problems, form);
  const position = Number(field("position"));
  const refusal = await write(database, actor, (tx) => addSection(tx, actor, meeting.id, { id, title, ...(Number.isInteger(position) && position > 0 ? { position } : {}) }));
  if (refusal === "not-yours") throw data(null, { status: 403 });
  if (refusal !== undefined) return formRefusal(refusalSentence(refusal, language), form);
  return redirect(actAddress(language, meeting.id, { part: id }), 303);
}

/** The form that adds a part. */
export default function ActAdd({ loaderData: { closed, id, root }, actionData }: Route.ComponentProps) {
  const all = useWords(plenaryActWords);
  const words = all.add;
  const form = formState(actionData, { titleMissing: all.edit.titleMissing });
  if (closed !== undefined) return <ActClosed title={words.title} closed={closed} root={root} form={form} />;
  return (
    <Section title={words.title} lead={words.lead}>
      <ErrorSummary form={form} />
      <Form method="post">
        <input type="hidden" name="id" value={actionData?.typed["id"]?.[0] ?? id} />
        <Field {...form.field("es")} label={all.edit.titleEs} maxLength={200} lang="es" />
        <Field {...form.field("en")} label={all.edit.titleEn} maxLength={200} lang="en" />
        <Field {...form.field("position")} label={words.position} help={words.positionHelp} width="short" inputMode="numeric" optional />
        <Actions>
          <Button>{words.submit}</Button>
          <LinkButton kind="quiet" to={root}>
            {all.edit.back}
          </LinkButton>
        </Actions>
      </Form>
    </Section>
  );
}
