import { type Reading, sql } from "#database";
import type { Meeting } from "../meeting/meeting.ts";
import type { PresenceEvent } from "./presence.ts";
import { type QuorumRule, type QuorumSpan, type SessionTime, delegationsNeeded, quorumTimeline } from "./quorum.ts";
import type { Attendee } from "./attendance.ts";
import type { QuorumNow } from "./quorum-words.ts";

/** The quorum of a meeting: the rule that is pinned to it (before it opens, the one that would hold), the members, and its course. */
export interface MeetingQuorum {
  readonly rule: QuorumRule;
  readonly seats: readonly string[];
  readonly needed: number;
  /** Course of the session; empty before it opens. */
  readonly spans: readonly QuorumSpan[];
}

/** The rule pinned to a meeting, or the one in force on its day; undefined when none is entered. */
export async function quorumRuleOf(tx: Reading, meeting: Pick<Meeting, "quorumRule" | "startsAt" | "timeZone">, now: Date): Promise<QuorumRule | undefined> {
  const day = dayIn(meeting.startsAt ?? now, meeting.timeZone);
  let asked = tx.selectFrom("plenary.quorum_rule").select(["id", "comparison", "numerator", "denominator", "source_es", "source_en", "in_force_from"]);
  asked = meeting.quorumRule === null ? asked.where("in_force_from", "<=", day) : asked.where("id", "=", meeting.quorumRule);
  const row = await asked.orderBy("in_force_from", "desc").limit(1).executeTakeFirst();
  return (
    row && {
      id: row.id,
      kind: row.comparison as QuorumRule["kind"], // the table's check holds it
      numerator: row.numerator,
      denominator: row.denominator,
      source: { es: row.source_es, en: row.source_en },
      from: row.in_force_from,
    }
  );
}

/** The day on the clocks of a zone, as 2024-03-10. */
export function dayIn(instant: Date, zone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(instant);
}

/** When the session ran: suspensions included; undefined before it opened. */
export async function sessionTimeOf(tx: Reading, meeting: Pick<Meeting, "id" | "openedAt" | "closedAt">, now: Date): Promise<SessionTime | undefined> {
  if (meeting.openedAt === null) return undefined;
  const rows = await tx.selectFrom("plenary.suspension").select(["from_at", "until_at"]).where("meeting", "=", meeting.id).orderBy("from_at").execute();
  return {
    opened: meeting.openedAt,
    until: meeting.closedAt ?? now,
    suspensions: rows.map(({ from_at, until_at }) => ({ from: from_at, ...(until_at === null ? {} : { until: until_at }) })),
  };
}

/**
 * Arrivals and departures of those who may vote, as the pure rules take them: what was annulled is left out, who withdrew later
 * is not. Nobody counts before their credentials were checked, as in `plenary.quorum_at`.
 */
export function presenceEvents(attendees: readonly Attendee[]): PresenceEvent[] {
  return attendees.flatMap(({ accreditation, country, capacity, checkedAt, entries }) =>
    country === null || checkedAt === null || (capacity !== "titular" && capacity !== "alternate")
      ? []
      : entries
          .filter(({ annulledAt }) => annulledAt === null)
          .map(({ id, kind, at }) => ({ id, country, person: accreditation, capacity, kind, at: at < checkedAt ? checkedAt : at })),
  );
}

/** The quorum of a meeting from its opening until now or its closing, computed from who was in the room by the rule pinned to it. */
export async function meetingQuorum(
  tx: Reading,
  meeting: Pick<Meeting, "id" | "quorumRule" | "startsAt" | "timeZone" | "openedAt" | "closedAt">,
  seats: readonly string[],
  attendees: readonly Attendee[],
  now: Date,
): Promise<MeetingQuorum | undefined> {
  const rule = await quorumRuleOf(tx, meeting, now);
  if (rule === undefined) return undefined;
  const session = await sessionTimeOf(tx, meeting, now);
  const spans = session === undefined ? [] : quorumTimeline(presenceEvents(attendees), seats, rule, session);
  return { rule, seats, needed: delegationsNeeded(rule, seats.length), spans };
}

/**
 * The quorum at this moment, as the database holds it: the same function that lets a vote be opened and a ballot be cast.
 * Undefined when no rule is entered.
 */
export async function quorumNow(tx: Reading, meeting: Pick<Meeting, "id" | "quorumRule" | "startsAt" | "timeZone">, now: Date): Promise<QuorumNow | undefined> {
  const rule = await quorumRuleOf(tx, meeting, now);
  if (rule === undefined) return undefined;
  const { rows } = await sql<{ holds: boolean; countries: string[]; members: number }>`
    select plenary.quorum_holds(${meeting.id}) as holds,
      array(select x from plenary.present_delegations(${meeting.id}) x order by x) as countries,
      (select count(*)::integer from plenary.seat s where s.meeting = ${meeting.id}) as members`.execute(tx);
  const { holds = false, countries = [], members = 0 } = rows[0] ?? {};
  return { present: countries.length, members, needed: delegationsNeeded(rule, members), holds, countries };
}
