-- Statistics, from a country's first draft to the published release.
create schema statistics;
grant usage on schema statistics to corett_public, corett_state, corett_secretariat, corett_presidency, corett_observer,
  corett_administrator, corett_system;

-- The rules of a year. Adopted once, never changed: a new rule is a new version.
create table statistics.methodology (
  version text primary key,
  topic text not null check (topic in ('trafficking')),
  document jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  adopted_on date not null
);
alter table statistics.methodology enable row level security;
alter table statistics.methodology force row level security;
create policy everybody_reads on statistics.methodology for select to corett_public, corett_state, corett_secretariat,
  corett_presidency, corett_observer, corett_administrator, corett_system using (true);
create policy platform_adopts on statistics.methodology for insert to corett_system with check (true);
grant select on statistics.methodology to corett_public, corett_state, corett_secretariat, corett_presidency, corett_observer,
  corett_administrator, corett_system;
grant insert on statistics.methodology to corett_system;
create trigger audited after insert on statistics.methodology for each row execute function audit.record_row('document');
create trigger kept_for_ever before update or delete on statistics.methodology for each row execute function audit.refuse_change();

-- A year and topic, opened by the secretariat.
create table statistics.collection (
  id text primary key,
  topic text not null check (topic in ('trafficking')),
  year smallint not null check (year between 2000 and 2100),
  exercise boolean not null default false,
  methodology text not null references statistics.methodology on delete restrict,
  deadline date not null,
  -- The date printed on the release: an input like any other, so that a second build gives the same bytes.
  publish_on date not null check (publish_on >= deadline),
  opened_at timestamptz not null default now(),
  unique (topic, year, exercise),
  check (id = topic || '-' || year || case when exercise then '-exercise' else '' end)
);
comment on table statistics.collection is 'One year and topic of statistics; exercise: a training collection with a fictional country';
alter table statistics.collection enable row level security;
alter table statistics.collection force row level security;
create policy everybody_reads on statistics.collection for select to corett_public, corett_state, corett_secretariat,
  corett_presidency, corett_observer, corett_administrator, corett_system using (true);
create policy secretariat_opens on statistics.collection to corett_secretariat using (true) with check (true);
create policy platform on statistics.collection to corett_system using (true) with check (true);
grant select on statistics.collection to corett_public, corett_state, corett_secretariat, corett_presidency, corett_observer,
  corett_administrator, corett_system;
grant insert (id, topic, year, exercise, methodology, deadline, publish_on), update (deadline, publish_on)
  on statistics.collection to corett_secretariat, corett_system;
create trigger audited after insert or update or delete on statistics.collection for each row execute function audit.record_row();

-- Which act leads from which state to which, and whose office may do it. Page, store and trigger all ask this table.
create table statistics.submission_act (
  act text not null,
  from_state text not null,
  to_state text not null,
  offices text[] not null,
  primary key (act, from_state)
);
alter table statistics.submission_act enable row level security;
create policy everybody_reads on statistics.submission_act for select to corett_state, corett_secretariat, corett_presidency,
  corett_observer, corett_system using (true);
grant select on statistics.submission_act to corett_state, corett_secretariat, corett_presidency, corett_observer, corett_system;
create policy owner_reads on statistics.submission_act for select to current_user using (true);
insert into statistics.submission_act values
  ('submit', 'draft', 'submitted', '{focal-point}'),
  ('submit', 'returned', 'submitted', '{focal-point}'),
  ('take-back', 'submitted', 'draft', '{focal-point,delegate-titular,delegate-alternate}'),
  ('sign', 'submitted', 'signed', '{delegate-titular,delegate-alternate}'),
  ('begin-review', 'signed', 'under-review', '{secretariat}'),
  ('return', 'under-review', 'returned', '{secretariat}'),
  ('accept', 'under-review', 'accepted', '{secretariat}'),
  ('reopen', 'accepted', 'under-review', '{secretariat}'),
  ('reopen', 'released', 'under-review', '{secretariat}'),
  ('release', 'accepted', 'released', '{system}');
alter table statistics.submission_act force row level security;

