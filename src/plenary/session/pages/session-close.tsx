import { Form, redirect } from "react-router";
import { countryName } from "#basics";
import { read, write } from "#database";
import { Actions, Button, CheckboxGroup, ErrorSummary, LinkButton, Notice, Section, formRefusal, formState, useLanguage, useWords } from "#web";
import { plenarySessionWords } from "#words";
import { meetingAddress } from "../../meeting/pages/meeting-address.ts";
import { askedMeeting } from "../../meeting/pages/meeting-asked.ts";
import { sessionRefusalText } from "../refusal.ts";
import { closeSession, closingCheck } from "../session.store.ts";
import type { Route } from "./+types/session-close.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

const leaders = ["secretariat", "presidency"] as const;

/** What stands in the way of closing, and what would be left behind. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args, leaders);
  const check = await read(database, actor, (tx) => closingCheck(tx, meeting.id));
  return {
    id: meeting.id,
    state: meeting.state,
    isDecisionOpen: check.isDecisionOpen,
    unsettled: check.unsettled.map(({ id, title }) => ({ id, title: title[language] })),
    pending: check.pending.filter(({ state, kind }) => state === "pending" && kind !== "closing").map(({ id, position, title }) => ({ id, label: `${position}. ${title[language]}` })),
    withoutReport: check.withoutReport.map((country) => countryName(country)[language]),
  };
}

/** Closes the session. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args, leaders);
  const form = await args.request.formData();
  const refusal = await write(database, actor, (tx) => closeSession(tx, actor, meeting.id, form.get("pending") === "yes"));
  if (refusal) return formRefusal(sessionRefusalText[refusal][language], form);
  return redirect(`${meetingAddress(language, meeting.id, "session")}?did=closed`, 303);
}

/** The page that closes a session. */
export default function SessionClose({ loaderData, actionData }: Route.ComponentProps) {
  const { id, state, isDecisionOpen, unsettled, pending, withoutReport } = loaderData;
  const all = useWords(plenarySessionWords);
  const words = all.close;
  const language = useLanguage();
  const form = formState(actionData);
  const isBlocked = isDecisionOpen || unsettled.length > 0 || state !== "open";
  return (
    <Section title={words.title} lead={words.lead}>
      <ErrorSummary form={form} />
      {state !== "open" && <Notice title={state === "closed" ? all.over : all.notOpenYet} />}
      {isDecisionOpen && <Notice tone="caution" title={words.decisionOpen} />}
      {unsettled.length > 0 && (
        <Notice tone="caution" title={words.unsettled}>
          <ul>
            {unsettled.map((each) => (
              <li key={each.id}>
                <a href={meetingAddress(language, id, `votes/${each.id}`)} className="link">
                  {each.title}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {withoutReport.length > 0 && <Notice title={words.reports}>{withoutReport.join(", ")}</Notice>}
      {pending.length > 0 ? (
        <Notice tone="caution" title={words.pending}>
          <ul>
            {pending.map((each) => (
              <li key={each.id}>{each.label}</li>
            ))}
          </ul>
          {words.pendingHelp}
        </Notice>
      ) : (
        !isBlocked && <p className="mt-4">{words.ready}</p>
      )}
      <Form method="post">
        {pending.length > 0 && <CheckboxGroup {...form.field("pending")} label={words.pending} choices={[{ value: "yes", label: words.withPending }]} />}
        <Actions>
          <Button kind="danger" disabled={isBlocked}>
            {words.submit}
          </Button>
          <LinkButton kind="quiet" to={meetingAddress(language, id, "session")}>
            {words.back}
          </LinkButton>
        </Actions>
      </Form>
    </Section>
  );
}
