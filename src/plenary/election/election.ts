import type { Text } from "#basics";
import { type ElectionRule, type NextRoundReason, type RoundBallots, followingRound } from "./round.ts";

/** What an election goes through. After a round that elects nobody, candidacies open again. */
export const electionStates = ["candidacies", "voting", "lots", "decided", "proclaimed", "void"] as const;
export type ElectionState = (typeof electionStates)[number];

/** The rule of the election as its meeting holds it: what is needed, how it is voted, and how many terms a state rests. */
export interface HeldElectionRule extends ElectionRule {
  readonly method: "secret" | "roll-call";
  readonly restTerms: number;
}

/** A state that was proposed or offered itself. */
export interface Candidacy {
  readonly country: string;
  readonly proposedBy: string;
  /** 'proposed' waits for the candidate's own delegation; 'standing' accepted. */
  readonly state: "proposed" | "standing" | "declined" | "withdrawn";
  readonly statement: string;
}

/** What became of a round, as the database computed it from the kept ballots. */
export interface RoundResult {
  readonly outcome: "elected" | "second-round" | "tie-lots" | "none" | "no-quorum";
  readonly because?: NextRoundReason | "nothing-cast" | "lone-candidate-lacks-majority";
  readonly ballots: RoundBallots;
  readonly notVoting: number;
  readonly members: number;
  readonly present: number;
  readonly basis: number;
  readonly needed: number;
  readonly elected?: string;
  /** Those that go on to the next round. */
  readonly through: readonly string[];
  /** Those among whom lots are drawn. */
  readonly tied: readonly string[];
}

/** A round of the election; it is a vote of the meeting, cast, closed, counted and counted again on that vote's pages. */
export interface ElectionRound {
  readonly id: string;
  readonly vote: string;
  /** In the order in which they were held. */
  readonly number: number;
  /** Which round of the rule it is; a round that is held again keeps it. */
  readonly stage: number;
  readonly title: Text;
  readonly candidates: readonly string[];
  readonly state: "open" | "closed" | "settled" | "void";
  /** How many delegations have cast a ballot. */
  readonly cast: number;
  readonly result?: RoundResult;
}

/** A drawing of lots: what was shown before, who has spoken, and after the draw all that is needed to repeat it. */
export interface ElectionLots {
  readonly vote: string;
  readonly candidates: readonly string[];
  /** SHA-256 in hexadecimal. */
  readonly commitment: string;
  readonly heard: readonly { readonly country: string; readonly name: string }[];
  readonly drawn?: {
    readonly secret: string;
    readonly digest: string;
    readonly winner: string;
    readonly witnesses: readonly { readonly country: string; readonly word: string }[];
  };
}

/** The election of the presidency in a meeting, with all that its page, the telephones and the screen of the room show. */
export interface Election {
  readonly id: string;
  readonly meeting: string;
  readonly item: string;
  readonly state: ElectionState;
  readonly rule: HeldElectionRule;
  /** First and last day of the term, as ISO days. */
  readonly termFrom: string;
  readonly termUntil: string;
  readonly winner?: string;
  readonly decidedBy?: "votes" | "lots";
  readonly proclaimedAt?: Date;
  readonly proclaimedBy?: string;
  readonly candidacies: readonly Candidacy[];
  readonly rounds: readonly ElectionRound[];
  readonly lots?: ElectionLots;
}

/** Why an act of the election is not possible: the words of the database's functions. */
export const electionRefusals = [
  "not-yours", "unknown-meeting", "unknown-election", "unknown-vote", "meeting-closed", "meeting-not-open", "item-not-election", "another-election",
  "term-not-valid", "term-taken", "rule-missing", "candidacies-closed", "already-proposed", "not-seated", "left", "rests", "declined", "statement-too-long",
  "no-candidates", "no-quorum", "another-open", "not-settled-yet", "lots-wait", "election-decided", "key-missing", "not-an-election", "vote-open",
  "already-settled", "vote-void", "not-counted-yet", "not-recounted-yet", "not-reconciled-yet", "no-tie", "lots-not-open", "already-drawn", "already-said",
  "word-missing", "word-too-long", "witnesses-missing", "wrong-secret", "already-proclaimed", "not-decided", "winner-not-member", "reason-missing",
  "already-void", "ballots-cast", "round-open", "not-a-delegate", "not-a-member", "not-accredited", "credentials-unchecked", "not-present", "titular-present",
  "round-runs", "not-running",
] as const;
export type ElectionRefusal = (typeof electionRefusals)[number];

/**
 * Who would run in the next round, while one waits to be opened: after a round that had a result and elected nobody, without the
 * states that withdrew since. `undefined` while a round is open or has no result, before the first round, and at the end.
 */
export function comingRound({ state, rounds, candidacies }: Pick<Election, "state" | "rounds" | "candidacies">): { readonly stage: number; readonly candidates: readonly string[]; readonly left: readonly string[] } | undefined {
  const last = rounds.findLast((round) => round.state !== "void");
  if (state !== "voting" || last?.result === undefined) return undefined;
  const withdrawn = candidacies.filter((each) => each.state === "withdrawn").map(({ country }) => country);
  const before = { stage: last.stage, outcome: last.result.outcome, candidates: last.candidates, through: last.result.through };
  const all = followingRound(before, []);
  const coming = followingRound(before, withdrawn);
  return all && coming && { ...coming, left: all.candidates.filter((each) => withdrawn.includes(each)) };
}
