import { Link } from "react-router";
import { formatCount, formatDate } from "#basics";
import { read } from "#database";
import {
  DataTable,
  EmptyState,
  LinkButton,
  PageHeading,
  StateTag,
  databaseContext,
  memberIn,
  useLanguage,
  useWords,
} from "#web";
import { collectionWords } from "#words";
import { collections } from "../collection.store.ts";
import { submissionStates } from "../submission-states.store.ts";
import { followers } from "./submission-asked.ts";
import type { Route } from "./+types/collections.ts";

/** All collections with how far each is. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = memberIn({ request, context }, followers);
  return read(context.get(databaseContext), actor, async (tx) => {
    const standings = await submissionStates(tx);
    const rows = (await collections(tx)).map((collection) => {
      const states = standings.filter((standing) => standing.collection === collection.id).map((standing) => standing.state);
      const accepted = states.filter((state) => state === "accepted" || state === "released").length;
      return {
        ...collection,
        accepted,
        all: states.length,
        released: states.length > 0 && states.every((state) => state === "released"),
      };
    });
    return { rows, mayOpen: actor.office === "secretariat" };
  });
}

/** The list of collections, the newest year first. */
export default function Collections({ loaderData: { rows, mayOpen } }: Route.ComponentProps) {
  const words = useWords(collectionWords);
  const language = useLanguage();
  const open = mayOpen ? <LinkButton to={`/${language}/workspace/collections/new`}>{words.open}</LinkButton> : undefined;
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      {rows.length === 0 ? (
        <EmptyState title={words.none} action={open}>
          {words.noneDetail}
        </EmptyState>
      ) : (
        <>
          {open !== undefined && <div className="mt-8">{open}</div>}
          <div className="mt-10">
            <DataTable
              caption={words.title}
              hideCaption
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                {
                  id: "year",
                  head: words.columns.year,
                  kind: "row-head",
                  cell: (row) => (
                    <Link to={`/${language}/workspace/collections/${row.id}`} className="link text-lead">
                      {row.year}
                      {row.exercise && ` · ${words.exercise}`}
                    </Link>
                  ),
                },
                { id: "topic", head: words.columns.topic, cell: () => words.topic },
                { id: "deadline", head: words.columns.deadline, cell: (row) => formatDate(row.deadline, language) },
                { id: "publish", head: words.columns.publishOn, cell: (row) => formatDate(row.publishOn, language) },
                {
                  id: "state",
                  head: words.columns.state,
                  kind: "long",
                  cell: (row) => (
                    <StateTag tone={row.accepted === row.all && row.all > 0 ? "good" : "neutral"}>
                      {row.released
                        ? words.released
                        : words.progress(formatCount(row.accepted, language), formatCount(row.all, language))}
                    </StateTag>
                  ),
                },
              ]}
            />
          </div>
        </>
      )}
    </>
  );
}
