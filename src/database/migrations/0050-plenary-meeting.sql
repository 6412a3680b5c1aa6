-- The plenary: meetings, their agenda, who is convened, who is accredited, who is in the room, and by which rules.
create schema plenary;
grant usage on schema plenary to corett_public, corett_state, corett_secretariat, corett_presidency, corett_observer, corett_system;

-- What every table here has: row security that binds its owner too, the platform's reading eye, and the audit.
-- Functions below run as the owner: they are the only way to write where no grant is given.
create procedure plenary.found_table(name text, variadic omitted text[] default '{}') language plpgsql as $$
begin
  execute format('alter table plenary.%I enable row level security', name);
  execute format('create policy owner_acts on plenary.%I to current_user using (true) with check (true)', name);
  execute format('create policy platform_reads on plenary.%I for select to corett_system using (true)', name);
  execute format('grant select on plenary.%I to corett_system', name);
  execute format('create trigger audited after insert or update or delete on plenary.%I for each row execute function audit.record_row(%s)',
    name, (select coalesce(string_agg(quote_literal(o), ', '), '') from unnest(omitted) o));
  execute format('alter table plenary.%I force row level security', name);
end $$;
revoke execute on procedure plenary.found_table(text, text[]) from public;

-- Readers: those who lead (secretariat, presidency) always; delegations and observers what a policy opens to them.
create procedure plenary.let_read(name text, members text, observers text) language plpgsql as $$
begin
  execute format('create policy leaders_read on plenary.%I for select to corett_secretariat, corett_presidency using (true)', name);
  execute format('grant select on plenary.%I to corett_secretariat, corett_presidency', name);
  if members is not null then
    execute format('create policy members_read on plenary.%I for select to corett_state using (%s)', name, members);
    execute format('grant select on plenary.%I to corett_state', name);
  end if;
  if observers is not null then
    execute format('create policy observers_read on plenary.%I for select to corett_observer using (%s)', name, observers);
    execute format('grant select on plenary.%I to corett_observer', name);
  end if;
end $$;
revoke execute on procedure plenary.let_read(text, text, text) from public;

create procedure plenary.keep_for_ever(name text) language plpgsql as $$
begin
  execute format('create trigger kept_for_ever before update or delete on plenary.%I for each row execute function audit.refuse_change()', name);
  execute format('create trigger kept_for_ever_whole before truncate on plenary.%I for each statement execute function audit.refuse_change()', name);
end $$;
revoke execute on procedure plenary.keep_for_ever(text) from public;

create function plenary.acts_as_delegate() returns boolean language sql stable
  return identity.acting_office() in ('delegate-titular', 'delegate-alternate') and identity.acting_country() is not null;

-- ── Rules, as data with their source and the day from which they hold. A rule is never changed: a new one follows it. ──
create table plenary.quorum_rule (
  id text primary key,
  comparison text not null check (comparison in ('more-than', 'at-least')),
  numerator smallint not null check (numerator > 0),
  denominator smallint not null check (denominator >= numerator),
  source_es text not null, source_en text not null,
  in_force_from date not null unique,
  entered_by uuid, entered_at timestamptz not null default now()
);
comment on table plenary.quorum_rule is 'Share of the member delegations that must be in the room; the newest in force on the day of the meeting holds';
create table plenary.notice_rule (
  id text primary key,
  ordinary_days smallint not null check (ordinary_days >= 0),
  extraordinary_days smallint not null check (extraordinary_days >= 0),
  source_es text not null, source_en text not null,
  in_force_from date not null unique,
  entered_by uuid, entered_at timestamptz not null default now()
);
create table plenary.majority_rule (
  id text primary key,
  name_es text not null, name_en text not null,
  kind text not null check (kind in ('simple', 'absolute', 'two-thirds')),
  basis text not null check (basis in ('members', 'present', 'cast')),
  abstentions text not null check (abstentions in ('in-basis', 'out-of-basis')),
  not_voting text not null check (not_voting in ('in-basis', 'out-of-basis')),
  tie text not null check (tie in ('rejected', 'presidency-decides', 'second-vote', 'lots')),
  source_es text not null, source_en text not null,
  in_force_from date not null,
  in_force_until date check (in_force_until >= in_force_from),
  entered_by uuid, entered_at timestamptz not null default now(),
  constraint simple_counts_what_is_cast check (kind <> 'simple' or basis = 'cast')
);
create table plenary.election_rule (
  id text primary key,
  kind text not null check (kind in ('simple', 'absolute', 'two-thirds')),
  basis text not null check (basis in ('members', 'present', 'cast')),
  method text not null check (method in ('secret', 'roll-call')),
  tie text not null check (tie in ('lots', 'second-vote')),
  rest_terms smallint not null check (rest_terms >= 0),
  source_es text not null, source_en text not null,
  in_force_from date not null unique,
  entered_by uuid, entered_at timestamptz not null default now()
);
comment on column plenary.election_rule.rest_terms is 'A state that held the presidency within this many last terms rests';
insert into plenary.quorum_rule (id, comparison, numerator, denominator, source_es, source_en, in_force_from) values
  ('more-than-half', 'more-than', 1, 2, 'Regla de partida de la plataforma; confírmese con los Lineamientos de Actuación (2014)',
   'Starting rule of the platform; to be confirmed with the Guidelines for Action (2014)', '2011-09-16');
