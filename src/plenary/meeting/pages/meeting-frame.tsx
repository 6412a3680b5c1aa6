import { Outlet, useLocation, useSearchParams } from "react-router";
import { formatInstant } from "#basics";
import { read, write } from "#database";
import { Breadcrumbs, Notice, PageHeading, StateTag, TabLinks, useLanguage, useWords } from "#web";
import { plenaryMeetingWords, plenaryRoomCopyWords } from "#words";
import { sessionAway } from "../../room-copy/room-copy.store.ts";
import { startLine } from "../meeting-time.ts";
import { hasUnseen, markSeen } from "../notice.store.ts";
import { meetingAddress } from "./meeting-address.ts";
import { askedMeeting } from "./meeting-asked.ts";
import { tabsOf } from "./meeting-tabs.ts";
import { meetingTones } from "./meeting-tone.ts";
import type { Route } from "./+types/meeting-frame.ts";

/** The head of a meeting. The first time that a person who was convened opens it, that is recorded as the proof of receipt asks. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, meeting, language, readerZone } = await askedMeeting(args);
  const [away, unseen] = await read(database, actor, async (tx) => [await sessionAway(tx, meeting.id), await hasUnseen(tx, actor, meeting.id)] as const);
  if (unseen && away === undefined) await write(database, actor, (tx) => markSeen(tx, actor, meeting.id));
  return {
    id: meeting.id,
    state: meeting.state,
    kind: meeting.kind,
    mode: meeting.mode,
    isRecord: meeting.isRecord,
    numberGiven: meeting.numberGiven,
    when: startLine(meeting, readerZone, language),
    place: meeting.place?.[language],
    away: away && formatInstant(away, language),
    tabs: tabsOf(meeting, actor.office),
  };
}

/** The frame of a meeting's pages: number, date in both zones, state, and its parts as links. */
export default function MeetingFrame({ loaderData: { id, state, kind, mode, numberGiven, when, place, away, tabs } }: Route.ComponentProps) {
  const words = useWords(plenaryMeetingWords);
  const language = useLanguage();
  const { pathname } = useLocation();
  const [query] = useSearchParams();
  const root = meetingAddress(language, id);
  const part = pathname.slice(root.length + 1).split("/")[0] ?? "";
  const done = query.get("done");
  return (
    <>
      <PageHeading
        title={words.meeting(id)}
        above={<Breadcrumbs way={[{ label: words.title, to: `/${language}/workspace/meetings` }, { label: id }]} />}
        lead={
          <span className="flex flex-wrap items-center gap-x-5 gap-y-1 text-body">
            <StateTag tone={meetingTones[state]}>{words.states[state]}</StateTag>
            <span>{when || words.noDay}</span>
            <span>
              {words.kinds[kind]} · {place ?? (mode === "virtual" ? words.virtual : words.placeUnknown)}
            </span>
          </span>
        }
      />
      {!numberGiven && <p className="mt-2 text-small text-ink-soft">{words.numberCounted}</p>}
      {away !== undefined && <Notice tone="caution">{plenaryRoomCopyWords[language].away(id, away)}</Notice>}
      {isDone(done, words.done) && <Notice tone="good">{words.done[done]}</Notice>}
      <TabLinks
        label={words.tabsLabel}
        tabs={tabs.map((tab) => ({
          to: tab === "overview" ? root : `${root}/${tab}`,
          label: words.tabs[tab],
          isCurrent: tab === "overview" ? part === "" || part === "edit" || part === "cancel" : part === tab || (tab === "decisions" && part === "votes"),
        }))}
      />
      <Outlet />
    </>
  );
}

function isDone<Words extends object>(done: string | null, words: Words): done is Extract<keyof Words, string> {
  return done !== null && Object.hasOwn(words, done);
}
