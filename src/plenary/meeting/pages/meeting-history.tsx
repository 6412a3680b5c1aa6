import { countryName, formatInstant } from "#basics";
import { read } from "#database";
import { DataTable, EmptyState, Section, useWords } from "#web";
import { plenaryMeetingWords } from "#words";
import { historyOf } from "../../history/event.store.ts";
import { askedMeeting, memberReaders } from "./meeting-asked.ts";
import type { Route } from "./+types/meeting-history.ts";

/** Every act of the meeting in its order; observers do not read it (policy). */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args, memberReaders);
  const history = await read(database, actor, (tx) => historyOf(tx, meeting.id));
  return {
    lines: history.map(({ id, at, author, office, country, sentence }) => ({
      id,
      when: formatInstant(at, language, meeting.timeZone),
      what: sentence[language],
      who: office === "system" ? null : author,
      country: country === null ? undefined : countryName(country)[language],
    })),
  };
}

/** What happened in the meeting. */
export default function MeetingHistory({ loaderData: { lines } }: Route.ComponentProps) {
  const words = useWords(plenaryMeetingWords).history;
  return (
    <Section title={words.title} lead={words.lead}>
      {lines.length === 0 ? (
        <EmptyState title={words.none}>{words.noneDetail}</EmptyState>
      ) : (
        <DataTable
          caption={words.caption}
          hideCaption
          rows={lines}
          rowKey={({ id }) => String(id)}
          columns={[
            { id: "when", head: words.when, cell: ({ when }) => when },
            { id: "what", head: words.what, kind: "long", cell: ({ what }) => <span className="wrap-anywhere">{what}</span> },
            { id: "who", head: words.who, cell: ({ who, country }) => `${who ?? words.platform}${country === undefined ? "" : ` · ${country}`}` },
          ]}
        />
      )}
    </Section>
  );
}