insert into plenary.notice_rule (id, ordinary_days, extraordinary_days, source_es, source_en, in_force_from) values
  ('starting', 15, 5, 'Regla de partida de la plataforma; confírmese con los Lineamientos de Actuación (2014)',
   'Starting rule of the platform; to be confirmed with the Guidelines for Action (2014)', '2011-09-16');
insert into plenary.majority_rule (id, name_es, name_en, kind, basis, abstentions, not_voting, tie, source_es, source_en, in_force_from)
select r.id, r.es, r.en, r.kind, r.basis, r.abstentions, r.not_voting, 'rejected',
  'Regla de partida de la plataforma; confírmese con los Lineamientos de Actuación (2014)',
  'Starting rule of the platform; to be confirmed with the Guidelines for Action (2014)', '2011-09-16'
from (values
  ('simple', 'Mayoría simple: más votos a favor que en contra', 'Simple majority: more in favour than against', 'simple', 'cast', 'out-of-basis', 'out-of-basis'),
  ('absolute-of-present', 'Mayoría absoluta de las delegaciones presentes', 'Absolute majority of the delegations present', 'absolute', 'present', 'in-basis', 'in-basis'),
  ('absolute-of-members', 'Mayoría absoluta de los Estados miembros', 'Absolute majority of the member states', 'absolute', 'members', 'in-basis', 'in-basis'),
  ('two-thirds-of-present', 'Dos tercios de las delegaciones presentes', 'Two thirds of the delegations present', 'two-thirds', 'present', 'in-basis', 'in-basis'),
  ('two-thirds-of-members', 'Dos tercios de los Estados miembros', 'Two thirds of the member states', 'two-thirds', 'members', 'in-basis', 'in-basis'),
  ('two-thirds-of-cast', 'Dos tercios de los votos a favor y en contra', 'Two thirds of the votes for and against', 'two-thirds', 'cast', 'out-of-basis', 'out-of-basis')
) as r (id, es, en, kind, basis, abstentions, not_voting);
insert into plenary.election_rule (id, kind, basis, method, tie, rest_terms, source_es, source_en, in_force_from) values
  ('starting', 'absolute', 'present', 'secret', 'lots', 1, 'Regla de partida de la plataforma; confírmese con los Lineamientos de Actuación (2014)',
   'Starting rule of the platform; to be confirmed with the Guidelines for Action (2014)', '2011-09-16');
do $$
declare name text;
begin
  foreach name in array array['quorum_rule', 'notice_rule', 'majority_rule', 'election_rule'] loop
    call plenary.found_table(name);
    call plenary.let_read(name, 'true', 'true');
    execute format('create policy public_reads on plenary.%I for select to corett_public using (true)', name);
    execute format('grant select on plenary.%I to corett_public', name);
    execute format('create policy secretariat_enters on plenary.%I for insert to corett_secretariat with check (entered_by = identity.acting_account())', name);
    call plenary.keep_for_ever(name);
  end loop;
end $$;
grant insert (id, comparison, numerator, denominator, source_es, source_en, in_force_from, entered_by) on plenary.quorum_rule to corett_secretariat;
grant insert (id, ordinary_days, extraordinary_days, source_es, source_en, in_force_from, entered_by) on plenary.notice_rule to corett_secretariat;
grant insert (id, name_es, name_en, kind, basis, abstentions, not_voting, tie, source_es, source_en, in_force_from, in_force_until, entered_by)
  on plenary.majority_rule to corett_secretariat;
grant insert (id, kind, basis, method, tie, rest_terms, source_es, source_en, in_force_from, entered_by) on plenary.election_rule to corett_secretariat;

