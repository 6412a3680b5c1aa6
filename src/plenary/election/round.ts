import { type Rule, startingDay, startingSource } from "../rule.ts";
import { type Majority, type VoteFacts, basisOf, mustBePossible, neededOf } from "../vote/majority.ts";

/** How the presidency is elected. */
export interface ElectionRule extends Rule {
  /** What a candidate needs in the first round, and a lone candidate in any; `simple` is more than each other candidate. */
  readonly firstRound: Majority;
  /** From the second round on the candidate with most votes is elected. */
  readonly secondRound: "top-two-relative";
  /** At a tie after the first round: lots at once, or one more vote among those tied and lots only after it. */
  readonly tie: "lots" | "second-vote";
}

/** The ballots of a round. `against` is offered only when there is one candidate; a blank ballot is an abstention. */
export interface RoundBallots {
  readonly candidates: readonly { readonly country: string; readonly votes: number }[];
  readonly against: number;
  readonly abstention: number;
}

/** Why these candidates go on: the two with most votes, or more because several tie for the first or the second place. */
export type NextRoundReason = "top-two" | "tied-first" | "tied-second";

/** What became of a round; candidates are sorted by votes, then by code. */
export type RoundOutcome = {
  /** Votes that were needed to be elected in this round, and the number of delegations that they are taken of. */
  readonly needed: number;
  readonly basis: number;
} & (
  | { readonly outcome: "elected"; readonly country: string; readonly votes: number }
  | {
      readonly outcome: "next-round";
      readonly round: number;
      readonly candidates: readonly string[];
      readonly because: NextRoundReason;
    }
  | { readonly outcome: "lots"; readonly candidates: readonly string[] }
  | { readonly outcome: "not-elected"; readonly because: "nothing-cast" | "lone-candidate-lacks-majority" }
  | { readonly outcome: "no-quorum" }
);

/** The rule with which the platform starts: more than half of those present, then the two with most votes, then lots. */
export const startingElectionRule: ElectionRule = {
  id: "starting",
  firstRound: { kind: "absolute", basis: "present", abstentions: "in-basis", notVoting: "in-basis" },
  secondRound: "top-two-relative",
  tie: "lots",
  source: startingSource,
  from: startingDay,
};

type Candidate = RoundBallots["candidates"][number];

/** The two with most votes and all who tie with the second; if several tie for the first place, those and no others. */
function topTwo(ranked: readonly Candidate[]): { candidates: string[]; because: NextRoundReason } {
  const [first = 0, second = 0] = ranked.map(({ votes }) => votes);
  const through = ranked.filter(({ votes }) => votes >= second);
  const because = through.length === 2 ? "top-two" : first === second ? "tied-first" : "tied-second";
  return { candidates: through.map(({ country }) => country), because };
}

/**
 * Decides what became of a round of the election.
 *
 * Without quorum nothing is decided; if nobody voted for or against a candidate, nobody is elected, and no lots are drawn
 * over silence. A lone candidate is put to a vote in favour or against and needs the majority of the first round in any
 * round, and more in favour than against. In the first round a candidate needs that majority **and** more votes than any
 * other; else the two with most votes go on, and with them all who tie for the second place (or all who tie for the first).
 * From the second round on most votes suffice; those tied for them draw lots, or with `tie: "second-vote"` vote once more
 * in the third round and draw lots after that. Throws a `RangeError` for impossible figures.
 *
 * `plenary.round_outcome` decides the same in the database, where it counts; this one explains it, and checks it.
 */
export function outcomeOfRound(rule: ElectionRule, round: number, ballots: RoundBallots, facts: VoteFacts): RoundOutcome {
  const { candidates, against, abstention } = ballots;
  const counts = candidates.map(({ votes }) => votes);
  mustBePossible([...counts, against, abstention], facts);
  if (new Set(candidates.map(({ country }) => country)).size !== candidates.length || candidates.length === 0)
    throw new RangeError("a round has at least one candidate and none of them twice");
  if (!Number.isInteger(round) || round < 1) throw new RangeError(`there is no round ${round}`);
  if (candidates.length > 1 && against > 0) throw new RangeError("votes against are cast only on a lone candidate");

  const ranked = [...candidates].sort((a, b) => b.votes - a.votes || (a.country < b.country ? -1 : 1));
  const [first = { country: "", votes: 0 }, runnerUp] = ranked; // never empty: refused above
  const expressed = counts.reduce((sum, each) => sum + each, against);
  const isLone = runnerUp === undefined;
  const best = isLone ? against : runnerUp.votes;
  const { kind } = rule.firstRound;
  const asShare = kind !== "simple" && (isLone || round === 1) ? kind : undefined;
  const basis =
    asShare === undefined ? expressed : basisOf(rule.firstRound, { ballots: expressed + abstention, abstention }, facts);
  const share = asShare === undefined ? 1 : neededOf(asShare, basis);
  const needed = Math.max(share, best + 1);
  const figures = { needed, basis };

  if (!facts.quorumHeld) return { outcome: "no-quorum", ...figures };
  if (expressed === 0) return { outcome: "not-elected", because: "nothing-cast", ...figures };
  if (first.votes >= needed) return { outcome: "elected", ...first, ...figures };
  if (isLone) return { outcome: "not-elected", because: "lone-candidate-lacks-majority", ...figures };
  if (round === 1) return { outcome: "next-round", round: 2, ...topTwo(ranked), ...figures };
  const tied = ranked.filter(({ votes }) => votes === first.votes).map(({ country }) => country);
  if (rule.tie === "second-vote" && round === 2)
    return { outcome: "next-round", round: 3, candidates: tied, because: "tied-first", ...figures };
  return { outcome: "lots", candidates: tied, ...figures };
}

/** The round before: which one of the rule it was, and what it brought, in the words that the database keeps. */
export interface RoundBefore {
  readonly stage: number;
  readonly outcome: "elected" | "second-round" | "tie-lots" | "none" | "no-quorum";
  readonly candidates: readonly string[];
  readonly through: readonly string[];
}

/**
 * Which round follows one that has a result and who runs in it, by code, without the states that withdrew since; `undefined`
 * when none follows. With one state left it is a lone candidate, with none candidacies open again.
 *
 * Nobody moves up into the place of who withdrew: the round before decided who goes on. `plenary.round_follows` says the same.
 */
export function followingRound({ stage, outcome, candidates, through }: RoundBefore, withdrawn: readonly string[]): { readonly stage: number; readonly candidates: readonly string[] } | undefined {
  if (outcome !== "no-quorum" && outcome !== "second-round") return undefined;
  const running = outcome === "no-quorum" ? candidates : through;
  return { stage: outcome === "no-quorum" ? stage : stage + 1, candidates: running.filter((each) => !withdrawn.includes(each)).sort() };
}
