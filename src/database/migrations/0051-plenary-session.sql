-- In session: who speaks, what is noted, what is reported, what is put to the plenary, and decisions by consensus.

create table plenary.speech (
  id uuid primary key default gen_random_uuid(),
  meeting text not null references plenary.meeting on delete restrict,
  item uuid references plenary.agenda_item on delete restrict,
  accreditation uuid not null references plenary.accreditation on delete restrict,
  kind text not null default 'floor' check (kind in ('floor', 'point-of-order', 'reply')),
  seconds integer not null default 180 check (seconds between 30 and 3600),
  asked_at timestamptz not null default clock_timestamp(),
  begun_at timestamptz, ended_at timestamptz check (ended_at >= begun_at), withdrawn_at timestamptz
);
create unique index speech_one_speaker on plenary.speech (meeting) where begun_at is not null and ended_at is null;
create unique index speech_asked_once on plenary.speech (meeting, item, accreditation, kind) nulls not distinct
  where begun_at is null and withdrawn_at is null;
call plenary.found_table('speech');
-- Who speaks to a point that is closed to observers is not theirs to know.
call plenary.let_read('speech', 'true', 'item is null or exists (select from plenary.agenda_item i where i.id = item)');
create policy own_word on plenary.speech for insert to corett_state, corett_observer, corett_secretariat, corett_presidency
  with check (identity.acting_office() in ('secretariat', 'presidency')
    or exists (select from plenary.accreditation a where a.id = accreditation and a.account = identity.acting_account() and a.withdrawn_at is null));
create policy own_withdrawal on plenary.speech for update to corett_state, corett_observer
  using (begun_at is null and exists (select from plenary.accreditation a where a.id = accreditation and a.account = identity.acting_account()))
  with check (withdrawn_at is not null);
create policy leaders_give on plenary.speech for update to corett_secretariat, corett_presidency using (true) with check (true);
grant insert (id, meeting, item, accreditation, kind, seconds) on plenary.speech to corett_state, corett_observer, corett_secretariat, corett_presidency;
grant update (withdrawn_at) on plenary.speech to corett_state, corett_observer;
grant update (withdrawn_at, begun_at, ended_at, seconds) on plenary.speech to corett_secretariat, corett_presidency;

-- Who speaks is accredited and in the room; the time allowed is set by whoever presides; every moment is the server's.
create function plenary.check_speech() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  m plenary.meeting;
  leads boolean := coalesce(identity.acting_office(), '') in ('secretariat', 'presidency');
begin
  select * into m from plenary.meeting where id = new.meeting for share;
  if tg_op = 'INSERT' then
    if m.state <> 'open' then raise exception 'Meeting % is not in session', m.id using errcode = 'check_violation'; end if;
    if not exists (select from plenary.accreditation a where a.id = new.accreditation and a.meeting = m.id
      and a.checked_at is not null and a.withdrawn_at is null) or not plenary.is_in_the_room(new.accreditation) then
      raise exception 'Only people who are accredited and in the room ask for the floor' using errcode = 'check_violation';
    end if;
    if new.item is not null and not exists (select from plenary.agenda_item i where i.id = new.item and i.meeting = m.id
      and (leads or i.open_to_observers or identity.acting_office() is distinct from 'observer')) then
      raise exception 'This point is not of this meeting, or is closed to observers' using errcode = 'check_violation';
    end if;
    if not leads then
      if new.item is distinct from m.current_item then
        raise exception 'The floor is asked for the point that is being dealt with' using errcode = 'check_violation';
      end if;
      new.seconds := case new.kind when 'point-of-order' then 60 when 'reply' then 120 else 180 end;
    end if;
    new.asked_at := clock_timestamp();
    new.begun_at := null; new.ended_at := null; new.withdrawn_at := null;
    return new;
  end if;
  if old.ended_at is not null or old.withdrawn_at is not null then
    raise exception 'This word was spoken or withdrawn: it is asked for anew' using errcode = 'check_violation';
  end if;
  if new.withdrawn_at is not null then
    if old.begun_at is not null then raise exception 'Who speaks does not withdraw the word, but ends it' using errcode = 'check_violation'; end if;
    new.withdrawn_at := clock_timestamp();
  end if;
  if old.begun_at is null and new.begun_at is not null then
    if m.state <> 'open' or not plenary.is_in_the_room(new.accreditation) then
      raise exception 'The floor is given in session, to people in the room' using errcode = 'check_violation';
    end if;
    new.begun_at := clock_timestamp();
  else
    new.begun_at := old.begun_at;
  end if;
  if new.ended_at is not null then
    if new.begun_at is null then raise exception 'Nobody ends a word that has not begun' using errcode = 'check_violation'; end if;
    new.ended_at := clock_timestamp();
  end if;
  return new;
