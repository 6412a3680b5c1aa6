import { Link, useSearchParams } from "react-router";
import { countryName, formatDate } from "#basics";
import { read } from "#database";
import { DataTable, EmptyState, LinkButton, Notice, PageHeading, StateTag, databaseContext, memberIn, useLanguage, useWords } from "#web";
import { plenarySessionReportWords } from "#words";
import { leads } from "../../meeting/meeting-act.ts";
import { plenaryReaders } from "../../meeting/pages/meeting-asked.ts";
import { representations } from "../representation.store.ts";
import type { Route } from "./+types/representations.ts";

/** The representations that the actor may see. */
export async function loader(args: Route.LoaderArgs) {
  const actor = memberIn(args, plenaryReaders);
  return { lines: await read(args.context.get(databaseContext), actor, representations), mayEnter: leads(actor) };
}

/** Who represented the coalition where. */
export default function Representations({ loaderData: { lines, mayEnter } }: Route.ComponentProps) {
  const words = useWords(plenarySessionReportWords).representations;
  const language = useLanguage();
  const [query] = useSearchParams();
  const add = mayEnter && (
    <LinkButton to={`/${language}/workspace/representations/new`}>{words.new}</LinkButton>
  );
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      {query.get("did") === "entered" && <Notice tone="good" title={words.didEnter} />}
      {lines.length === 0 ? (
        <EmptyState title={words.none} action={add || undefined}>
          {words.noneDetail}
        </EmptyState>
      ) : (
        <>
          {add && <p className="my-6">{add}</p>}
          <DataTable
            caption={words.caption}
            hideCaption
            rows={lines}
            rowKey={({ id }) => id}
            columns={[
              {
                id: "event", head: words.columns.event, kind: "row-head",
                cell: ({ id, event, place }) => (
                  <>
                    <Link to={`/${language}/workspace/representations/${id}`} className="link">{event}</Link>
                    {place !== "" && <span className="block text-small text-ink-soft">{place}</span>}
                  </>
                ),
              },
              { id: "who", head: words.columns.who, cell: ({ delegatedTo }) => (delegatedTo === null ? words.presidency : countryName(delegatedTo)[language]) },
              { id: "when", head: words.columns.when, cell: ({ fromDay, untilDay }) => (fromDay === untilDay ? formatDate(fromDay, language) : `${formatDate(fromDay, language)} – ${formatDate(untilDay, language)}`) },
              {
                id: "state", head: words.columns.state,
                cell: ({ reportedAt, reportedIn }) =>
                  reportedIn !== null ? <StateTag tone="good">{words.heard(reportedIn)}</StateTag> : reportedAt !== null ? <StateTag tone="info">{words.reported}</StateTag> : <StateTag tone="neutral">{words.waiting}</StateTag>,
              },
            ]}
          />
        </>
      )}
    </>
  );
}
