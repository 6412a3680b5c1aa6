import type { Actor, Office } from "#basics";

/** What an act goes through: written, before the delegations, approved by a later meeting, signed by both, in the archive. */
export const actStates = ["draft", "circulated", "approved", "signed", "archived"] as const;
export type ActState = (typeof actStates)[number];

/** The act of a meeting and how far it is. */
export interface Act {
  readonly meeting: string;
  readonly state: ActState;
  readonly begunAt: Date;
  readonly circulatedAt: Date | null;
  /** ISO day, in Guatemala, until which delegations observe. */
  readonly observationsUntil: string | null;
  readonly approvedIn: string | null;
  readonly approvedMotion: string | null;
  readonly approvedAt: Date | null;
  /** SHA-256 of what was approved in both languages, in hexadecimal. */
  readonly digest: string | null;
  /** Verification code of its files. */
  readonly code: string | null;
  readonly signedAt: Date | null;
  /** Id of the document in the archive. */
  readonly document: string | null;
  readonly archivedAt: Date | null;
  /** From the coalition's record: the platform knows that it was approved, not what it says. */
  readonly isRecord: boolean;
}

const leaders = ["secretariat", "presidency"] as const satisfies readonly Office[];
const delegates = ["delegate-titular", "delegate-alternate"] as const satisfies readonly Office[];

interface Rule {
  readonly offices: readonly Office[];
  /** `none`: before there is an act. */
  readonly states: readonly (ActState | "none")[];
}

/** Who does what in which state of an act. Pages, stores and tests ask this one table; the database holds the same. */
export const actActs = {
  begin: { offices: leaders, states: ["none"] },
  edit: { offices: leaders, states: ["draft", "circulated"] },
  circulate: { offices: leaders, states: ["draft"] },
  prolong: { offices: leaders, states: ["circulated"] },
  recall: { offices: leaders, states: ["circulated"] },
  observe: { offices: delegates, states: ["circulated"] },
  answer: { offices: leaders, states: ["draft", "circulated"] },
  approve: { offices: leaders, states: ["circulated"] },
  sign: { offices: leaders, states: ["approved"] },
  "retry-files": { offices: leaders, states: ["signed"] },
  publish: { offices: ["secretariat"], states: ["archived"] },
  extract: { offices: leaders, states: ["approved", "signed", "archived"] },
} as const satisfies Record<string, Rule>;

export type ActAct = keyof typeof actActs;

/** Why an act on the act is not possible for this actor or in this state. */
export type ActRefusal = "not-yours" | "act-record" | "act-none" | `act-${ActState}`;

/** Decides whether an actor may do something with an act now: nothing, or the word for why not. */
export function actRefusal(actor: Actor, what: ActAct, act: Pick<Act, "state" | "isRecord"> | undefined): ActRefusal | undefined {
  const rule: Rule = actActs[what];
  if (actor.kind !== "member" || !rule.offices.includes(actor.office)) return "not-yours";
  if (act?.isRecord === true) return "act-record";
  const state = act?.state ?? "none";
  return rule.states.includes(state) ? undefined : `act-${state}`;
}

/** Whether the actor leads: secretariat or presidency. */
export function leadsAct(actor: Actor): boolean {
  return actor.kind === "member" && (leaders as readonly Office[]).includes(actor.office);
}

/** The number under which an act is cited and archived: 'ACTA-CORETT-V-2024'. */
export function actNumber(meeting: string): string {
  return `ACTA-CORETT-${meeting}`;
}

/** Which parts of the act are computed, which written, which both: the computed part stands first, the written words after it. */
export const sectionKinds = ["heading", "attendance", "quorum", "agenda", "previous-act", "item", "decisions", "elections", "agreements", "closing", "free"] as const;
export type SectionKind = (typeof sectionKinds)[number];

const narrated = new Set<SectionKind>(["heading", "previous-act", "item", "elections", "closing", "free"]);

/** Whether people write in a part of this kind. The others follow from what happened, and nobody types them. */
export function isNarrated(kind: SectionKind): boolean {
  return narrated.has(kind);
}