end $$;
create trigger lawful before insert or update on plenary.speech for each row execute function plenary.check_speech();

-- Notes of the discussion, item by item. Every saved text stays; who saves upon an older text than the newest is told.
create table plenary.item_note (
  item uuid not null references plenary.agenda_item on delete restrict,
  version integer not null check (version > 0),
  body text not null,
  based_on integer not null check (based_on < version),
  author uuid not null, author_name text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (item, version)
);
call plenary.found_table('item_note', 'body');
call plenary.let_read('item_note', null, null);
create policy leaders_write on plenary.item_note for insert to corett_secretariat, corett_presidency with check (author = identity.acting_account());
grant insert (item, version, body, based_on, author, author_name) on plenary.item_note to corett_secretariat, corett_presidency;
call plenary.keep_for_ever('item_note');

-- The situation of each country, reported in each session (functions of the plenary, Strategic Plan 2018-2027, chapter VIII).
create table plenary.country_report (
  id uuid primary key default gen_random_uuid(),
  meeting text not null references plenary.meeting on delete restrict,
  country text not null references coalition.member on delete restrict,
  body text not null check (btrim(body) <> ''),
  document uuid,
  handed_in_at timestamptz not null default clock_timestamp(),
  handed_in_by uuid not null,
  presented_at timestamptz,
  unique (meeting, country)
);
call plenary.found_table('country_report');
call plenary.let_read('country_report', 'true', null);
create policy state_hands_in on plenary.country_report to corett_state
  using (country = identity.acting_country() and presented_at is null and plenary.acts_as_delegate())
  with check (country = identity.acting_country() and handed_in_by = identity.acting_account() and plenary.acts_as_delegate()
    and exists (select from plenary.seat s where s.meeting = country_report.meeting and s.country = country_report.country)
    and exists (select from plenary.meeting m where m.id = country_report.meeting and m.state in ('convened', 'open')));
create policy leaders_mark on plenary.country_report for update to corett_secretariat, corett_presidency using (true) with check (true);
grant insert (id, meeting, country, body, document, handed_in_by), update (body, document, handed_in_at, handed_in_by) on plenary.country_report to corett_state;
grant update (presented_at) on plenary.country_report to corett_secretariat, corett_presidency;

-- Who represented the coalition where, by right of the presidency or because it delegated that function to a member.
create table plenary.representation (
  id uuid primary key default gen_random_uuid(),
  event text not null check (btrim(event) <> ''),
  place text not null default '',
  from_day date not null, until_day date not null check (until_day >= from_day),
  -- Null: the presidency itself.
  delegated_to text references coalition.member on delete restrict,
  delegated_at timestamptz, delegated_by uuid,
  report text not null default '',
  report_document uuid,
  reported_in text references plenary.meeting on delete restrict,
  reported_at timestamptz, reported_by uuid,
  entered_at timestamptz not null default clock_timestamp(), entered_by uuid not null,
  constraint reported_with_text check (reported_at is null or btrim(report) <> ''),
  constraint heard_once_reported check (reported_in is null or reported_at is not null)
);
call plenary.found_table('representation');
call plenary.let_read('representation', 'true', 'reported_at is not null');
create policy leaders_enter on plenary.representation for insert to corett_secretariat, corett_presidency with check (entered_by = identity.acting_account());
create policy leaders_change on plenary.representation for update to corett_secretariat, corett_presidency using (true) with check (true);
create policy delegate_reports on plenary.representation for update to corett_state
  using (delegated_to = identity.acting_country() and plenary.acts_as_delegate()) with check (delegated_to = identity.acting_country() and reported_by = identity.acting_account());
