-- The election's candidates may leave it between rounds; the speakers' list is held while it is changed; ties that have a path.

-- ── The floor ──
-- Everybody who changes the speakers' list takes the meeting first, so that what was read a moment ago still holds: a delegation
-- that withdraws and the presidency that gives it the floor come one after the other, and neither stumbles over the other.
create function plenary.hold_floor(of_meeting text) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform from plenary.meeting where id = of_meeting for no key update;
end $$;
revoke execute on function plenary.hold_floor(text) from public;
grant execute on function plenary.hold_floor(text) to corett_state, corett_observer, corett_secretariat, corett_presidency;

-- ── Ties ──
-- A tie on a motion is not drawn by lots: no procedure for it is set, so no new rule may ask for it. Lots belong to the election.
alter table plenary.majority_rule add constraint tie_has_a_path check (tie <> 'lots') not valid;

create or replace function plenary.open_vote(new_id uuid, of_motion uuid, of_method text, of_rule text, with_recount boolean, of_key text default null)
returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  o plenary.motion;
  m plenary.meeting;
  word text;
  tied_under text;
begin
  select * into o from plenary.motion where id = of_motion;
  if not found then return 'unknown-motion'; end if;
  if not plenary.leads() then return plenary.refused('plenary.vote', 'open', of_motion, 'not-yours'); end if;
  select * into m from plenary.meeting where id = o.meeting for no key update;
  select * into o from plenary.motion where id = of_motion;
  if exists (select from plenary.vote v where v.id = new_id and v.motion = o.id) then return 'opened'; end if;
  if m.state <> 'open' then return 'meeting-not-open'; end if;
  if o.state not in ('draft', 'put') then return 'motion-decided'; end if;
  -- A tie that asks for a second vote was found under a rule; the second vote is held under the same one, even if it ended meanwhile.
  select v.rule into tied_under from plenary.vote v join plenary.outcome x on x.vote = v.id where v.motion = o.id and x.outcome = 'tie-second-vote' limit 1;
  if tied_under is not null and of_rule <> tied_under then return 'second-vote-other-rule'; end if;
  if tied_under is null and not exists (select from plenary.majority_rule r where r.id = of_rule and r.in_force_from <= current_date and coalesce(r.in_force_until >= current_date, true)) then return 'rule-not-in-force'; end if;
  if not plenary.quorum_holds(m.id) then return 'no-quorum'; end if;
  if plenary.decision_open(m.id) then return 'another-open'; end if;
  word := plenary.motion_pending(o.id);
  if word is not null then return word; end if;
  if of_method = 'secret' and coalesce(length(of_key), 0) < 32 then return 'key-missing'; end if;
  if o.state = 'draft' then update plenary.motion set state = 'put' where id = o.id; end if;
  insert into plenary.vote (id, meeting, item, motion, title_es, title_en, method, rule, recount_required, key_digest, opened_by, opened_by_name, members)
  values (new_id, m.id, o.item, o.id, o.title_es, o.title_en, of_method, of_rule, with_recount or of_method = 'secret',
    case when of_method = 'secret' then sha256(convert_to(of_key, 'UTF8')) end, identity.acting_account(), plenary.acting_name(),
    (select count(*) from plenary.seat s where s.meeting = m.id));
  insert into plenary.vote_option (vote, option, kind, label_es, label_en) values
    (new_id, 1, 'in-favour', 'A favor', 'In favour'), (new_id, 2, 'against', 'En contra', 'Against'), (new_id, 3, 'abstention', 'Abstención', 'Abstention');
  return 'opened';
end $$;

-- ── Between the rounds of an election ──
-- Which round follows one that has a result, and who runs in it, without those who withdrew since. Nothing follows another outcome.
-- The same is written a second time in src/plenary/election/round.ts; a test holds one against the other.
create function plenary.round_follows(of_stage integer, of_outcome text, of_candidates text[], of_through text[], of_withdrawn text[],
  out stage integer, out candidates text[]) language sql immutable set search_path = pg_catalog as $$
  select case of_outcome when 'no-quorum' then of_stage when 'second-round' then of_stage + 1 end,
    case when of_outcome in ('no-quorum', 'second-round') then coalesce(
      (select array_agg(c order by c collate "C") from unnest(case of_outcome when 'no-quorum' then of_candidates else of_through end) c where c <> all (of_withdrawn)), '{}') end
