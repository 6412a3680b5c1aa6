import { Form, data, redirect } from "react-router";
import { read, write } from "#database";
import { Actions, Button, CheckboxGroup, ErrorSummary, LinkButton, Notice, RadioGroup, Section, formProblems, formRefusal, formState, useLanguage, useWords } from "#web";
import { plenaryActWords } from "#words";
import { said } from "../../meeting/pages/meeting-asked.ts";
import { approveAct, approvingMotions } from "../approve.store.ts";
import { actAddress } from "./act-address.ts";
import { askedAct, closedBy, isLeader, refusalSentence } from "./act-asked.ts";
import { ActClosed } from "./act-closed.tsx";
import type { Route } from "./+types/act-approve.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The decisions of later meetings that would approve this act. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, language, meeting, act } = await askedAct(args);
  const closed = closedBy(actor, "approve", act, language);
  return { closed, root: actAddress(language, meeting.id), motions: await read(database, actor, (tx) => approvingMotions(tx, meeting.id)) };
}

/** Records the approval: the text is fixed from here on. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, language, meeting } = await askedAct(args);
  const form = await args.request.formData();
  const motion = said(form)("motion");
  const chosen = isLeader(actor) ? (await read(database, actor, (tx) => approvingMotions(tx, meeting.id))).find(({ id }) => id === motion) : undefined;
  const problems = { ...(chosen ? {} : { motion: ["motionMissing"] }), ...(form.get("confirm") === "yes" ? {} : { confirm: ["confirmMissing"] }) };
  if (!isLeader(actor)) throw data(null, { status: 403 });
  if (!chosen || Object.keys(problems).length > 0) return formProblems(problems, form);
  const done = await write(database, actor, (tx) => approveAct(tx, actor, { meeting: meeting.id, approvedIn: chosen.meeting, motion }));
  if ("refusal" in done) return formRefusal(refusalSentence(done.refusal, language), form);
  return redirect(actAddress(language, meeting.id, { done: "approved" }), 303);
}

/** The form that records what the plenary decided about the act. */
export default function ActApprove({ loaderData: { closed, root, motions }, actionData }: Route.ComponentProps) {
  const all = useWords(plenaryActWords);
  const words = all.approve;
  const language = useLanguage();
  const form = formState(actionData, { motionMissing: words.motionMissing, confirmMissing: words.confirmMissing });
  const only = motions.length === 1 ? motions[0]?.id : undefined;
  if (closed !== undefined) return <ActClosed title={words.title} closed={closed} root={root} form={form} />;
  return (
    <Section title={words.title} lead={words.lead}>
      <ErrorSummary form={form} />
      {motions.length === 0 ? (
        <>
          <Notice tone="caution">{words.none}</Notice>
          <Actions>
            <LinkButton kind="quiet" to={root}>
              {all.edit.back}
            </LinkButton>
          </Actions>
        </>
      ) : (
        <Form method="post">
          <Notice>{words.edit}</Notice>
          <RadioGroup
            {...form.field("motion", only ?? "")}
            label={words.motion}
            choices={motions.map(({ id, meeting, number, title }) => ({ value: id, label: words.option(meeting, String(number), title[language]) }))}
          />
          <CheckboxGroup {...form.field("confirm")} label={words.title} choices={[{ value: "yes", label: words.confirm }]} />
          <Actions>
            <Button>{words.submit}</Button>
            <LinkButton kind="quiet" to={root}>
              {all.edit.back}
            </LinkButton>
          </Actions>
        </Form>
      )}
    </Section>
  );
}
