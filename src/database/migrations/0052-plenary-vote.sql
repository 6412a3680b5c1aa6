-- Votes: opened, cast, closed, counted, counted again, settled. Ballots come in through plenary.cast_ballot and
-- plenary.settle_entry alone; nobody holds a grant to write, change or remove one.
--
-- A secret ballot lies in an envelope, sealed with a key that is not in this database, until the vote is closed. Opening the
-- urn takes all envelopes at once: their contents become ballots in the order of their receipts, written in one statement,
-- and the envelopes are destroyed. No row, order or time ties a ballot to a country.
--
-- Every act locks the meeting first ('for no key update'; ballots and positions 'for share'), then the vote: no act waits for
-- another in a ring, and lines of the history, which only refer to the meeting, never wait.
create schema sealing;
create extension if not exists pgcrypto with schema sealing;

create table plenary.vote (
  id uuid primary key,
  meeting text not null references plenary.meeting on delete restrict,
  item uuid references plenary.agenda_item on delete restrict,
  motion uuid references plenary.motion on delete restrict,
  -- The round of an election that this vote is.
  round uuid,
  title_es text not null, title_en text not null,
  method text not null check (method in ('roll-call', 'secret')),
  rule text not null references plenary.majority_rule on delete restrict,
  recount_required boolean not null,
  state text not null default 'open' check (state in ('open', 'closed', 'settled', 'void')),
  -- Of the key that seals the envelopes: the urn opens for no other.
  key_digest bytea,
  opened_at timestamptz not null default clock_timestamp(), opened_by uuid, opened_by_name text not null,
  closed_at timestamptz, closed_by uuid,
  members smallint not null, present smallint, quorum_held boolean,
  urn_opened_at timestamptz,
  void_reason text,
  constraint of_a_motion_or_a_round check ((motion is null) <> (round is null)),
  constraint secret_has_key check ((method = 'secret') = (key_digest is not null)),
  constraint closed_tells_all check (state in ('open', 'void') or (closed_at is not null and present is not null and quorum_held is not null)),
  constraint void_has_reason check ((state = 'void') = (void_reason is not null))
);
create unique index vote_one_open on plenary.vote (meeting) where state = 'open';
create index vote_of on plenary.vote (meeting, opened_at);
create index vote_of_motion on plenary.vote (motion);
call plenary.found_table('vote');
-- Observers see the votes of the points that are open to them, and what hangs on those votes.
call plenary.let_read('vote', 'true', 'exists (select from plenary.agenda_item i where i.id = item)');

create table plenary.vote_option (
  vote uuid not null references plenary.vote on delete restrict,
  option smallint not null check (option between 1 and 99),
  kind text not null check (kind in ('in-favour', 'against', 'abstention', 'candidate')),
  country text references coalition.member on delete restrict,
  label_es text not null, label_en text not null,
  primary key (vote, option),
  constraint candidate_is_a_country check ((kind = 'candidate') = (country is not null))
);
call plenary.found_table('vote_option');
call plenary.let_read('vote_option', 'true', 'exists (select from plenary.vote v where v.id = vote)');
call plenary.keep_for_ever('vote_option');

-- Who has voted: one line for each ballot, of a secret vote too.
create table plenary.mark (
  vote uuid not null references plenary.vote on delete restrict,
  country text not null references coalition.member on delete restrict,
  at timestamptz not null default clock_timestamp(),
  account uuid not null, name text not null,
  capacity text not null check (capacity in ('titular', 'alternate', 'entered')),
  primary key (vote, country)
);
call plenary.found_table('mark');
call plenary.let_read('mark', 'true', 'exists (select from plenary.vote v where v.id = vote)');
call plenary.keep_for_ever('mark');

create table plenary.envelope (
  vote uuid not null,
  country text not null,
  sealed bytea not null,
  primary key (vote, country),
  foreign key (vote, country) references plenary.mark on delete restrict
);
-- What it holds is never written anywhere else, the audit included.
call plenary.found_table('envelope', 'sealed');
revoke select on plenary.envelope from corett_system;
drop policy platform_reads on plenary.envelope;

