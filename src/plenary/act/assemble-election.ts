import { createHash } from "node:crypto";
import type { Language } from "#basics";
import type { Block } from "#documents";
import { plenaryActTextWords } from "#words";
import { lotsText } from "../election/lots.ts";
import { actTime, listed } from "./assemble-time.ts";
import { voteBlocks } from "./assemble-vote.ts";
import type { ActFacts, ElectionFact, LotsFact, VoteFact } from "./facts.ts";

/** The elections held under a point of the agenda: rule, candidacies, every round with both counts, lots with what repeats them, proclamation. */
export function electionBlocks(facts: ActFacts, item: string | null, language: Language): Block[] {
  return facts.elections.filter((election) => election.item === item).flatMap((election) => oneElection(election, facts, language));
}

function oneElection(election: ElectionFact, facts: ActFacts, language: Language): Block[] {
  const words = plenaryActTextWords[language].election;
  const time = actTime(facts.meeting, language);
  const day = (iso: string) => time.day(new Date(`${iso}T12:00:00Z`));
  const { rule, term } = election;
  const blocks: Block[] = [
    { kind: "paragraph", text: words.term(day(term.from), day(term.until)) },
    { kind: "note", text: words.rule(words.kinds[rule.kind], words.bases[rule.basis], words.methods[rule.method], rule.source[language], rule.from === "" ? "" : day(rule.from)) },
  ];
  if (election.candidacies.length > 0)
    blocks.push(
      { kind: "heading", level: 3, text: words.candidacies },
      {
        kind: "table",
        caption: words.caption,
        columns: [words.candidate, words.proposedBy, words.accepted].map((head) => ({ head, kind: "text" })),
        rows: election.candidacies.map(({ name, proposedBy, acceptedAt, withdrawnAt }) => [
          name[language],
          proposedBy[language],
          withdrawnAt !== null ? words.withdrawnAt(time.clock(withdrawnAt)) : acceptedAt === null ? words.notAccepted : words.acceptedAt(time.clock(acceptedAt)),
        ]),
      },
    );
  for (const { number, candidates, vote } of election.rounds)
    blocks.push(
      { kind: "heading", level: 3, text: words.round(String(number)) },
      { kind: "paragraph", text: words.running(listed(candidates.map((each) => each[language]), language)) },
      ...voteBlocks({ ...vote, rule: null }, facts, language, roundSentence(vote, language)),
    );
  for (const lots of election.lots) blocks.push(...lotsBlocks(lots, facts, language));
  if (election.state === "void") return [...blocks, { kind: "paragraph", text: words.void(election.voidReason ?? "") }];
  const proclaimed = election.proclaimedAt !== null && election.winner !== null;
  return [
    ...blocks,
    {
      kind: "paragraph",
      text: [
        {
          text: proclaimed ? words.proclaimed(election.winner[language], time.clock(election.proclaimedAt), election.proclaimedBy ?? "") : words.notProclaimed,
          strong: true,
        },
      ],
    },
  ];
}

function roundSentence({ outcome }: VoteFact, language: Language): string[] {
  const words = plenaryActTextWords[language].election.outcome;
  if (outcome === null) return [];
  const needed = outcome.needed === null ? "" : String(outcome.needed);
  const remaining = listed(outcome.remaining.map((each) => each[language]), language);
  switch (outcome.outcome) {
    case "elected":
      return [words.elected(outcome.elected?.[language] ?? "", String(outcome.inFavour ?? 0), needed)];
    case "second-round":
      return [words["second-round"](remaining, needed)];
    case "tie-lots":
      return [words["tie-lots"](remaining)];
    case "no-quorum":
    case "none":
      return [words[outcome.outcome]];
    case "adopted":
    case "rejected":
    case "tie-presidency":
    case "tie-second-vote":
      return []; // outcomes of motions, which no round has
  }
}

function lotsBlocks(lots: LotsFact, facts: ActFacts, language: Language): Block[] {
  const words = plenaryActTextWords[language].election;
  const names = lots.candidates.map((code) => facts.seats.find(({ country }) => country === code)?.name[language] ?? code);
  const head: Block[] = [
    { kind: "heading", level: 3, text: words.lots },
    { kind: "paragraph", text: words.lotsText(listed(names, language)) },
  ];
  const { secret, digest, winner, witnesses } = lots;
  if (secret === null || digest === null || winner === null) return [...head, { kind: "paragraph", text: words.notDrawn }];
  const digested = textOf(lots, secret, digest);
  return [
    ...head,
    {
      kind: "definitions",
      items: [
        { term: words.commitment, text: lots.commitment },
        { term: words.witnesses, text: witnesses.map(({ name, person, word }) => `${name[language]} (${person}): «${word}»`).join("\n") },
        { term: words.secret, text: secret },
        { term: words.digested, text: digested },
        { term: words.digest, text: digest },
        { term: words.winner, text: [{ text: winner[language], strong: true }] },
      ],
    },
    { kind: "note", text: words.recompute(lots.candidates.toSorted().join(", "), String(lots.candidates.length)) },
  ];
}

/** The very text that was digested: that of the attempt whose SHA-256 is the recorded one. */
function textOf({ candidates, witnesses }: LotsFact, secret: string, digest: string): string {
  for (let attempt = 0; attempt < 64; attempt += 1) {
    const text = lotsText({ candidates, secret, witnesses }, attempt);
    if (createHash("sha256").update(text, "utf8").digest("hex") === digest) return text;
  }
  return lotsText({ candidates, secret, witnesses }, 0);
}