$$;

-- The round that would be opened now: its stage, who runs in it (nobody: an empty list), and whether the last one has no result yet.
create function plenary.next_round(e plenary.election, out stage integer, out candidates text[], out waits boolean)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  last record;
begin
  waits := false;
  select r.stage, r.candidates, v.state, o.outcome, o.detail into last
  from plenary.round r join plenary.vote v on v.round = r.id left join plenary.outcome o on o.vote = v.id
  where r.election = e.id and v.state <> 'void' order by r.number desc limit 1;
  if e.state = 'candidacies' or not found then
    stage := 1;
    candidates := coalesce((select array_agg(k.country order by k.country collate "C") from plenary.candidacy k
      where k.election = e.id and k.accepted_at is not null and k.withdrawn_at is null and plenary.ineligibility(e.id, k.country) = '{}'), '{}');
  elsif last.state <> 'settled' then
    waits := true;
  else
    select f.stage, f.candidates into stage, candidates from plenary.round_follows(last.stage, last.outcome, last.candidates,
      array(select jsonb_array_elements_text(last.detail->'through')),
      array(select k.country from plenary.candidacy k where k.election = e.id and k.withdrawn_at is not null)) f;
  end if;
end $$;
revoke execute on function plenary.next_round(plenary.election) from public;

create or replace function plenary.open_round(new_vote uuid, of_election uuid, of_key text default null) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  e plenary.election;
  m plenary.meeting;
  rule plenary.election_rule;
  coming record;
  running text[];
  next_stage smallint;
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
  select * into coming from plenary.next_round(e);
  if coming.waits then return 'not-settled-yet'; end if;
  running := coming.candidates;
  next_stage := coming.stage;
  if cardinality(running) = 0 then return 'no-candidates'; end if;
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

-- The candidate's own delegation withdraws between two rounds. Who is left runs in the next one; a lone candidate is then put to a
-- vote in favour or against; when nobody is left, candidacies open again.
create function plenary.withdraw_candidacy(of_election uuid) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  e plenary.election;
  coming record;
  word text;
begin
  select * into e from plenary.election where id = of_election;
  if not found then return 'unknown-election'; end if;
  if not plenary.of_a_seat(e.meeting) then return plenary.refused('plenary.candidacy', 'withdraw', e.id, 'not-yours'); end if;
  perform from plenary.meeting where id = e.meeting for no key update;
  select * into e from plenary.election where id = of_election;
  if e.state = 'candidacies' then
    word := plenary.answer_candidacy(of_election, false, '');
    return case word when 'declined' then 'withdrawn' else word end;
  end if;
  if e.state = 'lots' then return 'lots-wait'; end if;
  if e.state <> 'voting' then return 'election-decided'; end if;
  if exists (select from plenary.meeting m where m.id = e.meeting and m.state not in ('convened', 'open')) then return 'meeting-closed'; end if;
  -- The same form sent twice withdraws once.
  if exists (select from plenary.candidacy k where k.election = e.id and k.country = identity.acting_country() and k.withdrawn_at is not null) then return 'withdrawn'; end if;
  select * into coming from plenary.next_round(e);
  if coming.waits then return 'round-runs'; end if;
  if not identity.acting_country() = any (coming.candidates) then return 'not-running'; end if;
  update plenary.candidacy set withdrawn_at = clock_timestamp() where election = e.id and country = identity.acting_country();
  if cardinality(coming.candidates) = 1 then update plenary.election set state = 'candidacies' where id = e.id; end if;
  return 'withdrawn';
end $$;
revoke execute on function plenary.withdraw_candidacy(uuid) from public;
grant execute on function plenary.withdraw_candidacy(uuid) to corett_state, corett_secretariat, corett_presidency, corett_observer;
