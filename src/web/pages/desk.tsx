import { Link } from "react-router";
import { formatDate } from "#basics";
import { shellWords } from "#words";
import { PageHeading } from "../components/page-heading.tsx";
import { actorContext, databaseContext, shellContext } from "../context.ts";
import { useLanguage, useWords } from "../language.ts";
import type { Route } from "./+types/desk.ts";

/** What waits for the acting member, the nearest day first; tasks without a day come last. */
export async function loader({ context }: Route.LoaderArgs) {
  const database = context.get(databaseContext);
  const actor = context.get(actorContext);
  const answers = await Promise.all(context.get(shellContext).waiting.map((ask) => ask(database, actor)));
  return { waiting: answers.flat().sort((one, other) => (one.due ?? "9999").localeCompare(other.due ?? "9999")) };
}

/** The desk: the first page of the workspace says what waits. */
export default function Desk({ loaderData: { waiting } }: Route.ComponentProps) {
  const words = useWords(shellWords).waiting;
  const language = useLanguage();
  if (waiting.length === 0) return <PageHeading title={words.none} tab={words.title} lead={words.noneDetail} />;
  return (
    <>
      <PageHeading title={words.count(waiting.length)} tab={words.title} />
      <ul className="mt-8 border-t-2 border-ink">
        {waiting.map(({ href, label, due }) => (
          <li
            key={`${href} ${label.es}`}
            className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 border-b border-line py-3.5"
          >
            <Link to={`/${language}${href}`} className="link text-lead">
              {label[language]}
            </Link>
            {due !== undefined && <span className="figures text-ink-soft">{words.due(formatDate(due, language))}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
