import type { Text } from "#basics";
import type { VoteOutcome } from "./majority.ts";
import type { NamedMajorityRule } from "./rule.store.ts";

export type VoteMethod = "roll-call" | "secret";
export type VoteState = "open" | "closed" | "settled" | "void";

/** One line of the ballot paper. On a motion: 1 in favour, 2 against, 3 abstention. */
export interface VoteChoice {
  readonly option: number;
  readonly kind: "in-favour" | "against" | "abstention" | "candidate";
  readonly country: string | null;
  readonly label: Text;
}

/** A delegation that has voted; how, its ballot says, once the vote is closed. */
export interface Mark {
  readonly country: string;
  readonly at: Date;
  readonly name: string;
  /** 'entered': by the secretariat and a second person. */
  readonly capacity: "titular" | "alternate" | "entered";
}

/** A count or a recount as it was recorded. */
export interface RecordedCount {
  readonly kind: "count" | "recount";
  readonly attempt: number;
  readonly at: Date;
  readonly byAccount: string;
  readonly byName: string;
  readonly ballots: number;
  /** Ballots by option number, zeros included. */
  readonly figures: Readonly<Record<string, number>>;
  readonly faults: readonly unknown[];
}

/** Why count and recount differ, in the words of whoever reconciled them. */
export interface ReconciliationNote {
  readonly at: Date;
  readonly byName: string;
  readonly note: string;
}

/** A vote with all that the actor may know of it. */
export interface Vote {
  readonly id: string;
  readonly meeting: string;
  readonly item: string | null;
  readonly motion: string | null;
  /** The round of an election that this vote is. */
  readonly round: string | null;
  readonly title: Text;
  readonly method: VoteMethod;
  readonly rule: NamedMajorityRule;
  readonly recountRequired: boolean;
  readonly state: VoteState;
  readonly openedAt: Date;
  readonly openedByName: string;
  readonly closedAt: Date | null;
  readonly members: number;
  readonly present: number | null;
  readonly quorumHeld: boolean | null;
  readonly voidReason: string | null;
  readonly choices: readonly VoteChoice[];
  readonly marks: readonly Mark[];
  readonly counts: readonly RecordedCount[];
  readonly reconciliation: ReconciliationNote | null;
  /** The word of the outcome: 'adopted', 'tie-presidency', in an election 'elected'. Null until it is settled. */
  readonly outcome: string | null;
  /** The outcome of a motion's vote with the figures of its sentence; null in an election and until it is settled. */
  readonly result: VoteOutcome | null;
  readonly tie: { readonly adopted: boolean; readonly means: "presidency" | "lots"; readonly at: Date; readonly byName: string } | null;
}

/** The newest recount, which is the one that is held against the count. */
export function lastRecount({ counts }: Pick<Vote, "counts">): RecordedCount | undefined {
  return counts.findLast(({ kind }) => kind === "recount");
}

/** The count of the kept ballots, once it was made. */
export function firstCount({ counts }: Pick<Vote, "counts">): RecordedCount | undefined {
  return counts.find(({ kind }) => kind === "count");
}

/** Whether count and recount give the same figures and the recount found no fault; undefined while one of them is missing. */
export function countsAgree(vote: Pick<Vote, "counts">): boolean | undefined {
  const first = firstCount(vote);
  const second = lastRecount(vote);
  if (first === undefined || second === undefined) return undefined;
  const options = new Set([...Object.keys(first.figures), ...Object.keys(second.figures)]);
  const isSame = [...options].every((option) => (first.figures[option] ?? 0) === (second.figures[option] ?? 0));
  return isSame && first.ballots === second.ballots && second.faults.length === 0;
}

/** What is to be done next with a vote, for the page that leads through it. */
export type VoteStep = "cast" | "count" | "recount" | "reconcile" | "settle" | "break-tie" | "none";

/** The next step of a vote: ballots, count, recount where it is required, reconciling where they differ, the result, the tie. */
export function nextStep(vote: Vote): VoteStep {
  if (vote.state === "open") return "cast";
  if (vote.state === "void") return "none";
  if (vote.state === "settled") return vote.outcome === "tie-presidency" && vote.tie === null ? "break-tie" : "none";
  if (firstCount(vote) === undefined) return "count";
  const agree = countsAgree(vote);
  if (agree === undefined && vote.recountRequired) return "recount";
  return agree === false && vote.reconciliation === null ? "reconcile" : "settle";
}
