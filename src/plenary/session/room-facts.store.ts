import { type Reading, sql } from "#database";

interface Titled {
  readonly es: string;
  readonly en: string;
}

/** What the database knows of a session at one moment: everything that a screen of the room may need, for every circle. */
export interface RoomFacts {
  readonly meeting: {
    readonly id: string;
    readonly state: string;
    readonly kind: string;
    readonly mode: string | null;
    readonly place: Titled | null;
    readonly zone: string;
    readonly startsAt: string | null;
    readonly item: string | null;
  };
  readonly rule: { readonly kind: "more-than" | "at-least"; readonly numerator: number; readonly denominator: number } | null;
  readonly holds: boolean;
  readonly suspension: { readonly from: string; readonly reason: string } | null;
  readonly seats: readonly ({ readonly country: string } & Titled)[];
  readonly people: readonly {
    readonly id: string;
    readonly country: string | null;
    readonly organisation: string | null;
    readonly name: string;
    readonly capacity: "titular" | "alternate" | "adviser" | "observer";
    readonly isIn: boolean;
  }[];
  readonly items: readonly ({ readonly id: string; readonly position: number; readonly kind: string; readonly state: string; readonly open: boolean } & Titled)[];
  readonly documents: readonly { readonly id: string; readonly title: string; readonly open: boolean }[];
  readonly speeches: readonly {
    readonly id: string;
    readonly item: string | null;
    readonly person: string;
    readonly kind: "floor" | "point-of-order" | "reply";
    readonly seconds: number;
    readonly askedAt: string;
    readonly begunAt: string | null;
  }[];
  readonly consensus: ({ readonly text: Titled; readonly said: readonly { readonly country: string; readonly kind: string }[] } & ConsensusFacts) | null;
  readonly vote: ({ readonly text: Titled | null; readonly cast: readonly string[] } & VoteFacts) | null;
  readonly lastConsensus: (ConsensusFacts & { readonly outcome: string; readonly at: string; readonly said: readonly { readonly country: string; readonly kind: string }[] }) | null;
  readonly lastVote:
    | (VoteFacts & {
        readonly at: string;
        readonly outcome: { readonly outcome: string; readonly inFavour: number | null; readonly against: number | null; readonly abstention: number | null; readonly notVoting: number; readonly basis: number | null; readonly needed: number | null; readonly elected: string | null; readonly through: readonly string[] | null; readonly tied: readonly string[] | null };
        readonly tieBroken: boolean | null;
        readonly figures: Readonly<Record<string, number>>;
        readonly ballots: readonly { readonly country: string; readonly option: number }[];
      })
    | null;
  readonly election: {
    readonly item: string;
    readonly state: string;
    readonly winner: string | null;
    readonly decidedBy: string | null;
    readonly candidates: readonly string[];
    readonly round: number;
    readonly lots: { readonly candidates: readonly string[]; readonly witnesses: readonly string[]; readonly winner: string | null } | null;
  } | null;
}

interface ConsensusFacts {
  readonly id: string;
  readonly motion: string;
  readonly number: number;
  readonly item: string;
  readonly title: Titled;
}

interface VoteFacts {
  readonly id: string;
  readonly item: string | null;
  readonly motion: string | null;
  readonly round: number | null;
  readonly title: Titled;
  readonly method: "roll-call" | "secret";
  readonly state: string;
  readonly ruleName: Titled;
  readonly ruleKind: "simple" | "absolute" | "two-thirds";
  readonly ruleBasis: "members" | "present" | "cast";
  readonly options: readonly ({ readonly option: number; readonly kind: string; readonly country: string | null } & Titled)[];
}

/**
 * The facts of a session in one statement, so that they are of one moment; undefined when there is no such meeting. Read as
 * the platform itself: who may see what is decided by `roomStateOf`. Of an open vote it takes who voted, never how.
 */
