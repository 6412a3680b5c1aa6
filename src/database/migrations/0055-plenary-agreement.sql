-- Agreements: what the plenary resolved to do, who answers for it, until when, and what became of it.

create table plenary.agreement (
  id uuid primary key default gen_random_uuid(),
  number text not null unique check (number = 'ACUERDO-CORETT-' || year || '-' || lpad(ordinal::text, greatest(2, length(ordinal::text)), '0')),
  year smallint not null, ordinal smallint not null check (ordinal between 1 and 9999),
  meeting text not null references plenary.meeting on delete restrict,
  item uuid references plenary.agenda_item on delete restrict,
  -- One decision is one agreement.
  motion uuid unique references plenary.motion on delete restrict,
  -- The mark the source itself gives it: 'A', '5'.
  mark text not null default '',
  title_es text not null check (btrim(title_es) <> ''), title_en text not null check (btrim(title_en) <> ''),
  text_es text not null check (btrim(text_es) <> ''), text_en text not null check (btrim(text_en) <> ''),
  due_kind text not null default 'none' check (due_kind in ('date', 'plenary', 'next-plenary', 'none')),
  -- A set day; or, for the next plenary, the day after which the next one is meant.
  due_on date, due_plenary text check (due_plenary ~ '^([1-9][0-9]?|last)$'), due_year smallint,
  -- As the plenary said it.
  due_words text not null default '',
  is_public boolean not null default false,
  state text not null default 'open' check (state in ('open', 'fulfilled', 'withdrawn')),
  fulfilled_on date, closing_note text not null default '',
  is_record boolean not null default false,
  entered_at timestamptz not null default clock_timestamp(), entered_by uuid,
  unique (year, ordinal),
  constraint due_by_kind check ((due_kind in ('date', 'next-plenary')) = (due_on is not null)
    and (due_kind = 'plenary') = (due_plenary is not null) and (due_kind = 'plenary') = (due_year is not null)),
  -- A source of the record may tell that it was done without telling the day.
  constraint fulfilled_with_day check (case when state = 'fulfilled' then fulfilled_on is not null or is_record else fulfilled_on is null end),
  constraint withdrawn_says_why check (state <> 'withdrawn' or btrim(closing_note) <> '')
);
comment on table plenary.agreement is 'An agreement of the plenary, numbered by year';
call plenary.found_table('agreement');
call plenary.let_read('agreement', 'true', 'true');
create policy public_reads on plenary.agreement for select to corett_public using (is_public);
grant select on plenary.agreement to corett_public;
create policy leaders_keep on plenary.agreement for insert to corett_secretariat, corett_presidency with check (entered_by = identity.acting_account());
create policy leaders_change on plenary.agreement for update to corett_secretariat, corett_presidency using (true) with check (true);
grant insert (id, number, year, ordinal, meeting, item, motion, mark, title_es, title_en, text_es, text_en, due_kind, due_on, due_plenary, due_year, due_words, entered_by),
  update (title_es, title_en, due_kind, due_on, due_plenary, due_year, due_words, is_public, state, fulfilled_on, closing_note) on plenary.agreement to corett_secretariat, corett_presidency;
create policy platform_enters_record on plenary.agreement for insert to corett_system with check (is_record);
grant insert on plenary.agreement to corett_system;

-- What was decided is carried over word by word, and a state is left only by an act. Whoever closes or opens again says why.
create function plenary.check_agreement() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  m plenary.meeting;
  o plenary.motion;
