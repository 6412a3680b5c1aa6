import { Form } from "react-router";
import { formatCount } from "#basics";
import { read } from "#database";
import { Button, EmptyState, Section, Select, formState, useLanguage, useWords } from "#web";
import { submissionWords } from "#words";
import { differences } from "../difference.ts";
import { figuresOf, roundFigures, roundsOf } from "../figure.store.ts";
import { DifferenceTable } from "./difference-table.tsx";
import { differenceLines } from "./difference-line.ts";
import { askedSubmission } from "./submission-asked.ts";
import type { Route } from "./+types/submission-differences.ts";

/** Two rounds side by side: by default the one before against what stands now. Policies decide which rounds are seen. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, of, submission, methodology, language } = await askedSubmission(args);
  const asked = new URL(args.request.url).searchParams.get("pair");
  return read(database, actor, async (tx) => {
    const rounds = await roundsOf(tx, of);
    const isOpen = submission.state === "draft" || submission.state === "returned";
    const ends = [
      ...rounds.slice(1),
      ...(isOpen && rounds.length > 0 && actor.country !== undefined ? (["now"] as const) : []),
    ];
    const pairs = ends
      .map((end) => ({ before: end === "now" ? (rounds.at(-1) ?? 1) : (rounds[rounds.indexOf(end) - 1] ?? 1), after: end }))
      .toReversed();
    const pair = pairs.find(({ before, after }) => `${before}-${after}` === asked) ?? pairs[0];
    if (!pair) return { pairs: [], pair: undefined, lines: [] };
    const before = await roundFigures(tx, of, pair.before);
    const after = pair.after === "now" ? await figuresOf(tx, of) : await roundFigures(tx, of, pair.after);
    return { pairs, pair, lines: differenceLines(differences(before, after), methodology, of.country, language) };
  });
}

/** What changed between rounds, cell by cell. */
export default function SubmissionDifferences({ loaderData: { pairs, pair, lines } }: Route.ComponentProps) {
  const words = useWords(submissionWords).differences;
  const language = useLanguage();
  const form = formState(undefined);
  if (!pair) return <EmptyState title={words.one}>{words.oneDetail}</EmptyState>;
  const nameOf = ({ before, after }: (typeof pairs)[number]) =>
    after === "now"
      ? words.toNow(formatCount(before, language))
      : words.title(formatCount(before, language), formatCount(after, language));
  return (
    <Section title={nameOf(pair)} lead={lines.length === 0 ? words.same : words.count(formatCount(lines.length, language))}>
      {pairs.length > 1 && (
        <Form method="get" className="mb-8 print:hidden">
          <Select
            {...form.field("pair", `${pair.before}-${pair.after}`)}
            label={words.choose}
            options={pairs.map((each) => ({ value: `${each.before}-${each.after}`, label: nameOf(each) }))}
          />
          <Button kind="quiet" className="mt-3">
            {words.choose}
          </Button>
        </Form>
      )}
      {lines.length > 0 && <DifferenceTable lines={lines} />}
    </Section>
  );
}
