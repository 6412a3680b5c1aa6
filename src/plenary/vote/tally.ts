import type { Tally } from "./majority.ts";

/** What a delegation may answer to a motion. */
export const voteOptions = ["in-favour", "against", "abstention"] as const;
export type VoteOption = (typeof voteOptions)[number];

/** A kept ballot. In a roll call its key is the country, in a secret vote the receipt, and nothing in it says whose it is. */
export interface Ballot {
  readonly key: string;
  /** An option of the motion, or in an election the code of a candidate or 'abstention'. */
  readonly option: string;
}

/** A finished count: ballots for each option offered, zeros included, and ballots in all. */
export interface Count {
  readonly byOption: Readonly<Record<string, number>>;
  readonly ballots: number;
}

/**
 * Counts the ballots, one after another, for each option offered.
 *
 * A ballot for an option that was not offered is one of the ballots and adds to no option: the recount names it.
 */
export function count(ballots: readonly Ballot[], options: readonly string[]): Count {
  const found = new Map(options.map((option) => [option, 0]));
  for (const { option } of ballots) {
    const sofar = found.get(option);
    if (sofar !== undefined) found.set(option, sofar + 1);
  }
  return { byOption: Object.fromEntries(found), ballots: ballots.length };
}

/** The figures of a vote on a motion, from its count or recount, as the majority rule takes them. */
export function tallyOf({ byOption }: Pick<Count, "byOption">): Tally {
  const of = (option: VoteOption) => (Object.hasOwn(byOption, option) ? (byOption[option] ?? 0) : 0);
  return { inFavour: of("in-favour"), against: of("against"), abstention: of("abstention") };
}