grant insert (id, event, place, from_day, until_day, delegated_to, delegated_at, delegated_by, entered_by) on plenary.representation to corett_secretariat, corett_presidency;
grant update (event, place, from_day, until_day, delegated_to, delegated_at, delegated_by, report, report_document, reported_in, reported_at, reported_by) on plenary.representation to corett_secretariat, corett_presidency;
grant update (report, report_document, reported_at, reported_by) on plenary.representation to corett_state;

-- A text put to the plenary. What is put is frozen: another wording is another motion that replaces it. Motions are written
-- through the functions below alone: they lock the meeting first, so that none is withdrawn or reworded under an open decision.
create table plenary.motion (
  id uuid primary key default gen_random_uuid(),
  meeting text not null references plenary.meeting on delete restrict,
  item uuid not null references plenary.agenda_item on delete restrict,
  number smallint not null check (number > 0),
  purpose text not null default 'substance' check (purpose in ('substance', 'agenda', 'previous-act', 'procedure')),
  title_es text not null check (btrim(title_es) <> ''), title_en text not null check (btrim(title_en) <> ''),
  text_es text not null check (btrim(text_es) <> ''), text_en text not null check (btrim(text_en) <> ''),
  proposed_by_country text references coalition.member on delete restrict,
  proposed_by_office text not null,
  replaces uuid references plenary.motion on delete restrict,
  state text not null default 'draft' check (state in ('draft', 'put', 'adopted', 'rejected', 'withdrawn')),
  entered_by uuid not null, entered_at timestamptz not null default clock_timestamp(),
  put_at timestamptz, decided_at timestamptz,
  unique (meeting, number)
);
create index motion_of_item on plenary.motion (item);
call plenary.found_table('motion');
-- Observers see what belongs to the points that are open to them, here and in all that hangs on a motion.
call plenary.let_read('motion', $$state <> 'draft' or proposed_by_country = identity.acting_country()$$,
  $$state <> 'draft' and exists (select from plenary.agenda_item i where i.id = item)$$);

create function plenary.check_motion() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if (new.id, new.meeting, new.number, new.proposed_by_country, new.proposed_by_office, new.entered_by) is distinct from
    (old.id, old.meeting, old.number, old.proposed_by_country, old.proposed_by_office, old.entered_by) then
    raise exception 'Motion % stays who proposed it, where and under which number', old.number using errcode = 'check_violation';
  end if;
  if old.state <> 'draft' and (new.title_es, new.title_en, new.text_es, new.text_en, new.item, new.purpose) is distinct from (old.title_es, old.title_en, old.text_es, old.text_en, old.item, old.purpose) then
    raise exception 'Motion % was put to the plenary: its text cannot be changed', old.number using errcode = 'check_violation';
  end if;
  if new.state <> old.state then
    if not ((old.state, new.state) in (('draft', 'put'), ('draft', 'withdrawn'), ('put', 'withdrawn'), ('put', 'adopted'), ('put', 'rejected'))) then
      raise exception 'No act leads a motion from % to %', old.state, new.state using errcode = 'check_violation';
    end if;
    if new.state = 'put' then new.put_at := clock_timestamp(); end if;
    if new.state in ('adopted', 'rejected') then new.decided_at := clock_timestamp(); end if;
  end if;
  return new;