create table plenary.ballot (
  id uuid primary key default gen_random_uuid(),
  vote uuid not null references plenary.vote on delete restrict,
  option smallint not null,
  -- Roll call: whose it is. Secret: the receipt that its caster holds.
  country text, receipt text,
  foreign key (vote, option) references plenary.vote_option on delete restrict,
  foreign key (vote, country) references plenary.mark on delete restrict,
  constraint open_or_secret check ((country is null) <> (receipt is null)),
  unique (vote, country), unique (vote, receipt)
);
-- One audit line for a whole opened urn, so that its lines tell no order; and roll-call ballots by their digest.
create function plenary.ballot_visible(of_vote uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  return exists (select from plenary.vote v where v.id = of_vote and v.state <> 'open');
alter table plenary.ballot enable row level security;
create policy owner_acts on plenary.ballot to current_user using (true) with check (true);
create policy platform_reads on plenary.ballot for select to corett_system using (plenary.ballot_visible(vote));
grant select on plenary.ballot to corett_system;
create policy readers_after_closing on plenary.ballot for select to corett_state, corett_secretariat, corett_presidency using (plenary.ballot_visible(vote));
create policy observers_after_closing on plenary.ballot for select to corett_observer using (plenary.ballot_visible(vote) and exists (select from plenary.vote v where v.id = vote));
grant select on plenary.ballot to corett_state, corett_secretariat, corett_presidency, corett_observer;
create trigger audited after insert on plenary.ballot referencing new table as changed for each statement execute function audit.record_bulk();
alter table plenary.ballot force row level security;
call plenary.keep_for_ever('ballot');

-- Ballots that the secretariat enters when telephones fail, for a second person to confirm.
create table plenary.entry (
  id uuid primary key,
  vote uuid not null references plenary.vote on delete restrict,
  method text not null check (method in ('roll-call', 'show-of-hands')),
  note text not null default '',
  entered_at timestamptz not null default clock_timestamp(), entered_by uuid not null, entered_by_name text not null,
  settled_at timestamptz, settled_by uuid, settled_by_name text, confirmed boolean,
  constraint two_persons check (settled_by is null or settled_by <> entered_by),
  constraint settled_whole check ((settled_at is null) = (confirmed is null) and (settled_at is null) = (settled_by is null))
);
create unique index entry_one_waiting on plenary.entry (vote) where settled_at is null;
create table plenary.entry_line (
  entry uuid not null references plenary.entry on delete restrict,
  country text not null references coalition.member on delete restrict,
  option smallint not null,
  primary key (entry, country)
);
call plenary.found_table('entry');
call plenary.let_read('entry', 'plenary.ballot_visible(vote)', null);
-- What was entered is in the table, which is kept for ever; the audit is read by more people than an open vote may be.
call plenary.found_table('entry_line', 'option');
call plenary.let_read('entry_line', 'exists (select from plenary.entry e where e.id = entry)', null);
drop policy platform_reads on plenary.entry_line;
create policy platform_reads on plenary.entry_line for select to corett_system using (exists (select from plenary.entry e where e.id = entry and plenary.ballot_visible(e.vote)));
call plenary.keep_for_ever('entry_line');

-- Count and recount: two recorded acts of two persons, by two paths.
create table plenary.count (
  vote uuid not null references plenary.vote on delete restrict,
  kind text not null check (kind in ('count', 'recount')),
  attempt smallint not null default 1,
  at timestamptz not null default clock_timestamp(),
  by_account uuid not null, by_name text not null,
  ballots smallint not null,
  figures jsonb not null,
  faults jsonb not null default '[]',
  primary key (vote, kind, attempt)
);
comment on column plenary.count.figures is 'Ballots by option: {"1": 5, "2": 3, "3": 1}; options without a ballot are in it with 0';
call plenary.found_table('count');
call plenary.let_read('count', 'true', 'exists (select from plenary.vote v where v.id = vote)');
call plenary.keep_for_ever('count');

create table plenary.reconciliation (
  vote uuid primary key references plenary.vote on delete restrict,
  at timestamptz not null default clock_timestamp(),
  by_account uuid not null, by_name text not null,
  note text not null check (btrim(note) <> '')
);
call plenary.found_table('reconciliation');
call plenary.let_read('reconciliation', 'true', 'exists (select from plenary.vote v where v.id = vote)');
call plenary.keep_for_ever('reconciliation');

create table plenary.outcome (
  vote uuid primary key references plenary.vote on delete restrict,
  outcome text not null check (outcome in ('adopted', 'rejected', 'tie-presidency', 'tie-second-vote', 'tie-lots', 'no-quorum', 'elected', 'second-round', 'none')),
  in_favour smallint, against smallint, abstention smallint, not_voting smallint not null,
  members smallint not null, present smallint not null,
  basis smallint, needed smallint,
  detail jsonb not null default '{}',
  at timestamptz not null default clock_timestamp()
);
comment on table plenary.outcome is 'Computed by plenary.settle_vote from the kept ballots; nobody types it';
call plenary.found_table('outcome');
call plenary.let_read('outcome', 'true', 'exists (select from plenary.vote v where v.id = vote)');
call plenary.keep_for_ever('outcome');

-- ── Opening ──
-- Presence is settled up to the newest decision and the newest ballot: nobody enters afterwards that the quorum was not there, or was.
create or replace function plenary.presence_settled_until(of_meeting text) returns timestamptz language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return greatest('-infinity'::timestamptz,
    (select max(greatest(v.opened_at, v.closed_at)) from plenary.vote v where v.meeting = of_meeting),
    (select max(greatest(c.opened_at, c.closed_at)) from plenary.consensus c where c.meeting = of_meeting),
    (select max(k.at) from plenary.mark k join plenary.vote v on v.id = k.vote where v.meeting = of_meeting),
    (select max(p.at) from plenary.position p join plenary.consensus c on c.id = p.consensus where c.meeting = of_meeting));
end $$;

create function plenary.open_vote(new_id uuid, of_motion uuid, of_method text, of_rule text, with_recount boolean, of_key text default null)
returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  o plenary.motion;
  m plenary.meeting;
  word text;
begin
  select * into o from plenary.motion where id = of_motion;
  if not found then return 'unknown-motion'; end if;
  if not plenary.leads() then return plenary.refused('plenary.vote', 'open', of_motion, 'not-yours'); end if;
  select * into m from plenary.meeting where id = o.meeting for no key update;
  select * into o from plenary.motion where id = of_motion;
  if exists (select from plenary.vote v where v.id = new_id and v.motion = o.id) then return 'opened'; end if;
  if m.state <> 'open' then return 'meeting-not-open'; end if;
  if o.state not in ('draft', 'put') then return 'motion-decided'; end if;
  if not exists (select from plenary.majority_rule r where r.id = of_rule and r.in_force_from <= current_date and coalesce(r.in_force_until >= current_date, true)) then return 'rule-not-in-force'; end if;
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

-- What an envelope holds: two digits of the option, then the receipt.
create function plenary.open_envelope(sealed bytea, of_key text) returns text language sql immutable set search_path = pg_catalog
  return convert_from(sealing.pgp_sym_decrypt_bytea(sealed, of_key), 'UTF8');
revoke execute on function plenary.open_envelope(bytea, text) from public;

-- Whether a ballot of the acting delegation is kept that is the one in hand: the same choice by the same person, and in a
-- secret vote on the same paper. It makes sending again harmless, and tells nobody else anything.
create function plenary.same_ballot(v plenary.vote, of_option smallint, of_receipt text, of_key text) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not exists (select from plenary.mark k where k.vote = v.id and k.country = identity.acting_country() and k.account = identity.acting_account()) then return false; end if;
  if v.method = 'roll-call' then
    return exists (select from plenary.ballot b where b.vote = v.id and b.country = identity.acting_country() and b.option = of_option);
  end if;
  if of_receipt is null or of_key is null or v.key_digest is distinct from sha256(convert_to(of_key, 'UTF8')) then return false; end if;
  if exists (select from plenary.ballot b where b.vote = v.id and b.receipt = of_receipt and b.option = of_option) then return true; end if;
  return coalesce((select plenary.open_envelope(e.sealed, of_key) = lpad(of_option::text, 2, '0') || of_receipt
    from plenary.envelope e where e.vote = v.id and e.country = identity.acting_country()), false);
end $$;
revoke execute on function plenary.same_ballot(plenary.vote, smallint, text, text) from public;

-- ── Casting. 'cast' the first time, 'kept' for the same ballot sent again: it counts once. ──
create function plenary.cast_ballot(of_vote uuid, of_option smallint, of_receipt text default null, of_key text default null)
returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  v plenary.vote;
  a plenary.accreditation;
  word text;
begin
  select * into v from plenary.vote where id = of_vote;
  if not found then return 'unknown-vote'; end if;
  -- Closing, arrivals and departures wait for the ballots under way, and these for them; ballots do not wait for each other.
  perform from plenary.meeting where id = v.meeting for share;
  select * into v from plenary.vote where id = of_vote;
  if coalesce(plenary.acts_as_delegate(), false) and exists (select from plenary.mark k where k.vote = v.id and k.country = identity.acting_country()) then
    if plenary.same_ballot(v, of_option, of_receipt, of_key) then return 'kept'; end if;
    return plenary.refused('plenary.ballot', 'cast', of_vote, 'already-cast');
  end if;
  word := case when v.state <> 'open' then 'vote-not-open' else plenary.entitlement(v.meeting) end;
  if word = 'entitled' and not exists (select from plenary.vote_option o where o.vote = v.id and o.option = of_option) then word := 'unknown-option'; end if;
  if word = 'entitled' and v.method = 'secret' and (of_receipt is null or of_receipt !~ '^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$'
    or v.key_digest is distinct from sha256(convert_to(coalesce(of_key, ''), 'UTF8'))) then word := 'paper-not-valid'; end if;
  if word <> 'entitled' then return plenary.refused('plenary.ballot', 'cast', of_vote, word); end if;
  select * into a from plenary.accreditation x where x.meeting = v.meeting and x.account = identity.acting_account()
    and x.country = identity.acting_country() and x.withdrawn_at is null;
  insert into plenary.mark (vote, country, account, name, capacity) values (v.id, a.country, a.account, a.name, a.capacity)
    on conflict do nothing;
  -- Two devices of one delegation in the same instant: the other one was first.
  if not found then return plenary.cast_ballot(of_vote, of_option, of_receipt, of_key); end if;
  if v.method = 'roll-call' then
    insert into plenary.ballot (vote, option, country) values (v.id, of_option, a.country);
  else
    insert into plenary.envelope (vote, country, sealed) values (v.id, a.country,
      sealing.pgp_sym_encrypt_bytea(convert_to(lpad(of_option::text, 2, '0') || of_receipt, 'UTF8'), of_key, 'cipher-algo=aes256, compress-algo=0, s2k-mode=0'));
  end if;
  return 'cast';
end $$;
comment on function plenary.cast_ballot(uuid, smallint, text, text) is 'Casts the acting delegation''s one ballot. Returns ''cast'', ''kept'' for the same one sent again, or the word for the refusal; refusals are in the audit, without the choice';

-- Whether the receipt that a device holds is the one of its delegation's ballot: for a device that never got its answer.
create function plenary.holds_receipt(of_vote uuid, of_receipt text, of_key text) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
declare v plenary.vote;
begin
  select * into v from plenary.vote where id = of_vote and method = 'secret';
  if not found or of_receipt is null then return false; end if;
  if v.state <> 'open' then return exists (select from plenary.ballot b where b.vote = v.id and b.receipt = of_receipt); end if;
  if v.key_digest is distinct from sha256(convert_to(coalesce(of_key, ''), 'UTF8')) then return false; end if;
  return coalesce((select substr(plenary.open_envelope(e.sealed, of_key), 3) = of_receipt
    from plenary.envelope e where e.vote = v.id and e.country = identity.acting_country()), false);
end $$;

-- ── The secretariat enters, a second person confirms ──
create function plenary.enter_ballots(new_id uuid, of_vote uuid, of_method text, of_note text, lines jsonb) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v plenary.vote;
  bad text;
begin
  if not plenary.leads() then return plenary.refused('plenary.entry', 'enter', of_vote, 'not-yours'); end if;
  select * into v from plenary.vote where id = of_vote;
  if not found then return 'unknown-vote'; end if;
  perform from plenary.meeting where id = v.meeting for no key update;
  select * into v from plenary.vote where id = of_vote;
  if exists (select from plenary.entry e where e.id = new_id and e.vote = v.id and e.entered_by = identity.acting_account()) then return 'entered'; end if;
  if v.state <> 'open' then return 'vote-not-open'; end if;
  if v.method <> 'roll-call' then return plenary.refused('plenary.entry', 'enter', of_vote, 'secret-is-not-entered'); end if;
  if exists (select from plenary.entry e where e.vote = v.id and e.settled_at is null) then return 'another-waits'; end if;
  if not plenary.quorum_holds(v.meeting) then return 'no-quorum'; end if;
  if jsonb_typeof(lines) <> 'object' or lines = '{}' then return 'nothing-entered'; end if;
  select min(l.key) into bad from jsonb_each_text(lines) l where l.key not in (select plenary.present_delegations(v.meeting));
  if bad is not null then return plenary.refused('plenary.entry', 'enter', of_vote, 'not-present:' || bad); end if;
  select min(l.key) into bad from jsonb_each_text(lines) l join plenary.mark k on k.vote = v.id and k.country = l.key;
  if bad is not null then return plenary.refused('plenary.entry', 'enter', of_vote, 'already-cast:' || bad); end if;
  if exists (select from jsonb_each_text(lines) l where not exists (select from plenary.vote_option o where o.vote = v.id and o.option::text = l.value)) then return 'unknown-option'; end if;
  insert into plenary.entry (id, vote, method, note, entered_by, entered_by_name)
  values (new_id, v.id, of_method, coalesce(of_note, ''), identity.acting_account(), plenary.acting_name());
  insert into plenary.entry_line (entry, country, option) select new_id, l.key, l.value::smallint from jsonb_each_text(lines) l;
  return 'entered';
end $$;

create function plenary.settle_entry(of_entry uuid, confirms boolean) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  e plenary.entry;
  v plenary.vote;
  bad text;
begin
  if not plenary.leads() then return plenary.refused('plenary.entry', 'settle', of_entry, 'not-yours'); end if;
  select * into e from plenary.entry where id = of_entry;
  if not found then return 'unknown'; end if;
  select * into v from plenary.vote where id = e.vote;
  perform from plenary.meeting where id = v.meeting for no key update;
  select * into e from plenary.entry where id = of_entry;
  select * into v from plenary.vote where id = e.vote;
  -- The same answer sent again by the same person.
  if e.settled_by = identity.acting_account() and e.confirmed = confirms then return case when confirms then 'confirmed' else 'refused' end; end if;
  if e.settled_at is not null then return 'already-settled'; end if;
  if e.entered_by = identity.acting_account() then return plenary.refused('plenary.entry', 'settle', of_entry, 'same-person'); end if;
  if confirms then
    if v.state <> 'open' then return 'vote-not-open'; end if;
    if not plenary.quorum_holds(v.meeting) then return 'no-quorum'; end if;
    select min(l.country) into bad from plenary.entry_line l where l.entry = e.id and l.country not in (select plenary.present_delegations(v.meeting));
    if bad is not null then return 'not-present:' || bad; end if;
    select min(l.country) into bad from plenary.entry_line l join plenary.mark k on k.vote = v.id and k.country = l.country where l.entry = e.id;
    if bad is not null then return 'already-cast:' || bad; end if;
    insert into plenary.mark (vote, country, account, name, capacity)
      select v.id, l.country, e.entered_by, e.entered_by_name, 'entered' from plenary.entry_line l where l.entry = e.id;
    insert into plenary.ballot (vote, option, country) select v.id, l.option, l.country from plenary.entry_line l where l.entry = e.id;
  end if;
  update plenary.entry set settled_at = clock_timestamp(), settled_by = identity.acting_account(), confirmed = confirms, settled_by_name = plenary.acting_name() where id = e.id;
  return case when confirms then 'confirmed' else 'refused' end;
end $$;

-- ── Closing, the urn, counting ──
create function plenary.close_vote(of_vote uuid, of_key text default null) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  v plenary.vote;
  moment timestamptz;
begin
  if not plenary.leads() then return plenary.refused('plenary.vote', 'close', of_vote, 'not-yours'); end if;
  select * into v from plenary.vote where id = of_vote;
  if not found then return 'unknown-vote'; end if;
  perform from plenary.meeting where id = v.meeting for no key update;
  select * into v from plenary.vote where id = of_vote for no key update;
  if v.state <> 'open' then return 'already-closed'; end if;
  if exists (select from plenary.entry e where e.vote = v.id and e.settled_at is null) then return 'entry-waits'; end if;
  if v.method = 'secret' then
    if v.key_digest is distinct from sha256(convert_to(coalesce(of_key, ''), 'UTF8')) then return plenary.refused('plenary.vote', 'close', of_vote, 'wrong-key'); end if;
    -- All envelopes at once, in the order of receipts that are random; then they are destroyed.
    insert into plenary.ballot (vote, option, receipt)
      select v.id, substr(opened.content, 1, 2)::smallint, substr(opened.content, 3)
      from (select plenary.open_envelope(e.sealed, of_key) as content from plenary.envelope e where e.vote = v.id) opened
      order by substr(opened.content, 3) collate "C";
    if (select count(*) from plenary.ballot b where b.vote = v.id) <> (select count(*) from plenary.mark k where k.vote = v.id) then
      raise exception 'The urn of vote % does not hold one ballot for each mark', v.id;
    end if;
    delete from plenary.envelope e where e.vote = v.id;
  end if;
  moment := clock_timestamp();
  update plenary.vote set state = 'closed', closed_at = moment, closed_by = identity.acting_account(),
    -- Those in the room, and those who voted and left before the closing.
    present = (select count(*) from (select plenary.present_delegations(v.meeting) union select k.country from plenary.mark k where k.vote = v.id) there),
    quorum_held = plenary.quorum_throughout(v.meeting, v.opened_at, moment), urn_opened_at = case when v.method = 'secret' then moment end
  where id = v.id;
  return 'closed';
end $$;

-- PostgreSQL groups the kept ballots: {"1": 5, "2": 3, "3": 1}.
create function plenary.grouped_ballots(of_vote uuid) returns jsonb language sql stable security definer set search_path = pg_catalog
  return (select jsonb_object_agg(o.option::text, (select count(*) from plenary.ballot b where b.vote = of_vote and b.option = o.option))
    from plenary.vote_option o where o.vote = of_vote);
revoke execute on function plenary.grouped_ballots(uuid) from public;

create function plenary.count_vote(of_vote uuid) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare v plenary.vote;
begin
  if not plenary.leads() then return plenary.refused('plenary.count', 'count', of_vote, 'not-yours'); end if;
  select * into v from plenary.vote where id = of_vote;
  if not found then return 'unknown-vote'; end if;
  perform from plenary.meeting where id = v.meeting for no key update;
  select * into v from plenary.vote where id = of_vote for no key update;
  if v.state = 'open' then return 'vote-open'; end if;
  if v.state = 'void' then return 'vote-void'; end if;
  if exists (select from plenary.count c where c.vote = v.id and c.kind = 'count') then return 'already-counted'; end if;
  insert into plenary.count (vote, kind, by_account, by_name, ballots, figures)
  values (v.id, 'count', identity.acting_account(), plenary.acting_name(), (select count(*) from plenary.ballot b where b.vote = v.id), plenary.grouped_ballots(v.id));
  return 'counted';
end $$;

create function plenary.recount_agrees(of_vote uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  return exists (select from plenary.count c join plenary.count r on r.vote = c.vote and r.kind = 'recount'
    where c.vote = of_vote and c.kind = 'count' and r.figures = c.figures and r.ballots = c.ballots and r.faults = '[]');

-- The recount: figures that a second person's own path found. Recorded as found, equal or not.
create function plenary.record_recount(of_vote uuid, of_ballots smallint, of_figures jsonb, of_faults jsonb) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  v plenary.vote;
  first plenary.count;
begin
  if not plenary.leads() then return plenary.refused('plenary.count', 'recount', of_vote, 'not-yours'); end if;
  select * into v from plenary.vote where id = of_vote;
  if not found then return 'unknown-vote'; end if;
  perform from plenary.meeting where id = v.meeting for no key update;
  select * into v from plenary.vote where id = of_vote for no key update;
  select * into first from plenary.count c where c.vote = v.id and c.kind = 'count';
  if not found then return 'not-counted-yet'; end if;
  if first.by_account = identity.acting_account() then return plenary.refused('plenary.count', 'recount', of_vote, 'same-person'); end if;
  -- Once two counts agree, or the result is out with one recount, there is nothing left to count.
  if plenary.recount_agrees(v.id) or v.state = 'settled' and exists (select from plenary.count c where c.vote = v.id and c.kind = 'recount') then return 'already-recounted'; end if;
  insert into plenary.count (vote, kind, attempt, by_account, by_name, ballots, figures, faults)
  values (v.id, 'recount', 1 + (select count(*) from plenary.count c where c.vote = v.id and c.kind = 'recount'), identity.acting_account(),
    plenary.acting_name(), of_ballots, of_figures, coalesce(of_faults, '[]'));
  return case when plenary.recount_agrees(v.id) then 'equal' else 'different' end;
end $$;

create function plenary.reconcile(of_vote uuid, of_note text) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare v plenary.vote;
begin
  if not plenary.leads() then return plenary.refused('plenary.reconciliation', 'reconcile', of_vote, 'not-yours'); end if;
  select * into v from plenary.vote where id = of_vote;
  if not found then return 'unknown-vote'; end if;
  if btrim(coalesce(of_note, '')) = '' then return 'note-missing'; end if;
  perform from plenary.meeting where id = v.meeting for no key update;
  select * into v from plenary.vote where id = of_vote for no key update;
  if exists (select from plenary.reconciliation r where r.vote = of_vote) then return 'already-reconciled'; end if;
  if not exists (select from plenary.count c where c.vote = of_vote and c.kind = 'recount') then return 'not-recounted-yet'; end if;
  if plenary.recount_agrees(of_vote) then return 'nothing-to-reconcile'; end if;
  insert into plenary.reconciliation (vote, by_account, by_name, note) values (of_vote, identity.acting_account(), plenary.acting_name(), btrim(of_note));
  return 'reconciled';
end $$;

-- What became of a motion, from figures and rule alone. The same arithmetic is written a second time in src/plenary/vote/majority.ts;
-- a test holds one against the other over every tally.
create function plenary.outcome_of(rule_kind text, rule_basis text, abstentions text, silence text, tie text,
  yes integer, no integer, abstained integer, members integer, present integer, quorum_held boolean,
  out outcome text, out basis integer, out needed integer, out not_voting integer)
language plpgsql immutable set search_path = pg_catalog as $$
declare
  ballots integer := yes + no + abstained;
  there integer := greatest(present, ballots);
begin
  not_voting := there - ballots;
  if rule_kind = 'simple' then
    basis := yes + no;
    needed := no + 1;
  else
    basis := case rule_basis when 'members' then members when 'present' then there else ballots end
      - case when abstentions = 'out-of-basis' then abstained else 0 end
      - case when silence = 'out-of-basis' and rule_basis <> 'cast' then not_voting else 0 end;
    needed := case rule_kind when 'absolute' then basis / 2 + 1 else greatest(1, (2 * basis + 2) / 3) end;
  end if;
  outcome := case
    when not quorum_held then 'no-quorum'
    when yes + no = 0 then 'rejected'
    when yes >= needed then 'adopted'
    when yes = no and yes + no = basis and rule_kind <> 'two-thirds' then
      case tie when 'presidency-decides' then 'tie-presidency' when 'second-vote' then 'tie-second-vote' when 'lots' then 'tie-lots' else 'rejected' end
    else 'rejected' end;
end $$;
-- The figures of one vote on a motion, as its rule takes them. After a second vote a tie that asks for one more is a rejection.
create function plenary.outcome_of_vote(v plenary.vote, figures jsonb, out outcome text, out basis integer, out needed integer, out not_voting integer)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare r plenary.majority_rule;
begin
  select * into r from plenary.majority_rule where id = v.rule;
  if r.tie = 'second-vote' and exists (select from plenary.vote w join plenary.outcome o on o.vote = w.id
    where w.motion = v.motion and w.id <> v.id and o.outcome = 'tie-second-vote') then r.tie := 'rejected'; end if;
  select f.outcome, f.basis, f.needed, f.not_voting into outcome, basis, needed, not_voting
  from plenary.outcome_of(r.kind, r.basis, r.abstentions, r.not_voting, r.tie,
    (figures->>'1')::integer, (figures->>'2')::integer, (figures->>'3')::integer, v.members, v.present, v.quorum_held) f;
end $$;
revoke execute on function plenary.outcome_of_vote(plenary.vote, jsonb) from public;

create function plenary.settle_vote(of_vote uuid) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  v plenary.vote;
  c plenary.count;
  f record;
begin
  if not plenary.leads() then return plenary.refused('plenary.outcome', 'settle', of_vote, 'not-yours'); end if;
  select * into v from plenary.vote where id = of_vote;
  if not found then return 'unknown-vote'; end if;
  perform from plenary.meeting where id = v.meeting for no key update;
  select * into v from plenary.vote where id = of_vote for no key update;
  if v.state = 'open' then return 'vote-open'; end if;
  if v.state = 'void' then return 'vote-void'; end if;
  if v.state = 'settled' then return 'already-settled'; end if;
  if v.motion is null then return 'settled-by-the-election'; end if;
  select * into c from plenary.count x where x.vote = v.id and x.kind = 'count';
  if not found then return 'not-counted-yet'; end if;
  if v.recount_required and not exists (select from plenary.count x where x.vote = v.id and x.kind = 'recount') then return 'not-recounted-yet'; end if;
  if exists (select from plenary.count x where x.vote = v.id and x.kind = 'recount') and not plenary.recount_agrees(v.id)
    and not exists (select from plenary.reconciliation x where x.vote = v.id) then return 'not-reconciled-yet'; end if;
  select * into f from plenary.outcome_of_vote(v, c.figures);
  insert into plenary.outcome (vote, outcome, in_favour, against, abstention, not_voting, members, present, basis, needed)
  values (v.id, f.outcome, (c.figures->>'1')::smallint, (c.figures->>'2')::smallint, (c.figures->>'3')::smallint, f.not_voting, v.members, v.present, f.basis, f.needed);
  update plenary.vote set state = 'settled' where id = v.id;
  if f.outcome in ('adopted', 'rejected') then update plenary.motion set state = f.outcome where id = v.motion; end if;
  return f.outcome;
end $$;

-- A tie that the rule hands to the presidency.
create table plenary.tie_decision (
  vote uuid primary key references plenary.vote on delete restrict,
  adopted boolean not null,
  means text not null check (means in ('presidency', 'lots')),
  at timestamptz not null default clock_timestamp(),
  by_account uuid not null, by_name text not null,
  detail jsonb not null default '{}'
);
call plenary.found_table('tie_decision');
call plenary.let_read('tie_decision', 'true', 'exists (select from plenary.vote v where v.id = vote)');
call plenary.keep_for_ever('tie_decision');
create function plenary.break_tie(of_vote uuid, in_favour boolean) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  v plenary.vote;
  t plenary.tie_decision;
begin
  if coalesce(identity.acting_office(), '') <> 'presidency' then return plenary.refused('plenary.tie_decision', 'break', of_vote, 'not-yours'); end if;
  select * into v from plenary.vote where id = of_vote;
  if not found then return 'unknown-vote'; end if;
  perform from plenary.meeting where id = v.meeting for no key update;
  if not exists (select from plenary.outcome o where o.vote = v.id and o.outcome = 'tie-presidency') then return 'no-tie-to-break'; end if;
  select * into t from plenary.tie_decision x where x.vote = v.id;
  if found then return case when t.adopted = in_favour and t.by_account = identity.acting_account() then case when in_favour then 'adopted' else 'rejected' end else 'already-broken' end; end if;
  insert into plenary.tie_decision (vote, adopted, means, by_account, by_name) values (v.id, in_favour, 'presidency', identity.acting_account(), plenary.acting_name());
  update plenary.motion set state = case when in_favour then 'adopted' else 'rejected' end where id = v.motion and state = 'put';
  return case when in_favour then 'adopted' else 'rejected' end;
end $$;

-- A vote opened by mistake is void, with its reason, as long as nobody cast a ballot; from the first ballot on it runs to its result.
create function plenary.void_vote(of_vote uuid, reason text) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare v plenary.vote;
begin
  if not plenary.leads() then return plenary.refused('plenary.vote', 'void', of_vote, 'not-yours'); end if;
  if btrim(coalesce(reason, '')) = '' then return 'reason-missing'; end if;
  select * into v from plenary.vote where id = of_vote;
  if not found then return 'unknown-vote'; end if;
  perform from plenary.meeting where id = v.meeting for no key update;
  select * into v from plenary.vote where id = of_vote for no key update;
  if v.state = 'settled' then return 'already-settled'; end if;
  if v.state = 'void' then return 'already-void'; end if;
  if exists (select from plenary.mark k where k.vote = v.id) then return 'ballots-cast'; end if;
  if exists (select from plenary.entry e where e.vote = v.id and e.settled_at is null) then return 'entry-waits'; end if;
  update plenary.vote set state = 'void', void_reason = btrim(reason), closed_at = coalesce(closed_at, clock_timestamp()) where id = v.id;
  return 'void';
end $$;

-- ── The last word of the rows: nothing but the acts above moves them, the owner's own hand included ──
create function plenary.check_vote() returns trigger language plpgsql as $$
begin
  if not ((old.state, new.state) in (('open', 'closed'), ('open', 'void'), ('closed', 'settled'), ('closed', 'void'))) or
    (to_jsonb(new) - '{state,closed_at,closed_by,present,quorum_held,urn_opened_at,void_reason}'::text[]) <> (to_jsonb(old) - '{state,closed_at,closed_by,present,quorum_held,urn_opened_at,void_reason}'::text[])
    or (old.state = 'closed' and (new.closed_at, new.closed_by, new.present, new.quorum_held, new.urn_opened_at) is distinct from (old.closed_at, old.closed_by, old.present, old.quorum_held, old.urn_opened_at)) then
    raise exception 'Vote % is %: it cannot be changed so', old.id, old.state using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger lawful before update on plenary.vote for each row execute function plenary.check_vote();
create trigger never_removed before delete on plenary.vote for each row execute function audit.refuse_change();
create trigger never_emptied before truncate on plenary.vote for each statement execute function audit.refuse_change();
create function plenary.check_entry() returns trigger language plpgsql as $$
begin
  if old.settled_at is not null or (new.id, new.vote, new.method, new.note, new.entered_at, new.entered_by) is distinct from (old.id, old.vote, old.method, old.note, old.entered_at, old.entered_by) then
    raise exception 'An entry is settled once, and its lines stay' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger lawful before update on plenary.entry for each row execute function plenary.check_entry();
create trigger never_removed before delete on plenary.entry for each row execute function audit.refuse_change();
create trigger never_emptied before truncate on plenary.entry for each statement execute function audit.refuse_change();

create function plenary.check_envelope() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    if not exists (select from plenary.vote v where v.id = new.vote and v.method = 'secret' and v.state = 'open') then
      raise exception 'The urn of vote % takes no envelope', new.vote using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if tg_op = 'UPDATE' or (select count(*) from plenary.ballot b where b.vote = old.vote) <> (select count(*) from plenary.mark k where k.vote = old.vote) then
    raise exception 'An envelope is destroyed only once the whole urn is opened' using errcode = 'insufficient_privilege';
  end if;
  return old;
end $$;
create trigger opened_whole before insert or update or delete on plenary.envelope for each row execute function plenary.check_envelope();
create trigger opened_whole_table before truncate on plenary.envelope for each statement execute function audit.refuse_change();

-- A mark is made by the entitled delegate for the own delegation, or by the second person for a line that the first one entered.
create function plenary.check_mark() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare v plenary.vote;
begin
  select * into v from plenary.vote where id = new.vote;
  if v.state = 'open' and (case when new.capacity = 'entered'
    then plenary.leads() and exists (select from plenary.entry e join plenary.entry_line l on l.entry = e.id where e.vote = v.id and e.settled_at is null
      and l.country = new.country and e.entered_by = new.account and e.entered_by <> identity.acting_account())
    else new.country = identity.acting_country() and new.account = identity.acting_account() and plenary.entitlement(v.meeting) = 'entitled' end) then return new; end if;
  raise exception 'Vote %: nobody entitled marks % now', new.vote, new.country using errcode = 'insufficient_privilege';
end $$;
create trigger lawful before insert on plenary.mark for each row execute function plenary.check_mark();
-- And at the end of its transaction it has its ballot or its envelope.
create function plenary.check_mark_whole() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from plenary.ballot b where b.vote = new.vote and b.country = new.country)
    and not exists (select from plenary.envelope e where e.vote = new.vote and e.country = new.country) then
    raise exception 'Vote %: the mark of % has no ballot', new.vote, new.country using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create constraint trigger has_its_ballot after insert on plenary.mark deferrable initially deferred for each row execute function plenary.check_mark_whole();

-- A ballot enters while its vote is open: of a roll call with its mark, of a secret vote out of an envelope.
create function plenary.check_ballot() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare v plenary.vote;
begin
  select * into v from plenary.vote where id = new.vote;
  if v.state = 'open' and (case v.method
    when 'roll-call' then new.country is not null and true -- its mark is demanded by the foreign key, and one that is committed has its ballot already
      and not exists (select from plenary.mark k where k.vote = v.id and k.country = new.country and k.capacity = 'entered'
        and not exists (select from plenary.entry e join plenary.entry_line l on l.entry = e.id where e.vote = v.id and e.settled_at is null and l.country = new.country and l.option = new.option))
    else new.receipt is not null and plenary.leads()
      and (select count(*) from plenary.ballot b where b.vote = v.id) < (select count(*) from plenary.envelope e where e.vote = v.id) end) then return new; end if;
  raise exception 'Vote % takes no such ballot', new.vote using errcode = 'insufficient_privilege';
end $$;
create trigger lawful before insert on plenary.ballot for each row execute function plenary.check_ballot();

-- Figures are those of the ballots, and outcomes those of the figures: neither can be typed.
create function plenary.check_count() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if plenary.leads() and new.by_account = identity.acting_account() and exists (select from plenary.vote v where v.id = new.vote and v.state in ('closed', 'settled'))
    and (case new.kind when 'count' then new.figures = plenary.grouped_ballots(new.vote) and new.ballots = (select count(*) from plenary.ballot b where b.vote = new.vote)
      else exists (select from plenary.count c where c.vote = new.vote and c.kind = 'count' and c.by_account <> new.by_account) end) then return new; end if;
  raise exception 'Vote %: this is no % of its ballots', new.vote, new.kind using errcode = 'insufficient_privilege';
end $$;
create trigger lawful before insert on plenary.count for each row execute function plenary.check_count();
create function plenary.check_outcome() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  v plenary.vote;
  c plenary.count;
begin
  select * into v from plenary.vote where id = new.vote;
  select * into c from plenary.count x where x.vote = v.id and x.kind = 'count';
  if plenary.leads() and v.state = 'closed' and c.vote is not null and (v.round is not null or
    (new.outcome, new.in_favour::integer, new.against::integer, new.abstention::integer, new.basis::integer, new.needed::integer) is not distinct from
    (select (f.outcome, (c.figures->>'1')::integer, (c.figures->>'2')::integer, (c.figures->>'3')::integer, f.basis, f.needed) from plenary.outcome_of_vote(v, c.figures) f)) then return new; end if;
  raise exception 'Vote %: its ballots give another outcome', new.vote using errcode = 'insufficient_privilege';
end $$;
create trigger lawful before insert on plenary.outcome for each row execute function plenary.check_outcome();

-- The quorum rule of a meeting is not changed while it sits.
create function plenary.check_meeting_rule() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if old.state = 'open' and new.quorum_rule is distinct from old.quorum_rule then
    raise exception 'Meeting %: its quorum rule was set when it opened', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger rule_is_set before update on plenary.meeting for each row execute function plenary.check_meeting_rule();

do $$
declare f text;
begin
  foreach f in array array['open_vote(uuid, uuid, text, text, boolean, text)', 'cast_ballot(uuid, smallint, text, text)', 'holds_receipt(uuid, text, text)',
    'enter_ballots(uuid, uuid, text, text, jsonb)', 'settle_entry(uuid, boolean)', 'close_vote(uuid, text)', 'count_vote(uuid)',
    'record_recount(uuid, smallint, jsonb, jsonb)', 'reconcile(uuid, text)', 'settle_vote(uuid)', 'break_tie(uuid, boolean)', 'void_vote(uuid, text)'] loop
    execute format('revoke execute on function plenary.%s from public', f);
    execute format('grant execute on function plenary.%s to corett_state, corett_secretariat, corett_presidency, corett_observer', f);
  end loop;
  execute 'revoke execute on function plenary.recount_agrees(uuid), plenary.ballot_visible(uuid) from public';
  execute 'grant execute on function plenary.recount_agrees(uuid), plenary.ballot_visible(uuid) to corett_state, corett_secretariat, corett_presidency, corett_observer, corett_system';
end $$;
