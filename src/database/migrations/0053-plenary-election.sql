-- The election of the presidency: candidacies, rounds (each a vote), lots before witnesses, proclamation; and the handover.
--
-- Nobody holds a grant to write here. Every act goes through a function below, which checks who acts and when, and answers with a
-- word; refused acts are in the audit. The winner is computed from the kept ballots or drawn by lots; no act takes one.

-- Eligibility looks at members and at past terms of the presidency.
create policy plenary_elects on coalition.member for select to current_user using (true);
create policy plenary_elects on coalition.term for select to current_user using (true);

create table plenary.election (
  id uuid primary key,
  meeting text not null references plenary.meeting on delete restrict,
  item uuid not null references plenary.agenda_item on delete restrict,
  rule text not null references plenary.election_rule on delete restrict,
  term_from date not null,
  -- The last day of the term.
  term_until date not null check (term_until > term_from),
  state text not null default 'candidacies' check (state in ('candidacies', 'voting', 'lots', 'decided', 'proclaimed', 'void')),
  winner text references coalition.member on delete restrict,
  decided_by text check (decided_by in ('votes', 'lots')),
  opened_at timestamptz not null default clock_timestamp(), opened_by uuid not null,
  proclaimed_at timestamptz, proclaimed_by uuid, proclaimed_by_name text,
  void_reason text check (length(void_reason) <= 1000),
  constraint decided_has_winner check ((state in ('decided', 'proclaimed')) = (winner is not null) and (winner is null) = (decided_by is null)),
  constraint proclaimed_whole check ((state = 'proclaimed') = (proclaimed_at is not null)),
  constraint void_has_reason check ((state = 'void') = (void_reason is not null))
);
create unique index election_one_open on plenary.election (meeting) where state <> 'void';
comment on table plenary.election is 'Election of the presidency, for one term';
call plenary.found_table('election');
-- Observers see the election when its point is open to them, and what hangs on it.
call plenary.let_read('election', 'true', 'exists (select from plenary.agenda_item i where i.id = item)');
create function plenary.check_election() returns trigger language plpgsql as $$
begin
  if (new.id, new.meeting, new.item, new.rule, new.term_from, new.term_until, new.opened_at) is distinct from
    (old.id, old.meeting, old.item, old.rule, old.term_from, old.term_until, old.opened_at)
    or (old.winner is not null and new.winner is distinct from old.winner)
    -- Nobody elected: candidacies open again. A tie goes to lots, and only lots lead out of it.
    or not ((old.state, new.state) in (('candidacies', 'voting'), ('candidacies', 'void'), ('voting', 'candidacies'), ('voting', 'lots'), ('voting', 'decided'),
      ('voting', 'void'), ('lots', 'decided'), ('decided', 'proclaimed'))) then
    raise exception 'The election of meeting % is %: it cannot be changed so', old.meeting, old.state using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger lawful before update on plenary.election for each row execute function plenary.check_election();
create trigger never_removed before delete on plenary.election for each row execute function audit.refuse_change();

create table plenary.candidacy (
  election uuid not null references plenary.election on delete restrict,
  country text not null references coalition.member on delete restrict,
  proposed_by text not null references coalition.member on delete restrict,
  proposed_at timestamptz not null default clock_timestamp(), proposed_account uuid not null,
  -- Accepted by the candidate's own delegation; null while it is only proposed.
  accepted_at timestamptz, accepted_account uuid,
  -- Declined, or withdrawn after it was accepted. Accepting again takes it back.
  withdrawn_at timestamptz,
  statement text not null default '' check (length(statement) <= 2000),
  primary key (election, country)
);
comment on table plenary.candidacy is 'A state stands once its own delegation accepted; who proposed it and when stays';
call plenary.found_table('candidacy');
call plenary.let_read('candidacy', 'true', 'exists (select from plenary.election e where e.id = election)');
create trigger never_removed before delete on plenary.candidacy for each row execute function audit.refuse_change();

create table plenary.round (
  id uuid primary key,
  election uuid not null references plenary.election on delete restrict,
  -- In the order in which they were held; a round without quorum is held again under the next number.
  number smallint not null check (number between 1 and 99),
  -- Which round of the rule it is: 1 among all, 2 among those let through, 3 one more vote among those tied.
  stage smallint not null check (stage between 1 and 3),
  candidates text[] not null check (cardinality(candidates) > 0),
  unique (election, number)
);
call plenary.found_table('round');
call plenary.let_read('round', 'true', 'exists (select from plenary.election e where e.id = election)');
call plenary.keep_for_ever('round');
alter table plenary.vote add foreign key (round) references plenary.round on delete restrict;
create unique index vote_of_round on plenary.vote (round);

-- ── Opening ──
-- The rule is the newest in force; nobody chooses it. The same form sent twice opens one election.
create function plenary.open_election(new_id uuid, of_meeting text, of_item uuid, of_from date, of_until date) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  m plenary.meeting;
  of_rule text;