end $$;
create trigger lawful before update on plenary.motion for each row execute function plenary.check_motion();
create trigger never_removed before delete on plenary.motion for each row execute function audit.refuse_change();

-- ── What every act here asks ──
create function plenary.leads() returns boolean language sql stable
  return coalesce(identity.acting_office() in ('secretariat', 'presidency'), false);
create function plenary.acting_name() returns text language sql stable security definer set search_path = pg_catalog
  return coalesce((select a.name from identity.account a where a.id = identity.acting_account()), identity.acting_office(), 'CORETT');
-- A refused act: it is in the audit, and its word is the answer. What was on a ballot never comes here.
create function plenary.refused(relation text, act text, of_thing uuid, word text) returns text language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform audit.attempt(relation, jsonb_build_object('act', act, 'of', of_thing, 'refused', word));
  return word;
end $$;
revoke execute on function plenary.leads(), plenary.acting_name(), plenary.refused(text, text, uuid, text) from public;

-- Whether the acting person may decide for the delegation, here and now: 'entitled', or the word why not. The one place of
-- this rule: consensus, ballots and the telephone's page all ask it.
create function plenary.entitlement(of_meeting text) returns text language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  m plenary.meeting;
  a plenary.accreditation;
begin
  select * into m from plenary.meeting where id = of_meeting;
  if not found then return 'unknown-meeting'; end if;
  if m.state <> 'open' then return 'meeting-not-open'; end if;
  if not coalesce(plenary.acts_as_delegate(), false) then return 'not-a-delegate'; end if;
  -- An office that ended during the session votes no more, whatever the credentials say.
  if not exists (select from identity.office o where o.account = identity.acting_account() and o.office = identity.acting_office()
    and o.country = identity.acting_country() and o.until is null) then return 'not-a-delegate'; end if;
  if not exists (select from plenary.seat s where s.meeting = m.id and s.country = identity.acting_country()) then return 'not-a-member'; end if;
  select * into a from plenary.accreditation x
  where x.meeting = m.id and x.account = identity.acting_account() and x.country = identity.acting_country()
    and x.capacity in ('titular', 'alternate') and x.withdrawn_at is null;
  if not found then return 'not-accredited'; end if;
  if a.checked_at is null then return 'credentials-unchecked'; end if;
  if not plenary.is_in_the_room(a.id) then return 'not-present'; end if;
  if a.capacity = 'alternate' and exists (
    select from plenary.accreditation t where t.meeting = m.id and t.country = a.country and t.capacity = 'titular'
      and t.checked_at is not null and t.withdrawn_at is null and plenary.is_in_the_room(t.id)) then return 'titular-present'; end if;
  if not plenary.quorum_holds(m.id) then return 'no-quorum'; end if;
  return 'entitled';
end $$;
revoke execute on function plenary.entitlement(text) from public;
grant execute on function plenary.entitlement(text) to corett_state, corett_secretariat, corett_presidency, corett_observer;

-- ── Motions: proposed, reworded while they are drafts, put, withdrawn ──
create function plenary.propose_motion(new_id uuid, of_meeting text, of_item uuid, of_purpose text, of_title_es text, of_title_en text,
  of_text_es text, of_text_en text, for_country text default null, of_replaced uuid default null)