create table statistics.submission (
  collection text not null references statistics.collection on delete restrict,
  country text not null references coalition.member on delete restrict,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'signed', 'under-review', 'returned', 'accepted', 'released')),
  -- Grows with each submission, so that a resubmission can be laid beside what came before.
  round integer not null default 1 check (round > 0),
  kind text check (kind in ('matrix', 'records')),
  authority text,
  reference_date date,
  source text,
  submitted_by uuid,
  submitted_at timestamptz,
  signed_by uuid,
  signed_at timestamptz,
  reminded_at timestamptz,
  primary key (collection, country),
  constraint two_persons check (signed_by is null or signed_by <> submitted_by)
);
comment on constraint two_persons on statistics.submission is 'Who submits does not sign: the figures of a state need two persons';
alter table statistics.submission enable row level security;
alter table statistics.submission force row level security;
create policy state_own on statistics.submission to corett_state using (country = identity.acting_country()) with check (country = identity.acting_country());
create policy secretariat on statistics.submission to corett_secretariat using (true) with check (true);
-- The presidency follows who is where; it reads no figure.
create policy presidency_follows on statistics.submission for select to corett_presidency using (true);
create policy platform on statistics.submission to corett_system using (true) with check (true);
grant select on statistics.submission to corett_state, corett_secretariat, corett_presidency, corett_system;
grant insert (collection, country) on statistics.submission to corett_secretariat, corett_system;
grant update (state, round, kind, authority, reference_date, source, submitted_by, submitted_at, signed_by, signed_at)
  on statistics.submission to corett_state;
grant update (state, signed_by, signed_at, submitted_by, submitted_at, reminded_at) on statistics.submission to corett_secretariat;
grant update (state, reminded_at) on statistics.submission to corett_system;
create trigger audited after insert or update or delete on statistics.submission for each row execute function audit.record_row();

create function statistics.check_submission_act() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.state = old.state then
    if (new.kind, new.authority, new.reference_date, new.source) is distinct from (old.kind, old.authority, old.reference_date, old.source)
      and old.state not in ('draft', 'returned') then
      raise exception 'The submission of % is %: it cannot be changed now', old.country, old.state using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if not exists (
    select from statistics.submission_act a
    where a.from_state = old.state and a.to_state = new.state
      and coalesce(identity.acting_office(), 'system') = any (a.offices)
  ) then
    raise exception 'No act leads from % to % for this office', old.state, new.state using errcode = 'check_violation';
  end if;
  if new.state = 'signed' and (new.signed_by is null or new.submitted_by is null) then
    raise exception 'A signature names who submitted and who signed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger lawful_act before update on statistics.submission for each row execute function statistics.check_submission_act();

-- Whether the acting state may still change its figures.
create function statistics.open_for_entry(of_collection text, of_country text) returns boolean
language sql stable security definer set search_path = pg_catalog
  return exists (select from statistics.submission s
    where s.collection = of_collection and s.country = of_country and s.state in ('draft', 'returned'));
-- Whether the secretariat may see them: from the signature on, never a draft.
create function statistics.open_for_review(of_collection text, of_country text) returns boolean
language sql stable security definer set search_path = pg_catalog
  return exists (select from statistics.submission s
    where s.collection = of_collection and s.country = of_country and s.state in ('signed', 'under-review', 'accepted', 'released'));
create policy owner_reads on statistics.submission for select to current_user using (true);

-- The history that people read: one sentence for each act.
create table statistics.event (
  id bigint generated always as identity primary key,
  collection text not null,
  country text not null,
  act text not null,
  round integer not null,
  account uuid,
  author text not null,
  office text not null,
  at timestamptz not null default now(),
  detail jsonb,
  foreign key (collection, country) references statistics.submission on delete restrict
);
create index event_of on statistics.event (collection, country, id);
alter table statistics.event enable row level security;
alter table statistics.event force row level security;
create policy owner_reads on statistics.event for select to current_user using (true);
create policy state_own on statistics.event for select to corett_state using (country = identity.acting_country());
create policy state_writes on statistics.event for insert to corett_state
  with check (country = identity.acting_country() and account = identity.acting_account());
