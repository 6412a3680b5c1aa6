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
  Select,
  databaseContext,
  forbidden,
  formProblems,
  formState,
  languageContext,
  memberIn,
  useLanguage,
  useWords,
} from "#web";
import { coalitionContactWords } from "#words";
import { keepsContact } from "../contact.ts";
import { addContact } from "../contact.store.ts";
import { directoryOffices } from "../navigation.ts";
import type { Route } from "./+types/contact-new.ts";
import { contactTyped } from "./contact-form.ts";
import { ContactFields } from "./contact-fields.tsx";
import { keeperNames } from "./contact-keeper.ts";
import { said } from "./form-text.ts";

/** Whose entries the actor may add: a state its own, the secretariat those of organs and organisations. */
async function keptBy({ request, context }: Pick<Route.LoaderArgs, "request" | "context">) {
  const actor = memberIn({ request, context }, directoryOffices);
  const names = await read(context.get(databaseContext), actor, (tx) => keeperNames(tx, actor));
  const kept = names.filter(({ keeper }) => keepsContact(actor, keeper));
  if (kept.length === 0) throw forbidden();
  return { actor, kept };
}

/** The keepers to choose from. */
export async function loader(asked: Route.LoaderArgs) {
  const { kept } = await keptBy(asked);
  return { owners: kept.map(({ value, name }) => ({ value, name })) };
}

/** Adds the entry, or says at the field what is wrong. */
export async function action(asked: Route.ActionArgs) {
  const { actor, kept } = await keptBy(asked);
  const { request, context } = asked;
  const form = await request.formData();
  const owner = kept.length === 1 ? kept[0] : kept.find(({ value }) => value === said(form, "owner"));
  const typed = contactTyped(form);
  if ("problems" in typed || owner === undefined)
    return formProblems(
      { ...("problems" in typed ? typed.problems : {}), ...(owner ? {} : { owner: ["owner-needed"] }) },
      form,
    );
  await write(context.get(databaseContext), actor, (tx) => addContact(tx, owner.keeper, typed.facts, dayOf(new Date())));
  return redirect(`/${context.get(languageContext)}/workspace/coalition/contacts?done=added`, 303);
}

/** The form that adds an entry to the directory. */
export default function ContactNew({ loaderData: { owners }, actionData }: Route.ComponentProps) {
  const all = useWords(coalitionContactWords);
  const words = all.form;
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  const list = `/${language}/workspace/coalition/contacts`;
  return (
    <>
      <PageHeading
        title={words.newTitle}
        lead={words.newLead}
        above={<Breadcrumbs way={[{ label: all.title, to: list }, { label: all.add }]} />}
      />
      <ErrorSummary form={form} />
      <Form method="post" noValidate>
        {owners.length > 1 && (
          <Select
            {...form.field("owner")}
            label={words.owner}
            help={words.ownerHelp}
            width="full"
            options={owners.map(({ value, name }) => ({ value, label: name[language] }))}
          />
        )}
        <ContactFields form={form} />
        <Actions>
          <Button>{words.save}</Button>
          <LinkButton kind="quiet" to={list}>
            {words.cancel}
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}