returns text language plpgsql security definer set search_path = pg_catalog as $$
declare m plenary.meeting;
begin
  -- Numbers follow one another: one proposal at a time.
  select * into m from plenary.meeting where id = of_meeting for no key update;
  if not found or (m.state = 'draft' and not plenary.leads()) then return 'unknown-meeting'; end if;
  if not plenary.leads() and not (coalesce(plenary.acts_as_delegate(), false)
    and exists (select from plenary.seat s where s.meeting = m.id and s.country = identity.acting_country())) then
    return plenary.refused('plenary.motion', 'propose', new_id, 'not-yours');
  end if;
  if exists (select from plenary.motion o where o.id = new_id) then return 'proposed'; end if;
  if m.is_record or m.state in ('closed', 'cancelled') then return 'meeting-closed'; end if;
  if not exists (select from plenary.agenda_item i where i.id = of_item and i.meeting = m.id) then return 'unknown-item'; end if;
  if '' = any (array[btrim(coalesce(of_title_es, '')), btrim(coalesce(of_title_en, '')), btrim(coalesce(of_text_es, '')), btrim(coalesce(of_text_en, ''))]) then return 'text-missing'; end if;
  if for_country is not null and not exists (select from plenary.seat s where s.meeting = m.id and s.country = for_country) then return 'not-a-member'; end if;
  if of_replaced is not null and not exists (select from plenary.motion o where o.id = of_replaced and o.meeting = m.id) then return 'unknown-motion'; end if;
  insert into plenary.motion (id, meeting, item, number, purpose, title_es, title_en, text_es, text_en, proposed_by_country, proposed_by_office, replaces, entered_by)
  values (new_id, m.id, of_item, 1 + (select coalesce(max(o.number), 0) from plenary.motion o where o.meeting = m.id), of_purpose,
    btrim(of_title_es), btrim(of_title_en), of_text_es, of_text_en,
    case when plenary.leads() then for_country else identity.acting_country() end, identity.acting_office(), of_replaced, identity.acting_account());
  return 'proposed';
end $$;
create function plenary.keeps_motion(o plenary.motion) returns boolean language sql stable set search_path = pg_catalog
  return plenary.leads() or (coalesce(plenary.acts_as_delegate(), false) and o.proposed_by_country = identity.acting_country() and o.state = 'draft');
revoke execute on function plenary.keeps_motion(plenary.motion) from public;

create function plenary.edit_motion(of_motion uuid, of_item uuid, of_purpose text, of_title_es text, of_title_en text, of_text_es text, of_text_en text)
returns text language plpgsql security definer set search_path = pg_catalog as $$
declare o plenary.motion;
begin
  select * into o from plenary.motion where id = of_motion;
  if not found then return 'unknown-motion'; end if;
  perform from plenary.meeting where id = o.meeting for no key update;
  select * into o from plenary.motion where id = of_motion;
  if not plenary.leads() and o.proposed_by_country is distinct from identity.acting_country() then return plenary.refused('plenary.motion', 'edit', o.id, 'not-yours'); end if;
  if o.state <> 'draft' then return 'already-put'; end if;
  if not plenary.keeps_motion(o) then return plenary.refused('plenary.motion', 'edit', o.id, 'not-yours'); end if;
  if not exists (select from plenary.agenda_item i where i.id = of_item and i.meeting = o.meeting) then return 'unknown-item'; end if;
  if '' = any (array[btrim(coalesce(of_title_es, '')), btrim(coalesce(of_title_en, '')), btrim(coalesce(of_text_es, '')), btrim(coalesce(of_text_en, ''))]) then return 'text-missing'; end if;
  update plenary.motion set item = of_item, purpose = of_purpose, title_es = btrim(of_title_es), title_en = btrim(of_title_en), text_es = of_text_es, text_en = of_text_en where id = o.id;
  return 'edited';
end $$;
create function plenary.put_motion(of_motion uuid) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  o plenary.motion;
  m plenary.meeting;
begin
  select * into o from plenary.motion where id = of_motion;
  if not found then return 'unknown-motion'; end if;
  if not plenary.leads() then return plenary.refused('plenary.motion', 'put', of_motion, 'not-yours'); end if;
  select * into m from plenary.meeting where id = o.meeting for no key update;
  select * into o from plenary.motion where id = of_motion;
  if m.state <> 'open' then return 'meeting-not-open'; end if;
  if o.state = 'put' then return 'already-put'; end if;
  if o.state <> 'draft' then return 'motion-decided'; end if;
  update plenary.motion set state = 'put' where id = o.id;
  return 'put';
