import type { Text } from "#basics";
import { delegationsNeeded } from "../attendance/quorum.ts";
import { resultOf, type RoomResult } from "./room-result.ts";
import type { RoomFacts } from "./room-facts.store.ts";
import { waitingSpeakers } from "./speech.ts";

/** Who reads a live state: those who belong to the plenary, or those who observe it. */
export type Circle = "members" | "observers";

/** Somebody in the list of speakers. Persons go by the first eight signs of their credentials' key, enough to find oneself. */
export interface RoomSpeaker {
  readonly person: string;
  readonly name: string;
  /** State or organisation. */
  readonly of: string;
  readonly kind: "floor" | "point-of-order" | "reply";
  readonly seconds: number;
}

/** A decision under way: where everybody can see who has spoken or voted, and in a vote never how. */
export interface RoomDecision {
  readonly kind: "consensus" | "vote";
  readonly id: string;
  readonly motion: string | null;
  readonly title: Text;
  /** The text put to the plenary, cut if it is long; the whole is on the page of the decision. */
  readonly text: Text | null;
  readonly method: "roll-call" | "secret" | null;
  readonly rule: Text | null;
  /** 'open', or 'counting' once the vote is closed and not settled. */
  readonly phase: "open" | "counting";
  readonly options: readonly Text[];
  /** Codes of the delegations that have voted; in a consensus with what they said. */
  readonly spoken: Readonly<Record<string, "voted" | "agreement" | "reservation" | "objection">>;
}

/** What every screen of the room shows. Plain facts in both languages; a telephone adds who its reader is. */
export interface RoomState {
  readonly meeting: { readonly id: string; readonly kind: string; readonly state: "convened" | "open" | "closed" | "cancelled"; readonly place: Text | null; readonly zone: string; readonly startsAt: string | null };
  readonly suspended: { readonly from: string; readonly reason: string } | null;
  readonly quorum: { readonly present: number; readonly members: number; readonly needed: number; readonly holds: boolean };
  /** Each delegation with the persons in the room: titulars and alternates by the first signs of their credentials' keys. */
  readonly delegations: readonly { readonly country: string; readonly name: Text; readonly titulars: readonly string[]; readonly alternates: readonly string[] }[];
  /** Advisers and observers in the room. */
  readonly others: readonly string[];
  /** 'closed': a point that is not for observers is being dealt with. */
  readonly item: { readonly id: string; readonly position: number; readonly kind: string; readonly title: Text; readonly documents: readonly { readonly id: string; readonly title: string }[] } | "closed" | null;
  readonly next: { readonly position: number; readonly title: Text } | null;
  readonly speaker: (RoomSpeaker & { readonly begunAt: string }) | null;
  readonly waiting: readonly RoomSpeaker[];
  readonly decision: RoomDecision | null;
  readonly last: RoomResult | null;
  readonly election: { readonly state: string; readonly round: number; readonly candidates: readonly string[]; readonly winner: string | null; readonly lots: { readonly candidates: readonly string[]; readonly witnesses: readonly string[] } | null } | null;
}

/** The first signs of a key, by which a telephone finds its reader in the state. */
export function shortKey(id: string): string {
  return id.slice(0, 8);
}

const textLimit = 480;
const documentLimit = 6;
const speakerLimit = 12;

function cut(text: string): string {
  return text.length <= textLimit ? text : `${text.slice(0, textLimit).trimEnd()}…`;
}

