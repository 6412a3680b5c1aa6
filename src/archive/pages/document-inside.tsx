import { Form, redirect, useSearchParams } from "react-router";
import { read, write } from "#database";
import {
  Actions,
  Breadcrumbs,
  Button,
  ErrorSummary,
  type FormState,
  LinkButton,
  Notice,
  PageHeading,
  RadioGroup,
  Section,
  databaseContext,
  formProblems,
  formRefusal,
  formState,
  languageContext,
  memberIn,
  memberOf,
  notFound,
  useLanguage,
  useWords,
} from "#web";
import { archiveWords } from "#words";
import { type Circle, isCircle, widerThan } from "../document.ts";
import { documentOf, widen } from "../document.store.ts";
import { DocumentView } from "./document-view.tsx";
import type { Route } from "./+types/document-inside.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** A document that the acting member may read. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const actor = memberOf({ request, context });
  const document = await read(context.get(databaseContext), actor, (tx) => documentOf(tx, params.number));
  if (!document || document.number !== params.number) throw notFound();
  return { document, wider: actor.office === "secretariat" ? widerThan(document.access) : [] };
}

/** Gives the document further readers. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const actor = memberIn({ request, context }, ["secretariat"]);
  const language = context.get(languageContext);
  const form = await request.formData();
  const circle = form.get("access");
  if (typeof circle !== "string" || !isCircle(circle)) return formProblems({ access: ["widenMissing"] }, form);
  const refusal = await write(context.get(databaseContext), actor, (tx) => widen(tx, params.number, circle));
  if (refusal === "no-document") throw notFound();
  if (refusal) return formRefusal(archiveWords[language].workspace.refusals[refusal], form);
  return redirect(`/${language}/workspace/archive/${params.number}?done=widen`, 303);
}

/** One document for members; the secretariat widens its circle of readers here. */
export default function DocumentInside({ loaderData: { document, wider }, actionData }: Route.ComponentProps) {
  const words = useWords(archiveWords);
  const language = useLanguage();
  const [query] = useSearchParams();
  const { workspace } = words;
  const form = formState(actionData, { widenMissing: workspace.widenMissing });
  return (
    <>
      <PageHeading
        title={document.title[language]}
        tab={document.number}
        lead={`${words.classes[document.class]}. ${words.document.circle}: ${words.circles[document.access]}.`}
        above={<Breadcrumbs way={[{ label: words.tab, to: `/${language}/workspace/archive` }, { label: document.number }]} />}
      />
      {query.get("done") === "widen" && actionData === undefined && <Notice tone="good">{workspace.widened}</Notice>}
      <ErrorSummary form={form} />
      {document.access === "public" && (
        <p className="mt-6">
          <LinkButton kind="quiet" to={`/${language}/archive/${document.number}`} reloadDocument>
            {workspace.publicPage}
          </LinkButton>
        </p>
      )}
      <DocumentView document={document} />
      {wider.length > 0 && <Widen wider={wider} form={form} />}
    </>
  );
}

function Widen({ wider, form }: { wider: readonly Circle[]; form: FormState }) {
  const words = useWords(archiveWords);
  const { workspace } = words;
  return (
    <Section title={workspace.widenTitle} lead={workspace.widenLead}>
      <Form method="post">
        <RadioGroup
          {...form.field("access")}
          label={workspace.widenField}
          choices={wider.map((circle) => ({ value: circle, label: words.circles[circle] }))}
        />
        <Actions>
          <Button>{workspace.widenSubmit}</Button>
        </Actions>
      </Form>
    </Section>
  );
}
