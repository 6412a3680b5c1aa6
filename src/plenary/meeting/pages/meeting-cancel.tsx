import { Form, redirect } from "react-router";
import { write } from "#database";
import { Actions, Button, ErrorSummary, LinkButton, Section, Textarea, forbidden, formProblems, formRefusal, formState, useLanguage, useWords } from "#web";
import { plenaryMeetingWords } from "#words";
import { cancelMeeting } from "../convene.store.ts";
import { actRefusal } from "../meeting-act.ts";
import { meetingAddress } from "./meeting-address.ts";
import { askedMeeting, said } from "./meeting-asked.ts";
import type { Route } from "./+types/meeting-cancel.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** Whether the meeting can still be cancelled. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, meeting, language } = await askedMeeting(args, ["secretariat", "presidency"]);
  const refusal = actRefusal(actor, "cancel", meeting);
  return { id: meeting.id, closed: refusal === undefined ? undefined : plenaryMeetingWords[language].refusals[refusal] };
}

/** Cancels it with its reason. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args, ["secretariat", "presidency"]);
  const form = await args.request.formData();
  const refusal = await write(database, actor, (tx) => cancelMeeting(tx, actor, meeting.id, said(form)("reason")));
  if (refusal === undefined) return redirect(`${meetingAddress(language, meeting.id)}?done=cancelled`, 303);
  if (refusal === "not-yours") throw forbidden();
  if (refusal === "reason-missing") return formProblems({ reason: [refusal] }, form);
  return formRefusal(plenaryMeetingWords[language].refusals[refusal], form);
}

/** The page that asks for the reason before a meeting is cancelled. */
export default function MeetingCancel({ loaderData: { id, closed }, actionData }: Route.ComponentProps) {
  const words = useWords(plenaryMeetingWords);
  const language = useLanguage();
  const form = formState(actionData, words.refusals);
  if (closed !== undefined)
    return (
      <Section title={words.cancel.title(id)}>
        <p className="measure">{closed}</p>
      </Section>
    );
  return (
    <Section title={words.cancel.title(id)} lead={words.cancel.lead}>
      <ErrorSummary form={form} />
      <Form method="post">
        <Textarea {...form.field("reason")} label={words.cancel.reason} help={words.cancel.reasonHelp} />
        <Actions>
          <Button kind="danger">{words.cancel.submit}</Button>
          <LinkButton kind="quiet" to={meetingAddress(language, id)}>
            {words.cancel.back}
          </LinkButton>
        </Actions>
      </Form>
    </Section>
  );
}
