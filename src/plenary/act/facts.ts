import type { Text } from "#basics";
import type { AgreementLine } from "../agreement/agreement.store.ts";
import type { Attendee } from "../attendance/attendance.ts";
import type { QuorumRule, QuorumSpan } from "../attendance/quorum.ts";
import type { AgendaItem, Meeting } from "../meeting/meeting.ts";
import type { MajorityRule } from "../vote/majority.ts";
import type { SectionKind } from "./act.ts";

/** All that an act is computed from: what the tables of a meeting tell, read in one go. */
export interface ActFacts {
  readonly meeting: Meeting;
  /** Member states by code, in the order in which they are printed, with their names. */
  readonly seats: readonly { readonly country: string; readonly name: Text }[];
  readonly presidency: Text | null;
  readonly secretariat: Text | null;
  readonly attendees: readonly Attendee[];
  /** How each delegation said it would take part. */
  readonly modes: ReadonlyMap<string, "in-person" | "virtual">;
  readonly convocation: { readonly convenedAt: Date; readonly notices: number; readonly acknowledged: number } | null;
  readonly quorum: { readonly rule: QuorumRule; readonly needed: number; readonly spans: readonly QuorumSpan[] } | null;
  readonly suspensions: readonly { readonly from: Date; readonly until: Date | null; readonly reason: string }[];
  readonly agenda: readonly AgendaItem[];
  /** Notes of the discussion by item, as they were last saved; only those who lead read them. */
  readonly notes: ReadonlyMap<string, string>;
  /** Who spoke under each item, in order, each once. */
  readonly speakers: ReadonlyMap<string, readonly Text[]>;
  readonly reports: readonly { readonly name: Text; readonly body: string; readonly presentedAt: Date | null }[];
  readonly representations: readonly RepresentationFact[];
  readonly motions: readonly MotionFact[];
  readonly elections: readonly ElectionFact[];
  readonly agreements: readonly AgreementLine[];
  /** Acts of earlier meetings that this meeting approved, with the number of the motion. */
  readonly approvedActs: readonly { readonly meeting: string; readonly motion: number | null }[];
}

export interface RepresentationFact {
  readonly event: string;
  readonly place: string;
  readonly from: string;
  readonly until: string;
  /** Null: the presidency itself. */
  readonly delegatedTo: Text | null;
  readonly report: string;
}

export interface MotionFact {
  readonly id: string;
  readonly item: string;
  readonly number: number;
  readonly purpose: "substance" | "agenda" | "previous-act" | "procedure";
  readonly title: Text;
  readonly text: Text;
  /** Null: put by those who lead. */
  readonly proposedBy: Text | null;
  readonly state: "put" | "adopted" | "rejected" | "withdrawn";
  readonly replaces: number | null;
  readonly putAt: Date;
  readonly decidedAt: Date | null;
  readonly consensus: readonly ConsensusFact[];
  readonly votes: readonly VoteFact[];
}

export interface ConsensusFact {
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly outcome: "adopted" | "objected" | "no-quorum" | null;
  readonly present: number | null;
  readonly members: number | null;
  /** The newest position of each delegation that said something. */
  readonly positions: readonly { readonly name: Text; readonly kind: "agreement" | "reservation" | "objection"; readonly text: string; readonly person: string; readonly at: Date }[];
}

/** One count or recount: a recorded act of one person. */
export interface CountFact {
  readonly kind: "count" | "recount";
  readonly attempt: number;
  readonly at: Date;
  readonly by: string;
  readonly ballots: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly faults: number;
}

export interface VoteFact {
  readonly id: string;
  readonly method: "roll-call" | "secret";
  readonly state: "open" | "closed" | "settled" | "void";
  readonly voidReason: string | null;
  readonly rule: (MajorityRule & { readonly name: Text }) | null;
  readonly openedAt: Date;
  readonly openedBy: string;
  readonly closedAt: Date | null;
  readonly members: number;
  readonly present: number | null;
  readonly quorumHeld: boolean | null;
  readonly options: readonly { readonly option: number; readonly kind: "in-favour" | "against" | "abstention" | "candidate"; readonly label: Text }[];
  /** Roll call alone: what each delegation voted, and when. Of a secret vote nothing ties a ballot to a delegation. */
  readonly roll: readonly { readonly name: Text; readonly option: number; readonly capacity: "titular" | "alternate" | "entered"; readonly person: string; readonly at: Date }[];
  /** Codes of the delegations that cast a ballot, of a secret vote too. */
  readonly voted: readonly string[];
  /** Ballots entered by the secretariat when telephones failed, under two persons. */
  readonly entries: readonly { readonly method: "roll-call" | "show-of-hands"; readonly by: string; readonly confirmedBy: string; readonly at: Date; readonly note: string }[];
  readonly counts: readonly CountFact[];
  readonly reconciliation: { readonly at: Date; readonly by: string; readonly note: string } | null;
  readonly outcome: OutcomeFact | null;
  readonly tieDecision: { readonly adopted: boolean; readonly means: "presidency" | "lots"; readonly at: Date; readonly by: string } | null;
}

export interface OutcomeFact {
  readonly outcome: "adopted" | "rejected" | "tie-presidency" | "tie-second-vote" | "tie-lots" | "no-quorum" | "elected" | "second-round" | "none";
  readonly inFavour: number | null;
  readonly against: number | null;
  readonly abstention: number | null;
  readonly notVoting: number;
  readonly members: number;
  readonly present: number;
  readonly basis: number | null;
  readonly needed: number | null;
  readonly elected: Text | null;
  /** Candidates that go on to the next round, or are tied. */
  readonly remaining: readonly Text[];
}

export interface ElectionFact {
  readonly item: string;
  readonly term: { readonly from: string; readonly until: string };
  readonly rule: { readonly kind: "simple" | "absolute" | "two-thirds"; readonly basis: "members" | "present" | "cast"; readonly method: "roll-call" | "secret"; readonly source: Text; readonly from: string };
  readonly state: "candidacies" | "voting" | "lots" | "decided" | "proclaimed" | "void";
  readonly voidReason: string | null;
  readonly candidacies: readonly { readonly name: Text; readonly proposedBy: Text; readonly acceptedAt: Date | null; readonly withdrawnAt: Date | null }[];
  readonly rounds: readonly { readonly number: number; readonly candidates: readonly Text[]; readonly vote: VoteFact }[];
  readonly lots: readonly LotsFact[];
  readonly winner: Text | null;
  readonly decidedBy: "votes" | "lots" | null;
  readonly proclaimedAt: Date | null;
  readonly proclaimedBy: string | null;
}

export interface LotsFact {
  /** Codes of the tied candidates, as they enter the computation. */
  readonly candidates: readonly string[];
  /** SHA-256 of the secret, shown before the witnesses spoke; hexadecimal. */
  readonly commitment: string;
  readonly openedAt: Date;
  readonly witnesses: readonly { readonly country: string; readonly name: Text; readonly person: string; readonly word: string }[];
  readonly secret: string | null;
  /** SHA-256 from which the winner follows; hexadecimal. */
  readonly digest: string | null;
  readonly winner: Text | null;
  readonly drawnAt: Date | null;
}

/** A part of the act with the words that stand in it now. */
export interface SectionNow {
  readonly id: string;
  readonly position: number;
  readonly kind: SectionKind;
  readonly item: string | null;
  readonly title: Text;
  readonly body: Text;
}