-- ── The meeting ──
create table plenary.meeting (
  id text primary key,
  year smallint not null check (year between 2011 and 2999),
  ordinal smallint not null check (ordinal between 1 and 99),
  kind text not null default 'ordinary' check (kind in ('ordinary', 'extraordinary')),
  mode text not null check (mode in ('in-person', 'virtual', 'hybrid')),
  place_es text, place_en text,
  time_zone text not null default 'America/Guatemala',
  starts_at timestamptz, ends_at timestamptz,
  state text not null default 'draft' check (state in ('draft', 'convened', 'open', 'closed', 'cancelled')),
  agenda_state text not null default 'draft' check (agenda_state in ('draft', 'approved')),
  current_item uuid,
  quorum_rule text references plenary.quorum_rule on delete restrict,
  -- iCalendar's count of what was sent: a calendar takes the newest.
  sequence integer not null default 0,
  convened_at timestamptz, opened_at timestamptz, closed_at timestamptz, cancelled_at timestamptz,
  cancel_reason text,
  -- A meeting of the past, entered from the coalition's own record instead of held here.
  is_record boolean not null default false,
  -- The source gives the meeting no number; the platform counted.
  number_given boolean not null default true,
  -- The source tells the day, not the hour.
  whole_days boolean not null default false,
  source_es text, source_en text,
  summary_es text, summary_en text,
  unique (year, ordinal),
  constraint number_is_roman check (id = trim(to_char(ordinal, 'FMRN')) || '-' || year),
  constraint ends_after_start check (ends_at > starts_at),
  constraint dated check (starts_at is not null and ends_at is not null or is_record),
  constraint place_in_both check ((place_es is null) = (place_en is null)),
  constraint has_place check (mode = 'virtual' or place_es is not null or is_record),
  constraint record_has_source check (not is_record or (source_es is not null and source_en is not null and state = 'closed')),
  constraint cancelled_with_reason check ((state = 'cancelled') = (cancel_reason is not null)),
  -- Without a rule nobody could say whether there is a quorum.
  constraint held_under_a_rule check (state <> 'open' or quorum_rule is not null)
);
comment on table plenary.meeting is 'A meeting of the plenary, numbered by year in Roman numerals: III-2022';
call plenary.found_table('meeting');
call plenary.let_read('meeting', $$state <> 'draft'$$, $$state <> 'draft'$$);
create policy public_reads_closed on plenary.meeting for select to corett_public using (state = 'closed');
grant select on plenary.meeting to corett_public;
create policy leaders_prepare on plenary.meeting for insert to corett_secretariat, corett_presidency
  with check (state = 'draft' and not is_record);
create policy leaders_change on plenary.meeting for update to corett_secretariat, corett_presidency
  using (not is_record) with check (not is_record);
grant insert (id, year, ordinal, kind, mode, place_es, place_en, time_zone, starts_at, ends_at) on plenary.meeting to corett_secretariat, corett_presidency;
grant update (kind, mode, place_es, place_en, time_zone, starts_at, ends_at, state, agenda_state, current_item, quorum_rule, sequence,
  convened_at, opened_at, closed_at, cancelled_at, cancel_reason) on plenary.meeting to corett_secretariat, corett_presidency;
-- The platform enters the coalition's record of past meetings, and nothing else.
create policy platform_enters_record on plenary.meeting for insert to corett_system with check (is_record);
grant insert (id, year, ordinal, kind, mode, place_es, place_en, time_zone, starts_at, ends_at, state, agenda_state, closed_at, is_record,
  number_given, whole_days, source_es, source_en, summary_es, summary_en) on plenary.meeting to corett_system;

-- The link of a virtual meeting opens the room: only those who are convened see it.
create table plenary.meeting_link (
  meeting text primary key references plenary.meeting on delete cascade,
  url text not null check (url ~ '^https://'),
  note text
);
-- Neither the address nor its note (often the access code) enters the audit, which others read.
call plenary.found_table('meeting_link', 'url', 'note');
call plenary.let_read('meeting_link', 'plenary.acts_as_delegate() and exists (select from plenary.meeting m where m.id = meeting)',
  'exists (select from plenary.meeting m where m.id = meeting)');
create policy leaders_keep on plenary.meeting_link to corett_secretariat, corett_presidency using (true) with check (true);
grant insert (meeting, url, note), update (url, note), delete on plenary.meeting_link to corett_secretariat, corett_presidency;

-- From which state to which. The state is changed through here by whoever leads; times are the server's.
create function plenary.check_meeting() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if old.state in ('closed', 'cancelled') and new.state = old.state
    and (to_jsonb(new) - 'sequence') is distinct from (to_jsonb(old) - 'sequence') then
    raise exception 'Meeting % is %: it cannot be changed', old.id, old.state using errcode = 'check_violation';
  end if;
  if new.state <> old.state then
    if not ((old.state, new.state) in (('draft', 'convened'), ('draft', 'cancelled'), ('convened', 'open'), ('convened', 'cancelled'), ('open', 'closed'))) then
      raise exception 'No act leads a meeting from % to %', old.state, new.state using errcode = 'check_violation';
    end if;
    if new.state = 'convened' then new.convened_at := clock_timestamp(); end if;
    if new.state = 'closed' and plenary.decision_open(new.id) then
      raise exception 'Meeting % has an open decision: it is closed first', old.id using errcode = 'check_violation';
    end if;
    if new.state = 'open' then new.opened_at := clock_timestamp(); end if;
    if new.state = 'closed' then new.closed_at := clock_timestamp(); new.current_item := null; end if;
    if new.state = 'cancelled' then new.cancelled_at := clock_timestamp(); end if;
  end if;
  if old.agenda_state = 'draft' and new.agenda_state = 'approved' and not exists (
    select from plenary.motion o where o.meeting = old.id and o.purpose = 'agenda' and o.state = 'adopted') then
    raise exception 'The agenda of % is approved by a decision of the plenary', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger lawful_act before update on plenary.meeting for each row execute function plenary.check_meeting();

-- The member states that are entitled in this meeting, pinned when it is convened. Quorum and majorities count these.
create table plenary.seat (
  meeting text not null references plenary.meeting on delete restrict,
  country text not null references coalition.member on delete restrict,
  primary key (meeting, country)
);
call plenary.found_table('seat');
call plenary.let_read('seat', 'true', 'true');
create policy leaders_pin on plenary.seat for insert to corett_secretariat, corett_presidency
  with check (exists (select from plenary.meeting m where m.id = meeting and m.state in ('draft', 'convened')));