begin
  if tg_op = 'INSERT' then
    select * into m from plenary.meeting where id = new.meeting;
    if m.year <> new.year then raise exception 'Agreement % is numbered by the year of its meeting', new.number using errcode = 'check_violation'; end if;
    if m.is_record or new.is_record then return new; end if;
    if m.state not in ('open', 'closed') then
      raise exception 'Meeting % is %: it has not agreed anything', m.id, m.state using errcode = 'check_violation';
    end if;
    if new.state <> 'open' then raise exception 'An agreement begins open' using errcode = 'check_violation'; end if;
    if new.motion is not null then
      select * into o from plenary.motion where id = new.motion;
      if o.meeting <> new.meeting or o.state <> 'adopted' or (o.text_es, o.text_en) is distinct from (new.text_es, new.text_en) then
        raise exception 'An agreement carries the text of a motion that its meeting adopted' using errcode = 'check_violation';
      end if;
    end if;
    return new;
  end if;
  if new.state <> old.state and not ((old.state, new.state) in (('open', 'fulfilled'), ('open', 'withdrawn'), ('fulfilled', 'open'), ('withdrawn', 'open'))) then
    raise exception 'No act leads an agreement from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger lawful before insert or update on plenary.agreement for each row execute function plenary.check_agreement();
create trigger kept_for_ever before delete on plenary.agreement for each row execute function audit.refuse_change();
create trigger kept_for_ever_whole before truncate on plenary.agreement for each statement execute function audit.refuse_change();

create table plenary.agreement_responsible (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references plenary.agreement on delete restrict,
  kind text not null check (kind in ('member', 'presidency', 'secretariat', 'plenary', 'committee', 'observer')),
  country text references coalition.member on delete restrict,
  committee uuid,
  organisation text,
  role text not null default 'responsible' check (role in ('responsible', 'supports')),
  constraint named_by_kind check ((kind = 'member') = (country is not null) and (kind = 'committee') = (committee is not null) and (kind = 'observer') = (organisation is not null)),
  unique nulls not distinct (agreement, kind, country, committee, organisation)
);
call plenary.found_table('agreement_responsible');
call plenary.let_read('agreement_responsible', 'true', 'true');
create policy public_reads on plenary.agreement_responsible for select to corett_public using (exists (select from plenary.agreement a where a.id = agreement));
grant select on plenary.agreement_responsible to corett_public;
create policy leaders_keep on plenary.agreement_responsible to corett_secretariat, corett_presidency using (true) with check (true);
grant insert, delete on plenary.agreement_responsible to corett_secretariat, corett_presidency;
create policy platform_enters_record on plenary.agreement_responsible for insert to corett_system with check (exists (select from plenary.agreement a where a.id = agreement and a.is_record));
grant insert on plenary.agreement_responsible to corett_system;

-- The part that the acting person's state has in an agreement: 'responsible', 'supports', or none. A committee's countries
-- answer for what it was given, every member for what the plenary took upon itself. Runs with the rights of its reader.
create function plenary.part_in(of_agreement uuid) returns text language sql stable set search_path = pg_catalog
  return (select min(r.role) from plenary.agreement_responsible r where r.agreement = of_agreement and identity.acting_country() is not null
    and (r.country = identity.acting_country() or r.kind = 'plenary'
      or exists (select from coalition.committee_member c where c.committee = r.committee and c.country = identity.acting_country())));
comment on function plenary.part_in(uuid) is 'The acting state''s part in an agreement; of two parts the first by alphabet, which is responsible';

create table plenary.agreement_progress (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references plenary.agreement on delete restrict,
  kind text not null default 'progress' check (kind in ('progress', 'fulfilled')),
  text text not null check (btrim(text) <> ''),
  evidence_url text check (evidence_url ~ '^https?://'),
  evidence_document uuid,
  at timestamptz not null default clock_timestamp(),
  account uuid not null, name text not null, country text, office text not null,
  answer text check (answer in ('accepted', 'returned')),
  answer_note text not null default '', answered_at timestamptz, answered_by uuid,
  constraint answered_by_another check (answered_by is null or answered_by <> account),
  constraint returned_says_why check (answer is distinct from 'returned' or btrim(answer_note) <> '')
);
create index progress_of on plenary.agreement_progress (agreement, at);
-- One claim at a time waits for its answer, of each country and of the leaders.
create unique index progress_one_claim on plenary.agreement_progress (agreement, country) nulls not distinct where kind = 'fulfilled' and answer is null;
call plenary.found_table('agreement_progress');
call plenary.let_read('agreement_progress', $$country is null or country = identity.acting_country() or answer = 'accepted'$$, $$answer = 'accepted'$$);
create policy state_reports on plenary.agreement_progress for insert to corett_state
  with check (account = identity.acting_account() and country = identity.acting_country() and office = identity.acting_office()
    and office in ('delegate-titular', 'delegate-alternate', 'focal-point') and answer is null
    and (plenary.part_in(agreement) = 'responsible' or (plenary.part_in(agreement) = 'supports' and kind = 'progress')));
