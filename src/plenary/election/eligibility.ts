import { type Rule, startingDay, startingSource } from "../rule.ts";

/** How many of the last terms a state that held one of them rests; 0 lets the outgoing presidency stand again. */
export interface RotationRule extends Rule {
  readonly restTerms: number;
}

/** A member or observer as the election sees it. Days are ISO days. */
export interface ElectionState {
  /** ISO 3166-1 alpha-3 for a state; an observer has the key of its organisation. */
  readonly code: string;
  readonly kind: "member" | "observer";
  /** Whether it has a seat in the meeting: seats are pinned to the members of the day on which it was convened. */
  readonly isSeated: boolean;
  /** The first day on which it is no longer a member; absent for one that stays. */
  readonly left?: string | undefined;
}

/** A term of the presidency. It ends on the day on which the next one begins. */
export interface PresidencyTerm {
  readonly country: string;
  readonly from: string;
}

/** Why a state cannot stand. `rests` names the last term for which it rests. */
export type Ineligibility =
  | { readonly kind: "rests"; readonly term: PresidencyTerm }
  | { readonly kind: "observer" }
  | { readonly kind: "not-seated" }
  | { readonly kind: "left"; readonly left: string }
  | { readonly kind: "declined" };

/** Whether a state can stand, with all the reasons against it and not only the first. */
export interface Eligibility {
  readonly code: string;
  readonly eligible: boolean;
  readonly reasons: readonly Ineligibility[];
}

/** The rotation with which the platform starts: the outgoing presidency cannot be elected again at once. */
export const startingRotationRule: RotationRule = {
  id: "rest-one-term",
  restTerms: 1,
  source: startingSource,
  from: startingDay,
};

/** What an election of the presidency looks at. */
export interface ElectionGround {
  readonly states: readonly ElectionState[];
  /** All terms of the presidency so far, in any order. */
  readonly terms: readonly PresidencyTerm[];
  /** Codes of the states that declined to stand. */
  readonly declined: readonly string[];
  /** ISO day on which the term that is voted on begins: terms from then on are not 'last terms'. */
  readonly termFrom: string;
}

/**
 * Decides for each state whether it can be a candidate for the presidency, in the order given.
 *
 * A state rests if it held one of the last `restTerms` terms. Two terms in a row of one state are two terms. Observers, states
 * without a seat in the meeting and states that will have left when the term begins cannot stand; a state may decline, and can
 * take that back until the first ballot. `plenary.ineligibility` decides the same in the database.
 */
export function eligibility(rule: RotationRule, ground: ElectionGround): Eligibility[] {
  const { states, terms, declined, termFrom } = ground;
  const last = terms
    .filter(({ from }) => from < termFrom)
    .sort((a, b) => (a.from < b.from ? 1 : -1))
    .slice(0, rule.restTerms);
  return states.map(({ code, kind, isSeated, left }) => {
    const reasons: Ineligibility[] = [];
    if (kind === "observer") reasons.push({ kind: "observer" });
    if (kind === "member" && !isSeated) reasons.push({ kind: "not-seated" });
    if (left !== undefined && left <= termFrom) reasons.push({ kind: "left", left });
    const term = last.find(({ country }) => country === code);
    if (term !== undefined) reasons.push({ kind: "rests", term });
    if (declined.includes(code)) reasons.push({ kind: "declined" });
    return { code, eligible: reasons.length === 0, reasons };
  });
}
