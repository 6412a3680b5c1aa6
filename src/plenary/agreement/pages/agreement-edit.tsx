import { dayOf } from "#basics";
import { Form, redirect } from "react-router";
import { read, write } from "#database";
import { Actions, Breadcrumbs, Button, ErrorSummary, LinkButton, PageHeading, RadioGroup, Section, Select, forbidden, formProblems, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { plenaryAgreementWords } from "#words";
import { addResponsible, changeAgreement, removeResponsible } from "../agreement-entry.store.ts";
import { agreementOf, dayOfMeeting } from "../agreement.store.ts";
import { readResponsible, responsibleKey } from "../board.ts";
import { directory } from "../directory.store.ts";
import { responsibleName } from "../directory.ts";
import { dueWords, readDue } from "../due-words.ts";
import { dueRefusalText, refusalText } from "../refusal.ts";
import { asked, keepers } from "./agreement-asked.ts";
import { DueField, TitleFields } from "./agreement-fields.tsx";
import { partyOptions } from "./agreement-view.ts";
import { neededProblems, said } from "./form-text.ts";
import type { Route } from "./+types/agreement-edit.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** What of an agreement can be changed: its title, its due date and who has a part in it. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language } = asked(args, keepers);
  return read(database, actor, async (tx) => {
    const agreement = await agreementOf(tx, args.params.number);
    if (!agreement) throw notFound();
    const register = await directory(tx);
    return {
      number: agreement.number,
      title: agreement.title,
      due: agreement.due.kind === "none" ? agreement.dueSaid : dueWords(agreement.due, language),
      parts: agreement.responsible.map((each) => ({ key: responsibleKey(each), role: each.role, name: responsibleName(each, register, language) })),
      parties: partyOptions(register, language),
    };
  });
}

/** Changes title and due date, or adds or removes one who has a part. */
export async function action(args: Route.ActionArgs) {
  const { actor, database, language } = asked(args, keepers);
  const { number } = args.params;
  const form = await args.request.formData();
  const intent = said(form, "intent");
  const party = readResponsible(said(form, "who"));
  if (intent !== "change" && !party) return formProblems({ who: ["choose"] }, form);
  if (intent === "change") {
    const meeting = (await read(database, actor, (tx) => agreementOf(tx, number)))?.meeting;
    if (meeting === undefined) throw notFound();
    const due = readDue(said(form, "due"), (await read(database, actor, (tx) => dayOfMeeting(tx, meeting))) ?? dayOf(new Date()));
    const problems = { ...neededProblems(form, ["titleEs", "titleEn"], 300), ...(typeof due === "string" ? { due: [dueRefusalText[due][language]] } : {}) };
    if (Object.keys(problems).length > 0 || typeof due === "string") return formProblems(problems, form);
    const title = { es: said(form, "titleEs"), en: said(form, "titleEn") };
    return answer(await write(database, actor, (tx) => changeAgreement(tx, actor, number, { title, due, dueSaid: said(form, "due") })));
  }
  if (!party) throw notFound();
  const role = said(form, "role") === "supports" ? "supports" : "responsible";
  return answer(
    await write(database, actor, (tx) => (intent === "remove" ? removeResponsible(tx, actor, number, party) : addResponsible(tx, actor, number, { ...party, role }))),
  );

  function answer(refusal: Awaited<ReturnType<typeof changeAgreement>>) {
    if (refusal === undefined) return redirect(`/${language}/workspace/agreements/${number}?done=edit`, 303);
    if (refusal === "not-yours") throw forbidden();
    if (refusal === "unknown-agreement") throw notFound();
    return formRefusal(refusalText(refusal)[language], form);
  }
}

/** The forms that change an agreement. */
export default function AgreementEdit({ loaderData: { number, title, due, parts, parties }, actionData }: Route.ComponentProps) {
  const all = useWords(plenaryAgreementWords);
  const words = all.edit;
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  const one = `/${language}/workspace/agreements/${number}`;
  return (
    <>
      <PageHeading
        title={words.title}
        lead={words.lead}
        above={<Breadcrumbs way={[{ label: all.one.breadcrumb, to: `/${language}/workspace/agreements` }, { label: number, to: one }, { label: words.title }]} />}
      />
      <ErrorSummary form={form} />
      <Form method="post">
        <input type="hidden" name="intent" value="change" />
        <TitleFields form={form} title={title} />
        <DueField form={form} due={due} />
        <Actions>
          <Button>{words.submit}</Button>
          <LinkButton kind="quiet" to={one}>
            {words.cancel}
          </LinkButton>
        </Actions>
      </Form>
      <Section title={words.parts}>
        <ul className="border-t border-line">
          {parts.map(({ key, role, name }) => (
            <li key={key} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3">
              <span>
                {name} <span className="text-small text-ink-soft">({words.roles[role]})</span>
              </span>
              <Form method="post">
                <input type="hidden" name="intent" value="remove" />
                <input type="hidden" name="who" value={key} />
                <Button kind="quiet">{words.remove(name)}</Button>
              </Form>
            </li>
          ))}
        </ul>
        <Form method="post">
          <input type="hidden" name="intent" value="add" />
          <Select {...form.field("who")} label={words.who} options={parties} width="full" />
          <RadioGroup
            {...form.field("role", "responsible")}
            label={words.role}
            choices={[
              { value: "responsible", label: words.roles.responsible },
              { value: "supports", label: words.roles.supports },
            ]}
          />
          <Actions>
            <Button kind="quiet">{words.add}</Button>
          </Actions>
        </Form>
      </Section>
    </>
  );
}