create policy others_read on statistics.event for select to corett_secretariat, corett_presidency, corett_system using (true);
create policy secretariat_writes on statistics.event for insert to corett_secretariat with check (account = identity.acting_account());
create policy platform_writes on statistics.event for insert to corett_system with check (account is null);
grant select on statistics.event to corett_state, corett_secretariat, corett_presidency, corett_system;
grant insert (collection, country, act, round, account, author, office, detail) on statistics.event to corett_state, corett_secretariat, corett_system;
create trigger kept_for_ever before update or delete on statistics.event for each row execute function audit.refuse_change();

-- A file as it came, kept for the country alone, with the report of what was found in it.
create table statistics.upload (
  id uuid primary key default gen_random_uuid(),
  collection text not null,
  country text not null,
  name text not null,
  sha256 text not null,
  size integer not null check (size > 0),
  bytes bytea not null,
  state text not null default 'checking' check (state in ('checking', 'checked', 'refused', 'committed', 'replaced')),
  report jsonb,
  uploaded_by uuid not null,
  uploaded_by_name text not null,
  uploaded_at timestamptz not null default now(),
  committed_at timestamptz,
  foreign key (collection, country) references statistics.submission on delete restrict
);
create index upload_of on statistics.upload (collection, country, uploaded_at desc);
alter table statistics.upload enable row level security;
alter table statistics.upload force row level security;
create policy state_own on statistics.upload to corett_state using (country = identity.acting_country()) with check (country = identity.acting_country());
create policy platform on statistics.upload to corett_system using (true) with check (true);
grant select on statistics.upload to corett_state, corett_system;
grant insert (id, collection, country, name, sha256, size, bytes, uploaded_by, uploaded_by_name) on statistics.upload to corett_state, corett_system;
grant update (state, report, committed_at) on statistics.upload to corett_state, corett_system;
create trigger audited after insert or update or delete on statistics.upload for each row execute function audit.record_row('bytes', 'report');

-- The cells of a country's matrix as they stand.
create table statistics.figure (
  collection text not null,
  country text not null,
  cell text not null check (cell ~ '^[a-z_]+:[A-Z0-9_]+(\.[A-Z0-9_]+)*$'),
  lo integer check (lo >= 0),
  hi integer check (hi >= lo),
  suppressed boolean not null default false,
  absence text check (absence in ('not-collected', 'not-available', 'not-applicable')),
  note text check (length(note) <= 2000),
  primary key (collection, country, cell),
  foreign key (collection, country) references statistics.submission on delete restrict,
  -- A count, a count below a ceiling, or a reason: one of the three.
  check ((absence is null) = (lo is not null and hi is not null)),
  check (absence is not null or suppressed or lo = hi),
  check (not suppressed or (lo = 0 and hi > 0))
);
alter table statistics.figure enable row level security;
alter table statistics.figure force row level security;
create policy state_reads_own on statistics.figure for select to corett_state using (country = identity.acting_country());
create policy state_enters_own on statistics.figure for insert to corett_state
  with check (country = identity.acting_country() and statistics.open_for_entry(collection, country));
create policy state_removes_own on statistics.figure for delete to corett_state
  using (country = identity.acting_country() and statistics.open_for_entry(collection, country));
create policy secretariat_reviews on statistics.figure for select to corett_secretariat using (statistics.open_for_review(collection, country));
create policy platform_reads on statistics.figure for select to corett_system using (true);
grant select on statistics.figure to corett_state, corett_secretariat, corett_system;
grant insert, delete on statistics.figure to corett_state;
create trigger audited_insert after insert on statistics.figure referencing new table as changed for each statement execute function audit.record_bulk();
create trigger audited_delete after delete on statistics.figure referencing old table as changed for each statement execute function audit.record_bulk();