/** What a circle sees of the facts. Observers learn nothing of a point that is closed to them but that it is being dealt with. */
export function roomStateOf(facts: RoomFacts, circle: Circle): RoomState {
  const { meeting, seats, people, items } = facts;
  const sees = (item: string | null) => circle === "members" || item === null || items.some(({ id, open }) => id === item && open);
  const names = new Map(seats.map(({ country, es, en }) => [country, { es, en }]));
  const persons = new Map(people.map((each) => [each.id, each]));
  const inRoom = people.filter(({ isIn }) => isIn);
  const ofCountry = Map.groupBy(inRoom, ({ country }) => country);
  const keysOf = (country: string, capacity: string) => (ofCountry.get(country) ?? []).filter((each) => each.capacity === capacity).map(({ id }) => shortKey(id));
  const delegations = seats.map(({ country, es, en }) => ({ country, name: { es, en }, titulars: keysOf(country, "titular"), alternates: keysOf(country, "alternate") }));
  const current = items.find(({ id }) => id === meeting.item);
  const next = items.find(({ state, position, open }) => state === "pending" && position > (current?.position ?? 0) && (circle === "members" || open));
  const speeches = facts.speeches.filter(({ item }) => sees(item));
  const speakerOf = ({ person, kind, seconds }: RoomFacts["speeches"][number]): RoomSpeaker => {
    const who = persons.get(person);
    return { person: shortKey(person), name: who?.name ?? "", of: who?.country ?? who?.organisation ?? "", kind, seconds };
  };
  const speaking = speeches.find(({ begunAt }) => begunAt !== null);
  const waiting = waitingSpeakers(speeches.map((each) => ({ ...each, askedAt: new Date(each.askedAt), begunAt: each.begunAt === null ? null : new Date(each.begunAt), withdrawnAt: null, raw: each })));
  const { election } = facts;
  return {
    meeting: { id: meeting.id, kind: meeting.kind, state: meeting.state as RoomState["meeting"]["state"], place: meeting.place, zone: meeting.zone, startsAt: meeting.startsAt }, // the table's check holds it
    suspended: facts.suspension,
    quorum: {
      present: delegations.filter(({ titulars, alternates }) => titulars.length + alternates.length > 0).length,
      members: seats.length,
      needed: facts.rule === null ? seats.length : delegationsNeeded(facts.rule, seats.length),
      holds: facts.holds,
    },
    delegations,
    others: inRoom.filter(({ capacity }) => capacity === "adviser" || capacity === "observer").map(({ id }) => shortKey(id)),
    item: !current
      ? null
      : !sees(current.id)
        ? "closed"
        : {
            id: current.id,
            position: current.position,
            kind: current.kind,
            title: { es: current.es, en: current.en },
            documents: facts.documents.filter(({ open }) => circle === "members" || open).slice(0, documentLimit).map(({ id, title }) => ({ id, title })),
          },
    next: next ? { position: next.position, title: { es: next.es, en: next.en } } : null,
    speaker: speaking?.begunAt ? { ...speakerOf(speaking), begunAt: speaking.begunAt } : null,
    waiting: waiting.slice(0, speakerLimit).map(({ raw }) => speakerOf(raw)),
    decision: decisionOf(facts, sees),
    last: resultOf(facts, sees, names),
    election: election && sees(election.item) ? { state: election.state, round: election.round, candidates: election.candidates, winner: election.winner, lots: election.lots && { candidates: election.lots.candidates, witnesses: election.lots.witnesses } } : null,
  };
}

function decisionOf({ consensus, vote }: RoomFacts, sees: (item: string | null) => boolean): RoomDecision | null {
  if (consensus && sees(consensus.item))
    return {
      kind: "consensus",
      id: consensus.id,
      motion: consensus.motion,
      title: consensus.title,
      text: { es: cut(consensus.text.es), en: cut(consensus.text.en) },
      method: null,
      rule: null,
      phase: "open",
      options: [],
      spoken: Object.fromEntries(consensus.said.map(({ country, kind }) => [country, kind])) as RoomDecision["spoken"], // the table's check holds the kind
    };
  if (!vote || !sees(vote.item)) return null;
  return {
    kind: "vote",
    id: vote.id,
    motion: vote.motion,
    title: vote.title,
    text: vote.text && { es: cut(vote.text.es), en: cut(vote.text.en) },
    method: vote.method,
    rule: vote.ruleName,
    phase: vote.state === "open" ? "open" : "counting",
    options: vote.options.map(({ es, en }) => ({ es, en })),
    spoken: Object.fromEntries(vote.cast.map((country) => [country, "voted"])),
  };
}

/** A reader's own place in the room. */
export interface OwnPlace {
  readonly capacity: "titular" | "alternate" | "adviser" | "observer";
  readonly isIn: boolean;
  /** In the titular's absence the alternate decides; with the titular in the room, not. */
  readonly isTitularIn: boolean;
  /** 0 while speaking, 1 for the next, and so on; nothing when not on the list. */
  readonly turn?: number;
}

/** Finds a reader in the state by their credentials. */
export function ownPlace(state: RoomState, own: { readonly accreditation: string; readonly country: string | null; readonly capacity: OwnPlace["capacity"] }): OwnPlace {
  const key = shortKey(own.accreditation);
  const delegation = state.delegations.find(({ country }) => country === own.country);
  const isIn = (delegation?.titulars.includes(key) ?? false) || (delegation?.alternates.includes(key) ?? false) || state.others.includes(key);
  const at = state.waiting.findIndex(({ person }) => person === key);
  const turn = state.speaker?.person === key ? 0 : at < 0 ? undefined : at + 1;
  return { capacity: own.capacity, isIn, isTitularIn: (delegation?.titulars.length ?? 0) > 0, ...(turn === undefined ? {} : { turn }) };
}
