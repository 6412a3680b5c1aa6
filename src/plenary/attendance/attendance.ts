import type { Capacity } from "./presence.ts";

/** One recorded arrival or departure. */
export interface PresenceEntry {
  readonly id: string;
  readonly kind: "arrival" | "departure";
  readonly at: Date;
  readonly recordedAt: Date;
  readonly annulledAt: Date | null;
  readonly annulReason: string | null;
}

/** Somebody named for a meeting, with what is recorded of their presence, the earliest first. */
export interface Attendee {
  readonly accreditation: string;
  readonly account: string | null;
  /** ISO 3166-1 alpha-3; null for an observer. */
  readonly country: string | null;
  readonly organisation: string | null;
  readonly name: string;
  readonly post: string;
  readonly capacity: Capacity | "adviser" | "observer";
  /** When the credentials were checked; null when not yet. */
  readonly checkedAt: Date | null;
  readonly isWithdrawn: boolean;
  readonly isInTheRoom: boolean;
  readonly entries: readonly PresenceEntry[];
}

/** The people of one delegation, titular first; or of an observer organisation. */
export interface DelegationBoard {
  /** Code of the state, or name of the organisation. */
  readonly key: string;
  readonly isState: boolean;
  /** Somebody who may vote for it is in the room. */
  readonly isPresent: boolean;
  readonly people: readonly Attendee[];
}

const ranks = { titular: 0, alternate: 1, adviser: 2, observer: 3 } as const satisfies Record<Attendee["capacity"], number>;

/**
 * The board of a meeting: one line for each state that has a seat, named or not, in the order of `seats`; then the observers.
 * Whoever withdrew and was never in the room is left out.
 */
export function boardOf(seats: readonly string[], attendees: readonly Attendee[]): DelegationBoard[] {
  const shown = attendees.filter((each) => !each.isWithdrawn || each.entries.length > 0);
  const of = (key: string, isState: boolean): DelegationBoard => {
    const people = shown
      .filter((each) => (isState ? each.country === key : each.country === null && each.organisation === key))
      .sort((a, b) => ranks[a.capacity] - ranks[b.capacity] || a.name.localeCompare(b.name, "es"));
    const votes = ({ capacity, isInTheRoom, isWithdrawn }: Attendee) =>
      isInTheRoom && !isWithdrawn && (capacity === "titular" || capacity === "alternate");
    return { key, isState, isPresent: people.some((each) => (isState ? votes(each) : each.isInTheRoom)), people };
  };
  const organisations = [...new Set(shown.flatMap(({ country, organisation }) => (country === null && organisation !== null ? [organisation] : [])))];
  return [...seats.map((each) => of(each, true)), ...organisations.sort((a, b) => a.localeCompare(b, "es")).map((each) => of(each, false))];
}