begin
  if not plenary.leads() then return plenary.refused('plenary.election', 'open', new_id, 'not-yours'); end if;
  select * into m from plenary.meeting where id = of_meeting for no key update;
  if not found then return 'unknown-meeting'; end if;
  if exists (select from plenary.election e where e.id = new_id and e.meeting = m.id) then return 'opened'; end if;
  if m.is_record or m.state not in ('convened', 'open') then return 'meeting-closed'; end if;
  if not exists (select from plenary.agenda_item i where i.id = of_item and i.meeting = m.id and i.kind = 'election') then return 'item-not-election'; end if;
  if exists (select from plenary.election e where e.meeting = m.id and e.state <> 'void') then return 'another-election'; end if;
  if of_from is null or of_until is null or of_until <= of_from then return 'term-not-valid'; end if;
  -- A term that begins then or later was given already; one that still runs ends with the proclamation.
  if exists (select from coalition.term t where t.office = 'presidency' and t."from" between of_from and of_until) then return 'term-taken'; end if;
  select r.id into of_rule from plenary.election_rule r where r.in_force_from <= (clock_timestamp() at time zone m.time_zone)::date order by r.in_force_from desc limit 1;
  if of_rule is null then return 'rule-missing'; end if;
  insert into plenary.election (id, meeting, item, rule, term_from, term_until, opened_by) values (new_id, m.id, of_item, of_rule, of_from, of_until, identity.acting_account());
  return 'opened';
end $$;

-- ── Candidacies ──
-- Why a state cannot stand, all reasons; an empty list for one that can. Rotation: those who held one of the last terms rest.
create function plenary.ineligibility(of_election uuid, of_country text) returns text[] language sql stable security definer set search_path = pg_catalog
  return (
    select array_remove(array[
      case when not exists (select from plenary.seat s where s.meeting = e.meeting and s.country = of_country) then 'not-seated' end,
      case when exists (select from coalition.member b where b.country = of_country and b.left_on <= e.term_from) then 'left' end,
      case when exists (
        select from (select t.country from coalition.term t where t.office = 'presidency' and t."from" < e.term_from order by t."from" desc limit r.rest_terms) last
        where last.country = of_country) then 'rests' end,
      case when exists (select from plenary.candidacy k where k.election = e.id and k.country = of_country and k.withdrawn_at is not null) then 'declined' end
    ], null)
    from plenary.election e join plenary.election_rule r on r.id = e.rule where e.id = of_election);

-- Whether the acting person is, today, of a delegation that has a seat in the meeting.
create function plenary.of_a_seat(of_meeting text) returns boolean language sql stable security definer set search_path = pg_catalog
  return coalesce(plenary.acts_as_delegate(), false)
    and exists (select from identity.office o where o.account = identity.acting_account() and o.office = identity.acting_office()
      and o.country = identity.acting_country() and o.until is null)
    and exists (select from plenary.seat s where s.meeting = of_meeting and s.country = identity.acting_country());
revoke execute on function plenary.of_a_seat(text) from public;

create function plenary.candidacies_closed(e plenary.election) returns text language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if e.state <> 'candidacies' then return 'candidacies-closed'; end if;
  if exists (select from plenary.meeting m where m.id = e.meeting and m.state not in ('convened', 'open')) then return 'meeting-closed'; end if;
  return null;
end $$;
revoke execute on function plenary.candidacies_closed(plenary.election) from public;

create function plenary.propose_candidacy(of_election uuid, of_country text) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  e plenary.election;
  word text;
  reasons text[];
begin
  select * into e from plenary.election where id = of_election;
  if not found then return 'unknown-election'; end if;
  if not plenary.of_a_seat(e.meeting) then return plenary.refused('plenary.candidacy', 'propose', e.id, 'not-yours'); end if;
  perform from plenary.meeting where id = e.meeting for no key update;
  select * into e from plenary.election where id = of_election;
  word := plenary.candidacies_closed(e);
  if word is not null then return word; end if;
  if not exists (select from coalition.member b where b.country = of_country) then return 'not-seated'; end if;
  reasons := plenary.ineligibility(e.id, of_country);
  if cardinality(reasons) > 0 then return plenary.refused('plenary.candidacy', 'propose ' || of_country, e.id, reasons[1]); end if;
  if exists (select from plenary.candidacy k where k.election = e.id and k.country = of_country) then return 'already-proposed'; end if;
  insert into plenary.candidacy (election, country, proposed_by, proposed_account) values (e.id, of_country, identity.acting_country(), identity.acting_account());
  return 'proposed';
end $$;

-- The candidate's own delegation accepts (proposing itself, where nobody did) or declines, which may be taken back while
-- candidacies are open.
create function plenary.answer_candidacy(of_election uuid, accepts boolean, of_statement text) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  e plenary.election;
  word text;
  reasons text[];
