import { dayOf } from "#basics";
import { Form, redirect } from "react-router";
import { read, write } from "#database";
import {
  Actions,
  Breadcrumbs,
  Button,
  ErrorSummary,
  LinkButton,
  PageHeading,
  Section,
  databaseContext,
  forbidden,
  formProblems,
  formRefusal,
  formState,
  languageContext,
  memberIn,
  notFound,
  useLanguage,
  useWords,
} from "#web";
import { coalitionContactWords } from "#words";
import { keepsContact } from "../contact.ts";
import { changeContact, contactOfId, removeContact } from "../contact.store.ts";
import { directoryOffices } from "../navigation.ts";
import type { Route } from "./+types/contact-change.ts";
import { contactTyped } from "./contact-form.ts";
import { ContactFields } from "./contact-fields.tsx";
import { said } from "./form-text.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The entry, for its keeper alone. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const actor = memberIn({ request, context }, directoryOffices);
  const entry = await read(context.get(databaseContext), actor, (tx) => contactOfId(tx, params.id));
  if (!entry) throw notFound();
  if (!keepsContact(actor, entry.keeper)) throw forbidden();
  return { entry };
}

/** Changes the entry, or removes it. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const actor = memberIn({ request, context }, directoryOffices);
  if (actor.country === undefined && actor.office !== "secretariat") throw forbidden();
  const form = await request.formData();
  const database = context.get(databaseContext);
  const list = `/${context.get(languageContext)}/workspace/coalition/contacts`;
  const now = new Date();
  if (said(form, "act") === "remove") {
    const refusal = await write(database, actor, (tx) => removeContact(tx, params.id, now));
    return refusal ? formRefusal(refusal, form) : redirect(`${list}?done=removed`, 303);
  }
  const typed = contactTyped(form);
  if ("problems" in typed) return formProblems(typed.problems, form);
  const changed = await write(database, actor, (tx) => changeContact(tx, params.id, typed.facts, now, dayOf(now)));
  return "refusal" in changed ? formRefusal(changed.refusal, form) : redirect(`${list}?done=changed`, 303);
}

/** The form that changes an entry of the directory, and below it the one that removes it. */
export default function ContactChange({ loaderData: { entry }, actionData }: Route.ComponentProps) {
  const all = useWords(coalitionContactWords);
  const words = all.form;
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  const list = `/${language}/workspace/coalition/contacts`;
  return (
    <>
      <PageHeading
        title={words.changeTitle(entry.name)}
        lead={words.changeLead}
        above={<Breadcrumbs way={[{ label: all.title, to: list }, { label: all.change }]} />}
      />
      <ErrorSummary form={form} />
      <Form method="post" noValidate>
        <ContactFields form={form} entry={entry} />
        <Actions>
          <Button name="act" value="change">
            {words.save}
          </Button>
          <LinkButton kind="quiet" to={list}>
            {words.cancel}
          </LinkButton>
        </Actions>
      </Form>
      <Section title={words.removeTitle} lead={words.removeLead}>
        <Form method="post">
          <Button kind="danger" name="act" value="remove">
            {words.remove}
          </Button>
        </Form>
      </Section>
    </>
  );
}
