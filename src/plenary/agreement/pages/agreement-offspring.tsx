import { Form, redirect } from "react-router";
import { read, write } from "#database";
import { Actions, Breadcrumbs, Button, CheckboxGroup, ErrorSummary, Field, LinkButton, Notice, PageHeading, RadioGroup, Select, Textarea, forbidden, formProblems, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { plenaryAgreementWords } from "#words";
import { offspringKinds } from "../agreement.ts";
import { agreementOf } from "../agreement.store.ts";
import { directory } from "../directory.store.ts";
import { type OffspringDraft, addOffspring } from "../offspring.store.ts";
import { refusalText } from "../refusal.ts";
import { asked, keepers } from "./agreement-asked.ts";
import { allSaid, isKey, isWebAddress, neededProblems, said } from "./form-text.ts";
import type { Route } from "./+types/agreement-offspring.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** What a form about offspring offers: committees that are there, countries and organisations for a new one. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language } = asked(args, keepers);
  return read(database, actor, async (tx) => {
    const agreement = await agreementOf(tx, args.params.number);
    if (!agreement) throw notFound();
    const register = await directory(tx);
    return {
      id: crypto.randomUUID(),
      number: agreement.number,
      committees: register.committees.map(({ id, name }) => ({ value: id, label: name[language] })),
      members: register.members.map(({ code, name }) => ({ value: code, label: name[language] })),
      organisations: register.organisations.map(({ code, name }) => ({ value: code, label: name[language] })),
    };
  });
}

/** Enters what grew out of the agreement; with 'create a committee' the committee too. */
export async function action(args: Route.ActionArgs) {
  const { actor, database, language } = asked(args, keepers);
  const { number } = args.params;
  const form = await args.request.formData();
  const kind = offspringKinds.find((each) => each === said(form, "kind"));
  const [id, url, document, committee] = [said(form, "id"), said(form, "url"), said(form, "document"), said(form, "committee")];
  const isNew = kind === "committee" && committee === "";
  const problems = {
    ...(kind === undefined ? { kind: ["choose"] } : {}),
    ...neededProblems(form, ["titleEs", "titleEn"], 300),
    ...(url === "" || isWebAddress(url) ? {} : { url: ["bad-link"] }),
    ...(isNew ? neededProblems(form, ["mandateEs", "mandateEn"], 2000) : {}),
    ...(isNew && allSaid(form, "members").length === 0 ? { members: [refusalText("members-needed")[language]] } : {}),
  };
  if (kind === undefined || Object.keys(problems).length > 0) return formProblems(problems, form);
  const members = allSaid(form, "members");
  const coordinator = said(form, "coordinator");
  const draft: OffspringDraft = {
    id: isKey(id) ? id : crypto.randomUUID(),
    kind,
    title: { es: said(form, "titleEs"), en: said(form, "titleEn") },
    ...(url === "" ? {} : { url }),
    ...(document === "" ? {} : { document }),
    ...(kind !== "committee"
      ? {}
      : {
          committee: isNew
            ? {
                mandate: { es: said(form, "mandateEs"), en: said(form, "mandateEn") },
                // A country that coordinates is one of those that form it.
                members: coordinator === "" ? members : [...new Set([...members, coordinator])],
                ...(coordinator === "" ? {} : { coordinator }),
                collaborators: allSaid(form, "collaborators"),
              }
            : { id: committee },
        }),
  };
  const refusal = await write(database, actor, (tx) => addOffspring(tx, actor, number, draft));
  if (refusal === undefined) return redirect(`/${language}/workspace/agreements/${number}?done=offspring`, 303);
  if (refusal === "not-yours") throw forbidden();
  if (refusal === "unknown-agreement") throw notFound();
  const sentence = refusalText(refusal)[language];
  return refusal === "unknown-document" ? formProblems({ document: [sentence] }, form) : formRefusal(sentence, form);
}

/** The form about what grew out of an agreement. */
export default function AgreementOffspring({ loaderData, actionData }: Route.ComponentProps) {
  const { id, number, committees, members, organisations } = loaderData;
  const all = useWords(plenaryAgreementWords);
  const words = all.offspring;
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  const one = `/${language}/workspace/agreements/${number}`;
  return (
    <>
      <PageHeading
        title={words.formTitle}
        above={<Breadcrumbs way={[{ label: all.one.breadcrumb, to: `/${language}/workspace/agreements` }, { label: number, to: one }, { label: words.action }]} />}
      />
      <ErrorSummary form={form} />
      <Form method="post">
        <input type="hidden" name="id" value={form.field("id").value ?? id} />
        <RadioGroup {...form.field("kind")} label={words.kind} choices={offspringKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))} />
        <Field {...form.field("titleEs")} label={words.titleEs} maxLength={300} />
        <Field {...form.field("titleEn")} label={words.titleEn} maxLength={300} />
        <Field {...form.field("url")} label={words.url} inputMode="url" optional maxLength={2000} />
        <Field {...form.field("document")} label={words.document} help={words.documentHelp} optional maxLength={80} />
        <Select
          {...form.field("committee", "")}
          label={words.committee}
          help={words.committeeHelp}
          width="full"
          optional
          options={[{ value: "", label: words.newCommittee }, ...committees]}
        />
        <Notice title={words.newCommittee}>{words.committeeNote}</Notice>
        <Textarea {...form.field("mandateEs")} label={words.mandateEs} optional rows={3} maxLength={2000} />
        <Textarea {...form.field("mandateEn")} label={words.mandateEn} optional rows={3} maxLength={2000} />
        <CheckboxGroup {...form.field("members")} label={words.members} choices={members} />
        <Select
          {...form.field("coordinator", "")}
          label={words.coordinator}
          optional
          options={[{ value: "", label: words.noCoordinator }, ...members]}
        />
        <CheckboxGroup {...form.field("collaborators")} label={words.collaborators} choices={organisations} />
        <Actions>
          <Button>{words.submit}</Button>
          <LinkButton kind="quiet" to={one}>
            {words.cancel}
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}