-- The matrix of each round, frozen when it was submitted.
create table statistics.figure_round (
  collection text not null,
  country text not null,
  round integer not null,
  cell text not null,
  lo integer,
  hi integer,
  suppressed boolean not null,
  absence text,
  note text,
  primary key (collection, country, round, cell),
  foreign key (collection, country) references statistics.submission on delete restrict
);
alter table statistics.figure_round enable row level security;
alter table statistics.figure_round force row level security;
create policy state_reads_own on statistics.figure_round for select to corett_state using (country = identity.acting_country());
create policy state_freezes_own on statistics.figure_round for insert to corett_state
  with check (country = identity.acting_country() and statistics.open_for_entry(collection, country));
create policy secretariat_reads_signed on statistics.figure_round for select to corett_secretariat
  using (exists (select from statistics.event e where e.collection = figure_round.collection and e.country = figure_round.country
    and e.round = figure_round.round and e.act = 'sign'));
create policy platform_reads on statistics.figure_round for select to corett_system using (true);
grant select on statistics.figure_round to corett_state, corett_secretariat, corett_system;
grant insert on statistics.figure_round to corett_state;
create trigger audited after insert on statistics.figure_round referencing new table as changed for each statement execute function audit.record_bulk();
create trigger kept_for_ever before update or delete on statistics.figure_round for each row execute function audit.refuse_change();

-- De-identified records. They stay with their country: the secretariat and the release see the matrix made of them.
create table statistics.record (
  collection text not null,
  country text not null,
  line integer not null check (line > 0),
  case_code text not null,
  identified_on date,
  victim_status text not null,
  sex text not null,
  age_group text not null,
  forms text[] not null,
  main_form text,
  citizenship text not null,
  scope text not null,
  services text[] not null default '{}',
  primary key (collection, country, line),
  unique (collection, country, case_code),
  foreign key (collection, country) references statistics.submission on delete restrict
);
alter table statistics.record enable row level security;
alter table statistics.record force row level security;
create policy state_reads_own on statistics.record for select to corett_state using (country = identity.acting_country());
create policy state_enters_own on statistics.record for insert to corett_state
  with check (country = identity.acting_country() and statistics.open_for_entry(collection, country));
create policy state_removes_own on statistics.record for delete to corett_state
  using (country = identity.acting_country() and statistics.open_for_entry(collection, country));
grant select, insert, delete on statistics.record to corett_state;
create trigger audited_insert after insert on statistics.record referencing new table as changed for each statement execute function audit.record_bulk();
create trigger audited_delete after delete on statistics.record referencing old table as changed for each statement execute function audit.record_bulk();

-- A country's own words for a code: mapped once, remembered.
create table statistics.label_mapping (
  country text not null references coalition.member on delete restrict,
  list text not null,
  label text not null,
  code text not null,
  mapped_by uuid not null,
  mapped_at timestamptz not null default now(),
  primary key (country, list, label)
);
alter table statistics.label_mapping enable row level security;
alter table statistics.label_mapping force row level security;
create policy state_own on statistics.label_mapping to corett_state using (country = identity.acting_country()) with check (country = identity.acting_country());
create policy platform_reads on statistics.label_mapping for select to corett_system using (true);
grant select on statistics.label_mapping to corett_state, corett_system;
grant insert (country, list, label, code, mapped_by), update (code, mapped_by, mapped_at), delete on statistics.label_mapping to corett_state;
create trigger audited after insert or update or delete on statistics.label_mapping for each row execute function audit.record_row();

-- Words about a cell, a warning or the whole submission.
create table statistics.remark (
  id uuid primary key default gen_random_uuid(),
  collection text not null,
  country text not null,
  round integer not null,
  -- comment; reason for a return; reply to a remark; explanation of a warning, which `finding` names.
  kind text not null check (kind in ('comment', 'return-reason', 'reply', 'explanation')),
  cell text,
  finding text check ((kind = 'explanation') = (finding is not null)),
  answers uuid references statistics.remark on delete restrict check ((kind = 'reply') = (answers is not null)),
  body text not null check (length(btrim(body)) between 1 and 4000),
  account uuid not null,
  author text not null,
  office text not null,
  at timestamptz not null default now(),
  foreign key (collection, country) references statistics.submission on delete restrict
);
create index remark_of on statistics.remark (collection, country, at);
alter table statistics.remark enable row level security;
alter table statistics.remark force row level security;
create policy state_own on statistics.remark for select to corett_state using (country = identity.acting_country());
create policy state_writes on statistics.remark for insert to corett_state
  with check (country = identity.acting_country() and account = identity.acting_account() and kind <> 'return-reason');
