import { type Rule, startingDay, startingSource } from "../rule.ts";
import { type Presence, type PresenceEvent, presenceAt, presenceChanges } from "./presence.ts";

/** Which share of the member states must be in the room: 'more than 1/2', 'at least 2/3'. */
export interface QuorumRule extends Rule {
  readonly kind: "more-than" | "at-least";
  readonly numerator: number;
  readonly denominator: number;
}

/** When a session runs. A suspension without end lasts to the end of the session. */
export interface SessionTime {
  readonly opened: Date;
  /** When it was closed; for a running session, now. */
  readonly until: Date;
  readonly suspensions: readonly { readonly from: Date; readonly until?: Date | undefined }[];
}

/** The state of quorum. */
export interface Quorum {
  /** Codes of the member states in the room, sorted. */
  readonly present: readonly string[];
  readonly needed: number;
  readonly suspended: boolean;
  /** Whether the plenary may vote: enough delegations in the room and the session not suspended. */
  readonly holds: boolean;
}

/** A stretch of the session, from `from` up to but not including `until`, in which quorum did not change. */
export interface QuorumSpan extends Quorum {
  readonly from: Date;
  readonly until: Date;
}

/** The quorum with which the platform starts: more than half of the members. */
export const startingQuorumRule: QuorumRule = {
  id: "more-than-half",
  kind: "more-than",
  numerator: 1,
  denominator: 2,
  source: startingSource,
  from: startingDay,
};

/** What is wrong with a quorum rule that somebody typed, or nothing. 'More than all' could never be reached. */
export function quorumRuleFault(
  rule: Pick<QuorumRule, "kind" | "numerator" | "denominator">,
): "not-a-fraction" | "unreachable" | undefined {
  const { kind, numerator, denominator } = rule;
  const isCount = (value: number) => Number.isInteger(value) && value >= 0 && value <= 1000;
  if (!isCount(numerator) || !isCount(denominator) || denominator === 0 || (kind === "at-least" && numerator === 0))
    return "not-a-fraction";
  return numerator > denominator || (kind === "more-than" && numerator === denominator) ? "unreachable" : undefined;
}

/** How many delegations make a quorum among so many member states; at least one. In whole numbers, never rounded halves. */
export function delegationsNeeded(rule: Pick<QuorumRule, "kind" | "numerator" | "denominator">, members: number): number {
  const product = rule.numerator * members;
  const rest = product % rule.denominator;
  const whole = (product - rest) / rule.denominator;
  if (rule.kind === "more-than") return whole + 1;
  return Math.max(1, rest === 0 ? whole : whole + 1);
}

const nobody: Presence = new Map();

function quorumOf(presence: Presence, members: readonly string[], rule: QuorumRule, suspended: boolean): Quorum {
  const present = [...new Set(members)].filter((country) => presence.has(country)).sort();
  const needed = delegationsNeeded(rule, new Set(members).size);
  return { present, needed, suspended, holds: !suspended && present.length >= needed };
}

function isSuspended(session: SessionTime, at: number): boolean {
  return session.suspensions.some(({ from, until }) => from.getTime() <= at && (until === undefined || at < until.getTime()));
}

/**
 * Quorum at one instant of a session: what opens and closes the right to vote. Outside the session it never holds.
 *
 * Give the codes of the states that are members on the day of the meeting; others in the room do not count.
 */
export function quorumAt(
  events: readonly PresenceEvent[],
  members: readonly string[],
  rule: QuorumRule,
  session: SessionTime,
  at: Date,
): Quorum {
  const quorum = quorumOf(presenceAt(events, at), members, rule, isSuspended(session, at.getTime()));
  const inSession = session.opened <= at && at <= session.until;
  return inSession ? quorum : { ...quorum, holds: false };
}

const isSame = (a: Quorum, b: Quorum) =>
  a.suspended === b.suspended && a.needed === b.needed && a.present.join() === b.present.join();

/**
 * The quorum of a whole session as the fewest spans that tell it without a gap, to the millisecond.
 *
 * A suspension cuts it: who is in the room is still told, but quorum to vote does not hold. A session that has not lasted
 * yet has no spans.
 */
export function quorumTimeline(
  events: readonly PresenceEvent[],
  members: readonly string[],
  rule: QuorumRule,
  session: SessionTime,
): QuorumSpan[] {
  const [opened, closed] = [session.opened.getTime(), session.until.getTime()];
  if (!(opened < closed)) return [];
  const changes = presenceChanges(events);
  const bounds = [
    opened,
    ...changes.map(({ at }) => at.getTime()),
    ...session.suspensions.flatMap(({ from, until }) => (until === undefined ? [from] : [from, until])).map(Number),
  ].filter((instant) => instant >= opened && instant < closed);
  const cuts = [...new Set(bounds)].sort((a, b) => a - b);
  const spans: QuorumSpan[] = [];
  cuts.forEach((instant, index) => {
    const presence = changes.findLast(({ at }) => at.getTime() <= instant)?.presence ?? nobody;
    const quorum = quorumOf(presence, members, rule, isSuspended(session, instant));
    const until = new Date(cuts[index + 1] ?? closed);
    const last = spans.at(-1);
    if (last !== undefined && isSame(last, quorum)) spans[spans.length - 1] = { ...last, until };
    else spans.push({ from: new Date(instant), until, ...quorum });
  });
  return spans;
}

/**
 * Whether quorum held at every instant of a vote, from its opening up to its closing: the fact that `outcomeOf` asks for.
 *
 * A vote outside the session, or one during which the session was suspended, had none. Losing it for a moment is losing
 * it: the presidency closes the vote and opens another once the delegations are back.
 */
export function quorumHeldThroughout(
  events: readonly PresenceEvent[],
  members: readonly string[],
  rule: QuorumRule,
  session: SessionTime,
  vote: { readonly opened: Date; readonly closed: Date },
): boolean {
  if (vote.opened < session.opened || vote.closed > session.until || vote.closed < vote.opened) return false;
  const during = { ...session, opened: vote.opened, until: vote.closed };
  return (
    quorumAt(events, members, rule, session, vote.opened).holds &&
    quorumTimeline(events, members, rule, during).every(({ holds }) => holds)
  );
}

const minute = 60_000;

/**
 * The same spans with both ends at the full minute, as the act and the screens show them.
 *
 * A span within one minute stays, with equal ends: that quorum was lost for twenty seconds must be seen in the act too.
 */
export function shownByMinute(spans: readonly QuorumSpan[]): QuorumSpan[] {
  const full = (instant: Date) => new Date(Math.floor(instant.getTime() / minute) * minute);
  return spans.map((span) => ({ ...span, from: full(span.from), until: full(span.until) }));
}
