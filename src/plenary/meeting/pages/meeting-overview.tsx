import { Form, redirect } from "react-router";
import { formatCount } from "#basics";
import { read, write } from "#database";
import { Actions, Button, DefinitionList, ErrorSummary, LinkButton, Notice, Section, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { plenaryMeetingWords } from "#words";
import { actRefusal, isDelegate } from "../meeting-act.ts";
import { endLine, startLine } from "../meeting-time.ts";
import { linkOf } from "../meeting.store.ts";
import { acknowledge, noticesOf } from "../notice.store.ts";
import { participationOf } from "../participation.store.ts";
import { cityOf } from "../zone.ts";
import { meetingAddress } from "./meeting-address.ts";
import { askedMeeting, said } from "./meeting-asked.ts";
import type { Route } from "./+types/meeting-overview.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** What there is to know of a meeting, and what the acting person does next. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, meeting, language, readerZone } = await askedMeeting(args);
  return read(database, actor, async (tx) => {
    const own = (await noticesOf(tx, meeting.id)).filter(({ account }) => account === actor.account);
    const took = await participationOf(tx, meeting.id);
    const { id, kind, mode, state, agendaState, isRecord, timeZone, cancelReason } = meeting;
    return {
      id, kind, mode, state, agendaState, isRecord, cancelReason,
      starts: startLine(meeting, readerZone, language),
      ends: meeting.wholeDays ? "" : endLine(meeting, readerZone, language),
      zone: `${cityOf(timeZone)[language]} (${timeZone})`,
      place: meeting.place?.[language],
      link: (await linkOf(tx, id)) ?? null,
      source: meeting.source?.[language],
      summary: meeting.summary?.[language],
      receipt: own.length === 0 ? ("none" as const) : own.some(({ acknowledgedAt }) => acknowledgedAt === null) ? ("open" as const) : ("given" as const),
      mayChange: actRefusal(actor, "change", meeting) === undefined,
      isDelegate: isDelegate(actor) && actRefusal(actor, "answer", meeting) === undefined,
      states: took.filter(({ country }) => country !== null).length,
      organisations: took.filter(({ organisation }) => organisation !== null).length,
      hasFile: meeting.startsAt !== null && meeting.endsAt !== null && !isRecord,
    };
  });
}

/** Acknowledges receipt of the convocation, its update or its cancellation. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args);
  const form = await args.request.formData();
  if (said(form)("act") !== "acknowledge") throw notFound();
  const refusal = await write(database, actor, (tx) => acknowledge(tx, actor, meeting.id));
  if (refusal) return formRefusal(plenaryMeetingWords[language].refusals[refusal], form);
  return redirect(`${meetingAddress(language, meeting.id)}?done=acknowledged`, 303);
}

/** The overview of a meeting. */
export default function MeetingOverview({ loaderData, actionData }: Route.ComponentProps) {
  const { id, kind, mode, state, agendaState, starts, ends, zone, place, link, source, summary, receipt, mayChange } = loaderData;
  const words = useWords(plenaryMeetingWords);
  const texts = words.overview;
  const language = useLanguage();
  const at = (part: string) => meetingAddress(language, id, part);
  const items = [
    { term: texts.kind, detail: words.kinds[kind] },
    ...(mode === null ? [] : [{ term: texts.mode, detail: words.modes[mode] }]),
    { term: texts.starts, detail: starts || words.noDay },
    ...(ends === "" ? [] : [{ term: texts.ends, detail: ends }]),
    ...(loaderData.isRecord ? [] : [{ term: texts.zone, detail: zone }]),
    { term: texts.place, detail: place ?? (mode === "virtual" ? words.virtual : words.placeUnknown) },
    ...(link === null
      ? []
      : [
          { term: texts.link, detail: <a href={link.url} rel="noreferrer" className="link break-all">{link.url}</a> },
          ...(link.note === "" ? [] : [{ term: texts.linkNote, detail: link.note }]),
        ]),
    ...(loaderData.isRecord ? [] : [{ term: texts.agenda, detail: agendaState === "approved" ? texts.agendaApproved : texts.agendaDraft }]),
    ...(state === "closed" ? [{ term: texts.participation, detail: texts.people(formatCount(loaderData.states, language), formatCount(loaderData.organisations, language)) }] : []),
    ...(loaderData.cancelReason === null ? [] : [{ term: texts.reason, detail: loaderData.cancelReason }]),
    ...(source === undefined ? [] : [{ term: texts.source, detail: source }]),
  ];
  return (
    <>
      <ErrorSummary form={formState(actionData)} />
      {receipt === "open" && (
        <Notice tone="caution" title={texts.acknowledgeTitle}>
          {texts.acknowledgeText}
          <Form method="post" className="mt-3">
            <Button name="act" value="acknowledge">
              {texts.acknowledge}
            </Button>
          </Form>
        </Notice>
      )}
      {loaderData.isDelegate && (
        <Notice title={texts.nextTitle}>
          {texts.next.confirm}
          <span className="mt-3 block">
            <LinkButton kind="quiet" to={at("delegations")}>
              {texts.toDelegation}
            </LinkButton>
          </span>
        </Notice>
      )}
      {state === "draft" && (
        <Notice title={texts.nextTitle}>
          {texts.next.draft}
          <span className="mt-3 block">
            <LinkButton kind="quiet" to={at("convocation")}>
              {texts.toConvocation}
            </LinkButton>
          </span>
        </Notice>
      )}
      <Section title={texts.data}>
        <DefinitionList items={items} />
        {receipt === "given" && <p className="mt-3 text-small text-ink-soft">{texts.acknowledged}</p>}
        {loaderData.hasFile && (
          <p className="mt-5">
            <LinkButton kind="quiet" reloadDocument to={at("calendar.ics")}>
              {texts.calendar}
            </LinkButton>
            <span className="measure mt-2 block text-small text-ink-soft">{texts.calendarHelp}</span>
          </p>
        )}
      </Section>
      {summary !== undefined && (
        <Section title={texts.summary}>
          <p className="measure whitespace-pre-line">{summary}</p>
        </Section>
      )}
      {mayChange && (
        <Actions>
          <LinkButton kind="quiet" to={at("edit")}>
            {texts.edit}
          </LinkButton>
          <LinkButton kind="danger" to={at("cancel")}>
            {texts.cancel}
          </LinkButton>
        </Actions>
      )}
    </>
  );
}
