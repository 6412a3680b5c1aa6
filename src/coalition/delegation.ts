import { type Actor, isDay } from "#basics";
import { type Crime, coversCrime } from "./crime.ts";

/** In whose absence the other acts: the titular, and the alternate. */
export const ranks = ["titular", "alternate"] as const;
export type Rank = (typeof ranks)[number];

/** A person designated to speak for a country on a crime. Days are ISO days. */
export interface Delegate {
  readonly id: string;
  readonly country: string;
  readonly crime: Crime;
  readonly rank: Rank;
  /** The account that signs and votes; absent where the person has none yet. */
  readonly account?: string;
  readonly name: string;
  readonly from: string;
  /** The first day on which it no longer holds. */
  readonly until?: string;
  readonly note?: string;
}

/** A designation as it is entered. */
export type Designation = Omit<Delegate, "id" | "until">;

/** Why a designation cannot be entered or ended. */
export type DelegationRefusal =
  | "name-needed"
  | "not-a-day"
  | "before-the-current"
  | "not-in-delegation"
  | "unknown-delegate"
  | "ends-before-it-begins";

/** Whether the designation holds on a day. */
export function holdsOn({ from, until }: Pick<Delegate, "from" | "until">, day: string): boolean {
  return from <= day && (until === undefined || day < until);
}

/** What a new designation does to those that stand: which end, and who goes on for the crime that it leaves to them. */
export interface Succession {
  readonly ends: readonly Delegate[];
  readonly goesOn: readonly Designation[];
}

/**
 * Works out what a new designation replaces. One person at a time answers for a crime in a rank: who answered for both goes on
 * for the other crime when a successor is named for one. A successor cannot begin before the person who stands now did.
 */
export function succession(standing: readonly Delegate[], next: Designation): Succession | DelegationRefusal {
  if (next.name.trim() === "") return "name-needed";
  if (!isDay(next.from)) return "not-a-day";
  const ends = standing.filter(
    (each) =>
      each.until === undefined &&
      each.country === next.country &&
      each.rank === next.rank &&
      coversCrime(each.crime, next.crime),
  );
  if (ends.some(({ from }) => next.from < from)) return "before-the-current";
  const goesOn = ends.flatMap(({ id: _, until: __, ...each }): Designation[] =>
    each.crime === "both" && next.crime !== "both"
      ? [{ ...each, crime: next.crime === "trafficking" ? "smuggling" : "trafficking", from: next.from }]
      : [],
  );
  return { ends, goesOn };
}

/** Whether the actor keeps a country's delegation: its titular, or the secretariat. */
export function keepsDelegation(actor: Actor, country: string): boolean {
  if (actor.kind !== "member") return false;
  return actor.office === "secretariat" || (actor.office === "delegate-titular" && actor.country === country);
}
