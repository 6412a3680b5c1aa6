-- Plans: one tree for the ten-year plan, the yearly plans and the communication strategy; what was reported of it; what it weighs.
create schema planning;
grant usage on schema planning to corett_public, corett_state, corett_secretariat, corett_presidency, corett_observer, corett_system;

-- What every table here has: row security that binds its owner too, the platform's reading eye, and the audit.
create procedure planning.found_table(name text, readers text) language plpgsql as $$
begin
  execute format('alter table planning.%I enable row level security', name);
  execute format('create policy owner_acts on planning.%I to current_user using (true) with check (true)', name);
  execute format('create policy platform_and_leaders_read on planning.%I for select to corett_system, corett_secretariat, corett_presidency using (true)', name);
  execute format('grant select on planning.%I to corett_system, corett_secretariat, corett_presidency', name);
  execute format('create policy readers on planning.%I for select to corett_state, corett_observer, corett_public using (%s)', name, readers);
  execute format('grant select on planning.%I to corett_state, corett_observer, corett_public', name);
  execute format('create trigger audited after insert or update or delete on planning.%I for each row execute function audit.record_row()', name);
  execute format('alter table planning.%I force row level security', name);
end $$;
revoke execute on procedure planning.found_table(text, text) from public;

create table planning.plan (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('strategic', 'operational', 'communication')),
  title_es text not null, title_en text not null,
  from_day date not null, until_day date not null,
  -- The plan that this one carries out: a yearly plan under the ten-year plan.
  parent text references planning.plan on delete restrict,
  is_record boolean not null default false,
  source_es text, source_en text,
  entered_at timestamptz not null default clock_timestamp(), entered_by uuid,
  constraint ends_after_it_begins check (until_day > from_day),
  constraint record_has_source check (not is_record or (source_es is not null and source_en is not null))
);

-- A plan as it was decided. A revision is a new version with the decision that allowed it; reports of the past keep theirs.
create table planning.version (
  plan text not null references planning.plan on delete restrict,
  version smallint not null check (version > 0),
  state text not null default 'draft' check (state in ('draft', 'approved', 'superseded')),
  reason_es text not null default '', reason_en text not null default '',
  -- By which decision of the plenary: a meeting, and a motion of it where the platform held the meeting.
  decided_in text references plenary.meeting on delete restrict,
  motion uuid references plenary.motion on delete restrict,
  decided_on date,
  approved_at timestamptz, approved_by uuid,
  primary key (plan, version),
  constraint approved_tells_when check (state = 'draft' or approved_at is not null)
);
create unique index version_one_draft on planning.version (plan) where state = 'draft';
create unique index version_one_in_force on planning.version (plan) where state = 'approved';
call planning.found_table('plan', 'exists (select from planning.version v where v.plan = id)');
call planning.found_table('version', $$state <> 'draft'$$);

-- A place in the tree. `key` stays the same through all versions: progress and series hang on it.
create table planning.node (
  plan text not null,
  version smallint not null,
  key uuid not null,
  parent uuid,
  kind text not null check (kind in ('axis', 'objective', 'result', 'indicator', 'operational-objective', 'activity', 'section', 'tactic')),
  -- The number that the source prints: '2.1.3'.
  code text not null default '',
  position smallint not null check (position > 0),
  title_es text not null check (btrim(title_es) <> ''), title_en text not null check (btrim(title_en) <> ''),
  detail_es text not null default '', detail_en text not null default '',
  source_page text not null default '',
  -- Share of the parent in percent; siblings that weigh add up to 100. Indicators measure, they do not weigh.
  weight numeric(7, 4) check (weight >= 0 and weight <= 100),
  -- Of an activity.
  target_es text not null default '', target_en text not null default '',
  verification_es text not null default '', verification_en text not null default '',
  starts_on date, ends_on date,
  months smallint[] not null default '{}',
  -- Of an indicator.
  unit_es text not null default '', unit_en text not null default '',
  figure text check (figure in ('count', 'percent', 'milestone', 'countries')),
  -- Of an indicator that counts countries: the step from which on a country counts; 'approved' where nothing is said.
  counted_step text check (counted_step in ('drafted', 'approved', 'implemented')),
  direction text check (direction in ('up', 'down')),
  baseline numeric, baseline_on date,
  target numeric, target_on date,
  -- The measure that another slice publishes and that feeds it; then nobody types a figure.
  measure text,
  -- A redefined indicator: what bridges the old series to the new.
  bridge_factor numeric check (bridge_factor > 0), bridge_note_es text not null default '', bridge_note_en text not null default '',
  goals smallint[] not null default '{}',
  primary key (plan, version, key),
  foreign key (plan, version) references planning.version on delete restrict,
  foreign key (plan, version, parent) references planning.node on delete restrict deferrable initially deferred,
  unique (plan, version, parent, position) deferrable initially deferred,
  constraint indicators_do_not_weigh check ((kind = 'indicator') = (weight is null)),
  constraint period_is_a_period check (ends_on >= starts_on),
  constraint months_of_a_year check (months <@ array[1,2,3,4,5,6,7,8,9,10,11,12]::smallint[]),
  constraint indicator_says_what check ((kind = 'indicator') = (figure is not null)),
  constraint measured_is_an_indicator check (measure is null or kind = 'indicator')
);
create index node_children on planning.node (plan, version, parent, position);
create index node_by_key on planning.node (key);
call planning.found_table('node', 'exists (select from planning.version v where v.plan = node.plan and v.version = node.version)');