begin
  select * into e from plenary.election where id = of_election;
  if not found then return 'unknown-election'; end if;
  if not plenary.of_a_seat(e.meeting) then return plenary.refused('plenary.candidacy', 'answer', e.id, 'not-yours'); end if;
  perform from plenary.meeting where id = e.meeting for no key update;
  select * into e from plenary.election where id = of_election;
  word := plenary.candidacies_closed(e);
  if word is not null then return word; end if;
  if accepts then
    reasons := array_remove(plenary.ineligibility(e.id, identity.acting_country()), 'declined');
    if cardinality(reasons) > 0 then return plenary.refused('plenary.candidacy', 'accept', e.id, reasons[1]); end if;
    if length(of_statement) > 2000 then return 'statement-too-long'; end if;
  end if;
  insert into plenary.candidacy as k (election, country, proposed_by, proposed_account, accepted_at, accepted_account, withdrawn_at, statement)
  values (e.id, identity.acting_country(), identity.acting_country(), identity.acting_account(), case when accepts then clock_timestamp() end,
    case when accepts then identity.acting_account() end, case when not accepts then clock_timestamp() end, case when accepts then btrim(coalesce(of_statement, '')) else '' end)
  on conflict (election, country) do update set
    accepted_at = case when accepts then excluded.accepted_at else k.accepted_at end,
    accepted_account = case when accepts then excluded.accepted_account else k.accepted_account end,
    withdrawn_at = case when accepts then null else coalesce(k.withdrawn_at, excluded.withdrawn_at) end,
    statement = case when accepts then excluded.statement else k.statement end;
  return case when accepts then 'accepted' else 'declined' end;
end $$;

-- ── Rounds ──
-- Opens the next round: the first among all who accepted, a further one among those whom the round before let through, the same
-- one again where the quorum was lost.
create function plenary.open_round(new_vote uuid, of_election uuid, of_key text default null) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  e plenary.election;
  m plenary.meeting;
  rule plenary.election_rule;
  last record;
  running text[];
  next_stage smallint := 1;
  new_round uuid := gen_random_uuid();
  title_es text := 'Elección de la Presidencia, ';
  title_en text := 'Election of the presidency, ';
  is_again boolean;
  c text;
  n smallint := 0;
begin
  if not plenary.leads() then return plenary.refused('plenary.round', 'open', of_election, 'not-yours'); end if;
  select * into e from plenary.election where id = of_election;
  if not found then return 'unknown-election'; end if;
  select * into m from plenary.meeting where id = e.meeting for no key update;
  select * into e from plenary.election where id = of_election;
  if exists (select from plenary.vote v join plenary.round r on r.id = v.round where v.id = new_vote and r.election = e.id) then return 'opened'; end if;
  if m.state <> 'open' then return 'meeting-not-open'; end if;
  if e.state = 'lots' then return 'lots-wait'; end if;
  if e.state not in ('candidacies', 'voting') then return 'election-decided'; end if;
  if not plenary.quorum_holds(m.id) then return plenary.refused('plenary.round', 'open', e.id, 'no-quorum'); end if;
  if plenary.decision_open(m.id) then return 'another-open'; end if;
  select r.stage, r.candidates, v.state, o.outcome, o.detail into last
  from plenary.round r join plenary.vote v on v.round = r.id left join plenary.outcome o on o.vote = v.id
  where r.election = e.id and v.state <> 'void' order by r.number desc limit 1;
  if e.state = 'candidacies' or not found then
    select array_agg(k.country order by k.country collate "C") into running from plenary.candidacy k
    where k.election = e.id and k.accepted_at is not null and k.withdrawn_at is null and plenary.ineligibility(e.id, k.country) = '{}';
    if running is null then return 'no-candidates'; end if;
  elsif last.state <> 'settled' then return 'not-settled-yet';
  elsif last.outcome = 'no-quorum' then
    running := last.candidates;
    next_stage := last.stage;
  else
    -- Only a second round is left: every other outcome moved the election out of 'voting'.
    select array_agg(x order by x collate "C") into running from jsonb_array_elements_text(last.detail->'through') x;
    next_stage := last.stage + 1;
  end if;
  select * into rule from plenary.election_rule where id = e.rule;
  if rule.method = 'secret' and coalesce(of_key, '') = '' then return 'key-missing'; end if;
  is_again := exists (select from plenary.round r where r.election = e.id and r.stage = next_stage);
  title_es := title_es || case next_stage when 1 then 'primera vuelta' when 2 then 'segunda vuelta' else 'tercera vuelta' end || case when is_again then ' (de nuevo)' else '' end;
  title_en := title_en || case next_stage when 1 then 'first round' when 2 then 'second round' else 'third round' end || case when is_again then ' (again)' else '' end;
  insert into plenary.round (id, election, number, stage, candidates)
  values (new_round, e.id, 1 + (select coalesce(max(r.number), 0) from plenary.round r where r.election = e.id), next_stage, running);
  insert into plenary.vote (id, meeting, item, round, title_es, title_en, method, rule, recount_required, key_digest, opened_by, opened_by_name, members)
  values (new_vote, m.id, e.item, new_round, title_es, title_en, rule.method, 'absolute-of-present', true,
    case when rule.method = 'secret' then sha256(convert_to(of_key, 'UTF8')) end, identity.acting_account(), plenary.acting_name(),
    (select count(*) from plenary.seat s where s.meeting = m.id));
  foreach c in array running loop
    n := n + 1;
    insert into plenary.vote_option (vote, option, kind, country, label_es, label_en)
    select new_vote, n, 'candidate', c, b.name_es, b.name_en from coalition.member b where b.country = c;
  end loop;
  if cardinality(running) = 1 then
    n := n + 1;
    insert into plenary.vote_option (vote, option, kind, label_es, label_en) values (new_vote, n, 'against', 'En contra', 'Against');
  end if;
  insert into plenary.vote_option (vote, option, kind, label_es, label_en) values (new_vote, n + 1, 'abstention', 'Abstención', 'Abstention');
  if e.state = 'candidacies' then update plenary.election set state = 'voting' where id = e.id; end if;
  return 'opened';