grant insert on plenary.seat to corett_secretariat, corett_presidency;
call plenary.keep_for_ever('seat');

-- ── The agenda ──
create table plenary.agenda_item (
  id uuid primary key default gen_random_uuid(),
  meeting text not null references plenary.meeting on delete cascade,
  position smallint not null check (position > 0),
  kind text not null default 'other' check (kind in ('opening', 'agenda', 'previous-act', 'country-reports', 'representation', 'motion', 'election', 'information', 'closing', 'other')),
  title_es text not null check (btrim(title_es) <> ''),
  title_en text not null check (btrim(title_en) <> ''),
  detail_es text not null default '', detail_en text not null default '',
  minutes smallint check (minutes between 1 and 600),
  presenter text not null default '',
  open_to_observers boolean not null default true,
  state text not null default 'pending' check (state in ('pending', 'current', 'done', 'postponed')),
  begun_at timestamptz, done_at timestamptz,
  unique (meeting, position) deferrable initially deferred
);
create index agenda_item_of on plenary.agenda_item (meeting, position);
-- The plenary deals with one point at a time.
create unique index agenda_item_one_current on plenary.agenda_item (meeting) where state = 'current';
alter table plenary.meeting add foreign key (current_item) references plenary.agenda_item on delete restrict;
call plenary.found_table('agenda_item');
call plenary.let_read('agenda_item', 'exists (select from plenary.meeting m where m.id = meeting)',
  'open_to_observers and exists (select from plenary.meeting m where m.id = meeting)');
create policy public_reads_record on plenary.agenda_item for select to corett_public
  using (exists (select from plenary.meeting m where m.id = meeting and m.is_record));
grant select on plenary.agenda_item to corett_public;
create policy leaders_keep on plenary.agenda_item to corett_secretariat, corett_presidency using (true) with check (true);
grant insert (id, meeting, position, kind, title_es, title_en, detail_es, detail_en, minutes, presenter, open_to_observers),
  update (position, kind, title_es, title_en, detail_es, detail_en, minutes, presenter, open_to_observers, state, begun_at, done_at), delete
  on plenary.agenda_item to corett_secretariat, corett_presidency;
create policy platform_enters_record on plenary.agenda_item for insert to corett_system
  with check (exists (select from plenary.meeting m where m.id = meeting and m.is_record));
grant insert on plenary.agenda_item to corett_system;

-- An agenda that the plenary approved changes only after the plenary opened it again.
create function plenary.check_agenda() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare of plenary.meeting;
begin
  select * into of from plenary.meeting m where m.id = coalesce(new.meeting, old.meeting);
  if of.is_record then return coalesce(new, old); end if;
  if of.state in ('closed', 'cancelled') then
    raise exception 'Meeting % is %: its agenda cannot be changed', of.id, of.state using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and (to_jsonb(new) - '{state,begun_at,done_at}'::text[]) = (to_jsonb(old) - '{state,begun_at,done_at}'::text[]) then return new; end if;
  if of.agenda_state = 'approved' then
    raise exception 'The agenda of % is approved: only the plenary opens it again', of.id using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger kept_once_approved before insert or update or delete on plenary.agenda_item for each row execute function plenary.check_agenda();

