import { Link } from "react-router";
import { read } from "#database";
import { DataTable, EmptyState, LinkButton, PageHeading, Section, StateTag, databaseContext, languageContext, memberIn, useLanguage, useWords } from "#web";
import { plenaryMeetingWords } from "#words";
import { leads } from "../meeting-act.ts";
import { dayLine, startLine } from "../meeting-time.ts";
import type { Meeting } from "../meeting.ts";
import { meetings } from "../meeting.store.ts";
import { plenaryReaders, readerZone } from "./meeting-asked.ts";
import { meetingTones } from "./meeting-tone.ts";
import type { Route } from "./+types/meetings.ts";

/** All meetings that the actor may see: drafts only those who lead (policy). */
export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = memberIn({ request, context }, plenaryReaders);
  const language = context.get(languageContext);
  const all = await read(context.get(databaseContext), actor, meetings);
  const line = (meeting: Meeting) => ({
    id: meeting.id,
    kind: meeting.kind,
    mode: meeting.mode,
    state: meeting.state,
    place: meeting.place?.[language],
    when: isAhead(meeting) ? startLine(meeting, readerZone(actor, meeting), language) : dayLine(meeting, language),
  });
  const byStart = (one: Meeting, other: Meeting) => (one.startsAt?.getTime() ?? 0) - (other.startsAt?.getTime() ?? 0);
  return {
    upcoming: all.filter(isAhead).toSorted(byStart).map(line),
    past: all.filter(({ state }) => state === "closed").map(line),
    cancelled: all.filter(({ state }) => state === "cancelled").map(line),
    mayPrepare: leads(actor),
  };
}

const isAhead = ({ state }: Meeting) => state === "draft" || state === "convened" || state === "open";
type Line = Route.ComponentProps["loaderData"]["past"][number];

/** The meetings: what comes first, then the record. */
export default function Meetings({ loaderData: { upcoming, past, cancelled, mayPrepare } }: Route.ComponentProps) {
  const words = useWords(plenaryMeetingWords);
  const language = useLanguage();
  const isEmpty = upcoming.length + past.length + cancelled.length === 0;
  const prepare = mayPrepare && <LinkButton to={`/${language}/workspace/meetings/new`}>{words.new}</LinkButton>;
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      {isEmpty ? (
        <EmptyState title={words.none} action={prepare || undefined}>
          {words.noneDetail}
        </EmptyState>
      ) : (
        <>
          {prepare && <p className="mt-6">{prepare}</p>}
          <Section title={words.upcoming}>
            {upcoming.length === 0 ? <EmptyState title={words.noUpcoming}>{words.noUpcomingDetail}</EmptyState> : <MeetingTable caption={words.upcoming} rows={upcoming} />}
          </Section>
          {past.length > 0 && (
            <Section title={words.past}>
              <MeetingTable caption={words.past} rows={past} />
            </Section>
          )}
          {cancelled.length > 0 && (
            <Section title={words.cancelledTitle}>
              <MeetingTable caption={words.cancelledTitle} rows={cancelled} />
            </Section>
          )}
        </>
      )}
    </>
  );
}

function MeetingTable({ caption, rows }: { caption: string; rows: readonly Line[] }) {
  const words = useWords(plenaryMeetingWords);
  const language = useLanguage();
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "meeting",
          head: words.columns.meeting,
          kind: "row-head",
          cell: ({ id, kind }) => (
            <>
              <Link to={`/${language}/workspace/meetings/${id}`} className="link">
                {id}
              </Link>
              <span className="block text-small font-normal text-ink-soft">{words.kinds[kind]}</span>
            </>
          ),
        },
        { id: "when", head: words.columns.when, cell: ({ when }) => when || words.noDay },
        { id: "place", head: words.columns.place, cell: ({ place, mode }) => place ?? (mode === "virtual" ? words.virtual : words.placeUnknown) },
        { id: "state", head: words.columns.state, cell: ({ state }) => <StateTag tone={meetingTones[state]}>{words.states[state]}</StateTag> },
      ]}
    />
  );
}