-- Weights of siblings add up to 100: judged when the transaction commits, so that a form may move them together.
create function planning.check_weights() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  n planning.node;
  sum_of numeric;
begin
  -- A node that moved leaves siblings behind: those are judged too.
  foreach n in array case tg_op when 'INSERT' then array[new] when 'DELETE' then array[old] else array[new, old] end loop
    select sum(x.weight) into sum_of from planning.node x
    where x.plan = n.plan and x.version = n.version and x.parent is not distinct from n.parent and x.weight is not null;
    if sum_of is not null and sum_of <> 100 then
      raise exception 'The weights under % of plan % add up to %, not to 100', coalesce((select p.code from planning.node p where p.plan = n.plan and p.version = n.version and p.key = n.parent), 'the top'), n.plan, trim_scale(sum_of)
        using errcode = 'check_violation', constraint = 'weights_add_up_to_100';
    end if;
  end loop;
  return null;
end $$;
create constraint trigger weights_add_up after insert or update or delete on planning.node
  deferrable initially deferred for each row execute function planning.check_weights();

-- What was decided stays: nodes change in a draft only, and where they stand there is no other plan's parent.
create function planning.check_draft() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare n record := coalesce(new, old);
begin
  if not exists (select from planning.version v where v.plan = n.plan and v.version = n.version and v.state = 'draft') then
    raise exception 'Version % of plan % was decided: it changes by a revision only', n.version, n.plan using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger only_in_draft before insert or update or delete on planning.node for each row execute function planning.check_draft();

-- Who answers for a node.
create table planning.responsible (
  id uuid primary key default gen_random_uuid(),
  plan text not null, version smallint not null, key uuid not null,
  kind text not null check (kind in ('member', 'every-member', 'presidency', 'secretariat', 'plenary', 'committee', 'observer')),
  country text references coalition.member on delete restrict,
  committee uuid references coalition.committee on delete restrict,
  organisation text,
  role text not null default 'responsible' check (role in ('responsible', 'supports')),
  foreign key (plan, version, key) references planning.node on delete cascade,
  constraint named_by_kind check ((kind = 'member') = (country is not null) and (kind = 'observer') = (organisation is not null) and (committee is null or kind = 'committee')),
  unique nulls not distinct (plan, version, key, kind, country, committee, organisation)
);
create index responsible_by_key on planning.responsible (key);
call planning.found_table('responsible', 'exists (select from planning.version v where v.plan = responsible.plan and v.version = responsible.version)');
create trigger only_in_draft before insert or update or delete on planning.responsible for each row execute function planning.check_draft();

-- From an activity or result to what it moves, carries out, or is proven by: the traces of a plan.
create table planning.trace (
  id uuid primary key default gen_random_uuid(),
  key uuid not null,
  kind text not null check (kind in ('indicator', 'activity', 'agreement', 'document', 'release', 'committee', 'other')),
  target_key uuid,
  agreement uuid references plenary.agreement on delete restrict,
  document uuid references archive.document on delete restrict,
  committee uuid references coalition.committee on delete restrict,
  url text check (url ~ '^(https?://|/)'),
  label text not null default '',
  entered_at timestamptz not null default clock_timestamp(), entered_by uuid,
  ended_at timestamptz,
  constraint target_by_kind check (case kind when 'indicator' then target_key is not null when 'activity' then target_key is not null
    when 'agreement' then agreement is not null when 'document' then document is not null when 'committee' then committee is not null else url is not null end)
);
create index trace_by_key on planning.trace (key);
create index trace_by_target on planning.trace (target_key);
create index trace_by_agreement on planning.trace (agreement);
call planning.found_table('trace', 'exists (select from planning.node n where n.key = trace.key)');