end $$;

-- The arithmetic of a round, by itself: src/plenary/election/round.ts says the same in words, and a test holds the two together.
--
-- Without quorum nothing is decided; if nobody voted for or against a candidate, nobody is elected. A lone candidate needs the
-- rule's majority in any round, and more in favour than against. In the first round a candidate needs that majority and more
-- votes than any other; else the two with most votes go on, and all who tie for the second place (or for the first). After it
-- most votes suffice; those tied vote once more if the rule says so, and draw lots then.
create function plenary.round_outcome(of_kind text, of_basis text, of_tie text, of_stage integer, of_candidates text[], votes integer[],
  against_n integer, abstained integer, of_members integer, of_present integer, quorum boolean) returns jsonb language plpgsql immutable set search_path = pg_catalog as $$
declare
  lone boolean := cardinality(of_candidates) = 1;
  expressed integer := against_n + (select sum(v) from unnest(votes) v);
  best integer := (select max(v) from unnest(votes) v);
  rival integer := case when cardinality(of_candidates) = 1 then against_n else (select v from unnest(votes) v order by v desc offset 1 limit 1) end;
  leaders text[] := (select array_agg(x.c order by x.c collate "C") from unnest(of_candidates, votes) as x (c, v) where x.v = (select max(y) from unnest(votes) y));
  by_share boolean := of_kind <> 'simple' and (cardinality(of_candidates) = 1 or of_stage = 1);
  base integer;
  need integer;
  through text[];
  result jsonb;
begin
  base := case when not by_share or of_basis = 'cast' then expressed when of_basis = 'members' then of_members
    else greatest(of_present, expressed + abstained) end;
  need := greatest(rival + 1, case when not by_share then 1 when of_kind = 'absolute' then base / 2 + 1 else greatest(1, (2 * base + 2) / 3) end);
  if not quorum then result := jsonb_build_object('outcome', 'no-quorum');
  elsif expressed = 0 then result := jsonb_build_object('outcome', 'none', 'because', 'nothing-cast');
  elsif best >= need then result := jsonb_build_object('outcome', 'elected', 'elected', leaders[1]);
  elsif lone then result := jsonb_build_object('outcome', 'none', 'because', 'lone-candidate-lacks-majority');
  elsif of_stage = 1 then
    select array_agg(x.c order by x.v desc, x.c collate "C") into through from unnest(of_candidates, votes) as x (c, v) where x.v >= rival;
    result := jsonb_build_object('outcome', 'second-round', 'through', through,
      'because', case when cardinality(through) = 2 then 'top-two' when best = rival then 'tied-first' else 'tied-second' end);
  elsif of_stage = 2 and of_tie = 'second-vote' then result := jsonb_build_object('outcome', 'second-round', 'through', leaders, 'because', 'tied-first');
  else result := jsonb_build_object('outcome', 'tie-lots', 'tied', leaders);
  end if;
  return result || jsonb_build_object('needed', need, 'basis', base);
end $$;

-- The outcome of a round, from the kept ballots: its word, or the word why it cannot be told yet.
create function plenary.settle_round(of_vote uuid) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  v plenary.vote;
  w plenary.round;
  rule plenary.election_rule;
  c plenary.count;
  against_n integer; abstained integer;
  votes integer[];
  found_out jsonb;
  result text;