create policy secretariat_reads on statistics.remark for select to corett_secretariat using (true);
create policy secretariat_writes on statistics.remark for insert to corett_secretariat
  with check (account = identity.acting_account() and kind <> 'explanation');
create policy platform_reads on statistics.remark for select to corett_system using (true);
grant select on statistics.remark to corett_state, corett_secretariat, corett_system;
grant insert (id, collection, country, round, kind, cell, finding, answers, body, account, author, office) on statistics.remark to corett_state, corett_secretariat;
create trigger audited after insert or update or delete on statistics.remark for each row execute function audit.record_row();
create trigger kept_for_ever before update or delete on statistics.remark for each row execute function audit.refuse_change();

-- A release: candidate until every country has approved its page, then published and immutable.
create table statistics.release (
  collection text not null references statistics.collection on delete restrict,
  version integer not null check (version > 0),
  state text not null default 'candidate' check (state in ('candidate', 'published')),
  published_on date not null,
  exercise boolean not null,
  methodology text not null references statistics.methodology on delete restrict,
  k integer not null,
  members integer not null,
  -- Releases that this one was protected together with: [["trafficking-2019", 1], …].
  basis jsonb not null,
  inputs_sha256 text not null,
  manifest_sha256 text not null,
  note_es text,
  note_en text,
  built_at timestamptz not null default now(),
  published_at timestamptz,
  primary key (collection, version)
);
create unique index one_candidate on statistics.release (collection) where state = 'candidate';

create table statistics.release_area (
  collection text not null,
  version integer not null,
  area text not null,
  position integer not null,
  document jsonb not null,
  primary key (collection, version, area),
  foreign key (collection, version) references statistics.release on delete cascade
);
create table statistics.release_cell (
  collection text not null,
  version integer not null,
  area text not null,
  cell text not null,
  first_year smallint not null,
  last_year smallint not null check (last_year >= first_year),
  kind text not null check (kind in ('observed', 'range', 'protected', 'source', 'absent')),
  lo integer check ((lo is not null) = (kind in ('observed', 'range'))),
  hi integer check ((hi is not null) = (kind in ('observed', 'range'))),
  absence text check ((absence is not null) = (kind = 'absent')),
  primary key (collection, version, area, cell, first_year),
  foreign key (collection, version, area) references statistics.release_area on delete cascade,
  check (kind <> 'observed' or lo = hi)
);
create table statistics.release_file (
  collection text not null,
  version integer not null,
  path text not null check (path ~ '^[A-Za-z0-9][A-Za-z0-9._/-]*$' and path not like '%..%'),
  area text,
  media_type text not null,
  size integer not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  primary key (collection, version, path),
  foreign key (collection, version) references statistics.release on delete cascade
);
-- What only the inside may know: why a cell is hidden, and what the attacker found. Never read by public or states.
create table statistics.release_protection (
  collection text not null,
  version integer not null,
  report jsonb not null,
  primary key (collection, version),
  foreign key (collection, version) references statistics.release on delete cascade
);
create table statistics.page_approval (
  collection text not null,
  version integer not null,
  country text not null references coalition.member on delete restrict,
  manifest_sha256 text not null,
  account uuid not null,
  author text not null,
  at timestamptz not null default now(),
  primary key (collection, version, country, manifest_sha256),
  foreign key (collection, version) references statistics.release on delete cascade
);
create table statistics.release_signoff (
  collection text not null,
  version integer not null,
  item text not null,
  manifest_sha256 text not null,
  body text not null check (length(btrim(body)) between 1 and 4000),
  account uuid not null,
  author text not null,
  at timestamptz not null default now(),
  primary key (collection, version, item, manifest_sha256),
  foreign key (collection, version) references statistics.release on delete cascade
);