-- Whether the acting person's state answers for a node of the version in force.
create function planning.answers_for(of_key uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  return exists (
    select from planning.responsible r join planning.version v on v.plan = r.plan and v.version = r.version and v.state = 'approved'
    where r.key = of_key and identity.acting_country() is not null and (
      r.country = identity.acting_country() or r.kind = 'every-member'
      or (r.kind = 'committee' and exists (select from coalition.committee_member c where c.committee = r.committee and c.country = identity.acting_country()))));

-- A report of progress on an activity, or a figure of an indicator fed by hand: submitted, then accepted or returned by another person.
create table planning.report (
  id uuid primary key default gen_random_uuid(),
  plan text not null references planning.plan on delete restrict,
  version smallint not null,
  key uuid not null,
  -- The state that reports; null for an organ.
  country text references coalition.member on delete restrict,
  office text not null,
  from_day date not null, until_day date not null,
  -- Of an activity: how much of it is done, in percent. Of an indicator: its figure.
  progress numeric(7, 4) check (progress >= 0 and progress <= 100),
  figure numeric,
  state_of text check (state_of in ('not-begun', 'under-way', 'done', 'given-up')),
  narrative text not null check (btrim(narrative) <> ''),
  why_not text not null default '',
  evidence_url text check (evidence_url ~ '^(https?://|/)'),
  evidence_document uuid references archive.document on delete restrict,
  account uuid not null, name text not null,
  submitted_at timestamptz not null default clock_timestamp(),
  answer text check (answer in ('accepted', 'returned')),
  answer_note text not null default '', answered_at timestamptz, answered_by uuid, answered_by_name text,
  foreign key (plan, version, key) references planning.node on delete restrict,
  constraint period_is_a_period check (until_day >= from_day),
  constraint one_of_two check ((progress is null) <> (figure is null)),
  constraint given_up_says_why check (state_of is distinct from 'given-up' or btrim(why_not) <> ''),
  constraint answered_by_another check (answered_by is null or answered_by <> account),
  constraint returned_says_why check (answer is distinct from 'returned' or btrim(answer_note) <> '')
);
create index report_by_key on planning.report (key, until_day desc);
-- The newest accepted report of each place: what roll-ups, the matrix and accountability read.
create index report_newest_accepted on planning.report (plan, key, until_day desc, submitted_at desc) where answer = 'accepted';
call planning.found_table('report', $$answer = 'accepted' or (country is not null and country = identity.acting_country())$$);
create function planning.check_report() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare n planning.node;
begin
  if tg_op = 'INSERT' then
    select * into n from planning.node x where x.plan = new.plan and x.version = new.version and x.key = new.key;
    if n.measure is not null then
      raise exception 'The indicator % is measured: its figure is not typed', n.code using errcode = 'check_violation', constraint = 'measured_is_not_typed';
    end if;
    if not exists (select from planning.version v where v.plan = new.plan and v.version = new.version and v.state = 'approved') then
      raise exception 'Only the version in force is reported on' using errcode = 'check_violation', constraint = 'version_in_force';
    end if;
    if (n.kind = 'activity') <> (new.progress is not null) then
      raise exception 'An activity reports progress, an indicator a figure' using errcode = 'check_violation', constraint = 'kind_of_report';
    end if;
    new.submitted_at := clock_timestamp();
    return new;
  end if;
  if old.answer is not null or (to_jsonb(new) - '{answer,answer_note,answered_at,answered_by,answered_by_name}'::text[]) <> (to_jsonb(old) - '{answer,answer_note,answered_at,answered_by,answered_by_name}'::text[]) then
    raise exception 'A report is answered once and never changed' using errcode = 'check_violation', constraint = 'report_stands';
  end if;
  new.answered_at := clock_timestamp();
  return new;
end $$;
create trigger lawful before insert or update on planning.report for each row execute function planning.check_report();
create trigger kept_for_ever before delete on planning.report for each row execute function audit.refuse_change();

-- How far each country is with what an indicator counts: none, drafted, approved, implemented. Each step is kept.
create table planning.country_step (
  id uuid primary key default gen_random_uuid(),
  key uuid not null,
  country text not null references coalition.member on delete restrict,
  step text not null check (step in ('none', 'drafted', 'approved', 'implemented')),
  on_day date not null,
  note text not null default '',
  evidence_url text check (evidence_url ~ '^(https?://|/)'),
  evidence_document uuid references archive.document on delete restrict,
  account uuid not null, name text not null,
  entered_at timestamptz not null default clock_timestamp(),
  answer text check (answer in ('accepted', 'returned')),
  answer_note text not null default '', answered_at timestamptz, answered_by uuid,
  constraint answered_by_another check (answered_by is null or answered_by <> account),
  constraint returned_says_why check (answer is distinct from 'returned' or btrim(answer_note) <> '')
);
create index country_step_by_key on planning.country_step (key, country, on_day desc);
call planning.found_table('country_step', $$answer = 'accepted' or country = identity.acting_country()$$);
create trigger kept_for_ever before delete on planning.country_step for each row execute function audit.refuse_change();

-- A word beside a measured figure: it annotates, it does not change.
create table planning.annotation (
  id uuid primary key default gen_random_uuid(),
  key uuid not null,
  text text not null check (btrim(text) <> ''),
  from_day date, until_day date check (until_day >= from_day),
  account uuid not null, name text not null, at timestamptz not null default clock_timestamp()
);
call planning.found_table('annotation', 'true');
create trigger kept_for_ever before update or delete on planning.annotation for each row execute function audit.refuse_change();

-- Reminders that went out: each once.
create table planning.reminder (
  key uuid not null, occasion text not null, recipient text not null,
  sent_at timestamptz not null default clock_timestamp(),
  primary key (key, occasion, recipient)
);
call planning.found_table('reminder', 'false');
create policy platform_reminds on planning.reminder for insert to corett_system with check (true);
grant insert (key, occasion, recipient) on planning.reminder to corett_system;

-- The accountability report of a period, and the term reports of presidency and secretariat: computed parts and edited narrative,
-- approved in a plenary, then frozen.
create table planning.accountability (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('biennial', 'presidency-term', 'secretariat-term')),
  number text not null unique check (number ~ '^[A-Z]+(-[A-Z0-9]+)*$'),
  title_es text not null, title_en text not null,
  from_day date not null, until_day date not null check (until_day > from_day),
  plans text[] not null check (cardinality(plans) > 0),
  state text not null default 'draft' check (state in ('draft', 'approved', 'archived')),
  begun_at timestamptz not null default clock_timestamp(), begun_by uuid,
  approved_in text references plenary.meeting on delete restrict, motion uuid references plenary.motion on delete restrict, approved_on date,
  -- What was approved, both languages, as printed; and its digest.
  snapshot jsonb, digest text check (digest ~ '^[0-9a-f]{64}$'),
  document uuid references archive.document on delete restrict,
  constraint approved_whole check ((state = 'draft') = (snapshot is null) and (snapshot is null) = (digest is null) and (snapshot is null) = (approved_in is null))
);
call planning.found_table('accountability', $$state <> 'draft'$$);
create table planning.accountability_text (
  report uuid not null references planning.accountability on delete restrict,
  part text not null,
  language text not null check (language in ('es', 'en')),
  version integer not null check (version > 0), based_on integer not null check (based_on >= 0 and based_on < version),
  body text not null,
  author uuid not null, author_name text not null, at timestamptz not null default clock_timestamp(),
  primary key (report, part, language, version)
);
call planning.found_table('accountability_text', $$exists (select from planning.accountability a where a.id = report)$$);
create trigger kept_for_ever before update or delete on planning.accountability_text for each row execute function audit.refuse_change();