create policy leaders_report on plenary.agreement_progress for insert to corett_secretariat, corett_presidency with check (account = identity.acting_account() and country is null and answer is null);
create policy leaders_answer on plenary.agreement_progress for update to corett_secretariat, corett_presidency using (answer is null) with check (answered_by = identity.acting_account() and answer is not null);
grant insert (id, agreement, kind, text, evidence_url, evidence_document, account, name, country, office) on plenary.agreement_progress to corett_state, corett_secretariat, corett_presidency;
grant update (answer, answer_note, answered_at, answered_by) on plenary.agreement_progress to corett_secretariat, corett_presidency;

-- What was reported stays as it was reported, upon an agreement that is open.
create function plenary.check_progress() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from plenary.agreement a where a.id = new.agreement and a.state = 'open') then
    raise exception 'The agreement is closed: nothing more is reported on it' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger lawful before insert on plenary.agreement_progress for each row execute function plenary.check_progress();
create trigger kept_for_ever before delete on plenary.agreement_progress for each row execute function audit.refuse_change();
create trigger kept_for_ever_whole before truncate on plenary.agreement_progress for each statement execute function audit.refuse_change();

-- What an agreement gave rise to.
create table plenary.agreement_offspring (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references plenary.agreement on delete restrict,
  kind text not null check (kind in ('committee', 'memorandum', 'document', 'project', 'other')),
  title_es text not null, title_en text not null,
  committee uuid, document uuid, url text check (url ~ '^https?://'),
  entered_at timestamptz not null default clock_timestamp(), entered_by uuid
);
call plenary.found_table('agreement_offspring');
call plenary.let_read('agreement_offspring', 'true', 'true');
create policy public_reads on plenary.agreement_offspring for select to corett_public using (exists (select from plenary.agreement a where a.id = agreement));
grant select on plenary.agreement_offspring to corett_public;
create policy leaders_enter on plenary.agreement_offspring for insert to corett_secretariat, corett_presidency with check (entered_by = identity.acting_account());
grant insert (id, agreement, kind, title_es, title_en, committee, document, url, entered_by) on plenary.agreement_offspring to corett_secretariat, corett_presidency;
create policy platform_enters_record on plenary.agreement_offspring for insert to corett_system with check (exists (select from plenary.agreement a where a.id = agreement and a.is_record));
grant insert on plenary.agreement_offspring to corett_system;

-- Reminders that went out: each once.
create table plenary.agreement_reminder (
  agreement uuid not null references plenary.agreement on delete restrict,
  occasion text not null,
  recipient text not null,
  sent_at timestamptz not null default clock_timestamp(),
  primary key (agreement, occasion, recipient)
);
call plenary.found_table('agreement_reminder');
call plenary.let_read('agreement_reminder', null, null);
create policy platform_reminds on plenary.agreement_reminder for insert to corett_system with check (true);
grant insert (agreement, occasion, recipient) on plenary.agreement_reminder to corett_system;

-- The coalition's record: a source may not tell how a meeting was held, and may tell how many states were its members.
alter table plenary.meeting alter column mode drop not null,
  add constraint mode_known check (mode is not null or is_record);
create policy platform_enters_record on plenary.seat for insert to corett_system
  with check (exists (select from plenary.meeting m where m.id = meeting and m.is_record));
grant insert on plenary.seat to corett_system;
-- Who was entitled in a meeting that is over is no secret: the measures of participation are seen against it.
create policy public_reads on plenary.seat for select to corett_public using (exists (select from plenary.meeting m where m.id = meeting));
grant select on plenary.seat to corett_public;
