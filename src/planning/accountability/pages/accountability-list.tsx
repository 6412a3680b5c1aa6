import { Link } from "react-router";
import { formatDate } from "#basics";
import { read } from "#database";
import { Actions, DataTable, EmptyState, LinkButton, PageHeading, StateTag, type Tone, useLanguage, useWords } from "#web";
import { planningAccountabilityWords } from "#words";
import { type AccountabilityState, mayKeepReports } from "../accountability.ts";
import { reports } from "../accountability.store.ts";
import { asked } from "./accountability-asked.ts";
import type { Route } from "./+types/accountability-list.ts";

const tones = { draft: "neutral", approved: "info", archived: "good" } as const satisfies Record<AccountabilityState, Tone>;

/** The reports that the reader may see. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor } = asked(args);
  return { reports: await read(database, actor, (tx) => reports(tx)), mayBegin: mayKeepReports(actor) };
}

/** The list of accountability reports. */
export default function AccountabilityList({ loaderData }: Route.ComponentProps) {
  const words = useWords(planningAccountabilityWords);
  const language = useLanguage();
  const root = `/${language}/workspace/accountability`;
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      {loaderData.mayBegin && (
        <Actions>
          <LinkButton to={`${root}/new`}>{words.begin}</LinkButton>
        </Actions>
      )}
      {loaderData.reports.length === 0 ? (
        <EmptyState title={words.empty.title}>{words.empty.text}</EmptyState>
      ) : (
        <div className="mt-8">
          <DataTable
            caption={words.title}
            hideCaption
            columns={[
              { id: "report", head: words.columns.report, kind: "row-head", cell: ({ number, title }) => <Link className="link" to={`${root}/${number}`}>{title[language]}</Link> },
              { id: "kind", head: words.columns.kind, cell: ({ kind }) => words.kinds[kind] },
              { id: "period", head: words.columns.period, cell: ({ from, until }) => words.period(formatDate(from, language), formatDate(until, language)) },
              { id: "state", head: words.columns.state, cell: ({ state }) => <StateTag tone={tones[state]}>{words.states[state]}</StateTag> },
            ]}
            rows={loaderData.reports}
            rowKey={({ id }) => id}
          />
        </div>
      )}
    </>
  );
}