-- Who writes. The leaders keep plans and answer; states report on what is theirs; the platform enters the record.
do $$
declare name text;
begin
  foreach name in array array['plan', 'version', 'node', 'responsible', 'trace', 'accountability'] loop
    execute format('create policy leaders_keep on planning.%I to corett_secretariat, corett_presidency using (true) with check (true)', name);
  end loop;
  foreach name in array array['plan', 'version', 'node', 'responsible', 'trace'] loop
    execute format('create policy platform_enters_record on planning.%I for insert to corett_system with check (true)', name);
    execute format('grant insert on planning.%I to corett_system', name);
  end loop;
end $$;
grant insert (id, kind, title_es, title_en, from_day, until_day, parent, entered_by), update (title_es, title_en) on planning.plan to corett_secretariat, corett_presidency;
grant insert (plan, version, reason_es, reason_en), update (state, reason_es, reason_en, decided_in, motion, decided_on, approved_at, approved_by) on planning.version to corett_secretariat, corett_presidency;
grant update (state, approved_at) on planning.version to corett_system;
create policy platform_puts_in_force on planning.version for update to corett_system using (exists (select from planning.plan p where p.id = plan and p.is_record)) with check (true);
grant insert, update, delete on planning.node to corett_secretariat, corett_presidency;
grant insert, delete on planning.responsible to corett_secretariat, corett_presidency;
grant insert (id, key, kind, target_key, agreement, document, committee, url, label, entered_by), update (ended_at) on planning.trace to corett_secretariat, corett_presidency;
create policy states_report on planning.report for insert to corett_state
  with check (account = identity.acting_account() and country = identity.acting_country() and office = identity.acting_office()
    and office in ('delegate-titular', 'delegate-alternate', 'focal-point') and answer is null and planning.answers_for(key));
