import { type Rule, startingDay, startingSource } from "../rule.ts";

/** Of which delegations a share is taken: all member states, those present at the vote, or those that cast a ballot. */
export type Basis = "members" | "present" | "cast";

/** How many must agree, and out of how many. */
export interface Majority {
  readonly kind: "simple" | "absolute" | "two-thirds";
  readonly basis: Basis;
  /** Whether a delegation that abstained is counted in the basis. */
  readonly abstentions: "in-basis" | "out-of-basis";
  /** Whether a delegation that was present and cast nothing is counted in the basis. */
  readonly notVoting: "in-basis" | "out-of-basis";
}

/** A majority rule: how many must agree, what happens at a tie, and the statute and day it comes from. */
export interface MajorityRule extends Majority, Rule {
  /**
   * What a tie leads to. `presidency-decides` waits for `breakTie`, `second-vote` for one more vote under the same rule. `lots` is
   * arithmetic alone: no procedure for drawing lots on a motion is set, so no rule with it can be entered, on screen or in the database.
   */
  readonly tie: "rejected" | "presidency-decides" | "second-vote" | "lots";
}

/** What the ballots say, in delegations. */
export interface Tally {
  readonly inFavour: number;
  readonly against: number;
  readonly abstention: number;
}

/** What the room was at the vote. */
export interface VoteFacts {
  /** Member states of the coalition on that day. */
  readonly members: number;
  /** Delegations present while the vote was open; those that cast a ballot are counted at least. */
  readonly present: number;
  /** Whether quorum held from the opening to the closing of the vote. */
  readonly quorumHeld: boolean;
}

/** What became of a motion. */
export type Outcome = "adopted" | "rejected" | "tie-presidency" | "tie-second-vote" | "tie-lots" | "no-quorum";

/** The outcome with all that its sentence needs, so that page, act and projector say the same. */
export interface VoteOutcome {
  readonly outcome: Outcome;
  readonly because: "reached" | "not-reached" | "tie" | "nothing-cast" | "no-quorum";
  readonly kind: Majority["kind"];
  readonly basisKind: Basis;
  /** The number of delegations that the share is taken of; for a simple majority, those in favour and against. */
  readonly basis: number;
  /** Votes in favour that were needed. */
  readonly needed: number;
  readonly tally: Tally;
  /** Delegations present that cast nothing. */
  readonly notVoting: number;
}

const starting = { source: startingSource, from: startingDay } as const;

/** Majority rules with which the platform starts; the first one is offered first. */
export const startingMajorityRules = [
  {
    id: "simple",
    kind: "simple",
    basis: "cast",
    abstentions: "out-of-basis",
    notVoting: "out-of-basis",
    tie: "presidency-decides",
    ...starting,
  },
  {
    id: "absolute-members",
    kind: "absolute",
    basis: "members",
    abstentions: "in-basis",
    notVoting: "in-basis",
    tie: "rejected",
    ...starting,
  },
  {
    id: "absolute-present",
    kind: "absolute",
    basis: "present",
    abstentions: "in-basis",
    notVoting: "in-basis",
    tie: "rejected",
    ...starting,
  },
  {
    id: "two-thirds-members",
    kind: "two-thirds",
    basis: "members",
    abstentions: "in-basis",
    notVoting: "in-basis",
    tie: "rejected",
    ...starting,
  },
  {
    id: "two-thirds-present",
    kind: "two-thirds",
    basis: "present",
    abstentions: "in-basis",
    notVoting: "in-basis",
    tie: "rejected",
    ...starting,
  },
] as const satisfies readonly MajorityRule[];

/**
 * The number of delegations that a share is taken of.
 *
 * It begins with the member states (absent ones included), those present or those that cast a ballot (abstentions
 * included). Abstentions out of the basis are taken away from any of the three. Those present and not voting, when out of
 * the basis, are taken away from members and from present; among the ballots cast they never were.
 */
export function basisOf(
  majority: Majority,
  cast: { readonly ballots: number; readonly abstention: number },
  facts: Pick<VoteFacts, "members" | "present">,
): number {
  const present = Math.max(facts.present, cast.ballots); // who cast a ballot was there
  const start = { members: facts.members, present, cast: cast.ballots }[majority.basis];
  const abstained = majority.abstentions === "out-of-basis" ? cast.abstention : 0;
  const silent = majority.notVoting === "out-of-basis" && majority.basis !== "cast" ? present - cast.ballots : 0;
  return start - abstained - silent;
}

/**
 * Votes in favour that a share needs: more than half, or two thirds and not less. At least one, whatever the basis.
 *
 * In whole numbers: more than half of 9 is 5 and of 8 is 5; two thirds of 9 is 6 and of 8 is 6.
 */
export function neededOf(kind: "absolute" | "two-thirds", basis: number): number {
  if (kind === "absolute") return (basis - (basis % 2)) / 2 + 1;
  const rest = (2 * basis) % 3;
  return Math.max(1, (2 * basis - rest) / 3 + (rest === 0 ? 0 : 1));
}

/** Throws a `RangeError` for figures that no vote can have: such a count is a fault of the programme, not an outcome. */
export function mustBePossible(counts: readonly number[], facts: Pick<VoteFacts, "members" | "present">): void {
  if (![...counts, facts.members, facts.present].every((each) => Number.isSafeInteger(each) && each >= 0))
    throw new RangeError("a count of delegations is a whole number, not below zero");
  const cast = counts.reduce((sum, each) => sum + each, 0);
  if (cast > facts.members || facts.present > facts.members)
    throw new RangeError(`${Math.max(cast, facts.present)} delegations voted or were present out of ${facts.members}`);
}

const tied = {
  "presidency-decides": "tie-presidency",
  "second-vote": "tie-second-vote",
  lots: "tie-lots",
  rejected: "rejected",
} as const;

/**
 * Decides what became of a motion from the ballots, the room and the rule.
 *
 * Without quorum nothing is decided. **Simple**: more in favour than against; basis, abstentions and silence say nothing.
 * **Absolute**: more than half of the basis. **Two thirds**: not less than two thirds of the basis. A **tie** is as many in
 * favour as against, at least one each: for a simple majority always, for an absolute one only if together they are the
 * whole basis (4 to 4 of 8 is a tie; 4 to 4 of 9 lacks a vote and is rejected), for two thirds never. If nobody is in
 * favour or against, the motion is rejected. The store asks again with `tie: "rejected"` after a second vote, so that a
 * vote cannot be repeated for ever.
 */
export function outcomeOf(rule: MajorityRule, tally: Tally, facts: VoteFacts): VoteOutcome {
  const { inFavour, against, abstention } = tally;
  mustBePossible([inFavour, against, abstention], facts);
  const ballots = inFavour + against + abstention;
  const basis = rule.kind === "simple" ? inFavour + against : basisOf(rule, { ballots, abstention }, facts);
  const needed = rule.kind === "simple" ? against + 1 : neededOf(rule.kind, basis);
  const notVoting = Math.max(facts.present, ballots) - ballots;
  const figures = { kind: rule.kind, basisKind: rule.basis, basis, needed, tally, notVoting } as const;
  if (!facts.quorumHeld) return { outcome: "no-quorum", because: "no-quorum", ...figures };
  if (inFavour + against === 0) return { outcome: "rejected", because: "nothing-cast", ...figures };
  if (inFavour >= needed) return { outcome: "adopted", because: "reached", ...figures };
  const isTie = inFavour === against && inFavour + against === basis && rule.kind !== "two-thirds";
  if (isTie) return { outcome: tied[rule.tie], because: "tie", ...figures };
  return { outcome: "rejected", because: "not-reached", ...figures };
}
