import { countryName, formatCount, formatInstant } from "#basics";
import { DataTable, Section, StateTag, useLanguage, useWords } from "#web";
import { plenaryVoteWords } from "#words";
import type { KeptBallot } from "../ballot.store.ts";
import type { Vote } from "../vote.ts";

/** Who voted: while the vote is open without the choice; afterwards the roll call, or the ballots of the urn by receipt. */
export function VoteRoll({ vote, present, ballots, zone }: { vote: Vote; present: readonly string[]; ballots: readonly KeptBallot[]; zone: string }) {
  const words = useWords(plenaryVoteWords).vote;
  const language = useLanguage();
  if (vote.state === "void") return null;
  const countries = [...new Set([...present, ...vote.marks.map(({ country }) => country)])].sort((one, other) => countryName(one)[language].localeCompare(countryName(other)[language], language));
  const markOf = (country: string) => vote.marks.find((mark) => mark.country === country);
  const label = (option: number | undefined) => vote.choices.find((choice) => choice.option === option)?.label[language] ?? "";
  const choiceOf = (country: string) => label(ballots.find((ballot) => ballot.country === country)?.option);
  const isOpen = vote.state === "open";
  const isRoll = !isOpen && vote.method === "roll-call";
  return (
    <>
      <Section title={isRoll ? words.rollCall : words.standing} {...(isOpen ? { lead: words.standingHelp } : {})}>
        {isOpen && <p className="mb-4 text-lead">{words.standingCount(formatCount(vote.marks.length, language), formatCount(countries.length, language))}</p>}
        {countries.length > 0 && (
          <DataTable
            caption={isRoll ? words.rollCall : words.standing}
            hideCaption
            rows={countries}
            rowKey={(country) => country}
            columns={[
              { id: "country", head: words.country, kind: "row-head", cell: (country) => countryName(country)[language] },
              ...(isRoll ? [{ id: "choice", head: words.choice, cell: choiceOf }] : [{ id: "voted", head: words.standing, cell: (country: string) => <StateTag tone={markOf(country) ? "good" : "neutral"}>{markOf(country) ? words.hasVoted : words.notYet}</StateTag> }]),
              {
                id: "by",
                head: words.by,
                cell: (country) => {
                  const mark = markOf(country);
                  return mark === undefined ? "" : `${mark.name} (${words.capacities[mark.capacity]})`;
                },
              },
              { id: "at", head: words.at, cell: (country) => { const mark = markOf(country); return mark === undefined ? "" : formatInstant(mark.at, language, zone); } },
            ]}
          />
        )}
      </Section>
      {!isOpen && vote.method === "secret" && (
        <Section title={words.receipts} lead={words.receiptsHelp}>
          <DataTable
            caption={words.receipts}
            hideCaption
            rows={ballots}
            rowKey={({ receipt }) => receipt ?? ""}
            columns={[
              { id: "receipt", head: words.receipt, kind: "row-head", cell: ({ receipt }) => <code>{receipt}</code> },
              { id: "choice", head: words.choice, cell: ({ option }) => label(option) },
            ]}
          />
        </Section>
      )}
    </>
  );
}
