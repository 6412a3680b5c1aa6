import { Form } from "react-router";
import { formatCount } from "#basics";
import { Actions, Button, DataTable, DefinitionList, LinkButton, Section, StateTag, type Tone, useLanguage, useWords } from "#web";
import { plenaryElectionWords } from "#words";
import type { Election, ElectionRound, RoundResult } from "../election.ts";
import { resultInWords, statesInWords, withdrawalInWords } from "../election-sentence.ts";
import { namedBy } from "../name.store.ts";
import type { ElectionView } from "./election-view.ts";

const tones = { open: "info", closed: "caution", settled: "good", void: "neutral" } as const satisfies Record<ElectionRound["state"], Tone>;

/** Every round with its figures and what became of it; those who lead open the next one and give the result. */
export function Rounds({ view, election, nextVote }: { view: ElectionView; election: Election; nextVote: string }) {
  const words = useWords(plenaryElectionWords).rounds;
  const language = useLanguage();
  const left = election.state === "voting" ? withdrawalInWords(election, namedBy(new Map(Object.entries(view.names)))) : undefined;
  const held = election.rounds.filter(({ state }) => state !== "void");
  const last = held.at(-1);
  const canOpen = view.leads && view.meetingState === "open" && (election.state === "candidacies" || (election.state === "voting" && (last === undefined || last.state === "settled")));
  return (
    <Section title={words.title}>
      {election.rounds.length === 0 && <p className="measure text-ink-soft">{words.none}</p>}
      {election.rounds.map((round) => (
        <Round key={round.id} round={round} view={view} election={election} />
      ))}
      {left !== undefined && <p className="measure mt-6 font-semibold">{left[language]}</p>}
      {canOpen && (
        <Form method="post" className="mt-8">
          <input type="hidden" name="vote" value={nextVote} />
          <p className="measure text-ink-soft">{words.openHelp}</p>
          <Actions>
            <Button name="intent" value="round">
              {election.state === "candidacies" ? words.openFirst : last?.result?.outcome === "no-quorum" || last === undefined ? words.openAgain : words.openNext}
            </Button>
          </Actions>
        </Form>
      )}
    </Section>
  );
}

function Round({ round, view, election }: { round: ElectionRound; view: ElectionView; election: Election }) {
  const words = useWords(plenaryElectionWords).rounds;
  const language = useLanguage();
  const named = namedBy(new Map(Object.entries(view.names)));
  const votePage = `/${language}/workspace/meetings/${view.meeting}/votes/${round.vote}`;
  const running = statesInWords(round.candidates, named)[language];
  return (
    <article className="mt-8 border-t border-line pt-5">
      <h3 className="text-h3 font-semibold">{round.title[language]}</h3>
      <p className="mt-1">
        <StateTag tone={tones[round.state]}>{words.states[round.state]}</StateTag>
      </p>
      {round.result ? (
        <>
          <p className="measure mt-3 text-lead">{resultInWords(round.result, round.stage, election.rule.firstRound.basis, named)[language]}</p>
          <Figures result={round.result} caption={words.caption(round.title[language])} name={(country) => named(country)[language]} />
        </>
      ) : (
        <p className="measure mt-3">
          {round.candidates.length === 1 ? words.runningLone(running) : words.running(running)} {words.cast(formatCount(round.cast, language))}
        </p>
      )}
      <Actions>
        {round.state === "open" && view.speaksFor !== undefined && <LinkButton to={`${votePage}/ballot`}>{words.toBallot}</LinkButton>}
        <LinkButton kind="quiet" to={votePage}>
          {view.leads && (round.state === "open" || round.state === "closed") ? words.toVote : words.seeVote}
        </LinkButton>
      </Actions>
      {view.leads && round.state === "closed" && (
        <Form method="post" className="mt-4">
          <input type="hidden" name="vote" value={round.vote} />
          <p className="measure text-ink-soft">{words.settleHelp}</p>
          <Actions>
            <Button name="intent" value="settle">
              {words.settle}
            </Button>
          </Actions>
        </Form>
      )}
    </article>
  );
}

function Figures({ result, caption, name }: { result: RoundResult; caption: string; name: (country: string) => string }) {
  const words = useWords(plenaryElectionWords).rounds;
  const language = useLanguage();
  const { candidates, against, abstention } = result.ballots;
  const isLone = candidates.length === 1;
  const facts = [
    ...(isLone ? [{ term: words.against, detail: formatCount(against, language) }] : []),
    { term: words.abstention, detail: formatCount(abstention, language) },
    { term: words.notVoting, detail: formatCount(result.notVoting, language) },
  ];
  return (
    <div className="mt-4">
      <DataTable
        caption={caption}
        hideCaption
        rows={candidates}
        rowKey={({ country }) => country}
        columns={[
          { id: "state", head: words.candidate, kind: "row-head", cell: ({ country }) => name(country) },
          { id: "votes", head: isLone ? words.inFavour : words.votes, kind: "number", cell: ({ votes }) => formatCount(votes, language) },
        ]}
      />
      <DefinitionList items={facts} />
    </div>
  );
}
