import type { Actor, Office } from "#basics";
import type { ActRefusal } from "./refusal.ts";

/** Where a submission stands in its life. */
export type SubmissionState = "draft" | "submitted" | "signed" | "under-review" | "returned" | "accepted" | "released";

/** What people do with a submission. 'release' is the platform's own act and belongs to the release. */
export type Act = "submit" | "take-back" | "sign" | "begin-review" | "return" | "accept" | "reopen";

/** Everything a page may offer on a submission: the acts, and the writing between them. */
export type Capability = Act | "enter" | "explain" | "comment" | "give-reason";

interface Rule {
  readonly from: readonly SubmissionState[];
  readonly offices: readonly Office[];
}

const entering = ["focal-point", "delegate-titular", "delegate-alternate"] as const;
const signing = ["delegate-titular", "delegate-alternate"] as const;
const everyState = ["draft", "submitted", "signed", "under-review", "returned", "accepted", "released"] as const;

/**
 * The life of a submission: from which states, and by which offices. The table `statistics.submission_act` holds the same
 * for the database's own check; a test keeps the two equal.
 */
export const lifeCycle = {
  submit: { from: ["draft", "returned"], offices: ["focal-point"] },
  "take-back": { from: ["submitted"], offices: entering },
  sign: { from: ["submitted"], offices: signing },
  "begin-review": { from: ["signed"], offices: ["secretariat"] },
  return: { from: ["under-review"], offices: ["secretariat"] },
  accept: { from: ["under-review"], offices: ["secretariat"] },
  reopen: { from: ["accepted", "released"], offices: ["secretariat"] },
  enter: { from: ["draft", "returned"], offices: entering },
  explain: { from: ["draft", "returned"], offices: entering },
  comment: { from: everyState, offices: [...entering, "secretariat"] },
  "give-reason": { from: ["under-review"], offices: ["secretariat"] },
} as const satisfies Record<Capability, Rule>;

/** Where each act leads. */
export const leadsTo = {
  submit: "submitted",
  "take-back": "draft",
  sign: "signed",
  "begin-review": "under-review",
  return: "returned",
  accept: "accepted",
  reopen: "under-review",
} as const satisfies Record<Act, SubmissionState>;

/** What of a submission decides who may do what. */
export interface SubmissionStanding {
  readonly country: string;
  readonly state: SubmissionState;
  /** Account of the person who submitted; null before. */
  readonly submittedBy: string | null;
}

/**
 * Whether the actor may do this now: 'allowed', or the word that says why not. The secretariat acts for every country, an
 * office of a state for its own only; who submitted does not sign.
 */
export function capability(actor: Actor, what: Capability, submission: SubmissionStanding): "allowed" | ActRefusal {
  const rule: Rule = lifeCycle[what];
  if (actor.kind !== "member" || !rule.offices.includes(actor.office)) return "not-yours";
  if (actor.office !== "secretariat" && actor.country !== submission.country) return "not-yours";
  if (!rule.from.includes(submission.state)) return "wrong-state";
  if (what === "sign" && submission.submittedBy === actor.account) return "same-person";
  return "allowed";
}

/** What the actor may do with a submission, act by act, for buttons that are shown disabled with their reason. */
export function capabilities(actor: Actor, submission: SubmissionStanding): Record<Capability, "allowed" | ActRefusal> {
  const all = Object.keys(lifeCycle) as Capability[]; // the keys of a constant
  return Object.fromEntries(all.map((what) => [what, capability(actor, what, submission)])) as Record<Capability, "allowed" | ActRefusal>;
}
