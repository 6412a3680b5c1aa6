import { redirect } from "react-router";
import { read, write } from "#database";
import {
  Field,
  databaseContext,
  formProblems,
  formRefusal,
  formState,
  languageContext,
  memberIn,
  notFound,
  useLanguage,
  useWords,
} from "#web";
import { coalitionOrganWords, coalitionRegisterWords } from "#words";
import { memberRecord } from "../member.store.ts";
import { endTerm, terms } from "../term.store.ts";
import type { Route } from "./+types/term-end.ts";
import { said } from "./form-text.ts";
import { RegisterFrame } from "./register-frame.tsx";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The term that would end. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const actor = memberIn({ request, context }, ["secretariat"]);
  return read(context.get(databaseContext), actor, async (tx) => {
    const term = (await terms(tx)).find(({ id }) => id === params.id);
    if (!term) throw notFound();
    const country = term.country === undefined ? undefined : await memberRecord(tx, term.country);
    return { term, holder: country?.name ?? { es: term.body ?? "", en: term.body ?? "" } };
  });
}

/** Ends the term, or says why not. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const actor = memberIn({ request, context }, ["secretariat"]);
  const form = await request.formData();
  const refusal = await write(context.get(databaseContext), actor, (tx) => endTerm(tx, params.id, said(form, "until")));
  if (refusal === "unknown-term" || refusal === "already-ended") return formRefusal(refusal, form);
  if (refusal) return formProblems({ until: [refusal] }, form);
  return redirect(`/${context.get(languageContext)}/workspace/coalition?done=term-ended`, 303);
}

/** The form that ends a term before its last day. */
export default function TermEnd({ loaderData: { term, holder }, actionData }: Route.ComponentProps) {
  const all = useWords(coalitionRegisterWords);
  const words = all.term;
  const { offices } = useWords(coalitionOrganWords);
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  return (
    <RegisterFrame
      title={words.endTitle(offices[term.office], holder[language])}
      lead={words.endLead}
      save={words.endSave}
      form={form}
      danger
    >
      <Field {...form.field("until", term.until)} label={words.endUntil} type="date" width="medium" />
    </RegisterFrame>
  );
}