create policy leaders_report on planning.report for insert to corett_secretariat, corett_presidency with check (account = identity.acting_account() and country is null and answer is null);
create policy leaders_answer on planning.report for update to corett_secretariat, corett_presidency using (answer is null) with check (answered_by = identity.acting_account());
grant insert (id, plan, version, key, country, office, from_day, until_day, progress, figure, state_of, narrative, why_not, evidence_url, evidence_document, account, name) on planning.report
  to corett_state, corett_secretariat, corett_presidency;
grant update (answer, answer_note, answered_by, answered_by_name) on planning.report to corett_secretariat, corett_presidency;
create policy states_step on planning.country_step for insert to corett_state
  with check (account = identity.acting_account() and country = identity.acting_country() and answer is null and identity.acting_office() in ('delegate-titular', 'delegate-alternate', 'focal-point'));
create policy leaders_answer on planning.country_step for update to corett_secretariat, corett_presidency using (answer is null) with check (answered_by = identity.acting_account());
grant insert (id, key, country, step, on_day, note, evidence_url, evidence_document, account, name) on planning.country_step to corett_state;
grant update (answer, answer_note, answered_at, answered_by) on planning.country_step to corett_secretariat, corett_presidency;
create policy leaders_annotate on planning.annotation for insert to corett_secretariat, corett_presidency with check (account = identity.acting_account());
grant insert (id, key, text, from_day, until_day, account, name) on planning.annotation to corett_secretariat, corett_presidency;
grant insert (id, kind, number, title_es, title_en, from_day, until_day, plans, begun_by), update (title_es, title_en, plans, state, approved_in, motion, approved_on, snapshot, digest, document) on planning.accountability
  to corett_secretariat, corett_presidency;
-- The platform makes the files of an approved report and tells where the archive keeps them.
grant update (state, document) on planning.accountability to corett_system;
create policy platform_archives on planning.accountability for update to corett_system using (state = 'approved') with check (state = 'archived');
create policy leaders_write on planning.accountability_text for insert to corett_secretariat, corett_presidency
  with check (author = identity.acting_account() and exists (select from planning.accountability a where a.id = report and a.state = 'draft'));
grant insert (report, part, language, version, based_on, body, author, author_name) on planning.accountability_text to corett_secretariat, corett_presidency;

create function planning.check_version() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.state <> old.state and not ((old.state, new.state) in (('draft', 'approved'), ('approved', 'superseded'))) then
    raise exception 'No act leads a version from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if old.state <> 'draft' and (to_jsonb(new) - 'state') <> (to_jsonb(old) - 'state') then
    raise exception 'Version % of plan % was decided: it stays as it is', old.version, old.plan using errcode = 'check_violation';
  end if;
  if new.state = 'approved' and old.state = 'draft' then
    new.approved_at := clock_timestamp();
    if not exists (select from planning.node n where n.plan = new.plan and n.version = new.version) then
      raise exception 'An empty plan is not approved' using errcode = 'check_violation', constraint = 'plan_is_not_empty';
    end if;
    if not exists (select from planning.plan p where p.id = new.plan and p.is_record) and new.decided_in is null then
      raise exception 'A plan is approved by a decision of the plenary' using errcode = 'check_violation', constraint = 'decided_by_the_plenary';
    end if;
  end if;
  return new;
end $$;
create trigger lawful before update on planning.version for each row execute function planning.check_version();
create trigger kept_for_ever before delete on planning.version for each row execute function audit.refuse_change();
create function planning.check_accountability() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (to_jsonb(new) - '{state,document}'::text[]) <> (to_jsonb(old) - '{state,document}'::text[]) then
    raise exception 'Report % was approved: it cannot be changed', old.number using errcode = 'check_violation';
  end if;
  if new.state <> old.state and not ((old.state, new.state) in (('draft', 'approved'), ('approved', 'archived'))) then
    raise exception 'No act leads report % from % to %', old.number, old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger lawful before update on planning.accountability for each row execute function planning.check_accountability();
create trigger kept_for_ever before delete on planning.accountability for each row execute function audit.refuse_change();