begin
  if not plenary.leads() then return plenary.refused('plenary.outcome', 'settle', of_vote, 'not-yours'); end if;
  select * into v from plenary.vote where id = of_vote;
  if not found then return 'unknown-vote'; end if;
  if v.round is null then return 'not-an-election'; end if;
  perform from plenary.meeting where id = v.meeting for no key update;
  select * into v from plenary.vote where id = of_vote for no key update;
  if v.state = 'open' then return 'vote-open'; end if;
  if v.state = 'settled' then return 'already-settled'; end if;
  if v.state = 'void' then return 'vote-void'; end if;
  select * into c from plenary.count x where x.vote = v.id and x.kind = 'count';
  if not found then return 'not-counted-yet'; end if;
  if not exists (select from plenary.count x where x.vote = v.id and x.kind = 'recount') then return 'not-recounted-yet'; end if;
  if not plenary.recount_agrees(v.id) and not exists (select from plenary.reconciliation x where x.vote = v.id) then return 'not-reconciled-yet'; end if;
  select * into w from plenary.round where id = v.round;
  select r.* into rule from plenary.election_rule r join plenary.election e on e.rule = r.id where e.id = w.election;
  select array_agg((c.figures->>o.option::text)::integer order by array_position(w.candidates, o.country)) filter (where o.kind = 'candidate'),
    coalesce(sum((c.figures->>o.option::text)::integer) filter (where o.kind = 'against'), 0),
    coalesce(sum((c.figures->>o.option::text)::integer) filter (where o.kind = 'abstention'), 0)
  into votes, against_n, abstained from plenary.vote_option o where o.vote = v.id;
  found_out := plenary.round_outcome(rule.kind, rule.basis, rule.tie, w.stage, w.candidates, votes, against_n, abstained, v.members, v.present, v.quorum_held);
  result := found_out->>'outcome';
  insert into plenary.outcome (vote, outcome, in_favour, against, abstention, not_voting, members, present, basis, needed, detail)
  values (v.id, result, (select max(x) from unnest(votes) x), case when cardinality(w.candidates) = 1 then against_n end, abstained,
    v.present - c.ballots, v.members, v.present, (found_out->>'basis')::smallint, (found_out->>'needed')::smallint,
    found_out - '{outcome,basis,needed}'::text[] || jsonb_build_object('round', w.number, 'stage', w.stage,
      'votes', (select jsonb_object_agg(x.c, x.v) from unnest(w.candidates, votes) as x (c, v))));
  update plenary.vote set state = 'settled' where id = v.id;
  if result in ('elected', 'tie-lots', 'none') then
    update plenary.election set state = case result when 'elected' then 'decided' when 'tie-lots' then 'lots' else 'candidacies' end,
      winner = found_out->>'elected', decided_by = case when result = 'elected' then 'votes' end where id = w.election;
  end if;
  return result;
end $$;

-- ── Lots before witnesses ──
-- The platform shows the digest of a secret; witnesses of two delegations or more each say a word, which nobody sees until the
-- secret is shown. Then everybody can compute the same winner.
create table plenary.lots (
  vote uuid primary key references plenary.vote on delete restrict,
  election uuid not null references plenary.election on delete restrict,
  candidates text[] not null check (cardinality(candidates) > 1),
  commitment bytea not null check (octet_length(commitment) = 32),
  opened_at timestamptz not null default clock_timestamp(), opened_by uuid not null,
  -- 32 random bytes in small hexadecimal; not in this database until the draw.
  secret text check (secret ~ '^[0-9a-f]{64}$'),
  digest text,
  winner text,
  drawn_at timestamptz, drawn_by uuid,
  constraint drawn_whole check ((secret is null) = (winner is null) and (secret is null) = (drawn_at is null) and (secret is null) = (digest is null)),
  constraint drawn_among_the_tied check (winner = any (candidates))
);
call plenary.found_table('lots');
call plenary.let_read('lots', 'true', 'exists (select from plenary.election e where e.id = election)');
create function plenary.check_lots() returns trigger language plpgsql as $$
begin
  if old.winner is not null or (new.vote, new.election, new.candidates, new.commitment, new.opened_at) is distinct from (old.vote, old.election, old.candidates, old.commitment, old.opened_at) then
    raise exception 'Lots are drawn once, for the secret that was committed to' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger lawful before update on plenary.lots for each row execute function plenary.check_lots();
