import { dayOf } from "#basics";
import { Form, redirect } from "react-router";
import { read, write } from "#database";
import { Actions, Breadcrumbs, Button, CheckboxGroup, ErrorSummary, LinkButton, PageHeading, Select, forbidden, formProblems, formRefusal, formState, useLanguage, useWords } from "#web";
import { plenaryAgreementWords } from "#words";
import { agendaOf, meetings } from "../../meeting/meeting.store.ts";
import type { Responsible, ResponsibleRole } from "../agreement.ts";
import { type AgreementDraft, enterAgreement, motionsWithoutAgreement } from "../agreement-entry.store.ts";
import { dayOfMeeting } from "../agreement.store.ts";
import { readResponsible } from "../board.ts";
import { directory } from "../directory.store.ts";
import { readDue } from "../due-words.ts";
import { dueRefusalText, refusalText } from "../refusal.ts";
import { asked, keepers } from "./agreement-asked.ts";
import { DueField, TextFields, TitleFields } from "./agreement-fields.tsx";
import { partyOptions } from "./agreement-view.ts";
import { allSaid, isKey, neededProblems, said } from "./form-text.ts";
import type { Route } from "./+types/agreement-new.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** Meetings that agreed something, and, of the chosen one, its adopted motions and its agenda. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language } = asked(args, keepers);
  const { searchParams } = new URL(args.request.url);
  return read(database, actor, async (tx) => {
    const held = (await meetings(tx)).filter(({ state }) => state === "open" || state === "closed");
    const meeting = held.find(({ id }) => id === searchParams.get("meeting"))?.id;
    const motions = meeting === undefined ? [] : await motionsWithoutAgreement(tx, meeting);
    return {
      id: crypto.randomUUID(),
      meeting,
      meetings: held.map(({ id }) => ({ value: id, label: id })),
      motion: motions.find(({ id }) => id === searchParams.get("motion")),
      motions: motions.map(({ id, number, title }) => ({ value: id, label: plenaryAgreementWords[language].enter.motionOption(String(number), title[language]) })),
      items: meeting === undefined ? [] : (await agendaOf(tx, meeting)).map(({ id, position, title }) => ({ value: id, label: `${position}. ${title[language]}` })),
      parties: partyOptions(await directory(tx), language),
    };
  });
}

function partsSaid(form: FormData, field: string, role: ResponsibleRole): Responsible[] {
  return allSaid(form, field).flatMap((key) => {
    const party = readResponsible(key);
    return party ? [{ ...party, role }] : [];
  });
}

/** Enters the agreement, or says at the field what is wrong with it. */
export async function action(args: Route.ActionArgs) {
  const { actor, database, language } = asked(args, keepers);
  const form = await args.request.formData();
  const [id, meeting, motion, item] = [said(form, "id"), said(form, "meeting"), said(form, "motion"), said(form, "item")];
  const byHand = motion === "";
  const agreedOn = (await read(database, actor, (tx) => dayOfMeeting(tx, meeting))) ?? dayOf(new Date());
  const due = readDue(said(form, "due"), agreedOn);
  const answering = partsSaid(form, "responsible", "responsible");
  const problems = {
    ...neededProblems(form, ["meeting", "titleEs", "titleEn"], 300),
    ...(byHand ? neededProblems(form, ["textEs", "textEn"], 8000) : {}),
    ...(typeof due === "string" ? { due: [dueRefusalText[due][language]] } : {}),
    ...(answering.length === 0 ? { responsible: ["responsible-needed"] } : {}),
  };
  if (Object.keys(problems).length > 0 || typeof due === "string") return formProblems(problems, form);
  const draft: AgreementDraft = {
    id: isKey(id) ? id : crypto.randomUUID(),
    meeting,
    ...(isKey(item) ? { item } : {}),
    ...(byHand ? { text: { es: said(form, "textEs"), en: said(form, "textEn") } } : { motion: isKey(motion) ? motion : crypto.randomUUID() }),
    title: { es: said(form, "titleEs"), en: said(form, "titleEn") },
    due,
    dueSaid: said(form, "due"),
    responsible: [...answering, ...partsSaid(form, "supports", "supports")],
  };
  const entered = await write(database, actor, (tx) => enterAgreement(tx, actor, draft));
  if ("number" in entered) return redirect(`/${language}/workspace/agreements/${entered.number}?done=enter`, 303);
  if (entered.refusal === "not-yours") throw forbidden();
  return formRefusal(refusalText(entered.refusal)[language], form);
}

/** The form that enters an agreement; choosing the meeting first brings its motions and its agenda. */
export default function AgreementNew({ loaderData, actionData }: Route.ComponentProps) {
  const { id, meeting, meetings: held, motion, motions, items, parties } = loaderData;
  const all = useWords(plenaryAgreementWords);
  const words = all.enter;
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  const list = `/${language}/workspace/agreements`;
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} above={<Breadcrumbs way={[{ label: all.one.breadcrumb, to: list }, { label: words.action }]} />} />
      <ErrorSummary form={form} />
      {meeting === undefined ? (
        <Form method="get">
          <Select {...form.field("meeting")} label={words.meeting} options={held} />
          <Actions>
            <Button>{words.meetingChoose}</Button>
          </Actions>
        </Form>
      ) : (
        <Form method="post">
          <input type="hidden" name="id" value={form.field("id").value ?? id} />
          <input type="hidden" name="meeting" value={meeting} />
          <p className="mt-6 font-semibold">
            {words.meeting}: <span className="figures">{meeting}</span>
          </p>
          {motions.length > 0 && (
            <Select
              {...form.field("motion", motion?.id ?? "")}
              label={words.motion}
              help={words.motionHelp}
              width="full"
              options={[{ value: "", label: words.byHand }, ...motions]}
            />
          )}
          {motion === undefined && items.length > 0 && (
            <Select {...form.field("item", "")} label={words.item} width="full" options={[{ value: "", label: words.noItem }, ...items]} optional />
          )}
          <TitleFields form={form} {...(motion === undefined ? {} : { title: motion.title })} />
          {motion === undefined ? <TextFields form={form} /> : <p className="measure mt-6 border-l-4 border-line pl-5 whitespace-pre-line">{motion.text[language]}</p>}
          <DueField form={form} />
          <CheckboxGroup {...form.field("responsible")} label={words.responsible} help={words.responsibleHelp} choices={parties} />
          <CheckboxGroup {...form.field("supports")} label={words.supports} help={words.supportsHelp} choices={parties} />
          <Actions>
            <Button>{words.submit}</Button>
            <LinkButton kind="quiet" to={list}>
              {words.cancel}
            </LinkButton>
          </Actions>
        </Form>
      )}
    </>
  );
}
