import { Link } from "react-router";
import { read } from "#database";
import { DataTable, EmptyState, PageHeading, databaseContext, languageContext, useLanguage, useWords } from "#web";
import { plenaryMeetingWords } from "#words";
import { dayLine } from "../meeting-time.ts";
import { meetings } from "../meeting.store.ts";
import type { Route } from "./+types/public-meetings.ts";

/** The meetings that were held. Whoever is signed in sees no more here than the public. */
export async function loader({ context }: Route.LoaderArgs) {
  const language = context.get(languageContext);
  const all = await read(context.get(databaseContext), { kind: "public" }, meetings);
  return {
    meetings: all.map((meeting) => ({ id: meeting.id, kind: meeting.kind, mode: meeting.mode, place: meeting.place?.[language], when: dayLine(meeting, language) })),
  };
}

/** The public list of meetings. */
export default function PublicMeetings({ loaderData: { meetings: all } }: Route.ComponentProps) {
  const words = useWords(plenaryMeetingWords);
  const language = useLanguage();
  return (
    <>
      <PageHeading title={words.public.title} lead={words.public.lead} />
      {all.length === 0 ? (
        <EmptyState title={words.public.none}>{words.public.noneDetail}</EmptyState>
      ) : (
        <div className="mt-8">
          <DataTable
            caption={words.public.caption}
            hideCaption
            rows={all}
            rowKey={({ id }) => id}
            columns={[
              {
                id: "meeting",
                head: words.columns.meeting,
                kind: "row-head",
                cell: ({ id, kind }) => (
                  <>
                    <Link to={`/${language}/meetings/${id}`} className="link">
                      {id}
                    </Link>
                    <span className="block text-small font-normal text-ink-soft">{words.kinds[kind]}</span>
                  </>
                ),
              },
              { id: "when", head: words.columns.when, cell: ({ when }) => when || words.noDay },
              { id: "place", head: words.columns.place, cell: ({ place, mode }) => place ?? (mode === "virtual" ? words.virtual : words.placeUnknown) },
            ]}
          />
        </div>
      )}
    </>
  );
}