create trigger never_removed before delete on plenary.lots for each row execute function audit.refuse_change();
create table plenary.lots_witness (
  vote uuid not null references plenary.lots on delete restrict,
  country text not null references coalition.member on delete restrict,
  -- The order in which they spoke; the draw does not look at it.
  position smallint not null check (position > 0),
  word text not null check (btrim(word) <> '' and length(word) <= 60),
  name text not null, account uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (vote, country), unique (vote, position)
);
comment on column plenary.lots_witness.word is 'As plenary.spoken gives it; seen by its speaker alone until the lots are drawn';
call plenary.found_table('lots_witness', 'word');
create function plenary.lots_drawn(of_vote uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  return exists (select from plenary.lots l where l.vote = of_vote and l.winner is not null);
create policy readers_after_the_draw on plenary.lots_witness for select to corett_state, corett_secretariat, corett_presidency, corett_observer
  using (exists (select from plenary.lots l where l.vote = lots_witness.vote) and (plenary.lots_drawn(vote) or account = identity.acting_account()));
grant select on plenary.lots_witness to corett_state, corett_secretariat, corett_presidency, corett_observer;
call plenary.keep_for_ever('lots_witness');
-- Who has spoken, without the words.
create function plenary.lots_heard(of_vote uuid) returns table (country text, name text, at timestamptz) language sql stable security definer set search_path = pg_catalog
begin atomic
  select w.country, w.name, w.at from plenary.lots_witness w where w.vote = of_vote order by w.country;
end;

create function plenary.open_lots(of_vote uuid, of_commitment bytea) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  v plenary.vote;
  e plenary.election;
  tied text[];
begin
  if not plenary.leads() then return plenary.refused('plenary.lots', 'open', of_vote, 'not-yours'); end if;
  select * into v from plenary.vote where id = of_vote;
  if not found then return 'unknown-vote'; end if;
  perform from plenary.meeting where id = v.meeting for no key update;
  if exists (select from plenary.lots l where l.vote = of_vote) then return 'opened'; end if;
  select array_agg(x order by x collate "C") into tied from plenary.outcome o, jsonb_array_elements_text(o.detail->'tied') x where o.vote = of_vote and o.outcome = 'tie-lots';
  select x.* into e from plenary.election x join plenary.round r on r.election = x.id where r.id = v.round;
  if tied is null or e.id is null then return 'no-tie'; end if;
  if e.state <> 'lots' then return 'election-decided'; end if;
  if not exists (select from plenary.meeting m where m.id = v.meeting and m.state = 'open') then return 'meeting-not-open'; end if;
  insert into plenary.lots (vote, election, candidates, commitment, opened_by) values (of_vote, e.id, tied, of_commitment, identity.acting_account());
  return 'opened';
end $$;

-- A word as it sounds when read out: accents in their composed form, one space for any run of blanks, none around it.
create function plenary.spoken(word text) returns text language sql immutable set search_path = pg_catalog
  return btrim(regexp_replace(normalize(word, NFC), '[\u0009-\u000d\u0020\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+', ' ', 'g'), ' ');

create function plenary.witness_lots(of_vote uuid, of_word text) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  l plenary.lots;
  m text;
  refusal text;
  said text := plenary.spoken(coalesce(of_word, ''));
begin
  select * into l from plenary.lots where vote = of_vote for update;
  if not found then return 'lots-not-open'; end if;
  select v.meeting into m from plenary.vote v where v.id = of_vote;
  refusal := plenary.entitlement(m);
  if refusal <> 'entitled' then return plenary.refused('plenary.lots_witness', 'say', of_vote, refusal); end if;
  -- The same word again is the same sentence sent again.
  if exists (select from plenary.lots_witness x where x.vote = of_vote and x.country = identity.acting_country()) then
    return case when exists (select from plenary.lots_witness x where x.vote = of_vote and x.account = identity.acting_account() and x.word = said) then 'said' else 'already-said' end;
  end if;
  if l.winner is not null then return 'already-drawn'; end if;
  if said = '' then return 'word-missing'; end if;
  if length(said) > 60 then return 'word-too-long'; end if;
  insert into plenary.lots_witness (vote, country, position, word, name, account)
  values (of_vote, identity.acting_country(), 1 + (select count(*) from plenary.lots_witness x where x.vote = of_vote), said, plenary.acting_name(), identity.acting_account());
  return 'said';
end $$;

-- The draw by itself: src/plenary/election/lots.ts does the same, and a test holds the two together. SHA-256 of a line of JSON
-- (title, secret, candidates in alphabetical order, words by delegation in alphabetical order, attempt), read as a number; its
-- rest after division by the candidates is the winner's place. A number from the uneven stretch at the top is thrown away.
create function plenary.draw(of_secret text, of_candidates text[], countries text[], words text[], out winner text, out digest text) language plpgsql immutable set search_path = pg_catalog as $$
declare
  sorted text[] := (select array_agg(distinct x collate "C" order by x collate "C") from unnest(of_candidates) x);
  n integer := (select count(distinct x) from unnest(of_candidates) x);
  said text := (select string_agg('[' || to_json(x.c)::text || ',' || to_json(plenary.spoken(x.w))::text || ']', ',' order by x.c collate "C") from unnest(countries, words) as x (c, w));
  named text := (select string_agg(to_json(x)::text, ',' order by x collate "C") from (select distinct y as x from unnest(of_candidates) y) each);
  whole numeric := 115792089237316195423570985008687907853269984665640564039457584007913129639936;
  h bytea;
  number numeric;
  attempt integer := 0;
begin
  loop
    h := sha256(convert_to('["corett-lots-1",' || to_json(of_secret)::text || ',[' || named || '],[' || said || '],' || attempt || ']', 'UTF8'));
    number := 0;
    for i in 0..31 loop number := number * 256 + get_byte(h, i); end loop;
    exit when number < whole - whole % n;
    attempt := attempt + 1;
  end loop;
  digest := encode(h, 'hex');
  winner := sorted[(number % n)::integer + 1];
end $$;
create function plenary.draw_lots(of_vote uuid, of_secret text) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  l plenary.lots;
  drawn record;
begin
  if not plenary.leads() then return plenary.refused('plenary.lots', 'draw', of_vote, 'not-yours'); end if;
  perform from plenary.meeting m where m.id = (select v.meeting from plenary.vote v where v.id = of_vote) for no key update;
  select * into l from plenary.lots where vote = of_vote for update;
  if not found then return 'lots-not-open'; end if;
  if l.winner is not null then return 'already-drawn'; end if;
  if not exists (select from plenary.vote v join plenary.meeting m on m.id = v.meeting where v.id = of_vote and m.state = 'open') then return 'meeting-not-open'; end if;
  if (select count(*) from plenary.lots_witness x where x.vote = of_vote) < 2 then return 'witnesses-missing'; end if;
  if sha256(convert_to(of_secret, 'UTF8')) <> l.commitment then return plenary.refused('plenary.lots', 'draw', of_vote, 'wrong-secret'); end if;
  select d.* into drawn from plenary.draw(of_secret, l.candidates,
    (select array_agg(x.country order by x.country) from plenary.lots_witness x where x.vote = of_vote),
    (select array_agg(x.word order by x.country) from plenary.lots_witness x where x.vote = of_vote)) d;
  update plenary.lots set secret = of_secret, digest = drawn.digest, winner = drawn.winner, drawn_at = clock_timestamp(), drawn_by = identity.acting_account() where vote = of_vote;
  update plenary.election set state = 'decided', winner = drawn.winner, decided_by = 'lots' where id = l.election;
  return 'drawn';
end $$;

-- ── Proclamation; and the end of an election that was opened by mistake ──
create function plenary.proclaim(of_election uuid) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare e plenary.election;
begin
  if not plenary.leads() then return plenary.refused('plenary.election', 'proclaim', of_election, 'not-yours'); end if;
  select * into e from plenary.election where id = of_election for update;
  if not found then return 'unknown-election'; end if;
  if e.state = 'proclaimed' then return 'already-proclaimed'; end if;
  if e.state <> 'decided' then return 'not-decided'; end if;
  update plenary.election set state = 'proclaimed', proclaimed_at = clock_timestamp(), proclaimed_by = identity.acting_account(), proclaimed_by_name = plenary.acting_name() where id = e.id;
  return 'proclaimed';
end $$;
create function plenary.void_election(of_election uuid, reason text) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare e plenary.election;
begin
  if not plenary.leads() then return plenary.refused('plenary.election', 'void', of_election, 'not-yours'); end if;
  if btrim(coalesce(reason, '')) = '' then return 'reason-missing'; end if;
  select * into e from plenary.election where id = of_election;
  if not found then return 'unknown-election'; end if;
  -- A ballot under way waits here, or is there when this goes on.
  perform from plenary.meeting where id = e.meeting for no key update;
  select * into e from plenary.election where id = of_election;
  if e.state = 'void' then return 'already-void'; end if;
  if exists (select from plenary.mark k join plenary.vote v on v.id = k.vote join plenary.round r on r.id = v.round where r.election = e.id) then
    return plenary.refused('plenary.election', 'void', e.id, 'ballots-cast'); end if;
  if exists (select from plenary.vote v join plenary.round r on r.id = v.round where r.election = e.id and v.state in ('open', 'closed')) then return 'round-open'; end if;
  if e.state not in ('candidacies', 'voting') then return 'election-decided'; end if;
  update plenary.election set state = 'void', void_reason = btrim(reason) where id = e.id;
  return 'void';
end $$;

-- ── What an outgoing presidency or secretariat hands over ──
create table plenary.handover (
  id uuid primary key,
  office text not null check (office in ('presidency', 'secretariat')),
  election uuid references plenary.election on delete restrict,
  from_holder text not null check (btrim(from_holder) <> '' and length(from_holder) <= 200),
  to_holder text not null check (btrim(to_holder) <> '' and length(to_holder) <= 200),
  -- The days that the report covers.
  period_from date not null, period_until date not null check (period_until >= period_from),
  report text not null default '',
  -- Counts the saved texts: whoever saves upon an older one is told.
  version integer not null default 0,
  -- Facts of the day on which it was handed over.
  checklist jsonb not null default '[]',
  report_document uuid,
  prepared_at timestamptz not null default clock_timestamp(), prepared_by uuid not null,
  handed_at timestamptz, handed_by uuid, handed_by_name text,
  received_at timestamptz, received_by uuid, received_by_name text,
  constraint two_persons check (received_by is null or received_by <> handed_by),
  constraint handed_before_received check (received_at is null or handed_at is not null),
  constraint filed_when_received check (report_document is null or received_at is not null)
);
comment on table plenary.handover is 'Report and checklist with which an office passes to its next holder; handed over and received by two persons';
create unique index handover_one_under_way on plenary.handover (office) where received_at is null;
call plenary.found_table('handover');
call plenary.let_read('handover', 'handed_at is not null', null);
create function plenary.check_handover() returns trigger language plpgsql as $$
begin
  if (new.id, new.office, new.election, new.from_holder, new.to_holder, new.period_from, new.period_until) is distinct from (old.id, old.office, old.election, old.from_holder, old.to_holder, old.period_from, old.period_until)
    or (old.handed_at is not null and (new.report, new.checklist, new.handed_at, new.handed_by) is distinct from (old.report, old.checklist, old.handed_at, old.handed_by))
    or (old.received_at is not null and (new.received_at, new.received_by) is distinct from (old.received_at, old.received_by))
    or (old.report_document is not null and new.report_document is distinct from old.report_document) then
    raise exception 'What was handed over stays as it was' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger lawful before update on plenary.handover for each row execute function plenary.check_handover();
create trigger never_removed before delete on plenary.handover for each row execute function audit.refuse_change();

create function plenary.prepare_handover(new_id uuid, of_office text, of_election uuid, of_from text, of_to text, from_day date, until_day date) returns text language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not plenary.leads() then return plenary.refused('plenary.handover', 'prepare', new_id, 'not-yours'); end if;
  if exists (select from plenary.handover h where h.id = new_id) then return 'prepared'; end if;
  if of_office not in ('presidency', 'secretariat') then return 'unknown-office'; end if;
  if btrim(coalesce(of_from, '')) = '' or btrim(coalesce(of_to, '')) = '' then return 'name-missing'; end if;
  if from_day is null or until_day is null or until_day < from_day then return 'period-not-valid'; end if;
  insert into plenary.handover (id, office, election, from_holder, to_holder, period_from, period_until, prepared_by)
  values (new_id, of_office, of_election, btrim(of_from), btrim(of_to), from_day, until_day, identity.acting_account()) on conflict do nothing;
  return case when found then 'prepared' else 'another-open' end;
end $$;
-- Those who may write and hand over: the office itself, and the secretariat for the presidency.
create function plenary.keeps_handover(h plenary.handover) returns boolean language sql stable
  return coalesce(identity.acting_office() = h.office or identity.acting_office() = 'secretariat', false);
revoke execute on function plenary.keeps_handover(plenary.handover) from public;
create function plenary.write_handover(of_handover uuid, of_report text, of_version integer) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare h plenary.handover;
begin
  select * into h from plenary.handover where id = of_handover for update;
  if not found then return 'unknown-handover'; end if;
  if not plenary.keeps_handover(h) then return plenary.refused('plenary.handover', 'write', h.id, 'not-yours'); end if;
  if h.handed_at is not null then return 'already-handed'; end if;
  if h.report = coalesce(of_report, '') then return 'written'; end if;
  if h.version <> of_version then return 'changed-meanwhile'; end if;
  update plenary.handover set report = coalesce(of_report, ''), version = h.version + 1 where id = h.id;
  return 'written';
end $$;
create function plenary.hand_over(of_handover uuid, of_checklist jsonb) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare h plenary.handover;
begin
  select * into h from plenary.handover where id = of_handover for update;
  if not found then return 'unknown-handover'; end if;
  if not plenary.keeps_handover(h) then return plenary.refused('plenary.handover', 'hand', h.id, 'not-yours'); end if;
  if h.handed_at is not null then return 'already-handed'; end if;
  if btrim(h.report) = '' then return 'report-missing'; end if;
  update plenary.handover set checklist = of_checklist, handed_at = clock_timestamp(), handed_by = identity.acting_account(), handed_by_name = plenary.acting_name() where id = h.id;
  return 'handed';
end $$;
create function plenary.receive_handover(of_handover uuid) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare h plenary.handover;
begin
  select * into h from plenary.handover where id = of_handover for update;
  if not found then return 'unknown-handover'; end if;
  if identity.acting_office() is distinct from h.office then return plenary.refused('plenary.handover', 'receive', h.id, 'not-yours'); end if;
  if h.handed_at is null then return 'not-handed-yet'; end if;
  if h.received_at is not null then return 'already-received'; end if;
  if h.handed_by = identity.acting_account() then return plenary.refused('plenary.handover', 'receive', h.id, 'same-person'); end if;
  update plenary.handover set received_at = clock_timestamp(), received_by = identity.acting_account(), received_by_name = plenary.acting_name() where id = h.id;
  return 'received';
end $$;
create function plenary.file_handover(of_handover uuid, of_document uuid) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare h plenary.handover;
begin
  if not plenary.leads() then return plenary.refused('plenary.handover', 'file', of_handover, 'not-yours'); end if;
  select * into h from plenary.handover where id = of_handover for update;
  if not found then return 'unknown-handover'; end if;
  if h.received_at is null then return 'not-received-yet'; end if;
  if h.report_document is not null then return 'already-filed'; end if;
  update plenary.handover set report_document = of_document where id = h.id;
  return 'filed';
end $$;

do $$
declare f text;
begin
  foreach f in array array['open_election(uuid, text, uuid, date, date)', 'ineligibility(uuid, text)', 'propose_candidacy(uuid, text)', 'answer_candidacy(uuid, boolean, text)',
    'open_round(uuid, uuid, text)', 'settle_round(uuid)', 'open_lots(uuid, bytea)', 'lots_drawn(uuid)', 'lots_heard(uuid)', 'witness_lots(uuid, text)', 'draw_lots(uuid, text)',
    'proclaim(uuid)', 'void_election(uuid, text)', 'prepare_handover(uuid, text, uuid, text, text, date, date)', 'write_handover(uuid, text, integer)',
    'hand_over(uuid, jsonb)', 'receive_handover(uuid)', 'file_handover(uuid, uuid)'] loop
    execute format('revoke execute on function plenary.%s from public', f);
    execute format('grant execute on function plenary.%s to corett_state, corett_secretariat, corett_presidency, corett_observer', f);
  end loop;
  grant execute on function plenary.lots_drawn(uuid), plenary.lots_heard(uuid) to corett_system;
end $$;