export async function roomFacts(tx: Reading, meeting: string): Promise<RoomFacts | undefined> {
  const { rows } = await sql<{ facts: RoomFacts }>`
    with m as materialized (select * from plenary.meeting where id = ${meeting} and state in ('convened', 'open', 'closed', 'cancelled')),
    open_vote as (select v.* from plenary.vote v, m where v.meeting = m.id and v.state in ('open', 'closed') order by v.opened_at desc limit 1),
    last_vote as (select v.*, o.at as settled_at from plenary.vote v join plenary.outcome o on o.vote = v.id, m where v.meeting = m.id order by o.at desc limit 1),
    vote_facts as (
      select v.id, jsonb_build_object('id', v.id, 'item', v.item, 'motion', v.motion, 'title', jsonb_build_object('es', v.title_es, 'en', v.title_en),
        'method', v.method, 'state', v.state,
        'round', (select r.number from plenary.round r where r.id = v.round),
        'ruleName', case when v.round is null then jsonb_build_object('es', j.name_es, 'en', j.name_en)
          else jsonb_build_object('es', 'Elección, vuelta ' || (select r.number from plenary.round r where r.id = v.round), 'en', 'Election, round ' || (select r.number from plenary.round r where r.id = v.round)) end,
        'ruleKind', j.kind, 'ruleBasis', j.basis,
        'options', (select jsonb_agg(jsonb_build_object('option', o.option, 'kind', o.kind, 'country', o.country, 'es', o.label_es, 'en', o.label_en) order by o.option) from plenary.vote_option o where o.vote = v.id)) as facts
      from plenary.vote v join plenary.majority_rule j on j.id = v.rule where v.id in (select id from open_vote union select id from last_vote)),
    consensus_facts as (
      select c.id, c.closed_at, c.outcome, jsonb_build_object('id', c.id, 'motion', o.id, 'number', o.number, 'item', o.item,
        'title', jsonb_build_object('es', o.title_es, 'en', o.title_en), 'text', jsonb_build_object('es', o.text_es, 'en', o.text_en),
        'said', coalesce((select jsonb_agg(jsonb_build_object('country', s.country, 'kind', s.kind) order by s.country) from (
          select distinct on (p.country) p.country, p.kind from plenary.position p where p.consensus = c.id order by p.country, p.place desc) s), '[]')) as facts
      from plenary.consensus c join plenary.motion o on o.id = c.motion, m where c.meeting = m.id)
    select json_build_object( -- written as text, not parsed again: with many delegations it is half the time
      'meeting', jsonb_build_object('id', m.id, 'state', m.state, 'kind', m.kind, 'mode', m.mode, 'zone', m.time_zone, 'startsAt', m.starts_at, 'item', m.current_item,
        'place', case when m.place_es is not null then jsonb_build_object('es', m.place_es, 'en', m.place_en) end),
      'rule', (select jsonb_build_object('kind', r.comparison, 'numerator', r.numerator, 'denominator', r.denominator) from plenary.quorum_rule r
        where r.id = m.quorum_rule or m.quorum_rule is null and r.in_force_from <= coalesce(m.starts_at, now())::date order by r.in_force_from desc limit 1),
      'holds', plenary.quorum_holds(m.id),
      'suspension', (select jsonb_build_object('from', x.from_at, 'reason', x.reason) from plenary.suspension x where x.meeting = m.id and x.until_at is null),
      'seats', coalesce((select json_agg(json_build_object('country', s.country, 'es', b.name_es, 'en', b.name_en) order by b.name_es)
        from plenary.seat s join coalition.member b on b.country = s.country where s.meeting = m.id), '[]'),
      'people', coalesce((select json_agg(json_build_object('id', a.id, 'country', a.country, 'organisation', a.organisation, 'name', a.name, 'capacity', a.capacity,
        'isIn', (a.id in (select w.accreditation from (select distinct on (p.accreditation) p.accreditation, p.kind from plenary.presence p
            where p.meeting = ${meeting} and p.annulled_at is null order by p.accreditation, p.at desc, p.recorded_at desc) w where w.kind = 'arrival')) is true) order by a.country, a.capacity desc, a.named_at, a.id)
        from plenary.accreditation a where a.meeting = m.id and a.checked_at is not null and a.withdrawn_at is null), '[]'),
      'items', coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'position', i.position, 'kind', i.kind, 'state', i.state, 'open', i.open_to_observers, 'es', i.title_es, 'en', i.title_en)
        order by i.position) from plenary.agenda_item i where i.meeting = m.id), '[]'),
      'documents', coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'title', d.title, 'open', d.open_to_observers) order by d.attached_at, d.id)
        from plenary.meeting_document d where d.meeting = m.id and d.item = m.current_item and d.withdrawn_at is null), '[]'),
      'speeches', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'item', s.item, 'person', s.accreditation, 'kind', s.kind, 'seconds', s.seconds, 'askedAt', s.asked_at, 'begunAt', s.begun_at)
        order by s.asked_at) from plenary.speech s where s.meeting = m.id and s.ended_at is null and s.withdrawn_at is null), '[]'),
      'consensus', (select c.facts from consensus_facts c where c.closed_at is null),
      'vote', (select f.facts || jsonb_build_object(
          'text', (select jsonb_build_object('es', o.text_es, 'en', o.text_en) from plenary.motion o where o.id = v.motion),
          'cast', coalesce((select jsonb_agg(k.country order by k.country) from plenary.mark k where k.vote = v.id), '[]'))
        from open_vote v join vote_facts f on f.id = v.id),
      'lastConsensus', (select c.facts || jsonb_build_object('outcome', c.outcome, 'at', c.closed_at) from consensus_facts c where c.closed_at is not null order by c.closed_at desc limit 1),
      'lastVote', (select f.facts || jsonb_build_object('at', v.settled_at,
          'outcome', (select jsonb_build_object('outcome', o.outcome, 'inFavour', o.in_favour, 'against', o.against, 'abstention', o.abstention, 'notVoting', o.not_voting,
            'basis', o.basis, 'needed', o.needed, 'elected', o.detail->'elected', 'through', o.detail->'through', 'tied', o.detail->'tied') from plenary.outcome o where o.vote = v.id),
          'tieBroken', (select t.adopted from plenary.tie_decision t where t.vote = v.id),
          'figures', coalesce((select n.figures from plenary.count n where n.vote = v.id and n.kind = 'count' limit 1), '{}'),
          'ballots', coalesce((select jsonb_agg(jsonb_build_object('country', b.country, 'option', b.option) order by b.country) from plenary.ballot b where b.vote = v.id and b.country is not null), '[]'))
        from last_vote v join vote_facts f on f.id = v.id),
      'election', (select jsonb_build_object('item', e.item, 'state', e.state, 'winner', e.winner, 'decidedBy', e.decided_by,
          'candidates', coalesce((select jsonb_agg(k.country order by k.country) from plenary.candidacy k where k.election = e.id and k.accepted_at is not null and k.withdrawn_at is null), '[]'),
          'round', (select coalesce(max(r.number), 0) from plenary.round r where r.election = e.id),
          'lots', (select jsonb_build_object('candidates', to_jsonb(l.candidates), 'winner', l.winner,
              'witnesses', coalesce((select jsonb_agg(w.country order by w.country) from plenary.lots_heard(l.vote) w), '[]'))
            from plenary.lots l where l.election = e.id order by l.opened_at desc limit 1))
        from plenary.election e where e.meeting = m.id and e.state <> 'void' limit 1)
    ) as facts from m`.execute(tx);
  return rows[0]?.facts;
}