create function statistics.is_published(of_collection text, of_version integer) returns boolean
language sql stable security definer set search_path = pg_catalog
  return exists (select from statistics.release r where r.collection = of_collection and r.version = of_version and r.state = 'published');

do $$
declare name text;
begin
  foreach name in array array['release', 'release_area', 'release_cell', 'release_file', 'release_protection', 'page_approval', 'release_signoff'] loop
    execute format('alter table statistics.%I enable row level security', name);
    execute format('alter table statistics.%I force row level security', name);
    execute format('create policy platform on statistics.%I to corett_system using (true) with check (true)', name);
    execute format('create policy secretariat_reads on statistics.%I for select to corett_secretariat using (true)', name);
    execute format('grant select, insert, delete on statistics.%I to corett_system', name);
    execute format('grant select on statistics.%I to corett_secretariat', name);
  end loop;
  foreach name in array array['release_area', 'release_cell', 'release_file'] loop
    execute format('create policy everybody_reads_published on statistics.%I for select to corett_public, corett_state, corett_presidency,
      corett_observer, corett_administrator using (statistics.is_published(collection, version))', name);
    -- A state reads its own page of a candidate, to approve it; no other state's.
    execute format('create policy state_reads_own_page on statistics.%I for select to corett_state using (area = identity.acting_country())', name);
    execute format('grant select on statistics.%I to corett_public, corett_state, corett_presidency, corett_observer, corett_administrator', name);
  end loop;
end $$;
create policy owner_reads on statistics.release for select to current_user using (true);
create policy everybody_reads_published on statistics.release for select to corett_public, corett_observer, corett_administrator using (state = 'published');
create policy members_read on statistics.release for select to corett_state, corett_presidency using (true);
grant select on statistics.release to corett_public, corett_state, corett_presidency, corett_observer, corett_administrator;
grant update (state, published_at) on statistics.release to corett_system;
create policy state_own on statistics.page_approval for select to corett_state using (country = identity.acting_country());
create policy state_approves on statistics.page_approval for insert to corett_state
  with check (country = identity.acting_country() and account = identity.acting_account()
    and identity.acting_office() in ('delegate-titular', 'delegate-alternate'));
grant select on statistics.page_approval to corett_state;
grant insert (collection, version, country, manifest_sha256, account, author) on statistics.page_approval to corett_state;
create policy secretariat_signs_off on statistics.release_signoff for insert to corett_secretariat with check (account = identity.acting_account());
grant insert (collection, version, item, manifest_sha256, body, account, author) on statistics.release_signoff to corett_secretariat;

create trigger audited after insert or update or delete on statistics.release for each row execute function audit.record_row();
create trigger audited after insert or update or delete on statistics.page_approval for each row execute function audit.record_row();
create trigger audited after insert or update or delete on statistics.release_signoff for each row execute function audit.record_row();
create trigger audited_insert after insert on statistics.release_cell referencing new table as changed for each statement execute function audit.record_bulk();

-- What is published stays: neither its rows nor its parts can be changed or removed, by anyone who is not the owner of the
-- database; and the owner leaves a broken manifest.
create function statistics.keep_published() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if statistics.is_published(old.collection, old.version) then
    raise exception 'Release % version % is published: it cannot be changed. A correction is a new version.', old.collection, old.version
      using errcode = 'insufficient_privilege';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create function statistics.add_before_published() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if statistics.is_published(new.collection, new.version) then
    raise exception 'Release % version % is published: nothing can be added to it', new.collection, new.version using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
do $$
declare name text;
begin
  foreach name in array array['release', 'release_area', 'release_cell', 'release_file', 'release_protection', 'page_approval', 'release_signoff'] loop
    execute format('create trigger published_stays before update or delete on statistics.%I for each row execute function statistics.keep_published()', name);
  end loop;
  foreach name in array array['release_area', 'release_cell', 'release_file', 'release_protection'] loop
    execute format('create trigger published_is_whole before insert on statistics.%I for each row execute function statistics.add_before_published()', name);
  end loop;
end $$;
