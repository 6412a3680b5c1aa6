/** In which capacity a delegate is accredited. */
export type Capacity = "titular" | "alternate";

/** An arrival in the room or a departure from it. Annulled entries are left out before the rules see them. */
export interface PresenceEvent {
  readonly id: string;
  /** ISO 3166-1 alpha-3 of the delegation. */
  readonly country: string;
  /** The delegate, by the key of the accreditation or of the person: the same one in all events of a meeting. */
  readonly person: string;
  readonly capacity: Capacity;
  readonly kind: "arrival" | "departure";
  readonly at: Date;
}

/** Who of a delegation is in the room. A delegation may have a titular for each crime, so there can be several. */
export interface DelegationPresence {
  readonly titulars: readonly string[];
  readonly alternates: readonly string[];
}

/** Delegations with at least one accredited person in the room, by country; the others have no entry. */
export type Presence = ReadonlyMap<string, DelegationPresence>;

/** One person in the room. */
interface Occupant {
  readonly country: string;
  readonly person: string;
  readonly capacity: Capacity;
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const seat = ({ country, person }: Pick<PresenceEvent, "country" | "person">) => JSON.stringify([country, person]);

/** Events by instant, the earliest instant first. */
function byInstant(events: readonly PresenceEvent[]): [number, PresenceEvent[]][] {
  return [...Map.groupBy(events, ({ at }) => at.getTime())].sort(([a], [b]) => a - b);
}

/**
 * Applies all events of one instant to the room.
 *
 * They are one step: nobody sees the room between them, so a titular who leaves as the alternate arrives never leaves the
 * delegation's seat empty. One person comes and goes by turns, so what is left over decides: who was in the room, went out and
 * came back is there; who came in and went out is not; who came in, went out and came back is. A departure of somebody who is not
 * in the room changes nothing; a second arrival only changes the capacity. Between two arrivals of one person at one instant,
 * the later id holds, so that the order in which the entries are read never matters.
 */
function step(room: Map<string, Occupant>, events: readonly PresenceEvent[]): void {
  for (const [key, own] of Map.groupBy(events, seat)) {
    const arrivals = own.filter(({ kind }) => kind === "arrival").sort((a, b) => order(a.id, b.id));
    const departures = own.length - arrivals.length;
    const arrival = arrivals.at(-1);
    if (arrival === undefined || (room.has(key) ? 1 : 0) + arrivals.length - departures <= 0) room.delete(key);
    else room.set(key, { country: arrival.country, person: arrival.person, capacity: arrival.capacity });
  }
}

function presenceOf(room: ReadonlyMap<string, Occupant>): Presence {
  const sorted = [...room.values()].sort((a, b) => order(a.country, b.country) || order(a.person, b.person));
  const inCapacity = (seats: readonly Occupant[], capacity: Capacity) =>
    seats.filter((each) => each.capacity === capacity).map(({ person }) => person);
  return new Map(
    [...Map.groupBy(sorted, ({ country }) => country)].map(([country, seats]) => [
      country,
      { titulars: inCapacity(seats, "titular"), alternates: inCapacity(seats, "alternate") },
    ]),
  );
}

/** Who is in the room at an instant, by delegation, after all events of that instant. Countries and persons are sorted. */
export function presenceAt(events: readonly PresenceEvent[], at: Date): Presence {
  const room = new Map<string, Occupant>();
  for (const [instant, group] of byInstant(events)) if (instant <= at.getTime()) step(room, group);
  return presenceOf(room);
}

/** Every instant at which somebody came or went, the earliest first, with who is in the room from then on. */
export function presenceChanges(events: readonly PresenceEvent[]): { readonly at: Date; readonly presence: Presence }[] {
  const room = new Map<string, Occupant>();
  return byInstant(events).map(([instant, group]) => {
    step(room, group);
    return { at: new Date(instant), presence: presenceOf(room) };
  });
}

/** Why somebody may not cast the ballot of a delegation. */
export type VoteHindrance = "delegation-absent" | "other-delegation" | "person-absent" | "titular-present";

/** The answer to who may cast: in which capacity, or why not. */
export type VotingRight =
  | { readonly may: true; readonly capacity: Capacity }
  | { readonly may: false; readonly why: VoteHindrance };

/**
 * Decides whether a person may cast the ballot of a delegation: the titular if in the room, in the titular's absence the
 * alternate. Of several titulars in the room each may: which one casts is the delegation's affair, and the ballot is one.
 *
 * Whether a vote is open and quorum holds is decided elsewhere.
 */
export function mayVote(presence: Presence, country: string, person: string): VotingRight {
  const own = presence.get(country);
  if (own?.titulars.includes(person) === true) return { may: true, capacity: "titular" };
  const isAlternate = own?.alternates.includes(person) === true;
  if (isAlternate && own?.titulars.length === 0) return { may: true, capacity: "alternate" };
  if (isAlternate) return { may: false, why: "titular-present" };
  const isElsewhere = [...presence.values()].some(
    ({ titulars, alternates }) => titulars.includes(person) || alternates.includes(person),
  );
  if (isElsewhere) return { may: false, why: "other-delegation" };
  return { may: false, why: own === undefined ? "delegation-absent" : "person-absent" };
}
