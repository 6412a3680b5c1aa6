import { Link } from "react-router";
import { formatInstant } from "#basics";
import { read } from "#database";
import { DataTable, EmptyState, PageHeading, StateTag, countryName, databaseContext, memberOf, useLanguage, useWords } from "#web";
import { taskWords } from "#words";
import { newestTasks } from "../task.store.ts";
import { taskTones } from "./task-tone.ts";
import type { Route } from "./+types/tasks.ts";

/** The newest tasks that the member may see: their own and their country's; those who run the platform see all. */
export async function loader(args: Route.LoaderArgs) {
  const member = memberOf(args);
  const tasks = await read(args.context.get(databaseContext), member, (tx) => newestTasks(tx));
  return {
    seesAll: member.office === "secretariat" || member.office === "administrator",
    tasks: tasks.map(({ id, title, state, step, problem, country, createdAt }) => ({ id, title, state, step, problem, country, createdAt })),
  };
}

/** The list of long work. */
export default function Tasks({ loaderData: { tasks, seesAll } }: Route.ComponentProps) {
  const words = useWords(taskWords);
  const language = useLanguage();
  return (
    <>
      <PageHeading title={words.title} lead={seesAll ? words.leadAll : words.leadOwn} />
      {tasks.length === 0 ? (
        <EmptyState title={words.none}>{words.noneDetail}</EmptyState>
      ) : (
        <div className="mt-8">
          <DataTable
            caption={words.caption}
            hideCaption
            rows={tasks}
            rowKey={({ id }) => id}
            columns={[
              {
                id: "what",
                head: words.columns.what,
                kind: "row-head",
                cell: ({ id, title }) => (
                  <Link to={`/${language}/workspace/tasks/${id}`} className="link">
                    {title[language]}
                  </Link>
                ),
              },
              {
                id: "state",
                head: words.columns.state,
                kind: "long",
                cell: ({ state, step, problem }) => (
                  <>
                    <StateTag tone={taskTones[state]}>{words.states[state]}</StateTag>
                    {state === "running" && step !== null && <span className="block text-small text-ink-soft">{step[language]}</span>}
                    {problem !== null && <span className="block max-w-[26rem] text-small text-ink-soft">{problem[language]}</span>}
                  </>
                ),
              },
              ...(seesAll ? [{ id: "country", head: words.columns.country, cell: ({ country }: (typeof tasks)[number]) => (country === null ? words.region : countryName(country)[language]) }] : []),
              { id: "asked", head: words.columns.asked, cell: ({ createdAt }) => formatInstant(createdAt, language) },
            ]}
          />
        </div>
      )}
    </>
  );
}
