import { formatDate } from "#basics";
import { DataTable, useLanguage, useWords } from "#web";
import { coalitionOrganWords } from "#words";
import type { ObserverOrganisation } from "../observer.ts";

/** The organisations that accompany the coalition, with what the sources call them. */
export function ObserverTable({ observers }: { observers: readonly ObserverOrganisation[] }) {
  const words = useWords(coalitionOrganWords);
  const language = useLanguage();
  return (
    <DataTable
      caption={words.observersTitle}
      hideCaption
      rows={observers}
      rowKey={({ code }) => code}
      columns={[
        {
          id: "name",
          head: words.organisation,
          kind: "row-head",
          cell: ({ name, short }) => (short === undefined ? name[language] : `${name[language]} (${short[language]})`),
        },
        { id: "standing", head: words.standing, cell: ({ standing }) => words.standings[standing] },
        {
          id: "since",
          head: words.since,
          cell: ({ sinceOn }) =>
            sinceOn === undefined ? <span className="text-ink-soft">{words.sinceUnknown}</span> : formatDate(sinceOn, language),
        },
        { id: "source", head: words.sourceHead, kind: "long", cell: ({ source }) => source[language] },
      ]}
    />
  );
}
