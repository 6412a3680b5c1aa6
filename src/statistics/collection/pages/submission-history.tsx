import { formatInstant } from "#basics";
import { read } from "#database";
import { EmptyState, Section, useLanguage, useWords } from "#web";
import { shellWords, submissionWords } from "#words";
import { historyOf } from "../history.store.ts";
import { askedSubmission } from "./submission-asked.ts";
import type { Route } from "./+types/submission-history.ts";

/** All acts of a submission, the newest first. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, of, language } = await askedSubmission(args);
  const lines = await read(database, actor, (tx) => historyOf(tx, of));
  return {
    lines: lines
      .toReversed()
      .map(({ id, at, sentence, office, round }) => ({ id, at, sentence: sentence[language], office, round })),
  };
}

/** The history that people read: one sentence for each act. */
export default function SubmissionHistory({ loaderData: { lines } }: Route.ComponentProps) {
  const words = useWords(submissionWords).history;
  const offices: Readonly<Record<string, string>> = useWords(shellWords).officeNames;
  const language = useLanguage();
  if (lines.length === 0) return <EmptyState title={words.none}>{words.noneDetail}</EmptyState>;
  return (
    <Section title={words.title}>
      <ol className="border-l-2 border-line">
        {lines.map(({ id, at, sentence, office }) => (
          <li
            key={id}
            className="relative pb-6 pl-6 before:absolute before:top-[0.5em] before:-left-[0.42rem] before:size-3 before:rounded-full before:border-2 before:border-ink before:bg-paper before:content-[''] first:before:bg-light"
          >
            <p className="measure">{sentence}</p>
            <p className="figures text-small text-ink-soft">
              <time dateTime={new Date(at).toISOString()}>{formatInstant(at, language)}</time> ·{" "}
              {offices[office] ?? words.platform}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