end $$;
create function plenary.withdraw_motion(of_motion uuid) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  o plenary.motion;
  word text;
begin
  select * into o from plenary.motion where id = of_motion;
  if not found then return 'unknown-motion'; end if;
  perform from plenary.meeting where id = o.meeting for no key update;
  select * into o from plenary.motion where id = of_motion;
  if not plenary.keeps_motion(o) then return plenary.refused('plenary.motion', 'withdraw', o.id, 'not-yours'); end if;
  if o.state = 'withdrawn' then return 'already-withdrawn'; end if;
  if o.state not in ('draft', 'put') then return 'motion-decided'; end if;
  word := plenary.motion_pending(o.id);
  if word is not null then return word; end if;
  update plenary.motion set state = 'withdrawn' where id = o.id;
  return 'withdrawn';
end $$;
-- What is under way with a motion, so that nothing else may begin: 'decision-open', 'not-settled-yet', 'tie-waits', or null.
create function plenary.motion_pending(of_motion uuid) returns text language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if exists (select from plenary.consensus c where c.motion = of_motion and c.closed_at is null) then return 'decision-open'; end if;
  if exists (select from plenary.vote v where v.motion = of_motion and v.state = 'open') then return 'decision-open'; end if;
  if exists (select from plenary.vote v where v.motion = of_motion and v.state = 'closed') then return 'not-settled-yet'; end if;
  if exists (select from plenary.vote v join plenary.outcome r on r.vote = v.id where v.motion = of_motion and r.outcome = 'tie-presidency'
    and not exists (select from plenary.tie_decision t where t.vote = v.id)) then return 'tie-waits'; end if;
  return null;
end $$;
revoke execute on function plenary.motion_pending(uuid) from public;

-- ── Consensus ──
create table plenary.consensus (
  id uuid primary key default gen_random_uuid(),
  meeting text not null references plenary.meeting on delete restrict,
  motion uuid not null references plenary.motion on delete restrict,
  opened_at timestamptz not null default clock_timestamp(), opened_by uuid,
  closed_at timestamptz, closed_by uuid,
  -- Computed when it closes: adopted when quorum held throughout and no delegation objects; who keeps silent agrees.
  outcome text check (outcome in ('adopted', 'objected', 'no-quorum')),
  present smallint, members smallint,
  constraint closed_with_outcome check ((closed_at is null) = (outcome is null))
);
create unique index consensus_one_open on plenary.consensus (meeting) where closed_at is null;
create index consensus_of_motion on plenary.consensus (motion);
call plenary.found_table('consensus');
call plenary.let_read('consensus', 'true', 'exists (select from plenary.motion o where o.id = motion)');
create function plenary.check_consensus() returns trigger language plpgsql as $$
begin
  if old.closed_at is not null or (new.id, new.meeting, new.motion, new.opened_at, new.opened_by) is distinct from (old.id, old.meeting, old.motion, old.opened_at, old.opened_by) then
    raise exception 'A consensus that was taken is kept as it was' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger lawful before update on plenary.consensus for each row execute function plenary.check_consensus();
create trigger never_removed before delete on plenary.consensus for each row execute function audit.refuse_change();

create table plenary.position (
  id uuid primary key,
  consensus uuid not null references plenary.consensus on delete restrict,
  country text not null references coalition.member on delete restrict,
  kind text not null check (kind in ('agreement', 'reservation', 'objection')),
  text text not null default '',
  at timestamptz not null default clock_timestamp(),
  -- Which of two is the newer, whatever a clock does.
  place bigint generated always as identity,
  account uuid not null, name text not null,
  constraint reservation_has_text check (kind = 'agreement' or btrim(text) <> '')
);
create index position_of on plenary.position (consensus, country, place);
comment on table plenary.position is 'What each delegation said; it may say otherwise until the consensus closes: the newest counts, the others stay';
call plenary.found_table('position');
call plenary.let_read('position', 'true', 'exists (select from plenary.consensus c where c.id = consensus)');
call plenary.keep_for_ever('position');

