import type { Actor, Office } from "#basics";
import type { Meeting, MeetingState } from "./meeting.ts";

const leaders = ["secretariat", "presidency"] as const satisfies readonly Office[];
const delegates = ["delegate-titular", "delegate-alternate"] as const satisfies readonly Office[];

/** Who leads a meeting: convenes it, keeps its agenda, opens and closes it. */
export function leads(actor: Actor): boolean {
  return actor.kind === "member" && (leaders as readonly Office[]).includes(actor.office);
}

/** Whether the actor acts for a delegation. Focal points and communicators read and do not act. */
export function isDelegate(actor: Actor): boolean {
  return actor.kind === "member" && (delegates as readonly Office[]).includes(actor.office);
}

interface ActRule {
  readonly offices: readonly Office[];
  readonly states: readonly MeetingState[];
}

/** Who does what in which state of a meeting. Pages, stores and tests ask this one table; the database holds the same. */
export const meetingActs = {
  change: { offices: leaders, states: ["draft", "convened"] },
  agenda: { offices: leaders, states: ["draft", "convened", "open"] },
  attach: { offices: leaders, states: ["draft", "convened", "open"] },
  convene: { offices: leaders, states: ["draft"] },
  "send-missing": { offices: leaders, states: ["convened", "open"] },
  cancel: { offices: leaders, states: ["draft", "convened"] },
  open: { offices: leaders, states: ["convened"] },
  close: { offices: leaders, states: ["open"] },
  answer: { offices: delegates, states: ["convened", "open"] },
  name: { offices: [...delegates, "observer", "secretariat"], states: ["convened", "open"] },
  check: { offices: ["secretariat"], states: ["convened", "open"] },
  remind: { offices: ["secretariat"], states: ["convened"] },
} as const satisfies Record<string, ActRule>;

export type MeetingAct = keyof typeof meetingActs;

/** Why an act is not possible for this actor, or in this state of the meeting. */
export type ActRefusal = "not-yours" | "unknown-meeting" | "meeting-record" | `meeting-${MeetingState}`;

/** Whether the actor may do the act on the meeting as it stands: nothing when so, else the word for why not. */
export function actRefusal(actor: Actor, act: MeetingAct, meeting: Pick<Meeting, "state" | "isRecord"> | undefined): ActRefusal | undefined {
  const rule: ActRule = meetingActs[act];
  if (actor.kind !== "member" || !rule.offices.includes(actor.office)) return "not-yours";
  if (!meeting) return "unknown-meeting";
  if (meeting.isRecord) return "meeting-record";
  return rule.states.includes(meeting.state) ? undefined : `meeting-${meeting.state}`;
}
