import { Form, redirect } from "react-router";
import { read, write } from "#database";
import { Actions, Button, ErrorSummary, LinkButton, Notice, Section, forbidden, formProblems, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { plenaryMeetingAgendaWords } from "#words";
import { readItem } from "../agenda.ts";
import { agendaRefusal, changeItem } from "../agenda.store.ts";
import { agendaOf } from "../meeting.store.ts";
import { agendaRefusalText } from "./agenda-said.ts";
import { ItemFields } from "./item-fields.tsx";
import { meetingAddress } from "./meeting-address.ts";
import { askedMeeting, said } from "./meeting-asked.ts";
import type { Route } from "./+types/agenda-item.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** One point, to be changed by those who lead. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args, ["secretariat", "presidency"]);
  const item = (await read(database, actor, (tx) => agendaOf(tx, meeting.id))).find(({ id }) => id === args.params.item);
  if (!item) throw notFound();
  const refusal = agendaRefusal(actor, meeting);
  return { id: meeting.id, item, closed: refusal === undefined ? undefined : agendaRefusalText(refusal, language) };
}

/** Keeps the changes of the point. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args, ["secretariat", "presidency"]);
  const form = await args.request.formData();
  const wish = readItem(said(form));
  if ("problems" in wish) return formProblems(wish.problems, form);
  const refusal = await write(database, actor, (tx) => changeItem(tx, actor, meeting.id, args.params.item, wish.draft, wish.position));
  if (refusal === "not-yours") throw forbidden();
  if (refusal !== undefined) return formRefusal(agendaRefusalText(refusal, language), form);
  return redirect(`${meetingAddress(language, meeting.id, "agenda")}?did=saved`, 303);
}

/** The form of a point. */
export default function AgendaItemPage({ loaderData: { id, item, closed }, actionData }: Route.ComponentProps) {
  const words = useWords(plenaryMeetingAgendaWords);
  const language = useLanguage();
  const form = formState(actionData, words.problems);
  return (
    <Section title={words.form.editTitle}>
      <ErrorSummary form={form} />
      {closed !== undefined ? (
        <Notice>{closed}</Notice>
      ) : (
        <Form method="post">
          <ItemFields form={form} item={item} />
          <Actions>
            <Button>{words.form.save}</Button>
            <LinkButton kind="quiet" to={meetingAddress(language, id, "agenda")}>
              {words.form.back}
            </LinkButton>
          </Actions>
        </Form>
      )}
    </Section>
  );
}
