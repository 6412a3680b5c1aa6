import { Form, data, redirect } from "react-router";
import { read, write } from "#database";
import {
  Actions,
  Breadcrumbs,
  Button,
  ErrorSummary,
  Field,
  LinkButton,
  PageHeading,
  RadioGroup,
  Select,
  databaseContext,
  formProblems,
  formRefusal,
  formState,
  languageContext,
  memberIn,
  useLanguage,
  useWords,
} from "#web";
import { collectionWords } from "#words";
import { type OpeningRefusal, openingRefusalText } from "../collection.ts";
import { openCollection } from "../collection.store.ts";
import { adoptedMethodologies } from "../methodology.store.ts";
import { textOf } from "./form-text.ts";
import type { Route } from "./+types/collection-new.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** Only the secretariat opens a year; it chooses among the adopted methodologies. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = memberIn({ request, context }, ["secretariat"]);
  const language = context.get(languageContext);
  const methodologies = await read(context.get(databaseContext), actor, adoptedMethodologies);
  return { methodologies: methodologies.map(({ version, title }) => ({ value: version, label: title[language] })) };
}

/** Fields that a refusal is about, so that it can stand at its field; the others are said above the form. */
const fieldOf: Partial<Record<OpeningRefusal, string>> = {
  "not-a-year": "year",
  "publication-before-deadline": "publishOn",
  "unknown-methodology": "methodology",
};

/** Opens the year, or says at the field what is wrong with it. */
export async function action({ request, context }: Route.ActionArgs) {
  const actor = memberIn({ request, context }, ["secretariat"]);
  const language = context.get(languageContext);
  const form = await request.formData();
  const said = (name: string) => textOf(form, name).trim();
  const missing = {
    ...(/^\d{4}$/.test(said("year")) ? {} : { year: ["year-missing"] }),
    ...(said("methodology") === "" ? { methodology: ["methodology-missing"] } : {}),
    ...(said("deadline") === "" ? { deadline: ["deadline-missing"] } : {}),
    ...(said("publishOn") === "" ? { publishOn: ["publish-missing"] } : {}),
  };
  if (Object.keys(missing).length > 0) return formProblems(missing, form);

  const opened = await write(context.get(databaseContext), actor, (tx) =>
    openCollection(tx, actor, {
      year: Number(said("year")),
      exercise: said("exercise") === "exercise",
      methodology: said("methodology"),
      deadline: said("deadline"),
      publishOn: said("publishOn"),
    }),
  );
  if ("id" in opened) return redirect(`/${language}/workspace/collections/${opened.id}`, 303);
  if (opened.refusal === "not-yours") throw data(null, { status: 403 });
  const field = fieldOf[opened.refusal];
  const sentence = openingRefusalText(opened.refusal)[language];
  return field === undefined ? formRefusal(sentence, form) : formProblems({ [field]: [sentence] }, form);
}

/** The form that opens a year. */
export default function CollectionNew({ loaderData: { methodologies }, actionData }: Route.ComponentProps) {
  const words = useWords(collectionWords);
  const language = useLanguage();
  const form = formState(actionData, words.problems);
  const list = `/${language}/workspace/collections`;
  return (
    <>
      <PageHeading
        title={words.new.title}
        lead={words.new.lead}
        above={<Breadcrumbs way={[{ label: words.title, to: list }, { label: words.open }]} />}
      />
      <ErrorSummary form={form} />
      <Form method="post">
        <Field {...form.field("year")} label={words.new.year} help={words.new.yearHelp} inputMode="numeric" width="short" />
        <Select
          {...form.field("methodology", methodologies[0]?.value)}
          label={words.new.methodology}
          options={methodologies}
          width="full"
        />
        <Field
          {...form.field("deadline")}
          label={words.new.deadline}
          help={words.new.deadlineHelp}
          type="date"
          width="medium"
        />
        <Field
          {...form.field("publishOn")}
          label={words.new.publishOn}
          help={words.new.publishOnHelp}
          type="date"
          width="medium"
        />
        <RadioGroup
          {...form.field("exercise", "official")}
          label={words.new.exercise}
          choices={[
            { value: "official", label: words.new.official },
            { value: "exercise", label: words.new.training },
          ]}
        />
        <Actions>
          <Button>{words.new.submit}</Button>
          <LinkButton kind="quiet" to={list}>
            {words.new.cancel}
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}