create function plenary.open_consensus(of_motion uuid, new_id uuid) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  o plenary.motion;
  m plenary.meeting;
  word text;
begin
  select * into o from plenary.motion where id = of_motion;
  if not found then return 'unknown-motion'; end if;
  if not plenary.leads() then return plenary.refused('plenary.consensus', 'open', of_motion, 'not-yours'); end if;
  select * into m from plenary.meeting where id = o.meeting for no key update;
  select * into o from plenary.motion where id = of_motion;
  if exists (select from plenary.consensus c where c.id = new_id and c.motion = o.id) then return 'opened'; end if;
  if m.state <> 'open' then return 'meeting-not-open'; end if;
  if o.state not in ('draft', 'put') then return 'motion-decided'; end if;
  if not plenary.quorum_holds(m.id) then return 'no-quorum'; end if;
  if plenary.decision_open(m.id) then return 'another-open'; end if;
  word := plenary.motion_pending(o.id);
  if word is not null then return word; end if;
  if o.state = 'draft' then update plenary.motion set state = 'put' where id = o.id; end if;
  insert into plenary.consensus (id, meeting, motion, opened_by) values (new_id, m.id, o.id, identity.acting_account());
  return 'opened';
end $$;
create or replace function plenary.decision_open(of_meeting text) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return exists (select from plenary.consensus c where c.meeting = of_meeting and c.closed_at is null)
    or exists (select from plenary.vote v where v.meeting = of_meeting and v.state = 'open');
end $$;

create function plenary.state_position(of_consensus uuid, of_kind text, of_text text, new_id uuid) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  c plenary.consensus;
  word text;
begin
  select * into c from plenary.consensus where id = of_consensus;
  if not found then return 'unknown'; end if;
  perform from plenary.meeting where id = c.meeting for share;
  -- The answer to a sentence that was kept is the same again, also after the closing.
  if exists (select from plenary.position p where p.id = new_id and p.consensus = of_consensus and p.account = identity.acting_account()) then return 'stated'; end if;
  select * into c from plenary.consensus where id = of_consensus;
  word := case when c.closed_at is not null then 'closed' else plenary.entitlement(c.meeting) end;
  if word <> 'entitled' then return plenary.refused('plenary.position', 'state', of_consensus, word); end if;
  if of_kind <> 'agreement' and btrim(coalesce(of_text, '')) = '' then return 'text-missing'; end if;
  insert into plenary.position (id, consensus, country, kind, text, account, name)
  select new_id, c.id, identity.acting_country(), of_kind, btrim(coalesce(of_text, '')), identity.acting_account(), a.name
  from plenary.accreditation a where a.meeting = c.meeting and a.account = identity.acting_account() and a.country = identity.acting_country() and a.withdrawn_at is null
  on conflict (id) do nothing;
  return 'stated';
end $$;

create function plenary.close_consensus(of_consensus uuid) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  c plenary.consensus;
  result text;
  moment timestamptz;
begin
  select * into c from plenary.consensus where id = of_consensus;
  if not found then return 'unknown'; end if;
  if not plenary.leads() then return plenary.refused('plenary.consensus', 'close', of_consensus, 'not-yours'); end if;
  perform from plenary.meeting where id = c.meeting for no key update;
  select * into c from plenary.consensus where id = of_consensus;
  if c.closed_at is not null then return 'already-closed'; end if;
  moment := clock_timestamp();
  result := case
    when not plenary.quorum_throughout(c.meeting, c.opened_at, moment) then 'no-quorum'
    when exists (select from (select distinct on (p.country) p.country, p.kind from plenary.position p where p.consensus = c.id order by p.country, p.place desc) newest where newest.kind = 'objection') then 'objected'
    else 'adopted' end;
  update plenary.consensus set closed_at = moment, closed_by = identity.acting_account(), outcome = result,
    present = (select count(*) from plenary.present_delegations(c.meeting)), members = (select count(*) from plenary.seat s where s.meeting = c.meeting)
  where id = c.id;
  -- An objection leaves the motion put: it can be reworded, voted on, or withdrawn.
  if result = 'adopted' then update plenary.motion set state = 'adopted' where id = c.motion; end if;
  return result;