-- Documents of a meeting or of one of its items; the file itself is in the archive.
create table plenary.meeting_document (
  id uuid primary key default gen_random_uuid(),
  meeting text not null references plenary.meeting on delete restrict,
  item uuid references plenary.agenda_item on delete set null,
  document uuid not null,
  title text not null,
  open_to_observers boolean not null default true,
  attached_by uuid, attached_at timestamptz not null default now(),
  withdrawn_at timestamptz
);
create index meeting_document_of on plenary.meeting_document (meeting, item);
call plenary.found_table('meeting_document');
-- A withdrawn document stays for those who lead; a document of an item that is closed to observers is closed to them too.
call plenary.let_read('meeting_document', 'withdrawn_at is null and exists (select from plenary.meeting m where m.id = meeting)',
  'withdrawn_at is null and open_to_observers and exists (select from plenary.meeting m where m.id = meeting)
    and (item is null or exists (select from plenary.agenda_item i where i.id = item))');
create policy leaders_attach on plenary.meeting_document for insert to corett_secretariat, corett_presidency with check (attached_by = identity.acting_account());
create policy leaders_arrange on plenary.meeting_document for update to corett_secretariat, corett_presidency using (true) with check (true);
grant insert (id, meeting, item, document, title, open_to_observers, attached_by), update (withdrawn_at, item, open_to_observers) on plenary.meeting_document to corett_secretariat, corett_presidency;

-- ── Convocation: what was sent to whom, seen when, answered how ──
create table plenary.notice (
  id uuid primary key default gen_random_uuid(),
  meeting text not null references plenary.meeting on delete restrict,
  sequence integer not null,
  kind text not null check (kind in ('convocation', 'update', 'cancellation')),
  account uuid not null,
  name text not null,
  office text not null,
  country text, organisation text,
  sent_at timestamptz not null default clock_timestamp(),
  -- The mail left the platform (or is kept in its outbox); the person opened the meeting; the person said 'received'.
  mailed_at timestamptz, seen_at timestamptz, acknowledged_at timestamptz,
  unique (meeting, sequence, account)
);
create index notice_by_account on plenary.notice (account, meeting);
call plenary.found_table('notice');
call plenary.let_read('notice', 'country = identity.acting_country() or account = identity.acting_account()', 'account = identity.acting_account()');
create policy leaders_send on plenary.notice for insert to corett_secretariat, corett_presidency with check (true);
grant insert (id, meeting, sequence, kind, account, name, office, country, organisation) on plenary.notice to corett_secretariat, corett_presidency;
create policy own_receipt on plenary.notice for update to corett_state, corett_observer, corett_secretariat, corett_presidency
  using (account = identity.acting_account()) with check (account = identity.acting_account());
grant update (seen_at, acknowledged_at) on plenary.notice to corett_state, corett_observer, corett_secretariat, corett_presidency;
create policy platform_mails on plenary.notice for update to corett_system using (true) with check (true);
grant update (mailed_at) on plenary.notice to corett_system;
-- Proof of receipt: each moment is the server's, is told once, and nobody takes it back.
create function plenary.check_notice() returns trigger language plpgsql as $$
begin
  new.mailed_at := coalesce(old.mailed_at, case when new.mailed_at is not null then clock_timestamp() end);
  new.seen_at := coalesce(old.seen_at, case when new.seen_at is not null or new.acknowledged_at is not null then clock_timestamp() end);
  new.acknowledged_at := coalesce(old.acknowledged_at, case when new.acknowledged_at is not null then clock_timestamp() end);
  return new;
end $$;
create trigger told_once before update on plenary.notice for each row execute function plenary.check_notice();

-- Delegations that were reminded to answer, each once a day at most, by the platform or by the secretariat.
create table plenary.meeting_reminder (
  meeting text not null references plenary.meeting on delete restrict,
  country text not null references coalition.member on delete restrict,
  sent_on date not null,
  primary key (meeting, country, sent_on)
);
call plenary.found_table('meeting_reminder');
call plenary.let_read('meeting_reminder', 'country = identity.acting_country()', null);
create policy reminders_sent on plenary.meeting_reminder for insert to corett_secretariat, corett_system with check (true);
grant insert (meeting, country, sent_on) on plenary.meeting_reminder to corett_secretariat, corett_system;
call plenary.keep_for_ever('meeting_reminder');

-- Who is to be convened: the people who hold an office today. Asked by whoever leads, who may not read all accounts.
create function plenary.invitees() returns table (account uuid, name text, office text, country text, organisation text, language text)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if coalesce(identity.acting_office(), 'system') not in ('secretariat', 'presidency', 'system') then return; end if;
  return query
    select a.id, a.name, o.office, o.country, o.organisation, a.language
    from identity.office o join identity.account a on a.id = o.account
    where o.until is null and o.office in ('delegate-titular', 'delegate-alternate', 'observer', 'secretariat', 'presidency');
end $$;
create policy plenary_convenes on identity.office for select to current_user using (true);
create policy plenary_convenes on identity.account for select to current_user using (true);
revoke execute on function plenary.invitees() from public;
grant execute on function plenary.invitees() to corett_secretariat, corett_presidency, corett_system;

-- The delegation's answer.
create table plenary.confirmation (
  meeting text not null references plenary.meeting on delete restrict,
  country text not null references coalition.member on delete restrict,
  answer text not null check (answer in ('attends', 'declines')),
  mode text check (mode in ('in-person', 'virtual')),
  note text not null default '',
  answered_at timestamptz not null default clock_timestamp(),
  answered_by uuid not null,
  primary key (meeting, country)
);
call plenary.found_table('confirmation');
call plenary.let_read('confirmation', 'true', null);
create policy state_answers on plenary.confirmation to corett_state
  using (country = identity.acting_country() and plenary.acts_as_delegate())
  with check (country = identity.acting_country() and plenary.acts_as_delegate() and answered_by = identity.acting_account()
    and exists (select from plenary.meeting m where m.id = meeting and m.state in ('convened', 'open'))
    and exists (select from plenary.seat s where s.meeting = confirmation.meeting and s.country = confirmation.country));
grant insert (meeting, country, answer, mode, note, answered_by), update (answer, mode, note, answered_at, answered_by) on plenary.confirmation to corett_state;

-- The people of a delegation, and observers, with their credentials. One titular; alternates; advisers do not vote.
create table plenary.accreditation (
  id uuid primary key default gen_random_uuid(),
  meeting text not null references plenary.meeting on delete restrict,
  country text references coalition.member on delete restrict,
  organisation text,
  account uuid,
  name text not null check (btrim(name) <> ''),
  post text not null default '',
  capacity text not null check (capacity in ('titular', 'alternate', 'adviser', 'observer')),
  named_at timestamptz not null default clock_timestamp(),
  named_by uuid not null,
  checked_at timestamptz, checked_by uuid, check_note text not null default '',
  withdrawn_at timestamptz,
  constraint of_a_state_or_an_organisation check ((capacity = 'observer') = (country is null) and (country is null) = (organisation is not null)),
  constraint voters_have_an_account check (capacity not in ('titular', 'alternate') or account is not null)
);
create unique index accreditation_once on plenary.accreditation (meeting, account) where withdrawn_at is null;
create unique index accreditation_one_titular on plenary.accreditation (meeting, country) where capacity = 'titular' and withdrawn_at is null;
call plenary.found_table('accreditation');
call plenary.let_read('accreditation', 'exists (select from plenary.meeting m where m.id = meeting)', 'exists (select from plenary.meeting m where m.id = meeting)');
create policy state_names_own on plenary.accreditation for insert to corett_state
  with check (country = identity.acting_country() and plenary.acts_as_delegate() and named_by = identity.acting_account());
create policy state_withdraws_own on plenary.accreditation for update to corett_state
  using (country = identity.acting_country() and plenary.acts_as_delegate()) with check (country = identity.acting_country());
create policy observer_names_self on plenary.accreditation for insert to corett_observer
  with check (capacity = 'observer' and account = identity.acting_account() and named_by = identity.acting_account());
create policy secretariat_names on plenary.accreditation for insert to corett_secretariat with check (named_by = identity.acting_account());
create policy secretariat_checks on plenary.accreditation for update to corett_secretariat using (true) with check (true);
grant insert (id, meeting, country, organisation, account, name, post, capacity, named_by) on plenary.accreditation to corett_state, corett_observer, corett_secretariat;
grant update (withdrawn_at, post) on plenary.accreditation to corett_state;
grant update (withdrawn_at, post, checked_at, checked_by, check_note) on plenary.accreditation to corett_secretariat;

-- A person who votes holds the office of delegate of that country today, and bears the name of the account; credentials once
-- checked stay as they were, and whoever is in the room leaves it before the credentials are withdrawn.
create function plenary.check_accreditation() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    if not exists (select from plenary.meeting m where m.id = new.meeting and m.state in ('convened', 'open')) then
      raise exception 'People are named for a meeting that is convened and not over' using errcode = 'check_violation';
    end if;
    new.name := coalesce((select a.name from identity.account a where a.id = new.account), new.name);
    if new.capacity = 'observer' and new.account is not null then
      select coalesce(o.organisation, new.organisation) into new.organisation from identity.office o
      where o.account = new.account and o.office = 'observer' and o.until is null limit 1;
      if not found then raise exception 'This person does not hold the office of observer' using errcode = 'check_violation'; end if;
    end if;
  else
    if old.withdrawn_at is not null and (to_jsonb(new) - 'check_note') is distinct from (to_jsonb(old) - 'check_note') then
      raise exception 'These credentials were withdrawn: the person is named anew' using errcode = 'check_violation';
    end if;
    if old.checked_at is not null and (new.post, new.checked_at, new.checked_by) is distinct from (old.post, old.checked_at, old.checked_by) then
      raise exception 'These credentials were checked: they stay as they were' using errcode = 'check_violation';
    end if;
    if old.checked_at is null and new.checked_at is not null then
      new.checked_at := clock_timestamp();
      if identity.acting_account() is not null then new.checked_by := identity.acting_account(); end if;
    end if;
    if old.withdrawn_at is null and new.withdrawn_at is not null then
      if plenary.is_in_the_room(old.id) then
        raise exception 'This person is in the room: the departure is recorded first' using errcode = 'check_violation';
      end if;
      new.withdrawn_at := clock_timestamp();
    end if;
  end if;
  if tg_op = 'INSERT' and new.capacity in ('titular', 'alternate') and not exists (
    select from identity.office o where o.account = new.account and o.country = new.country and o.until is null
      and o.office in ('delegate-titular', 'delegate-alternate')) then
    raise exception 'This person does not hold the office of delegate of %', new.country using errcode = 'check_violation';
  end if;
  if new.checked_by is not null and new.checked_by = new.account then
    raise exception 'Nobody checks their own credentials' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger lawful before insert or update on plenary.accreditation for each row execute function plenary.check_accreditation();

-- ── In the room ──
create table plenary.suspension (
  id uuid primary key default gen_random_uuid(),
  meeting text not null references plenary.meeting on delete restrict,
  from_at timestamptz not null default clock_timestamp(),
  until_at timestamptz check (until_at >= from_at),
  reason text not null default ''
);
create unique index suspension_one_open on plenary.suspension (meeting) where until_at is null;
call plenary.found_table('suspension');
call plenary.let_read('suspension', 'true', 'true');
create policy leaders_suspend on plenary.suspension to corett_secretariat, corett_presidency using (true) with check (true);
grant insert (id, meeting, reason), update (until_at) on plenary.suspension to corett_secretariat, corett_presidency;
-- The session stops and goes on by the server's clock, and never stops while something is being decided.
create function plenary.check_suspension() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare m plenary.meeting;
begin
  -- One act at a time on a meeting: nobody opens a vote while the session is being suspended.
  select * into m from plenary.meeting where id = new.meeting for no key update;
  if m.state <> 'open' then
    raise exception 'Meeting % is not in session: it is neither suspended nor resumed', new.meeting using errcode = 'check_violation';
  end if;
  if tg_op = 'INSERT' then
    if plenary.decision_open(m.id) then
      raise exception 'Meeting % has an open decision: it is closed before the session is suspended', m.id using errcode = 'check_violation';
    end if;
    new.from_at := clock_timestamp();
    new.until_at := null;
  elsif old.until_at is not null then
    raise exception 'This suspension of % is over', m.id using errcode = 'check_violation';
  elsif new.until_at is not null then
    new.until_at := clock_timestamp();
  end if;
  return new;
end $$;
create trigger lawful before insert or update on plenary.suspension for each row execute function plenary.check_suspension();

create table plenary.presence (
  id uuid primary key default gen_random_uuid(),
  meeting text not null references plenary.meeting on delete restrict,
  accreditation uuid not null references plenary.accreditation on delete restrict,
  kind text not null check (kind in ('arrival', 'departure')),
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid,
  annulled_at timestamptz, annulled_by uuid, annul_reason text,
  constraint annulled_with_reason check ((annulled_at is null) = (annul_reason is null))
);
-- The newest movement of a person, asked for everybody in the room at every ballot; and the timeline of a meeting.
create index presence_of on plenary.presence (accreditation, at, recorded_at);
create index presence_in on plenary.presence (meeting, at);
comment on table plenary.presence is 'Arrivals and departures, each person by the minute. Written only by plenary.record_presence; a mistake is annulled, not removed';
call plenary.found_table('presence');
call plenary.let_read('presence', 'exists (select from plenary.meeting m where m.id = meeting)', 'exists (select from plenary.meeting m where m.id = meeting)');

create function plenary.is_in_the_room(of_accreditation uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  return coalesce((select p.kind = 'arrival' from plenary.presence p where p.accreditation = of_accreditation and p.annulled_at is null
    order by p.at desc, p.recorded_at desc limit 1), false);
-- Delegations with somebody in the room who may vote for them.
create function plenary.present_delegations(of_meeting text) returns setof text language sql stable security definer set search_path = pg_catalog
begin atomic
  -- What is_in_the_room says of one person, of all at once, because every ballot asks. 'is true' keeps each list a list that
  -- is made once: as joins, without statistics of a meeting just begun, they took seventy times as long for 200 delegations.
  select s.country from plenary.seat s
  where s.meeting = of_meeting and (s.country in (
    select a.country from plenary.accreditation a
    where a.meeting = of_meeting and a.capacity in ('titular', 'alternate') and a.checked_at is not null and a.withdrawn_at is null
      and (a.id in (select newest.accreditation from (
        select distinct on (p.accreditation) p.accreditation, p.kind from plenary.presence p
        where p.meeting = of_meeting and p.annulled_at is null order by p.accreditation, p.at desc, p.recorded_at desc) newest
        where newest.kind = 'arrival')) is true)) is true;
end;
create function plenary.quorum_holds(of_meeting text) returns boolean language sql stable security definer set search_path = pg_catalog
  return coalesce((
    select m.state = 'open' and not exists (select from plenary.suspension x where x.meeting = m.id and x.until_at is null)
      and case r.comparison
        when 'more-than' then present.n * r.denominator > seats.n * r.numerator
        else present.n * r.denominator >= seats.n * r.numerator end
    from plenary.meeting m join plenary.quorum_rule r on r.id = m.quorum_rule,
      lateral (select count(*) as n from plenary.present_delegations(m.id)) present,
      lateral (select count(*) as n from plenary.seat s where s.meeting = m.id) seats
    where m.id = of_meeting), false); -- a meeting without a rule or that is not there has no quorum, instead of none known

-- Whether a decision is open; the votes and consensus of the next migrations say so.
create function plenary.decision_open(of_meeting text) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return false;
end $$;
revoke execute on function plenary.decision_open(text) from public;

-- The newest moment up to which presence is settled: a ballot was cast in the light of it.
create function plenary.presence_settled_until(of_meeting text) returns timestamptz language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return '-infinity'; -- the votes of the next migration move it
end $$;

create function plenary.record_presence(of_accreditation uuid, of_kind text, at_time timestamptz default null, new_id uuid default gen_random_uuid())
returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  a plenary.accreditation;
  m plenary.meeting;
  moment timestamptz := coalesce(at_time, clock_timestamp());
  leads boolean := coalesce(identity.acting_office(), '') in ('secretariat', 'presidency');
begin
  select * into a from plenary.accreditation where id = of_accreditation;
  if not found then return 'unknown-person'; end if;
  -- One writer at a time for a meeting's presence and votes: what is decided here holds until commit.
  select * into m from plenary.meeting where id = a.meeting for no key update;
  if exists (select from plenary.presence p where p.id = new_id) then return 'recorded'; end if;
  if not leads and a.account is distinct from identity.acting_account() then
    perform audit.attempt('plenary.presence', jsonb_build_object('accreditation', of_accreditation, 'refused', 'not-yours'));
    return 'not-yours';
  end if;
  if not leads and at_time is not null then return 'not-yours'; end if;
  if m.state not in ('convened', 'open') then return 'meeting-not-open'; end if;
  if a.withdrawn_at is not null then return 'withdrawn'; end if;
  if a.checked_at is null then return 'not-accredited'; end if;
  if moment > clock_timestamp() then return 'in-the-future'; end if;
  if moment <= plenary.presence_settled_until(m.id) then return 'before-a-vote'; end if;
  if moment < coalesce((select max(p.at) from plenary.presence p where p.accreditation = a.id and p.annulled_at is null), '-infinity') then return 'before-the-last'; end if;
  if plenary.is_in_the_room(a.id) = (of_kind = 'arrival') then return case of_kind when 'arrival' then 'already-in' else 'already-out' end; end if;
  insert into plenary.presence (id, meeting, accreditation, kind, at, recorded_by)
  values (new_id, m.id, a.id, of_kind, moment, identity.acting_account());
  return 'recorded';
end $$;
comment on function plenary.record_presence(uuid, text, timestamptz, uuid) is 'Records an arrival or departure: people their own and now, whoever leads anybody''s. Returns ''recorded'' or the word for the refusal';

create function plenary.annul_presence(of_presence uuid, reason text) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare p plenary.presence;
begin
  if coalesce(identity.acting_office(), '') not in ('secretariat', 'presidency') then return 'not-yours'; end if;
  if btrim(coalesce(reason, '')) = '' then return 'reason-missing'; end if;
  select * into p from plenary.presence where id = of_presence;
  if not found then return 'unknown'; end if;
  perform from plenary.meeting where id = p.meeting for no key update;
  if p.annulled_at is not null then return 'already-annulled'; end if;
  if p.at <= plenary.presence_settled_until(p.meeting) then return 'before-a-vote'; end if;
  if exists (select from plenary.presence q where q.accreditation = p.accreditation and q.annulled_at is null and q.at > p.at) then return 'not-the-last'; end if;
  update plenary.presence set annulled_at = clock_timestamp(), annulled_by = identity.acting_account(), annul_reason = reason where id = p.id;
  return 'annulled';
end $$;
do $$
declare f text;
begin
  foreach f in array array['record_presence(uuid, text, timestamptz, uuid)', 'annul_presence(uuid, text)'] loop
    execute format('revoke execute on function plenary.%s from public', f);
    execute format('grant execute on function plenary.%s to corett_state, corett_secretariat, corett_presidency, corett_observer', f);
  end loop;
end $$;

-- Who took part, as counted when the meeting closed, or as the coalition's record tells. Measures read this.
create table plenary.participation (
  id uuid primary key default gen_random_uuid(),
  meeting text not null references plenary.meeting on delete restrict,
  country text references coalition.member on delete restrict,
  organisation text,
  mode text check (mode in ('in-person', 'virtual')),
  note_es text not null default '', note_en text not null default '',
  constraint a_state_or_an_organisation check ((country is null) <> (organisation is null)),
  unique nulls not distinct (meeting, country, organisation)
);
call plenary.found_table('participation');
call plenary.let_read('participation', 'true', 'true');
create policy public_reads on plenary.participation for select to corett_public using (exists (select from plenary.meeting m where m.id = meeting));
grant select on plenary.participation to corett_public;
create policy leaders_close on plenary.participation for insert to corett_secretariat, corett_presidency
  with check (exists (select from plenary.meeting m where m.id = meeting and m.state = 'closed' and not m.is_record));
create policy platform_enters_record on plenary.participation for insert to corett_system
  with check (exists (select from plenary.meeting m where m.id = meeting and m.is_record));
grant insert on plenary.participation to corett_secretariat, corett_presidency, corett_system;
call plenary.keep_for_ever('participation');

-- What happened, one line for each act, in the order it happened. The history people read, and the thread of the act.
create table plenary.event (
  id bigint generated always as identity primary key,
  meeting text not null references plenary.meeting on delete restrict,
  -- An item of the draft agenda may be gone by now; what was done with it stays told.
  item uuid,
  kind text not null,
  at timestamptz not null default clock_timestamp(),
  account uuid, author text not null, office text not null, country text,
  detail jsonb not null default '{}'
);
create index event_of on plenary.event (meeting, id);
call plenary.found_table('event');
call plenary.let_read('event', 'exists (select from plenary.meeting m where m.id = meeting)', null);
create policy actors_write on plenary.event for insert to corett_state, corett_secretariat, corett_presidency, corett_observer
  with check (account = identity.acting_account() and office = identity.acting_office() and country is not distinct from identity.acting_country());
create policy platform_writes on plenary.event for insert to corett_system with check (account is null);
grant insert (meeting, item, kind, account, author, office, country, detail) on plenary.event to corett_state, corett_secretariat, corett_presidency, corett_observer, corett_system;
call plenary.keep_for_ever('event');
