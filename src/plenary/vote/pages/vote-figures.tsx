import { formatCount, formatInstant } from "#basics";
import { DataTable, Notice, Section, useLanguage, useWords } from "#web";
import { plenaryVoteWords } from "#words";
import { type Vote, countsAgree, lastRecount } from "../vote.ts";

/** Count and recount side by side, whether they agree, and the words that reconcile them. */
export function VoteFigures({ vote, zone }: { vote: Vote; zone: string }) {
  const words = useWords(plenaryVoteWords).vote;
  const language = useLanguage();
  if (vote.counts.length === 0) return null;
  const head = (each: Vote["counts"][number]) => (each.kind === "count" ? words.count : words.recount(formatCount(each.attempt, language)));
  const agree = countsAgree(vote);
  const faults = lastRecount(vote)?.faults.length ?? 0;
  return (
    <Section title={words.figures}>
      <DataTable
        caption={words.figures}
        hideCaption
        rows={vote.choices}
        rowKey={({ option }) => String(option)}
        columns={[
          { id: "option", head: words.option, kind: "row-head", cell: ({ label }) => label[language], foot: words.ballots },
          ...vote.counts.map((each) => ({
            id: `${each.kind}-${each.attempt}`,
            head: head(each),
            kind: "number" as const,
            cell: ({ option }: Vote["choices"][number]) => formatCount(each.figures[String(option)] ?? 0, language),
            foot: formatCount(each.ballots, language),
          })),
        ]}
      />
      <ul className="mt-4 text-small text-ink-soft">
        {vote.counts.map((each) => (
          <li key={`${each.kind}-${each.attempt}`}>
            {head(each)}: {words.countedBy(each.byName, formatInstant(each.at, language, zone))}
          </li>
        ))}
      </ul>
      {agree !== undefined && <Notice tone={agree ? "good" : "caution"} title={agree ? words.agree : words.differ}>{faults > 0 ? words.faults(formatCount(faults, language)) : undefined}</Notice>}
      {vote.reconciliation !== null && (
        <Notice title={words.reconciledBy(vote.reconciliation.byName, formatInstant(vote.reconciliation.at, language, zone))}>
          <p className="whitespace-pre-line">{vote.reconciliation.note}</p>
        </Notice>
      )}
    </Section>
  );
}