end $$;
do $$
declare f text;
begin
  foreach f in array array['propose_motion(uuid, text, uuid, text, text, text, text, text, text, uuid)', 'edit_motion(uuid, uuid, text, text, text, text, text)',
    'put_motion(uuid)', 'withdraw_motion(uuid)', 'open_consensus(uuid, uuid)', 'state_position(uuid, text, text, uuid)', 'close_consensus(uuid)'] loop
    execute format('revoke execute on function plenary.%s from public', f);
    execute format('grant execute on function plenary.%s to corett_state, corett_secretariat, corett_presidency, corett_observer', f);
  end loop;
end $$;

-- ── Quorum at one moment, and throughout a decision ──
create function plenary.quorum_at(of_meeting text, moment timestamptz) returns boolean language sql stable security definer set search_path = pg_catalog
  return (
    select m.opened_at <= moment and coalesce(moment <= m.closed_at, true)
      and not exists (select from plenary.suspension x where x.meeting = m.id and x.from_at <= moment and coalesce(moment < x.until_at, true))
      and case r.comparison
        when 'more-than' then present.n * r.denominator > seats.n * r.numerator
        else present.n * r.denominator >= seats.n * r.numerator end
    from plenary.meeting m join plenary.quorum_rule r on r.id = m.quorum_rule,
      lateral (
        select count(distinct a.country) as n
        from plenary.accreditation a join plenary.seat s on s.meeting = a.meeting and s.country = a.country,
          lateral (select p.kind from plenary.presence p where p.accreditation = a.id and p.annulled_at is null and p.at <= moment
            order by p.at desc, p.recorded_at desc limit 1) newest
        where a.meeting = m.id and a.capacity in ('titular', 'alternate') and a.checked_at <= moment
          and coalesce(a.withdrawn_at > moment, true) and newest.kind = 'arrival') present,
      lateral (select count(*) as n from plenary.seat s where s.meeting = m.id) seats
    where m.id = of_meeting);
-- Losing quorum for a moment is losing it: a decision stands only if it held at its opening, at its closing, and at every
-- coming, going and suspension between.
create function plenary.quorum_throughout(of_meeting text, from_moment timestamptz, until_moment timestamptz) returns boolean language sql stable security definer set search_path = pg_catalog
  return (
    select coalesce(bool_and(plenary.quorum_at(of_meeting, moments.at)), false)
    from (
      select from_moment as at union select until_moment
      union select p.at from plenary.presence p where p.meeting = of_meeting and p.annulled_at is null and p.at between from_moment and until_moment
      union select x.from_at from plenary.suspension x where x.meeting = of_meeting and x.from_at between from_moment and until_moment
      union select a.withdrawn_at from plenary.accreditation a where a.meeting = of_meeting and a.withdrawn_at between from_moment and until_moment
    ) moments);
-- Who is in the room is for those who belong to the meeting, not for visitors of the site.
do $$
declare f text;
begin
  foreach f in array array['is_in_the_room(uuid)', 'present_delegations(text)', 'quorum_holds(text)', 'quorum_at(text, timestamptz)',
    'quorum_throughout(text, timestamptz, timestamptz)', 'presence_settled_until(text)'] loop
    execute format('revoke execute on function plenary.%s from public', f);
    execute format('grant execute on function plenary.%s to corett_state, corett_secretariat, corett_presidency, corett_observer, corett_system', f);
  end loop;
end $$;
